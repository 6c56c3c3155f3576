"""Reads OpenDocument texts and sheets: what is shown stands in their XML as it is shown, which is all that is needed.

A stream of events, so that a million empty rows, which stand there as one row with a number of repetitions, cost nothing.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import InvalidOperation
from pathlib import Path
from xml.parsers import expat

from generator.importing.document import Block, Cell, Document, Paragraph, Spot, Table
from generator.importing.doubts import DECODED, DRAWN, STRUCK, Doubt
from generator.importing.reading.clean import clean
from generator.importing.reading.drawings import Drawn, column_of, words_told
from generator.importing.reading.faults import NOT_THAT_FORMAT, TOO_LARGE, TOO_MANY_SHEETS, UnreadableError
from generator.importing.reading.fonts import is_old, to_unicode
from generator.importing.reading.limits import MOST_CELLS, MOST_ROWS, MOST_SHEETS, check_package
from generator.importing.reading.marks import DRAWN_SIGN, STRUCK_SIGN, parted, raised
from generator.importing.reading.markup import refuse_entities
from generator.importing.reading.number_format import as_printed
from generator.importing.reading.odf_numbers import TAGS as LIST_TAGS
from generator.importing.reading.odf_numbers import ListNumbers
from generator.importing.reading.sheets import MARK, Hidden, Span, doubts_of, facts_of, kept_number, sheet_blocks

_WIDEST = 200
_NO_LINE = frozenset({"none", ""})
_STRUCK, _ABOVE = "struck", "above"
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_CELL = re.compile(r"\.\$?([A-Z]{1,3})\$?(\d{1,7})$")
"""The last cell under a drawing: `'Biểu 1'.C5`."""
_UNSEEN = frozenset({"collapse", "filter"})
_LEFT_OUT = frozenset(
    {
        "office:annotation",
        "text:note",
        "text:number",
        "text:tracked-changes",
        "text:deletion",
        "office:forms",
        "table:tracked-changes",
        "table:content-validations",
    }
)


def read_odf(path: Path) -> Document:
    """The document in an OpenDocument file. Raises UnreadableError."""
    form = "OpenDocument"
    check_package(path, form)
    parser = expat.ParserCreate()
    try:
        with zipfile.ZipFile(path) as package:
            content = package.read("content.xml")
            styles = package.read("styles.xml") if "styles.xml" in package.namelist() else b""
        refuse_entities(content, path.name)
        refuse_entities(styles, path.name)
        reader = _Reader(path, _numbers_of(styles), is_ours=f'table:name="{MARK}"'.encode() in content)
        parser.StartElementHandler, parser.EndElementHandler = reader.begin, reader.end
        parser.CharacterDataHandler = reader.text
        parser.Parse(content, True)
    except (expat.ExpatError, KeyError, zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise UnreadableError(NOT_THAT_FORMAT, file=path.name, format=form) from error
    told = [*reader.told, *(Doubt(DECODED, {"font": each}) for each in sorted(reader.fonts))]
    return Document(path.name, tuple(reader.blocks), tuple(told), reader.facts)


def _numbers_of(styles: bytes) -> ListNumbers:
    """What the common styles of a text say of its lists and headings."""
    numbers = ListNumbers()
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, told: numbers.begin(tag, told) if tag in LIST_TAGS else None
    parser.EndElementHandler = lambda tag: numbers.end(tag) if tag in LIST_TAGS else None
    if styles:
        parser.Parse(styles, True)
    return numbers


@dataclass
class _OpenTable:
    name: str
    rows: list[tuple[int, list[Cell]]] = field(default_factory=list)
    merged: dict[tuple[int, int], Span] = field(default_factory=dict)
    number: int = 0
    repeat: int = 1
    is_hidden: bool = False
    columns: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    cells: list[Cell] = field(default_factory=list)
    cell: dict[str, str] | None = None
    words: list[str] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)

    def begin(self, tag: str, told: dict[str, str]) -> None:
        """Take the beginning of a part of the table."""
        if tag == "table:table-row":
            self.repeat = _number(told.get("table:number-rows-repeated"))
            self.cells = []
            self.is_hidden = told.get("table:visibility") in _UNSEEN
        elif tag == "table:table-column":
            self._add_column(told)
        elif tag in {"table:table-cell", "table:covered-table-cell"}:
            self.cell = {**told, "": tag}
            self.words = []

    def _add_column(self, told: dict[str, str]) -> None:
        """Columns that are alike, of which a sheet says once whether they are seen."""
        repeat = _number(told.get("table:number-columns-repeated"))
        if told.get("table:visibility") in _UNSEEN:
            self.hidden_columns.update(range(self.columns + 1, min(self.columns + repeat, _WIDEST) + 1))
        self.columns += repeat

    def is_covered(self) -> bool:
        """Whether a drawing with words lies over the cell that is being read."""
        row, column = self.number + 1, len(self.cells) + 1
        return any(each.top <= row <= each.bottom and each.left <= column <= each.right for each in self.drawn)


class _Reader:
    """Collects blocks from events."""

    def __init__(self, path: Path, numbers: ListNumbers, *, is_ours: bool) -> None:
        self.blocks: list[Block] = []
        self.facts: dict[str, str] = {}
        self.fonts: set[str] = set()
        self.told: list[Doubt] = []
        self._undisplayed: set[str] = set()
        self._path = path
        self._numbers = numbers
        # In a workbook of ours the codes of rows are hidden, and numbers are what was typed, whatever is shown.
        self._is_ours = is_ours
        self._is_sheet = path.suffix.lower() == ".ods"
        self._styles: dict[str, str] = {}
        self._faces: dict[str, str] = {}
        self._style = ""
        self._font: list[str] = []
        self._marks: dict[str, str] = {}
        self._marked: list[str] = []
        self._tables: list[_OpenTable] = []
        self._words: list[str] = []
        self._silent = 0
        self._is_drawing = False
        self._last_cell: re.Match[str] | None = None
        self._paragraphs_of_drawing = 0
        self._drawn: list[str] = []
        self._seen = self._sheets = 0

    def begin(self, tag: str, told: dict[str, str]) -> None:
        if self._silent or tag in _LEFT_OUT or self._is_hidden_sheet(tag, told) or self._begins_drawing(tag, told):
            self._silent += 1
            self._paragraphs_of_drawing += self._is_drawing and tag in _PARAGRAPHS
        elif tag == "office:body":
            # What was said before is of formats of numbers.
            self._words = []
        elif tag.startswith("style:"):
            self._learn_font(tag, told)
        elif tag in {"text:p", "text:h", "text:span"}:
            self._begin_text(tag, told)
        elif tag in LIST_TAGS:
            self._numbers.begin(tag, told)
        elif tag in {"text:s", "text:tab", "text:line-break"}:
            self.text(" ")
        elif tag == "table:table":
            self._begin_table(told)
        elif self._tables:
            self._tables[-1].begin(tag, told)

    def _is_hidden_sheet(self, tag: str, told: dict[str, str]) -> bool:
        is_hidden = tag == "table:table" and told.get("table:style-name") in self._undisplayed
        return is_hidden and told.get("table:name") != MARK

    def _begins_drawing(self, tag: str, told: dict[str, str]) -> bool:
        """Whether it is a drawing on a sheet: it stands in the cell that it is tied to, and its words are none of that cell's."""
        self._is_drawing = self._is_sheet and tag.startswith("draw:")
        self._last_cell = _CELL.search(told.get("table:end-cell-address", ""))
        return self._is_drawing

    def _end_drawing(self) -> None:
        """Remember the words of a drawing, and that they are over the cell where it stands; one that is tied to the page stands in none."""
        words, self._drawn, self._is_drawing = " ".join("".join(self._drawn).split()), [], False
        if not words or not self._tables:
            return
        table = self._tables[-1]
        if table.cell is None:
            table.drawn.append(Drawn(words))
        else:
            table.words.append(DRAWN_SIGN)
            row, column, last = table.number + 1, len(table.cells) + 1, self._last_cell
            bottom, right = (max(row, int(last[2])), max(column, column_of(last[1]))) if last else (row, column)
            table.drawn.append(Drawn(words, row, column, bottom, right))

    def _learn_font(self, tag: str, told: dict[str, str]) -> None:
        """Remember which font a style has."""
        if tag == "style:font-face":
            self._faces[told.get("style:name", "")] = told.get("svg:font-family", "").strip("'\"")
        elif tag == "style:style":
            self._style = told.get("style:name", "")
        elif tag == "style:table-properties" and told.get("table:display") == "false":
            self._undisplayed.add(self._style)
        elif tag == "style:text-properties" and self._style:
            name = told.get("style:font-name", "")
            font = told.get("fo:font-family", "") or self._faces.get(name, name)
            if font:
                self._styles[self._style] = font.strip("'\"")
            if told.get("text:display") == "none" or not _NO_LINE.issuperset(
                told[each] for each in ("style:text-line-through-style", "style:text-line-through-type") if each in told
            ):
                self._marks[self._style] = _STRUCK
            elif _is_above(told.get("style:text-position", "")):
                self._marks[self._style] = _ABOVE

    def end(self, tag: str) -> None:
        if self._silent:
            self._silent -= 1
            if self._is_drawing and tag in _PARAGRAPHS:
                self._paragraphs_of_drawing -= 1
                self._drawn.append(" ")
            if not self._silent:
                self._end_drawing()
        elif tag in {"text:p", "text:h", "text:span"}:
            self._end_text(tag)
        elif tag in LIST_TAGS:
            self._numbers.end(tag)
        elif tag == "table:table" and self._tables:
            self._end_table()
        elif self._tables and tag == "table:table-row":
            self._end_row()
        elif self._tables and tag in {"table:table-cell", "table:covered-table-cell"}:
            self._end_cell()

    def text(self, text: str) -> None:
        if self._silent:
            if self._paragraphs_of_drawing:
                self._drawn.append(text)
            return
        font = next((each for each in reversed(self._font) if each), "")
        if is_old(font):
            self.fonts.add(font)
        words = self._tables[-1].words if self._tables else self._words
        if _STRUCK in self._marked:
            words.append(STRUCK_SIGN)
            return
        made = to_unicode(text, font or None)
        words.append(raised(made) if _ABOVE in self._marked else made)

    def _begin_text(self, tag: str, told: dict[str, str]) -> None:
        style = told.get("text:style-name", "")
        if tag != "text:span" and self._tables and self._tables[-1].words:
            self._tables[-1].words.append("\n")
        if tag != "text:span" and (number := self._numbers.number(tag, told)):
            (self._tables[-1].words if self._tables else self._words).append(f"{number} ")
        self._font.append(self._styles.get(style, ""))
        self._marked.append(self._marks.get(style, ""))

    def _end_text(self, tag: str) -> None:
        if self._font:
            self._font.pop()
            self._marked.pop()
        if tag != "text:span" and not self._tables:
            text = clean(parted("".join(self._words))[0])
            self._words = []
            if text:
                self.blocks.append(Paragraph(text, Spot(), is_heading=tag == "text:h"))

    def _begin_table(self, told: dict[str, str]) -> None:
        self._sheets += self._is_sheet
        if self._sheets > MOST_SHEETS:
            raise UnreadableError(
                TOO_MANY_SHEETS, file=self._path.name, number=f">{MOST_SHEETS}", limit=str(MOST_SHEETS)
            )
        self._tables.append(_OpenTable(told.get("table:name", "")))

    def _end_cell(self) -> None:
        table = self._tables[-1]
        told = table.cell or {}
        table.cell = None
        text, doubts = parted("".join(table.words))
        text = clean(text)
        if text and DRAWN not in doubts and table.is_covered():
            doubts = (*doubts, DRAWN)
        if self._marks.get(told.get("table:style-name", "")) == _STRUCK and text:
            text, doubts, told = "", (STRUCK,), {**told, "office:value-type": ""}
        repeat = _number(told.get("table:number-columns-repeated"))
        columns, rows = (
            _number(told.get("table:number-columns-spanned")),
            _number(told.get("table:number-rows-spanned")),
        )
        if columns > 1 or rows > 1:
            table.merged[table.number + 1, len(table.cells) + 1] = (min(columns, _WIDEST), rows)
        failed = bool(told.get("table:formula")) and text.startswith(("#", "Err:"))
        kept = _kept(told, text, as_kept=self._is_ours)
        kept["doubts"] = (*doubts, *kept.get("doubts", ()))  # type: ignore[misc]
        cell = Cell("" if told.get("") == "table:covered-table-cell" else text, failed=failed, **kept)  # type: ignore[arg-type]
        table.cells += [cell] * min(repeat, _WIDEST - min(_WIDEST, len(table.cells)))

    def _end_row(self) -> None:
        table = self._tables[-1]
        while table.cells and not (table.cells[-1].text or table.cells[-1].failed or table.cells[-1].doubts):
            table.cells.pop()
        if table.cells:
            for number in range(min(table.repeat, MOST_ROWS)):
                table.rows.append((table.number + number + 1, table.cells))
                self._seen += len(table.cells)
            if self._seen > MOST_CELLS or len(table.rows) > MOST_ROWS:
                raise UnreadableError(TOO_LARGE, file=self._path.name, limit=f"{MOST_ROWS} rows")
        if table.is_hidden:
            table.hidden_rows.update(range(table.number + 1, table.number + min(table.repeat, MOST_ROWS) + 1))
        table.number += table.repeat

    def _end_table(self) -> None:
        table = self._tables.pop()
        if self._tables:
            self._tables[-1].words += [" ".join(each.text for _, cells in table.rows for each in cells)]
            return
        number = sum(isinstance(each, Table) for each in self.blocks) + 1
        if self._is_sheet and table.name == MARK:
            self.facts = facts_of([[each.text for each in cells] for _, cells in table.rows])
        elif self._is_sheet:
            hidden = (
                Hidden() if self._is_ours else Hidden(frozenset(table.hidden_rows), frozenset(table.hidden_columns))
            )
            self.blocks += sheet_blocks(table.name, table.rows, table.merged, number, hidden)
            self.told += [*hidden.told(table.name), *words_told(table.name, table.drawn)]
        elif table.rows:
            self.blocks.append(_whole(table.rows, table.merged, number))


def _whole(rows: Sequence[tuple[int, Sequence[Cell]]], merged: dict[tuple[int, int], Span], number: int) -> Block:
    """A table of a text, whose every row is of it."""
    made = list(sheet_blocks("", [(at, cells) for at, (_, cells) in enumerate(rows, 1)], merged, number))
    found = next((each for each in made if isinstance(each, Table)), None)
    return found if found is not None and len(made) == 1 else _flat(rows, number)


def _flat(rows: Sequence[tuple[int, Sequence[Cell]]], number: int) -> Table:
    return Table(tuple(tuple(cells) for _, cells in rows), Spot(table=number), marks_spans=False)


def _kept(told: dict[str, str], text: str, *, as_kept: bool) -> dict[str, object]:
    """The number behind what a cell shows, as far as it is shown."""
    kind, value = told.get("office:value-type", ""), told.get("office:value", "")
    if kind == "date":
        return {"format": "date"}
    if kind not in {"float", "percentage", "currency"} or not value:
        return {}
    try:
        kept = kept_number(float(value))
    except (ValueError, InvalidOperation):
        return {}
    printed = as_printed(kept, text) if not as_kept else None
    if printed is None:
        # The text is no way to write this number: nought as a dash, or nothing.
        return {"number": kept, "format": "%" if kind == "percentage" else ""}
    doubts = doubts_of(kept, printed)
    return {"number": printed.number, "format": "%" if printed.in_percent else "", "doubts": doubts}


def _is_above(position: str) -> bool:
    """Whether letters stand above the line: `super 58%`, `33% 58%`."""
    first = position.split(" ", maxsplit=1)[0]
    return first == "super" or (first.endswith("%") and first[:-1].isdecimal() and int(first[:-1]) > 0)


def _number(written: str | None) -> int:
    try:
        return max(1, int(written or "1"))
    except ValueError:
        return 1
