"""Seals a folder as a bag (BagIt 1.0, RFC 8493): lists every file with its checksum, and the lists themselves.

The folder holds `data/` and nothing else. What is written follows from the files and the description alone: no clock, no machine.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator.archive.bag_info import info_text, size_in_words
from generator.archive.checksums import hash_files
from generator.archive.manifest import manifest_text
from generator.i18n.reasons import reason_of
from generator.load.portable import check_portable
from generator.model.place import Place
from generator.problems import Problem

PAYLOAD = "data"
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST = "manifest-sha512.txt"
TAG_MANIFEST = "tagmanifest-sha512.txt"
_COMPUTED = {"payload-oxum", "bag-size"}


@dataclass(frozen=True)
class SealedBag:
    """What a bag holds: payload files and their bytes; `manifest` is the sha512 of its tagmanifest-sha512.txt."""

    files: int
    size: int
    manifest: str


class UnfitBagError(Exception):
    """A folder cannot become a bag; `problems` say why, file by file (paths within the folder)."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(", ".join(f"{each.code} {each.place}" for each in problems[:3]))
        self.problems = tuple(problems)


def seal_bag(folder: Path, info: Sequence[tuple[str, str]]) -> SealedBag:
    """Write the tag files of a bag beside its `data/`, which is left as it is.

    `info` are labels (ASCII) and values for bag-info.txt; Payload-Oxum and Bag-Size are added. Raises UnfitBagError for what a bag
    cannot keep, ValueError for a label that is none, and OSError.
    """
    files = _payload(folder)
    hashed = hash_files(files, lambda path: _opened(folder, path), ["sha512"])
    faults = [
        Problem("bag-unreadable-file", Place(each.path), {"file": each.path, "reason": each.fault})
        for each in hashed.values()
        if each.checksums is None
    ]
    if faults:
        raise UnfitBagError(faults)
    size = sum(each.size for each in hashed.values())
    described = [(label, value) for label, value in info if label.lower() not in _COMPUTED]
    described += [("Payload-Oxum", f"{size}.{len(files)}"), ("Bag-Size", size_in_words(size))]
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": info_text(described),
        MANIFEST: manifest_text({each.path: each.checksums["sha512"] for each in hashed.values() if each.checksums}),
    }
    return SealedBag(len(files), size, _write_tags(folder, tags))


def _write_tags(folder: Path, tags: Mapping[str, str]) -> str:
    """Write the tag files and the list of them; returns the checksum of that list."""
    listed = {name: hashlib.sha512(text.encode()).hexdigest() for name, text in tags.items()}
    for name, text in {**tags, TAG_MANIFEST: manifest_text(listed)}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return hashlib.sha512(manifest_text(listed).encode()).hexdigest()


def _payload(folder: Path) -> list[str]:
    """The files below `data/`, as paths in the bag. Raises UnfitBagError."""
    if not (folder / PAYLOAD).is_dir() or (folder / PAYLOAD).is_symlink():
        raise UnfitBagError([Problem("bag-no-payload", Place(PAYLOAD))])
    others = [Problem("bag-added-file", Place(n), {"file": n, "manifest": MANIFEST}) for n in _beside(folder)]
    files, special = files_below(folder, PAYLOAD)
    problems = [*others, *special, *check_portable(files)]
    if problems:
        raise UnfitBagError(problems)
    return sorted(files)


def _beside(folder: Path) -> Iterator[str]:
    """What stands beside `data/`, tag files of ours aside: nothing of it would be in the lists."""
    ours = {PAYLOAD, "bagit.txt", "bag-info.txt", MANIFEST, TAG_MANIFEST}
    yield from sorted({path.name for path in folder.iterdir()} - ours)


def files_below(folder: Path, below: str = "") -> tuple[dict[str, int], list[Problem]]:
    """The plain files below a folder as relative paths with their bytes, and a problem for whatever else is there.

    Links are never followed.
    """
    files: dict[str, int] = {}
    problems: list[Problem] = []
    waiting = [below]
    while waiting:
        here = waiting.pop()
        try:
            waiting += _look_into(folder, here, files, problems)
        except OSError as error:
            words = {"file": here or folder.name, "reason": reason_of(error)}
            problems.append(Problem("bag-unreadable-file", Place(here), words))
    return files, sorted(problems, key=lambda problem: problem.place)


def _look_into(folder: Path, here: str, files: dict[str, int], problems: list[Problem]) -> list[str]:
    """Add what stands in one folder to files and problems; returns the folders in it. Raises OSError."""
    folders = []
    with os.scandir(folder / here) as entries:
        for entry in entries:
            path = f"{here}/{entry.name}" if here else entry.name
            if entry.is_dir(follow_symlinks=False):  # novermin
                folders.append(path)
            elif entry.is_file(follow_symlinks=False):  # novermin
                files[path] = entry.stat(follow_symlinks=False).st_size
            else:
                problems.append(Problem("bag-special-file", Place(path), {"file": path}))
    return folders


def _opened(folder: Path, path: str) -> BinaryIO:
    return (folder / path).open("rb")
