"""Reads Excel files of before 2007: xlrd tells merged cells, formats of numbers and fonts, which LibreOffice is not needed for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.i18n.messages import translate
from generator.importing.document import Block, Cell, Document
from generator.importing.doubts import DECODED
from generator.importing.reading.clean import clean
from generator.importing.reading.faults import ENCRYPTED, NOT_THAT_FORMAT, TOO_LARGE, TOO_MANY_SHEETS, UnreadableError
from generator.importing.reading.fonts import is_old, to_unicode
from generator.importing.reading.limits import MOST_ROWS, MOST_SHEETS
from generator.importing.reading.sheets import MARK, facts_of, kept_number, sheet_blocks, shown_number

_WIDEST = 200
_TEXT, _NUMBER, _DATE, _YES, _ERROR = 1, 2, 3, 4, 5
"""Kinds of cells, as the format numbers them."""


def read_xls(path: Path) -> Document:
    """The document in an old workbook. Raises UnreadableError."""
    import xlrd

    try:
        book = xlrd.open_workbook(path, formatting_info=True, logfile=_Silent())
    except xlrd.XLRDError as error:
        is_locked = "encrypted" in str(error).casefold()
        raise UnreadableError(ENCRYPTED if is_locked else NOT_THAT_FORMAT, file=path.name, format="Excel") from error
    if book.nsheets > MOST_SHEETS:
        raise UnreadableError(TOO_MANY_SHEETS, file=path.name, number=str(book.nsheets), limit=str(MOST_SHEETS))
    blocks: list[Block] = []
    facts: dict[str, str] = {}
    fonts: set[str] = set()
    for sheet in book.sheets():
        if sheet.name == MARK:
            facts = facts_of([sheet.row_values(number)[:2] for number in range(min(sheet.nrows, MOST_ROWS))])
        if sheet.visibility or sheet.name == MARK:
            continue
        if sheet.nrows > MOST_ROWS * 3:
            raise UnreadableError(TOO_LARGE, file=path.name, limit=f"{MOST_ROWS * 3} rows")
        merged = {(top + 1, left + 1): (right - left, bottom - top) for top, bottom, left, right in sheet.merged_cells}
        tables = sum(not hasattr(each, "text") for each in blocks)
        blocks += sheet_blocks(sheet.name, _rows(book, sheet, fonts), merged, tables + 1)
    told = tuple(translate("vi", DECODED, font=each) for each in sorted(fonts))
    return Document(path.name, tuple(blocks), told, facts)


class _Silent:
    """What the reader has to say of damaged files is for nobody."""

    def write(self, _text: str) -> None:
        pass

    def flush(self) -> None:
        pass


def _rows(book: Any, sheet: Any, fonts: set[str]) -> Iterator[tuple[int, Sequence[Cell]]]:
    for number in range(sheet.nrows):
        made = [_cell(book, each, fonts) for each in sheet.row(number)[:_WIDEST]]
        while made and not made[-1].text:
            made.pop()
        if made:
            yield number + 1, made


def _cell(book: Any, cell: Any, fonts: set[str]) -> Cell:
    if cell.ctype == _TEXT:
        return Cell(_text(book, cell, fonts))
    if cell.ctype == _NUMBER:
        number, form = kept_number(cell.value), _format(book, cell)
        return Cell(shown_number(number, form), number=number, format=form)
    if cell.ctype == _DATE:
        return Cell(_day(book, cell), format="date")
    if cell.ctype == _YES:
        return Cell("x" if cell.value else "0")
    return Cell("#", failed=True) if cell.ctype == _ERROR else Cell()


def _format(book: Any, cell: Any) -> str:
    style = book.xf_list[cell.xf_index]
    found = book.format_map.get(style.format_key)
    return str(found.format_str) if found is not None else ""


def _text(book: Any, cell: Any, fonts: set[str]) -> str:
    text = str(cell.value)
    if text.isascii():
        return clean(text)
    font = str(book.font_list[book.xf_list[cell.xf_index].font_index].name)
    if is_old(font):
        fonts.add(font)
    return clean(to_unicode(text, font))


def _day(book: Any, cell: Any) -> str:
    import xlrd

    try:
        year, month, day, *_ = xlrd.xldate_as_tuple(cell.value, book.datemode)
    except xlrd.XLDateError:
        return str(cell.value)
    return f"{day:02}/{month:02}/{year}"
