"""Reads a file of any format into a document. What is not plain text is read by a process of its own, of bounded memory and time."""

from __future__ import annotations

from pathlib import Path

from generator.importing.document import Document
from generator.importing.reading.faults import EMPTY, NOT_TEXT, TOO_LARGE, UNKNOWN_FORMAT, UnreadableError
from generator.importing.reading.text import read_text

LARGEST = 50_000_000
"""Bytes; a report with its annexes has a few millions, most of them pictures."""
LARGEST_TEXT = 5_000_000
TEXTS = frozenset({".txt", ".tsv", ".md"})
OTHERS = frozenset(
    {".docx", ".docm", ".xlsx", ".xlsm", ".xls", ".ods", ".odt", ".html", ".htm", ".pdf", ".doc", ".rtf"}
)
FORMATS = TEXTS | OTHERS


def is_readable(path: Path) -> bool:
    """Whether the name of a file is that of a format that can be read; what Word and LibreOffice put beside open files is none."""
    return path.suffix.lower() in FORMATS and not path.name.startswith(("~$", ".~", "."))


def begin_reading(path: Path) -> Document | None:
    """The document in a file of plain text; None for any other format, which `Readers` reads. Raises UnreadableError, or OSError."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise UnreadableError(UNKNOWN_FORMAT, file=path.name, formats=", ".join(sorted(FORMATS)))
    size = path.stat().st_size
    if not size:
        raise UnreadableError(EMPTY, file=path.name)
    limit = LARGEST_TEXT if suffix in TEXTS else LARGEST
    if size > limit:
        raise UnreadableError(TOO_LARGE, file=path.name, limit=f"{limit // 1_000_000} MB")
    return read_text(path.name, _text(path)) if suffix in TEXTS else None


def read_document(path: Path) -> Document:
    """The document in a file of any format. Raises UnreadableError, or OSError."""
    made = begin_reading(path)
    if made is not None:
        return made
    from generator.importing.reading.apart import Readers

    with Readers() as readers:
        _, read = next(readers.read_all([path]))
    if isinstance(read, UnreadableError):
        raise read
    return read


def _text(path: Path) -> str:
    try:
        return str(path.read_bytes(), "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(NOT_TEXT, file=path.name) from error
