"""Lays the site out in a folder: what stands there already as it should be is left alone, what is missing is put there, the rest goes.

So it does not matter what was in the folder: nothing, the site before the last one, or that with somebody's hand in it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from generator.assembly.keeping.pool import Kept, Pool


def lay(files: Mapping[str, Kept], site: Path, pool: Pool, others: Collection[str] = ()) -> None:
    """Let exactly `files`, and of `others` what is there, stand below `site`, which is made if need be. Raises OSError."""
    site.mkdir(parents=True, exist_ok=True)
    right, folders = _left_alone(files, site, others)
    wanted = {""}
    for path in files:
        folder = path.rpartition("/")[0]
        if folder not in wanted:
            wanted |= set(_up(folder))
            if folder not in folders:
                (site / folder).mkdir(parents=True, exist_ok=True)
                folders |= set(_up(folder))
        if path not in right:
            pool.place(files[path], site / path)
    for path in others:
        wanted |= set(_up(path.rpartition("/")[0]))
    for folder in sorted(folders - wanted, reverse=True):
        with contextlib.suppress(OSError):
            (site / folder).rmdir()


def _left_alone(files: Mapping[str, Kept], site: Path, others: Collection[str]) -> tuple[set[str], set[str]]:
    """The files that stand there as they should be, and all folders; whatever else is there is removed."""
    right: set[str] = set()
    folders = {""}
    for path, entry in _entries(site):
        kept = files.get(path)
        if entry.is_dir(follow_symlinks=False):  # of os.DirEntry  # novermin
            folders.add(path)
        elif kept is not None and _is(entry, kept):
            right.add(path)
        elif kept is not None or path not in others:
            Path(entry.path).unlink()
    return right, folders


def lay_changes(files: Mapping[str, Kept], before: Mapping[str, Kept], site: Path, pool: Pool) -> None:
    """The same where nobody but us writes, and `before` is what was laid out last. Raises OSError."""
    for path, kept in files.items():
        if before.get(path) != kept:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            pool.place(kept, site / path)
    for path in before.keys() - files.keys():
        (site / path).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            (site / path).parent.rmdir()


def _entries(folder: Path, path: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below a folder, with its path below it."""
    with os.scandir(folder / path) as found:
        for entry in list(found):
            name = f"{path}/{entry.name}" if path else entry.name
            yield name, entry
            if entry.is_dir(follow_symlinks=False):  # of os.DirEntry  # novermin
                yield from _entries(folder, name)


def _is(entry: os.DirEntry[str], kept: Kept) -> bool:
    about = entry.stat(follow_symlinks=False)
    return (about.st_size, about.st_mtime_ns) == (kept.size, kept.written)


def _up(folder: str) -> Iterator[str]:
    """A folder and those that it lies in."""
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
