"""Words of drawings on the sheets of an old workbook: xlrd reads them for its own use and gives only those of comments.

Source of the records: [MS-XLS] 2.4 (BoundSheet8, MsoDrawing, Obj, TxO) and [MS-ODRAW] 2.2 (the anchor).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.importing.reading.drawings import Drawn

_BOUND_SHEET, _BEGIN, _END, _CONTINUE, _DRAWING, _OBJECT, _TEXT = 0x85, 0x809, 0x0A, 0x3C, 0xEC, 0x5D, 0x1B6
_COMMENT = 0x19
_ANCHOR = struct.pack("<HHI", 0, 0xF010, 18)[2:]
"""How the place of a drawing begins: its kind and length, without the two bytes before."""
_STREAMS = ("Workbook", "Book")
_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Silent:
    """What xlrd has to say of damaged files is for nobody."""

    def write(self, _text: str) -> None:
        pass

    def flush(self) -> None:
        pass


@dataclass
class _Sheet:
    drawn: list[Drawn] = field(default_factory=list)
    place: tuple[int, int, int, int] = (0, 0, 0, 0)
    is_comment: bool = False
    waiting: int = 0
    """How many letters of the drawing's words are still to come."""
    words: str = ""


def drawn_on_sheets(content: bytes) -> dict[str, list[Drawn]]:
    """The drawings with words of each sheet of a workbook that xlrd could open, by its name."""
    stream = _stream(content)
    names: dict[int, str] = {}
    sheets: dict[str, _Sheet] = {}
    open_sheets: list[_Sheet] = []
    for at, kind, record in _records(stream):
        if kind == _BOUND_SHEET and len(record) > 8:  # noqa: PLR2004 - what stands before the name
            names[struct.unpack_from("<I", record)[0]] = _letters(record[7:])
        elif kind == _BEGIN:
            # A chart on a sheet is a stream of its own within the sheet's.
            open_sheets.append(sheets.setdefault(names[at], _Sheet()) if at in names else _Sheet())
        elif kind == _END and open_sheets:
            open_sheets.pop()
        elif open_sheets:
            _take(open_sheets[-1], kind, record)
    return {name: each.drawn for name, each in sheets.items() if each.drawn}


def _stream(content: bytes) -> bytes:
    """The records of a workbook, which mostly stand in a container."""
    from xlrd.compdoc import CompDoc

    if not content.startswith(_OLD_CONTAINER):
        return content
    container: Any = CompDoc(content, logfile=Silent())
    for name in _STREAMS:
        found, begin, length = container.locate_named_stream(name)
        if found:
            return bytes(found[begin : begin + length])
    return b""


def _records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Each record with its place, kind and content."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield at, kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _take(sheet: _Sheet, kind: int, record: bytes) -> None:
    """What a record says of the drawing that is being read: its place, its kind, and how many letters its words have, which follow."""
    if kind == _DRAWING and (begin := record.rfind(_ANCHOR)) >= 0 and len(record) >= begin + 24:
        _, left, _, top, _, right, right_part, bottom, bottom_part = struct.unpack_from("<9H", record, begin + 6)
        # A drawing that ends at nought of a cell ends with the cell before it.
        sheet.place = (
            top + 1,
            left + 1,
            max(top + 1, bottom + bool(bottom_part)),
            max(left + 1, right + bool(right_part)),
        )
    elif kind == _OBJECT and len(record) >= 6:  # noqa: PLR2004 - two heads and the kind of the object
        sheet.is_comment = struct.unpack_from("<H", record, 4)[0] == _COMMENT
    elif kind == _TEXT and len(record) >= 12:  # noqa: PLR2004 - what stands before and in the number of letters
        sheet.waiting, sheet.words = struct.unpack_from("<H", record, 10)[0], ""
    elif kind == _CONTINUE and sheet.waiting and record:
        words = _letters(record)
        sheet.waiting -= min(len(words), sheet.waiting)
        sheet.words += words
        if not sheet.waiting and not sheet.is_comment and (said := " ".join(sheet.words.split())):
            sheet.drawn.append(Drawn(said, *sheet.place))


def _letters(record: bytes) -> str:
    """Letters behind the byte that tells whether each is one or two bytes long."""
    return record[1:].decode("utf-16-le" if record[0] & 1 else "latin-1", errors="replace")
