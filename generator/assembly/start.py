"""Starts a build, or finds that there is nothing to do: only then is what builds loaded, which takes a second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from generator.archive.store import STORE
from generator.assembly.inputs import inputs_mark
from generator.assembly.keeping.unchanged import Published, still_published
from generator.assembly.result import BuildResult
from generator.audit import all_kinds
from generator.model.place import Place
from generator.problems import Problem


def build(
    root: Path,
    output: Path,
    progress: Callable[[str, str], None],
    *,
    pdf: bool = False,
    strict: bool = False,
    archive: Path | None = None,
    again: bool = False,
) -> BuildResult:
    """Build the tree at `root` into `output`: see `generator.assembly.site.build_site`.

    Unless `again`, nothing is done where the site is published already, nobody touched it, and there was nothing to tell but what is counted.
    """
    started = monotonic()
    mark = "" if pdf else inputs_mark(root, archive or root / STORE)
    if mark and not again and (known := still_published(root, output, mark)) is not None:
        return _published(known, monotonic() - started)

    from generator.assembly.site import build_site

    return build_site(root, output, progress, pdf=pdf, strict=strict, archive=archive, mark=mark)


def _published(known: Published, seconds: float) -> BuildResult:
    """The result of a build that had nothing to do."""
    all_kinds()  # Problems need to know their kinds.
    return BuildResult(
        tuple(Problem(code, Place("")) for code in known.found),
        pages=known.pages,
        reports=known.reports,
        figures=known.figures,
        seconds=seconds,
        published=True,
        languages=known.languages,
        site_url=known.site_url,
        absent=known.absent,
        leads=known.leads,
        unchanged=True,
    )
