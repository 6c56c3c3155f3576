"""A build whose shards are tasks of Dask Distributed: it hands them out, and hands out again what a lost machine did not finish.

Machines need the program and nothing else: the tree goes with the task, and what was made comes back, both as one file each.
"""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from generator.assembly.looks import looks_of
from generator.assembly.remaking import Progress
from generator.assembly.sharing.shards import Shard, build_shard
from generator.i18n.messages import N_
from generator.problems import Problem

PATIENCE = "20s"
"""So long a scheduler may take to answer."""
_TREE = ("data", "content")
_SETTINGS = ("SITE_URL",)


class NoSchedulerError(Exception):
    """Dask is not installed, or no scheduler answers; the text is the reason."""


def build_scheduled(root: Path, address: str, shards: int, folder: Path, progress: Progress) -> tuple[Problem, ...]:
    """Let the machines of a scheduler make all shards of a tree, and put them below `folder`, each as one of its own.

    Raises NoSchedulerError, or what the machines raise.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise NoSchedulerError("dask") from None
    tree = packed_tree(root)
    settings = {name: os.environ[name] for name in _SETTINGS if name in os.environ}
    try:
        client = distributed.Client(address, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise NoSchedulerError(str(error)) from None
    problems: list[Problem] = []
    with client:
        tasks = [
            client.submit(make_shard, tree, number, shards, settings, pure=False) for number in range(1, shards + 1)
        ]
        for done, (_, (number, made, found)) in enumerate(distributed.as_completed(tasks, with_results=True), start=1):
            # Every machine reads the whole tree, and finds the same.
            problems += [each for each in found if each not in problems]
            if made:
                _unpack(made, folder / f"shard-{number}")
            progress(N_("Made a shard"), f"{done}/{shards}")
    return tuple(problems)


def make_shard(
    tree: bytes, number: int, shards: int, settings: Mapping[str, str]
) -> tuple[int, bytes, tuple[Problem, ...]]:
    """Make a shard of a packed tree, on whatever machine this is: its number, the shard packed, and what stands in the way."""
    for name in _SETTINGS:
        os.environ.pop(name, None)
    os.environ.update(settings)
    with tempfile.TemporaryDirectory(prefix="rr-shard-") as folder:
        root, output = Path(folder) / "tree", Path(folder) / "made"
        _unpack(tree, root)
        result = build_shard(
            root, Shard(number, shards), output, lambda _step, _detail: None, root / "archive", processes=1
        )
        return number, _packed(_files(output, output)) if result.made else b"", result.problems


def packed_tree(root: Path) -> bytes:
    """All that a machine needs of a tree, as one file."""
    looks = looks_of(root)
    files = [pair for name in _TREE for pair in _files(root / name, root)]
    files += [(f"site_templates/{name}", path) for name, path in _files(looks.templates, looks.templates)]
    return _packed([*files, ("mkdocs.yml", looks.config)])


def _files(folder: Path, root: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(root).as_posix(), path


def _packed(files: Iterator[tuple[str, Path]] | list[tuple[str, Path]]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, path in files:
            packed.writestr(name, path.read_bytes())
    return made.getvalue()


def _unpack(content: bytes, target: Path) -> None:
    """Unpack what this program packed. `zipfile` lets no name lead out of the folder."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        packed.extractall(target)
