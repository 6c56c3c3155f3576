"""Manifests of bags (RFC 8493): a checksum and a path in each line, as `sha512sum -c` reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_ENCODED = {"%": "%25", "\n": "%0A", "\r": "%0D"}
_LINE = re.compile(r"(?P<checksum>[0-9A-Fa-f]+)[ \t]+(?P<star>\*?)(?P<path>\S.*)")
_DRIVE = re.compile(r"[A-Za-z]:")
_NAME = re.compile(r"(?P<tag>tag)?manifest-(?P<algorithm>[A-Za-z0-9_-]+)\.txt")


@dataclass(frozen=True)
class ManifestFault:
    """A line that says nothing: its number from 1, the code of the problem, and the line or path."""

    line: int
    code: str
    said: str


@dataclass(frozen=True)
class Manifest:
    """The checksums of a manifest by path, and the lines that could not be read."""

    checksums: Mapping[str, str]
    faults: tuple[ManifestFault, ...] = ()


def manifest_text(checksums: Mapping[str, str]) -> str:
    """A manifest: lines in the order of the paths."""
    return "".join(f"{checksums[path]}  {encoded_path(path)}\n" for path in sorted(checksums))


def read_manifest(text: str, *, percent_signs: bool = True, payload: bool | None = None) -> Manifest:
    """Read a manifest. Before version 1.0 of BagIt a percent sign stood for itself: then `percent_signs` is False.

    `payload` says whether it may list what is below `data/`, or only what is not.
    """
    checksums: dict[str, str] = {}
    faults: list[ManifestFault] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            faults.append(ManifestFault(number, "bag-malformed-line", line))
            continue
        path = decoded_path(match["path"], percent_signs=percent_signs).removeprefix("./")
        if not is_safe(path) or payload not in (None, path.startswith("data/")):
            faults.append(ManifestFault(number, "bag-unsafe-path", path))
        elif path in checksums:
            faults.append(ManifestFault(number, "bag-listed-twice", path))
        else:
            checksums[path] = match["checksum"].lower()
    return Manifest(checksums, tuple(faults))


def encoded_path(path: str) -> str:
    """A path as a manifest writes it: line ends and percent signs as `%0A`, `%0D`, `%25`, nothing else encoded."""
    return re.sub(r"[%\r\n]", lambda sign: _ENCODED[sign[0]], path)


def decoded_path(written: str, *, percent_signs: bool = True) -> str:
    """The path that a manifest means."""
    signs = "0[AaDd]|25" if percent_signs else "0[AaDd]"
    return re.sub(f"%({signs})", lambda code: chr(int(code[1], 16)), written)


def is_safe(path: str) -> bool:
    """Whether a path stays where it is put: relative, no `..`, no drive, no backslash, which Windows takes for a slash."""
    parts = path.split("/")
    return not (
        "\\" in path or "\0" in path or _DRIVE.match(path) or path.startswith("~") or {"", ".", ".."} & set(parts)
    )


def manifest_algorithm(name: str) -> tuple[bool, str] | None:
    """Whether a file of this name is a manifest of tag files, and its algorithm, normalised; None for other files."""
    match = _NAME.fullmatch(name)
    return match and (match["tag"] is not None, re.sub("[^a-z0-9]", "", match["algorithm"].lower()))
