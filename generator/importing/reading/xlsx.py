"""Reads Excel files of today: openpyxl reads values and their formats row by row; merged cells and formulas without a value are looked up beside it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from pathlib import Path
from typing import Any
from xml.parsers import expat

from generator.importing.document import Block, Cell, Document
from generator.importing.doubts import DECODED, DRAWN, MARKED, STRUCK, Doubt
from generator.importing.reading.clean import clean
from generator.importing.reading.drawings import Drawn, column_of, drawn_over, words_told
from generator.importing.reading.faults import NOT_THAT_FORMAT, TOO_LARGE, TOO_MANY_SHEETS, UnreadableError
from generator.importing.reading.fonts import is_old, to_unicode
from generator.importing.reading.limits import MOST_CELLS, MOST_ROWS, MOST_SHEETS, check_package
from generator.importing.reading.marks import STRUCK_SIGN, parted, raised
from generator.importing.reading.markup import refuse_entities
from generator.importing.reading.sheets import MARK, Hidden, Span, facts_of, number_cell, sheet_blocks

_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?")
_YES = frozenset({"1", "true"})
_WIDEST = 200
_MOST_MERGED = 20_000


@dataclass
class _Scan:
    """What the reader of values does not tell of a sheet."""

    merged: dict[tuple[int, int], Span] = field(default_factory=dict)
    unreckoned: set[tuple[int, int]] = field(default_factory=set)
    marked: set[tuple[int, int]] = field(default_factory=set)
    """Cells whose text has marks that the reader of values does not tell: written in the cell, not among the texts that cells share."""
    drawn: list[Drawn] = field(default_factory=list)
    covered: set[tuple[int, int]] = field(default_factory=set)
    """Cells that a drawing with words lies over."""
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)

    @property
    def hidden(self) -> Hidden:
        return Hidden(frozenset(self.rows), frozenset(self.columns))


def read_xlsx(path: Path) -> Document:
    """The document in a workbook. Raises UnreadableError."""
    import openpyxl

    names = check_package(path, "Excel")
    with zipfile.ZipFile(path) as package:
        for name in names:
            if name.endswith((".xml", ".rels")):
                with package.open(name) as part:
                    refuse_entities(part.read(20_000), path.name)
        scans = {
            name: _scan(package, name, names, path)
            for name in names
            if name.startswith("xl/worksheets/") and name.endswith(".xml")
        }
    if len(scans) > MOST_SHEETS:
        raise UnreadableError(TOO_MANY_SHEETS, file=path.name, number=str(len(scans)), limit=str(MOST_SHEETS))
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False, rich_text=True)
    except (KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError) as error:
        raise UnreadableError(NOT_THAT_FORMAT, file=path.name, format="Excel") from error
    blocks: list[Block] = []
    facts: dict[str, str] = {}
    fonts: set[str] = set()
    told: list[Doubt] = []
    tables = 0
    # In a workbook of ours the codes of rows are hidden, and numbers are what was typed, whatever is shown.
    is_ours = MARK in book.sheetnames
    for sheet in book.worksheets:
        if sheet.title == MARK:
            sheet.reset_dimensions()
            facts = facts_of(sheet.iter_rows(max_row=MOST_ROWS, values_only=True))
        elif sheet.sheet_state == "visible":
            scan = scans.get(str(getattr(sheet, "_worksheet_path", "")).lstrip("/"), _Scan())
            hidden = Hidden() if is_ours else scan.hidden
            rows = _rows(sheet, scan, path, fonts, is_ours=is_ours)
            made = list(sheet_blocks(sheet.title, rows, scan.merged, tables + 1, hidden))
            tables += sum(not hasattr(each, "text") for each in made)
            blocks += made
            told += [*hidden.told(sheet.title), *words_told(sheet.title, scan.drawn)]
    book.close()
    told += [Doubt(DECODED, {"font": each}) for each in sorted(fonts)]
    return Document(path.name, tuple(blocks), tuple(told), facts)


def _rows(
    sheet: Any, scan: _Scan, path: Path, fonts: set[str], *, is_ours: bool
) -> Iterator[tuple[int, Sequence[Cell]]]:
    """The rows with something in them."""
    sheet.reset_dimensions()
    filled = cells = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        made = [
            _failed_cell()
            if each.value is None and (number, column) in scan.unreckoned
            else _cell(each, fonts, is_ours=is_ours)
            for column, each in enumerate(row[:_WIDEST], 1)
        ]
        made = [_doubted(each, (number, column), scan) for column, each in enumerate(made, 1)]
        while made and not (made[-1].text or made[-1].failed or made[-1].doubts):
            made.pop()
        if made:
            filled += 1
            cells += len(made)
            if filled > MOST_ROWS or cells > MOST_CELLS:
                raise UnreadableError(TOO_LARGE, file=path.name, limit=f"{MOST_ROWS} rows")
            yield number, made


def _doubted(cell: Cell, place: tuple[int, int], scan: _Scan) -> Cell:
    """A cell with what is to be said of its place."""
    said = [MARKED] if place in scan.marked else []
    said += [DRAWN] if place in scan.covered and cell.text else []
    return replace(cell, doubts=(*cell.doubts, *said)) if said else cell


def _failed_cell() -> Cell:
    """A cell whose formula nobody reckoned: not a blank one."""
    return Cell("=", failed=True)


def _cell(cell: Any, fonts: set[str], *, is_ours: bool) -> Cell:
    """A cell as it is shown."""
    value = cell.value
    if value is None:
        return Cell()
    if cell.has_style and getattr(cell.font, "strike", False):
        return Cell(doubts=(STRUCK,))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_cell(value, str(cell.number_format or ""), as_kept=is_ours)
    if isinstance(value, date | time):
        shown = f"{value.day:02}/{value.month:02}/{value.year}" if isinstance(value, date) else value.isoformat()
        return Cell(shown, format="date")
    if isinstance(value, bool):
        return Cell("x" if value else "0")
    text, doubts = parted(_words(value, cell, fonts))
    return Cell(clean(text), failed=cell.data_type == "e", doubts=doubts)


def _words(value: Any, cell: Any, fonts: set[str]) -> str:
    """The text of a cell; parts of it may have a font of their own, be raised or struck out."""
    from openpyxl.cell.rich_text import CellRichText

    font = getattr(cell, "font", None)
    if not isinstance(value, CellRichText):
        return _text(str(value), getattr(font, "name", None), fonts)
    made = ""
    for part in value:
        own = getattr(part, "font", None)
        if own is None:
            made += _text(str(part), getattr(font, "name", None), fonts)
        elif own.strike:
            made += STRUCK_SIGN
        else:
            text = _text(part.text, own.rFont or getattr(font, "name", None), fonts)
            made += raised(text) if own.vertAlign == "superscript" else text
    return made


def _text(text: str, font: str | None, fonts: set[str]) -> str:
    if text.isascii() or not is_old(font):
        return text
    fonts.add(str(font))
    return to_unicode(text, font)


class _Scanner:
    """Reads a sheet's XML once for merged cells and formulas that nobody reckoned. Raises UnreadableError where it has too many rows."""

    def __init__(self, file: str) -> None:
        self.found = _Scan()
        self._file = file
        self._rows = 0
        self._cell = ""
        self._formula = self._value = self._in_value = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind == "row":
            self._rows += 1
            if self._rows > MOST_ROWS * 3:
                raise UnreadableError(TOO_LARGE, file=self._file, limit=f"{MOST_ROWS * 3} rows")
            if attributes.get("hidden") in _YES:
                self.found.rows.add(int(attributes.get("r", self._rows)))
        elif kind == "col" and attributes.get("hidden") in _YES:
            first, last = int(attributes.get("min", 1)), int(attributes.get("max", 1))
            self.found.columns.update(range(first, min(last, _WIDEST) + 1))
        elif kind == "c":
            self._cell, self._formula, self._value = attributes.get("r", ""), False, False
        elif kind in {"strike", "vertAlign"} and (match := _RANGE.fullmatch(self._cell)):
            self.found.marked.add((int(match[2]), column_of(match[1])))
        elif kind == "mergeCell":
            self._merge(attributes.get("ref", ""))
        self._formula = self._formula or kind == "f"
        self._in_value = kind == "v"

    def end(self, tag: str) -> None:
        kind = tag.rpartition(":")[2]
        if kind == "c" and self._formula and not self._value and (match := _RANGE.fullmatch(self._cell)):
            self.found.unreckoned.add((int(match[2]), column_of(match[1])))
        self._in_value = self._in_value and kind != "v"

    def text(self, _text: str) -> None:
        self._value = self._value or self._in_value

    def _merge(self, written: str) -> None:
        match = _RANGE.fullmatch(written)
        if match is None or not match[3] or len(self.found.merged) >= _MOST_MERGED:
            return
        left, top = column_of(match[1]), int(match[2])
        if left <= _WIDEST:
            self.found.merged[top, left] = (min(column_of(match[3]), _WIDEST) - left + 1, int(match[4]) - top + 1)


def _scan(package: zipfile.ZipFile, name: str, names: Sequence[str], path: Path) -> _Scan:
    """What the reader of values does not tell of a sheet. Raises UnreadableError where it is too large or no XML."""
    scanner = _Scanner(path.name)
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = scanner.begin, scanner.end
    parser.CharacterDataHandler = scanner.text
    try:
        with package.open(name) as part:
            parser.ParseFile(part)
        drawn = drawn_over(package, names, name)
    except (ET.ParseError, expat.ExpatError, zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
        raise UnreadableError(NOT_THAT_FORMAT, file=path.name, format="Excel") from error
    scanner.found.drawn = drawn
    scanner.found.covered = {cell for each in drawn for cell in each.cells()}
    return scanner.found
