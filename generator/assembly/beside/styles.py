"""Joins style sheets: a page asks for one file, while their sources stay apart, each with one subject."""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r"""^@import "([^"/]+\.css)";$""", re.MULTILINE)


def joined(sheet: Path) -> tuple[str, frozenset[Path]]:
    """The text of a style sheet with each file it imports from its own folder in the place of the import, and those files.

    Relative addresses stay right, because all of them stand in one folder. Raises OSError.
    """
    names = _IMPORT.findall(sheet.read_text(encoding="utf-8"))
    parts = {name: (sheet.parent / name).read_text(encoding="utf-8").rstrip() for name in names}
    text = _IMPORT.sub(lambda match: parts[match[1]], sheet.read_text(encoding="utf-8"))
    return text, frozenset(sheet.parent / name for name in names)
