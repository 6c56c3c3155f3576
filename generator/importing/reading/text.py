"""Reads plain text: paragraphs, and tables whose cells stand between tabs, a line a row, or a line a cell with a blank line between rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.importing.document import Block, Cell, Document, Paragraph, Spot, Table
from generator.importing.reading.clean import clean

_ONE_CELL = re.compile(r"\t[^\t]*")
_MARKS = re.compile(r"</?(?:i|b|u|p|em|strong|sup|sub|br)\s*/?>|(?<!\w)\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?!\w)")
_HEADING = re.compile(r"#{1,6} ")
_FEWEST = 3
"""A table that stands a cell a line has so many columns at least."""


def read_text(name: str, text: str) -> Document:
    """The document that a text is."""
    lines = text.replace("\r\n", "\n").replace("\f", "\n").split("\n")
    return Document(name, tuple(_blocks(lines)))


def _blocks(lines: list[str]) -> Iterator[Block]:
    at, tables = 0, 0
    while at < len(lines):
        end = _end_of_table(lines, at)
        if end > at:
            tables += 1
            rows = _rows(lines[at:end], at + 1, tables)
            if rows:
                yield Table(rows, Spot(line=at + 1, table=tables), marks_spans=False)
            at = end
            continue
        if lines[at].strip():
            yield Paragraph(
                plain(_HEADING.sub("", lines[at])), Spot(line=at + 1), is_heading=bool(_HEADING.match(lines[at]))
            )
        at += 1


def plain(text: str) -> str:
    """A text without the marks of italics and the like that other programs left in it."""
    return clean(_MARKS.sub("", text.replace("</p> <p>", " ")))


def _end_of_table(lines: list[str], start: int) -> int:
    """Behind the last line of a table that begins at a line; `start` where none does."""
    if "\t" not in lines[start].strip("\n"):
        return start
    upright = _ONE_CELL.fullmatch(lines[start]) is not None
    at = start
    while at < len(lines) and "\t" in lines[at]:
        at += 1
    if upright and at - start < _FEWEST:
        return at if not "".join(lines[start:at]).strip() else start
    if not upright:
        return at
    width = at - start
    while at < len(lines):
        ahead = at + 1
        if lines[at].strip() or ahead >= len(lines) or not _ONE_CELL.fullmatch(lines[ahead]):
            break
        end = ahead
        while end < len(lines) and _ONE_CELL.fullmatch(lines[end]):
            end += 1
        if end - ahead > width:
            break
        at = end
    return at


def _rows(lines: list[str], first: int, table: int) -> tuple[tuple[Cell, ...], ...]:
    if all(_ONE_CELL.fullmatch(line) or not line.strip() for line in lines):
        return _upright(lines, first, table)
    made = []
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        made.append(
            tuple(
                Cell(plain(each), spot=Spot(line=first + number - 1, table=table, row=number, cell=place))
                for place, each in enumerate(cells, 1)
            )
        )
    return tuple(made)


def _upright(lines: list[str], first: int, table: int) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a table that stands a cell a line."""
    rows: list[tuple[Cell, ...]] = []
    row: list[Cell] = []
    for number, line in enumerate([*lines, ""]):
        if "\t" in line:
            spot = Spot(line=first + number, table=table, row=len(rows) + 1, cell=len(row) + 1)
            row.append(Cell(plain(line), spot=spot))
        elif row:
            rows.append(tuple(row))
            row = []
    return tuple(rows) if any(cell.text for each in rows for cell in each) else ()
