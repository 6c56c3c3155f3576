"""What stands in the cells of a form's workbook: labels, units of measure, present figures, what may be typed, and what is compared with what. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from generator.i18n.formats import is_rate
from generator.i18n.messages import N_, translate
from generator.importing.mapping.tables import Vocabulary
from generator.load.cells import column_code, placed_cells
from generator.load.columns import table_columns
from generator.load.stated import read_stated
from generator.model.form import Column, Form, Row, Table
from generator.model.indicator import Indicator, Measure, MeasureType
from generator.model.observation import Status
from generator.model.report import Cell, Report, ReportColumn
from generator.problems import Problem

STATUSES = {
    Status.NOT_REPORTED: N_("not reported"),
    Status.NONE_OCCURRED: N_("did not occur"),
    Status.NOT_APPLICABLE: N_("does not apply"),
}
"""Why a cell has no number, as people choose it from a list."""


class Kind(StrEnum):
    """What may be typed into a cell."""

    COUNT = "count"
    NUMBER = "number"
    RATE = "rate"
    CHOICE = "choice"
    WORDS = "words"


@dataclass(frozen=True)
class Field:
    """A cell to fill: what may be typed, what is in it (a number, or a text), and the reason why there is no number."""

    column: str
    kind: Kind
    choices: tuple[str, ...] = ()
    value: Decimal | str | None = None
    status: Status | None = None
    held: str = ""
    """The figure as the report's file has it, for comparison when the workbook comes back."""


@dataclass(frozen=True)
class Line:
    """A row of a sheet. `compared` are pairs of a rate's column and the codes of the rows of its two terms."""

    code: str
    number: str
    label: str
    measure: str
    heading: bool
    fields: tuple[Field, ...] = ()
    compared: tuple[str, str] | None = None


@dataclass(frozen=True)
class Sheet:
    """A table of a form: its columns by code and head, and its rows."""

    table: str
    name: str
    title: str
    columns: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Book:
    """The workbook of a form, in a language, with what it is known by."""

    form: str
    title: str
    lang: str
    unit: str
    period: str
    sheets: tuple[Sheet, ...]
    marks: Mapping[str, str] = field(default_factory=dict)


def book_of(
    form: Form, words: Vocabulary, lang: str, unit: str = "", period: str = "", report: Report | None = None
) -> Book:
    """The workbook of a form; with a report, its present figures stand in it."""
    names: set[str] = set()
    sheets = tuple(_sheet(table, words, lang, report, names) for table in form.tables)
    return Book(form.id, form.names.in_language(lang), lang, unit, period, sheets)


def _sheet(table: Table, words: Vocabulary, lang: str, report: Report | None, names: set[str]) -> Sheet:
    columns = _columns(table, report)
    heads = tuple((_code(table, each), _head(each, lang)) for each in columns)
    lines = tuple(_line(table, row, columns, words, lang, report) for row in table.rows)
    return Sheet(table.id, _name(table.id, names), table.title.in_language(lang), heads, lines)


def _columns(table: Table, report: Report | None) -> tuple[Column | ReportColumn | None, ...]:
    """The columns of a table; None stands for the one of a table that has none."""
    if isinstance(table.columns, tuple):
        return table.columns
    if table.columns == "periods" and report is not None:
        return table_columns(table, report) or (None,)
    return (None,)


def _code(table: Table, column: Column | ReportColumn | None) -> str:
    return "" if column is None or table.columns is None else column_code(column)


def _head(column: Column | ReportColumn | None, lang: str) -> str:
    if column is None:
        return translate(lang, N_("Figure"))
    return column.label.in_language(lang) if column.label is not None else column_code(column)


def _name(table: str, names: set[str]) -> str:
    """The name of a sheet: as Excel allows it, and no two the same."""
    made = re.sub(r"[\[\]:*?/\\']", "-", table)[:28]
    while made.casefold() in names:
        made += "_"
    names.add(made.casefold())
    return made


def _line(
    table: Table,
    row: Row,
    columns: tuple[Column | ReportColumn | None, ...],
    words: Vocabulary,
    lang: str,
    report: Report | None,
) -> Line:
    label = row.label.in_language(lang)
    if row.heading:
        return Line(row.code, row.number, label, "", heading=True)
    cells = _cells(table, row, report)
    fields = []
    measures = []
    for number, column in enumerate(columns):
        measure = words.measure_of(row, column if isinstance(column, Column) else None)
        cell = cells[number] if number < len(cells) else None
        fields.append(_field(_code(table, column), measure, cell))
        measures.append(measure.names.in_language(lang) if measure is not None else "")
    shown = measures[0] if len(set(measures)) == 1 else ""
    return Line(row.code, row.number, label, shown, False, tuple(fields), _compared(table, row, words.indicators))


def _cells(table: Table, row: Row, report: Report | None) -> list[Cell]:
    """What a report has for a row."""
    values = report.tables.get(table.id) if report is not None else None
    given = values.rows.get(row.code) if values is not None else None
    if report is None or given is None:
        return []
    placed = placed_cells(given, table, table_columns(table, report))
    return [] if isinstance(placed, Problem) else placed


def _field(column: str, measure: Measure | None, cell: Cell | None) -> Field:
    kind, choices = _kind(measure)
    if cell is None:
        return Field(column, kind, choices)
    if cell.value is None:
        return Field(column, kind, choices, status=cell.status, held=str(cell.status))
    value: Decimal | str = str(cell.value)
    if measure is not None and kind in {Kind.COUNT, Kind.NUMBER, Kind.RATE}:
        read = read_stated(cell.value, measure, cell)
        if not isinstance(read, Problem) and read.rough is None:
            value = read.value
    return Field(column, kind, choices, value=value, held=str(cell.value))


def _kind(measure: Measure | None) -> tuple[Kind, tuple[str, ...]]:
    if measure is None or measure.type is MeasureType.TEXT:
        return Kind.WORDS, ()
    if measure.type is MeasureType.YES_NO:
        return Kind.CHOICE, tuple(words[0] for words in measure.words.values() if words)
    if is_rate(measure):
        return Kind.RATE, ()
    return (Kind.COUNT if measure.type is MeasureType.COUNT else Kind.NUMBER), ()


def _compared(table: Table, row: Row, indicators: Mapping[str, Indicator]) -> tuple[str, str] | None:
    """The rows of the two terms of a rate, where each is in one row of the table with the same breakdown."""
    indicator = indicators.get(row.indicator or "")
    for formula in indicator.formula if indicator is not None else ():
        terms = list(_terms(formula))
        if len(terms) == 2:  # noqa: PLR2004 - a rate is of two terms
            rows = [_row_of(table, term, row) for term in terms]
            if rows[0] is not None and rows[1] is not None:
                return rows[0], rows[1]
    return None


def _terms(formula: str) -> Iterator[str]:
    """Both terms of a formula that is a fraction."""
    parts = formula.split(" / ")
    if len(parts) == 2 and not any(sign in formula for sign in (" + ", " - ")):  # noqa: PLR2004 - likewise
        yield from parts


def _row_of(table: Table, indicator: str, like: Row) -> str | None:
    found = [each.code for each in table.rows if each.indicator == indicator and each.breakdown == like.breakdown]
    return found[0] if len(found) == 1 else None
