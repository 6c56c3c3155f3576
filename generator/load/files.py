"""Reading text files: UTF-8, composed characters, and never outside the tree."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from generator.model.place import Place
from generator.problems import Problem


def relative_name(path: Path, root: Path) -> str:
    """The path as messages show it: relative to the root, with forward slashes."""
    return path.relative_to(root).as_posix()


def files_under(folder: Path, suffix: str, top: Path | None = None) -> list[Path]:
    """Regular files with a suffix, in the order of their names; links that lead out of `top` (the folder itself) are left out."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.rglob(f"*{suffix}") if path.is_file() and stays_within(path, top or folder))
    return sorted(found, key=lambda path: path.as_posix())


def stays_within(path: Path, top: Path) -> bool:
    """Whether a path, its links followed, lies below `top`."""
    return path.resolve().is_relative_to(top.resolve())


def read_text(path: Path, name: str) -> str | Problem:
    """A file's text with composed (NFC) characters and plain line ends, or what is wrong with it."""
    try:
        content = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError as error:
        return Problem("unreadable-file", Place(name), {"reason": error.strerror or str(error)})
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        return Problem("not-utf8", Place(name, line, column), {"byte": f"0x{content[error.start]:02X}"})
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
