"""Looks into a zip without unpacking it, and without believing it: names, sizes and kinds are judged before a byte is inflated."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from generator.archive.left_behind import is_left_behind, left_behind
from generator.archive.manifest import is_safe
from generator.i18n.messages import N_
from generator.i18n.reasons import reason_of
from generator.model.place import Place
from generator.problems import Problem

_LONGEST_LISTING = 16_000_000
"""Bytes of a zip's list of contents: more than 100,000 files."""
_TOO_LONG = N_("its list of contents is too long")
_NO_LIST = N_("it has no list of contents, or a damaged one")
_LARGEST_RATIO = 100
"""Pages pack to a tenth or twentieth of their size."""
_ALWAYS_FINE = 100_000_000
"""So many bytes fill no disk, however well they are packed."""
_ENCRYPTED = 1


class UnreadableBagError(Exception):
    """There is no bag that could be looked into; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


@dataclass(frozen=True)
class ZipListing:
    """The files in the one folder of a zip (paths within the folder), and what is wrong with the others."""

    top: str
    members: Mapping[str, zipfile.ZipInfo]
    problems: Sequence[Problem]


class _TooLongError(zipfile.BadZipFile):
    """A list of contents that is longer than any that we read; its text is the reason."""


class _BoundedFile(io.FileIO):
    """A file that hands out no more than a list of contents may have at once: a zip says itself how long its list is."""

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes. Raises zipfile.BadZipFile for too many of them."""
        if size is None or size < 0:
            size = os.fstat(self.fileno()).st_size - self.tell()
        if size > _LONGEST_LISTING:
            raise _TooLongError(_TOO_LONG)
        # An unbuffered file may give less than was asked for.
        pieces = []
        while size and (piece := super().read(size)):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)


def open_zip(path: Path) -> zipfile.ZipFile:
    """Open a zip for reading. Raises UnreadableBagError."""
    try:
        return zipfile.ZipFile(cast("BinaryIO", _BoundedFile(path, "rb")))
    except Exception as error:
        # A hostile list of contents makes the library fail in ways of its own: sizes, encodings, versions.
        reason = _NO_LIST
        if isinstance(error, (OSError, _TooLongError)):
            reason = reason_of(error) if isinstance(error, OSError) else _TOO_LONG
        raise UnreadableBagError(Problem("zip-unreadable", Place(""), {"reason": reason})) from error


def list_zip(packed: zipfile.ZipFile, size: int) -> ZipListing:
    """Judge what a zip of `size` bytes says that it holds. Raises UnreadableBagError where nothing of it may be unpacked."""
    entries = [entry for entry in packed.infolist() if not (entry.is_dir() and not entry.file_size)]
    _check_sizes(entries, size)
    problems = list(_faults(entries))
    faulty = {problem.words["file"] for problem in problems}
    sound = {entry.filename: entry for entry in entries if entry.filename not in faulty}
    top = _top(sound)
    beside = [name for name in sound if not name.startswith(f"{top}/")]
    problems += left_behind(beside)
    for name in beside:
        if not is_left_behind(name):
            problems.append(Problem("zip-without-folder", Place(name), {"file": name}))
        del sound[name]
    members = {name.removeprefix(f"{top}/"): entry for name, entry in sorted(sound.items())}
    return ZipListing(top, members, problems)


def _check_sizes(entries: Sequence[zipfile.ZipInfo], size: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    # Where the packed files are larger than the zip, they share bytes with one another.
    overlapping = sum(entry.compress_size for entry in entries) > size
    if overlapping or unpacked > max(_ALWAYS_FINE, size * _LARGEST_RATIO):
        raise UnreadableBagError(Problem("zip-too-large", Place(""), {"size": str(unpacked)}))


def _faults(entries: Sequence[zipfile.ZipInfo]) -> Iterator[Problem]:
    """A problem for every file that must not be unpacked."""
    count = Counter(entry.filename for entry in entries)
    told = set()
    for entry in entries:
        name = entry.filename
        mode = entry.external_attr >> 16
        # The library cuts a name at its first NUL; what it was before counts.
        if not is_safe(name) or not is_safe(entry.orig_filename):
            yield Problem("bag-unsafe-path", Place(""), {"path": entry.orig_filename, "file": name})
        elif stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            yield Problem("bag-special-file", Place(name), {"file": name})
        elif entry.flag_bits & _ENCRYPTED or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield Problem("zip-encrypted", Place(name), {"file": name})
        elif count[name] > 1 and name not in told:
            told.add(name)
            yield Problem("zip-listed-twice", Place(name), {"file": name})


def _top(names: Mapping[str, zipfile.ZipInfo]) -> str:
    """The one folder of a zip; where there are several, the one that declares itself a bag. Raises UnreadableBagError."""
    names = {name: entry for name, entry in names.items() if not is_left_behind(name)}
    tops = sorted({name.partition("/")[0] for name in names if "/" in name})
    declared = [top for top in tops if f"{top}/bagit.txt" in names]
    if len(declared) == 1:
        return declared[0]
    if len(tops) == 1 and all("/" in name for name in names):
        return tops[0]
    stray = next((name for name in sorted(names) if "/" not in name), next(iter(sorted(names)), "bagit.txt"))
    raise UnreadableBagError(Problem("zip-without-folder", Place(""), {"file": stray}))
