"""XLSX for people: real numbers and dates, text that is never a formula, sources as links, and a sheet that explains the columns.

The same sheets give the same bytes: no time, no path and no name of the machine is in the file.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.exports.columns import Value

_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the format has no time zones; any fixed moment serves
_LONGEST_TEXT = 32_767
MOST_LINKS = 65_000
"""Excel opens no sheet with more links than 65,530."""
MOST_ROWS = 1_000_000
"""A sheet ends with row 1,048,576, and XlsxWriter leaves out what follows without a word."""
_MOST_IN_MEMORY = 10_000
"""Rows. Each takes 10 KB in memory while it waits to be written."""
_WIDEST, _NARROWEST = 48, 9
_HEAD_HEIGHT = 45
"""Points, for three lines."""
_ROWS_MEASURED = 200


@dataclass(frozen=True)
class Sheet:
    """A sheet with a header. `links` has, for a column's index, the address of each row's cell; `heads` are words above the header, if there are any."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    links: tuple[tuple[int, tuple[str, ...]], ...] = ()
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Merged:
    """A cell of a header over several rows or columns, counted from 0 below the title."""

    row: int
    column: int
    rows: int
    columns: int
    words: str


@dataclass(frozen=True)
class PrintedSheet:
    """A table as the paper prints it: its title, a header of several storeys, the numbers of its columns if it has some, and its rows.

    `headings` are the rows whose label spans the whole width.
    """

    name: str
    title: str
    head: tuple[Merged, ...]
    storeys: int
    numbers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    headings: frozenset[int]
    width: int


def xlsx_bytes(sheets: Sequence[Sheet], title: str, licence: str, printed: Sequence[PrintedSheet] = ()) -> bytes:
    """A workbook of these sheets, those as printed behind the others."""
    target = io.BytesIO()
    # Tables as printed have cells over several rows, which can only be written while all rows are there.
    large = not printed and sum(len(each.rows) for each in sheets) > _MOST_IN_MEMORY
    with tempfile.TemporaryDirectory() if large else nullcontext() as folder:
        # Either way XlsxWriter dates the parts of the archive in 1980, whatever the clock and time zone.
        # A sheet of a country is larger than 4 GB before it is packed.
        options = {"constant_memory": True, "tmpdir": folder, "use_zip64": True} if large else {"in_memory": True}
        workbook = xlsxwriter.Workbook(target, options)
        workbook.set_properties({"title": title, "comments": licence, "created": _CREATED})
        formats = _Formats(workbook)
        for sheet in sheets:
            _write_sheet(workbook.add_worksheet(sheet.name), sheet, formats)
        for each in printed:
            _write_printed(workbook.add_worksheet(each.name), each, formats)
        workbook.close()
    return target.getvalue()


class _Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self.header = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#EEF2F6", "valign": "top"})
        self.head = workbook.add_format({"bold": True, "bg_color": "#EEF2F6", "valign": "top", "text_wrap": True})
        self.id = workbook.add_format({"font_color": "#5B6670", "font_size": 8, "bottom": 1, "bg_color": "#EEF2F6"})
        self.title = workbook.add_format({"bold": True})
        self.boxed = workbook.add_format(
            {
                "bold": True,
                "border": 1,
                "bg_color": "#EEF2F6",
                "align": "center",
                "valign": "vcenter",
                "text_wrap": True,
            }
        )
        self.number_of_column = workbook.add_format({"italic": True, "border": 1, "align": "center"})
        self.label = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.heading = workbook.add_format({"bold": True})
        self.link = workbook.add_format({"font_color": "#0B4F8A", "underline": 1})
        self.day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self._numbers: dict[int, Format] = {}

    def number(self, value: Decimal) -> Format:
        """Grouped thousands, and as many decimals as the figure carries."""
        exponent = value.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        if decimals not in self._numbers:
            pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._workbook.add_format({"num_format": pattern})
        return self._numbers[decimals]


def _write_sheet(worksheet: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    below = 1 if sheet.heads else 0
    # Row by row from the top: of a large table, what stands above the current row is written already.
    if sheet.heads:
        worksheet.set_row(0, _HEAD_HEIGHT)
    for column, words in enumerate(sheet.heads):
        worksheet.write_string(0, column, words, formats.head)
    for column, name in enumerate(sheet.header):
        worksheet.write_string(below, column, name, formats.id if sheet.heads else formats.header)
    worksheet.freeze_panes(below + 1, 0)
    if sheet.rows:
        worksheet.autofilter(below, 0, below + len(sheet.rows), len(sheet.header) - 1)
    links = dict(sheet.links)
    for number, row in enumerate(sheet.rows):
        place = number + below + 1
        for column, value in enumerate(row):
            if value is None:
                continue
            address = links[column][number] if column in links else ""
            # Most cells are plain text, and of cells there are millions.
            if isinstance(value, str) and not address:
                worksheet.write_string(place, column, value[:_LONGEST_TEXT])
            else:
                _write_cell(worksheet, place, column, value, address, formats)
    for column, width in enumerate(_widths(sheet)):
        worksheet.set_column(column, column, width)


def _write_printed(worksheet: Worksheet, sheet: PrintedSheet, formats: _Formats) -> None:
    worksheet.write_string(0, 0, sheet.title, formats.title)
    for cell in sheet.head:
        first, last = 1 + cell.row, cell.row + cell.rows
        if cell.rows * cell.columns > 1:
            worksheet.merge_range(first, cell.column, last, cell.column + cell.columns - 1, cell.words, formats.boxed)
        else:
            worksheet.write_string(first, cell.column, cell.words, formats.boxed)
    top = 1 + sheet.storeys
    for column, printed in enumerate(sheet.numbers):
        worksheet.write_string(top, column, printed, formats.number_of_column)
    top += bool(sheet.numbers)
    worksheet.freeze_panes(top, 2)
    for number, row in enumerate(sheet.rows):
        if number in sheet.headings:
            worksheet.merge_range(top + number, 1, top + number, sheet.width - 1, str(row[1]), formats.heading)
        for column, value in enumerate(row):
            if value is None or (number in sheet.headings and column):
                continue
            if column == 1:
                worksheet.write_string(top + number, column, str(value)[:_LONGEST_TEXT], formats.label)
            else:
                _write_cell(worksheet, top + number, column, value, "", formats)
    worksheet.set_column(0, 0, _NARROWEST)
    worksheet.set_column(1, 1, _WIDEST)
    worksheet.set_column(2, sheet.width - 1, 14)


def _write_cell(worksheet: Worksheet, row: int, column: int, value: Value, address: str, formats: _Formats) -> None:
    if isinstance(value, bool):
        worksheet.write_boolean(row, column, value)
    elif isinstance(value, Decimal):
        worksheet.write_number(row, column, float(value), formats.number(value))
    elif isinstance(value, int):
        worksheet.write_number(row, column, value)
    elif isinstance(value, date):
        worksheet.write_datetime(row, column, datetime(value.year, value.month, value.day), formats.day)  # noqa: DTZ001
    elif address:
        worksheet.write_url(row, column, address, formats.link, str(value)[:_LONGEST_TEXT])
    else:
        worksheet.write_string(row, column, str(value)[:_LONGEST_TEXT])


def _widths(sheet: Sheet) -> list[int]:
    """Widths in characters, from the header and the first rows."""
    shown = sheet.rows[:_ROWS_MEASURED]
    return [
        min(_WIDEST, max(_NARROWEST, len(name) + 3, *(len(str(row[column] or "")) + 1 for row in shown), 0))
        for column, name in enumerate(sheet.header)
    ]
