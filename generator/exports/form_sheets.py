"""Tables of a report as sheets of its workbook, laid out as the paper prints them: storeys of the header, column numbers, rows and figures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.exports.columns import Value
from generator.exports.figures import Figure
from generator.exports.xlsx_file import Merged, PrintedSheet
from generator.model.catalogue import Catalogue
from generator.model.form import Table
from generator.model.form_in_report import form_of
from generator.model.header import header
from generator.model.observation import Observation
from generator.model.report import Report
from generator.model.text import DEFAULT_LANGUAGE, Text

_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_BEFORE = 2
"""The columns with the numbers and the labels of rows stand before those of the form."""


def printed_sheets(report: Report, figures: Sequence[Figure], catalogue: Catalogue) -> tuple[PrintedSheet, ...]:
    """A sheet for each table of a report whose columns the form fixes, in Vietnamese as on paper."""
    form = form_of(report, catalogue)
    cells: dict[tuple[str | None, str | None, int], list[Observation]] = defaultdict(list)
    for each in (figure.observation for figure in figures):
        if not each.part:
            cells[each.source.table, each.source.row, each.source.column].append(each)
    tables = [each for each in (form.tables if form else ()) if each.fixed_columns and each.id in report.tables]
    return tuple(_sheet(each, cells) for each in tables)


def _sheet(table: Table, cells: dict[tuple[str | None, str | None, int], list[Observation]]) -> PrintedSheet:
    width = _BEFORE + len(table.fixed_columns)
    rows = []
    for row in table.rows:
        found = [cells.get((table.id, row.code, number), []) for number in range(len(table.fixed_columns))]
        rows.append((row.number or None, _said(row.label), *map(_value, found)))
    return PrintedSheet(
        name=_NO_SHEET_NAME.sub(" ", f"Biểu {table.id}")[:_LONGEST_NAME],
        title=_said(table.title),
        head=tuple(_head(table)),
        storeys=len(header(table)),
        numbers=_numbers(table),
        rows=tuple(rows),
        headings=frozenset(number for number, row in enumerate(table.rows) if row.heading),
        width=width,
    )


def _head(table: Table) -> Iterator[Merged]:
    storeys = header(table)
    for place, said in enumerate((table.number_head, table.label_head)):
        yield Merged(0, place, len(storeys), 1, _said(said.label) if said and said.label else "")
    for level, storey in enumerate(storeys):
        for cell in storey:
            yield Merged(level, _BEFORE + cell.first, cell.storeys, cell.columns, _said(cell.said.label))


def _numbers(table: Table) -> tuple[str, ...]:
    heads = (table.number_head, table.label_head)
    numbers = (*(each.printed or "" if each else "" for each in heads), *(e.printed or "" for e in table.fixed_columns))
    return numbers if any(numbers) else ()


def _value(found: list[Observation]) -> Value:
    """The number of a cell; what the paper shows where that is more, or other, than a number; nothing in an empty cell."""
    if not found:
        return None
    first = found[0]
    if len(found) > 1 or first.rough is not None or first.out_of is not None:
        return first.printed or "; ".join(str(each.value) for each in found if each.value is not None)
    return first.value if first.value is not None else first.words or first.printed


def _said(text: Text) -> str:
    return text.in_language(DEFAULT_LANGUAGE)
