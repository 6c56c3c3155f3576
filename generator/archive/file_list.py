"""The list of a snapshot's files in short, kept beside its record: it tells which files differ where the snapshot itself is lost.

It proves nothing, which the record does; so a few digits of each checksum are enough, and git keeps a tenth of what the full list would take.
"""

from __future__ import annotations

import platform
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.archive.bag import MANIFEST
from generator.archive.manifest import decoded_path, encoded_path, read_manifest
from generator.model.edition import Edition
from generator.model.vintage import VINTAGES

_DIGITS = 12
_LINE = re.compile(rf"(?P<digits>[0-9a-f]{{{_DIGITS}}}) (?P<path>\S.*)")
_MAKER = re.compile(r"# made by (?P<maker>.+)")
_PART = re.compile(r"(?P<name>[A-Za-z]+) (?P<version>[^\s,]+)")


@dataclass(frozen=True)
class Difference:
    """What two lists say otherwise: files of other content, files that only the first has, and files that only the second has."""

    altered: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


@dataclass(frozen=True)
class FileList:
    """The files of a snapshot with the first digits of their SHA-512, and the versions of what is in no lock file: `Python`, `zlib`, `CPU`.

    `made_by` is empty where nobody knows what made it.
    """

    digits: Mapping[str, str]
    made_by: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """As it is kept: what made it, then a file a line."""
        maker = ", ".join(f"{name} {version}" for name, version in self.made_by.items())
        lines = (f"{self.digits[path]} {encoded_path(path)}\n" for path in sorted(self.digits))
        return (f"# made by {maker}\n" if maker else "") + "".join(lines)

    def against(self, other: FileList) -> Difference:
        """What another list says otherwise."""
        both = self.digits.keys() & other.digits.keys()
        return Difference(
            tuple(sorted(path for path in both if self.digits[path] != other.digits[path])),
            tuple(sorted(self.digits.keys() - both)),
            tuple(sorted(other.digits.keys() - both)),
        )


def interpreter() -> dict[str, str]:
    """The versions of this Python and of what comes with it or the machine, on which bytes could depend."""
    return {
        "Python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "CPU": platform.machine() or "unknown",
    }


def list_of_manifest(manifest: str, made_by: Mapping[str, str] | None = None) -> FileList:
    """The list in short of the text of a bag's manifest."""
    checksums = read_manifest(manifest).checksums
    return FileList({path: checksum[:_DIGITS] for path, checksum in checksums.items()}, made_by or {})


def list_of_bag(bag: Path, made_by: Mapping[str, str] | None = None) -> FileList:
    """The list in short of a bag's folder. Raises OSError."""
    return list_of_manifest((bag / MANIFEST).read_text(encoding="utf-8"), made_by)


def list_name(edition: Edition) -> str:
    """Where the list of an edition stands in a tree."""
    return f"{VINTAGES}/{edition}.sums"


def read_list(root: Path, edition: Edition) -> FileList | None:
    """The list of an edition; None where a tree has none. Lines that are none say nothing. Raises OSError."""
    path = root / list_name(edition)
    if not path.is_file():
        return None
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return FileList(dict(_entries(lines)), _maker(lines[0]))


def _entries(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        match = _LINE.fullmatch(line)
        if match:
            yield decoded_path(match["path"]), match["digits"]


def _maker(line: str) -> dict[str, str]:
    match = _MAKER.fullmatch(line)
    return {part["name"]: part["version"] for part in _PART.finditer(match["maker"])} if match else {}
