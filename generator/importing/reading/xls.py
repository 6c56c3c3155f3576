"""Reads Excel files of before 2007: xlrd tells merged cells, formats of numbers and fonts, which LibreOffice is not needed for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.importing.document import Block, Cell, Document
from generator.importing.doubts import DECODED, DRAWN, STRUCK, Doubt
from generator.importing.reading.clean import clean
from generator.importing.reading.drawings import words_told
from generator.importing.reading.faults import ENCRYPTED, NOT_THAT_FORMAT, TOO_LARGE, TOO_MANY_SHEETS, UnreadableError
from generator.importing.reading.fonts import is_old, to_unicode
from generator.importing.reading.limits import MOST_ROWS, MOST_SHEETS
from generator.importing.reading.marks import STRUCK_SIGN, parted, raised
from generator.importing.reading.sheets import MARK, Hidden, facts_of, number_cell, sheet_blocks
from generator.importing.reading.xls_drawings import Silent, drawn_on_sheets

_WIDEST = 200
_TEXT, _NUMBER, _DATE, _YES, _ERROR = 1, 2, 3, 4, 5
"""Kinds of cells, as the format numbers them."""
_SUPERSCRIPT = 1


def read_xls(path: Path) -> Document:
    """The document in an old workbook. Raises UnreadableError."""
    import xlrd

    try:
        book = xlrd.open_workbook(path, formatting_info=True, logfile=Silent())
    except xlrd.XLRDError as error:
        is_locked = "encrypted" in str(error).casefold()
        raise UnreadableError(ENCRYPTED if is_locked else NOT_THAT_FORMAT, file=path.name, format="Excel") from error
    if book.nsheets > MOST_SHEETS:
        raise UnreadableError(TOO_MANY_SHEETS, file=path.name, number=str(book.nsheets), limit=str(MOST_SHEETS))
    blocks: list[Block] = []
    facts: dict[str, str] = {}
    fonts: set[str] = set()
    told: list[Doubt] = []
    is_ours = MARK in book.sheet_names()
    drawn = drawn_on_sheets(path.read_bytes())
    for sheet in book.sheets():
        if sheet.name == MARK:
            facts = facts_of([sheet.row_values(number)[:2] for number in range(min(sheet.nrows, MOST_ROWS))])
        if sheet.visibility or sheet.name == MARK:
            continue
        if sheet.nrows > MOST_ROWS * 3:
            raise UnreadableError(TOO_LARGE, file=path.name, limit=f"{MOST_ROWS * 3} rows")
        merged = {(top + 1, left + 1): (right - left, bottom - top) for top, bottom, left, right in sheet.merged_cells}
        tables = sum(not hasattr(each, "text") for each in blocks)
        hidden = Hidden() if is_ours else _hidden(sheet)
        over = drawn.get(sheet.name, [])
        covered = frozenset(cell for each in over for cell in each.cells())
        rows = _rows(book, sheet, covered, fonts, is_ours=is_ours)
        blocks += sheet_blocks(sheet.name, rows, merged, tables + 1, hidden)
        told += [*hidden.told(sheet.name), *words_told(sheet.name, over)]
    told += [Doubt(DECODED, {"font": each}) for each in sorted(fonts)]
    return Document(path.name, tuple(blocks), tuple(told), facts)


def _hidden(sheet: Any) -> Hidden:
    rows = frozenset(number + 1 for number, told in sheet.rowinfo_map.items() if told.hidden and number < sheet.nrows)
    columns = frozenset(number + 1 for number, told in sheet.colinfo_map.items() if told.hidden and number < _WIDEST)
    return Hidden(rows, columns)


def _rows(
    book: Any, sheet: Any, covered: frozenset[tuple[int, int]], fonts: set[str], *, is_ours: bool
) -> Iterator[tuple[int, Sequence[Cell]]]:
    for number in range(sheet.nrows):
        made = [
            _cell(book, each, sheet.rich_text_runlist_map.get((number, column), ()), fonts, is_ours=is_ours)
            for column, each in enumerate(sheet.row(number)[:_WIDEST])
        ]
        made = [
            replace(each, doubts=(*each.doubts, DRAWN)) if each.text and (number + 1, column) in covered else each
            for column, each in enumerate(made, 1)
        ]
        while made and not made[-1].text and not made[-1].doubts:
            made.pop()
        if made:
            yield number + 1, made


def _cell(book: Any, cell: Any, runs: Sequence[tuple[int, int]], fonts: set[str], *, is_ours: bool) -> Cell:
    if cell.ctype in {_TEXT, _NUMBER, _DATE} and not runs and _font(book, cell).struck_out:
        return Cell(doubts=(STRUCK,))
    if cell.ctype == _TEXT:
        text, doubts = parted(_text(book, cell, runs, fonts))
        return Cell(clean(text), doubts=doubts)
    if cell.ctype == _NUMBER:
        return number_cell(cell.value, _format(book, cell), as_kept=is_ours)
    if cell.ctype == _DATE:
        return Cell(_day(book, cell), format="date")
    if cell.ctype == _YES:
        return Cell("x" if cell.value else "0")
    return Cell("#", failed=True) if cell.ctype == _ERROR else Cell()


def _format(book: Any, cell: Any) -> str:
    style = book.xf_list[cell.xf_index]
    found = book.format_map.get(style.format_key)
    return str(found.format_str) if found is not None else ""


def _font(book: Any, cell: Any) -> Any:
    return book.font_list[book.xf_list[cell.xf_index].font_index]


def _text(book: Any, cell: Any, runs: Sequence[tuple[int, int]], fonts: set[str]) -> str:
    """The text of a cell; `runs` say from which letter on it has another font."""
    text, made = str(cell.value), ""
    begins = [(0, _font(book, cell)), *((at, book.font_list[font]) for at, font in runs)]
    ends = [at for at, _ in begins[1:]] + [len(text)]
    for (begin, font), end in zip(begins, ends, strict=True):
        part = text[begin:end]
        if font.struck_out and part:
            made += STRUCK_SIGN
            continue
        if is_old(font.name) and not part.isascii():
            fonts.add(str(font.name))
            part = to_unicode(part, font.name)
        made += raised(part) if font.escapement == _SUPERSCRIPT else part
    return made


def _day(book: Any, cell: Any) -> str:
    import xlrd

    try:
        year, month, day, *_ = xlrd.xldate_as_tuple(cell.value, book.datemode)
    except xlrd.XLDateError:
        return str(cell.value)
    return f"{day:02}/{month:02}/{year}"
