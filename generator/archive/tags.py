"""Reads what a bag says of itself: its declaration, its manifests and its description."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.archive.bag import PAYLOAD
from generator.archive.bag_info import BagInfo, read_info
from generator.archive.checksums import ALGORITHMS
from generator.archive.manifest import Manifest, manifest_algorithm, read_manifest
from generator.archive.reading import OpenBag
from generator.model.place import Place
from generator.problems import Problem

_LARGEST = 64_000_000
"""Bytes of a tag file: a manifest of a quarter of a million files."""
_DECLARATION = re.compile(
    r"BagIt-Version ?: ?(?P<version>0\.9[3-7]|1\.0)[ \t]*(?:\r\n|\r|\n)"
    r"Tag-File-Character-Encoding ?: ?(?P<encoding>[A-Za-z0-9._-]+)[ \t]*(?:\r\n|\r|\n)*"
)
_ENCODINGS = {"utf-8", "ascii", "iso8859-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be"}
"""As Python calls them. Others have been seen in no bag, and a few of them do things."""


@dataclass(frozen=True)
class List:
    """A manifest of a bag: the name of its file, whether it is of tag files, and its algorithm."""

    name: str
    of_tags: bool
    algorithm: str
    manifest: Manifest

    @property
    def checksums(self) -> Mapping[str, str]:
        return self.manifest.checksums


@dataclass(frozen=True)
class Tags:
    """What a bag says of itself, and what of it cannot be read. `complete` is whether every manifest must list all files (since 1.0)."""

    lists: tuple[List, ...]
    info: BagInfo
    problems: tuple[Problem, ...]
    complete: bool = True


def read_tags(bag: OpenBag) -> Tags:
    """Read the tag files that mean something to verification."""
    problems: list[Problem] = []
    declared = _declaration(bag)
    if declared is None:
        problems.append(Problem("bag-declaration", Place("bagit.txt")))
    version, encoding = declared or ("1.0", "utf-8")
    lists = []
    for name in sorted(bag.sizes):
        kind = manifest_algorithm(name)
        if kind is None:
            continue
        if kind[1] not in ALGORITHMS:
            problems.append(Problem("bag-unknown-algorithm", Place(name), {"file": name}))
            continue
        text = _text(bag, name, encoding, problems)
        manifest = read_manifest(text, percent_signs=version == "1.0", payload=not kind[0])
        problems += _faults(name, manifest)
        lists.append(List(name, *kind, manifest))
    info = read_info(_text(bag, "bag-info.txt", encoding, problems))
    problems += [
        Problem("bag-malformed-line", Place("bag-info.txt", line, 1), {"line": said}) for line, said in info.faults
    ]
    return Tags(tuple(lists), info, tuple(problems), complete=version == "1.0")


def _declaration(bag: OpenBag) -> tuple[str, str] | None:
    """The version of BagIt and the encoding of tag files; None where bagit.txt does not say them."""
    content = bag.read("bagit.txt", 1000) or b""
    match = _DECLARATION.fullmatch(content.decode("utf-8", "replace"))
    if match is None:
        return None
    try:
        encoding = codecs.lookup(match["encoding"]).name
    except LookupError:
        return None
    return (match["version"], encoding) if encoding in _ENCODINGS else None


def _text(bag: OpenBag, name: str, encoding: str, problems: list[Problem]) -> str:
    """The text of a tag file; empty where there is none, or where it is no text, which is told."""
    if name not in bag.sizes:
        return ""
    content = bag.read(name, _LARGEST)
    try:
        if content is not None:
            return content.decode(encoding)
    except UnicodeDecodeError:
        pass
    problems.append(Problem("bag-malformed-text", Place(name), {"file": name, "encoding": encoding.upper()}))
    return ""


def _faults(name: str, manifest: Manifest) -> Iterator[Problem]:
    for fault in manifest.faults:
        word = "line" if fault.code == "bag-malformed-line" else "path"
        yield Problem(fault.code, Place(name, fault.line, 1), {word: fault.said})


def is_payload(path: str) -> bool:
    """Whether a file is part of what a bag keeps, not of what it says of itself."""
    return path.startswith(f"{PAYLOAD}/")
