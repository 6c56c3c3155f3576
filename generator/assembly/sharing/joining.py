"""Builds a share of a site, and a site from shares, with the results of an ordinary build."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import Any

from generator.assembly.keeping.kept import kept_in
from generator.assembly.remaking import Progress
from generator.assembly.result import BuildResult
from generator.assembly.sharing.shards import Shard, build_shard, join_shards
from generator.assembly.site import FAULTS, build_site, fault_problem
from generator.finish.publish import ForeignFolderError
from generator.model.place import Place
from generator.problems import Problem


def build_share(root: Path, shard: Shard, output: Path, progress: Progress, archive: Path) -> BuildResult:
    """Make a share of the pages of a tree in a folder of its own, which is new or holds an earlier share."""
    started = monotonic()
    if output.exists() and any(output.iterdir()) and not (output / "made.json").is_file():
        return BuildResult((Problem("output-foreign", Place(str(output)), {"path": str(output)}),))
    try:
        result = build_shard(root, shard, output, progress, archive)
    except FAULTS as error:
        return BuildResult((fault_problem(error, output),), seconds=monotonic() - started)
    return BuildResult(result.problems, pages=result.made, seconds=monotonic() - started, shard=str(shard))


def build_joined(root: Path, output: Path, folders: Sequence[Path], progress: Progress, **options: Any) -> BuildResult:
    """Build a tree of which shares were made elsewhere."""
    started = monotonic()
    try:
        with kept_in(root) as kept:
            pool = kept.pool
            if pool is None:
                return BuildResult((Problem("closed-tree", Place(""), {"path": str(root), "reason": ""}),))
            joined, problems = join_shards(folders, pool, kept.recall())
            if problems:
                return BuildResult(problems, seconds=monotonic() - started)
            kept.remember(joined)
            return build_site(root, output, progress, **options)
    except (OSError, ForeignFolderError) as error:
        return BuildResult((fault_problem(error, output),), seconds=monotonic() - started)
