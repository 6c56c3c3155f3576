"""What stands in the cells of a form's workbook: labels, units of measure, present figures, what may be typed, and what is compared with what. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from generator.i18n.formats import is_rate
from generator.i18n.messages import N_, translate
from generator.importing.mapping.tables import Vocabulary
from generator.importing.workbook.compared import Equation, equations_of, terms_of_rate
from generator.importing.workbook.entries import Entry, entries_of
from generator.load.cells import column_code, placed_cells
from generator.load.columns import table_columns
from generator.load.several import printed_as, several
from generator.load.stated import read_stated
from generator.model.form import CellFigure, Cells, Column, Form, Row, Table
from generator.model.header import groups_above
from generator.model.indicator import Measure, MeasureType
from generator.model.observation import Status
from generator.model.report import STATUSES as STATUSES_OF_FILES
from generator.model.report import Cell, Report, ReportColumn, RowValues
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
    figures: Mapping[str, str] = field(default_factory=dict)
    """The same of a cell of several figures that the file has one by one."""
    told: str = ""
    """What is said to whoever fills in the cell."""


@dataclass(frozen=True)
class Line:
    """A row of a sheet. `compared` are the codes of the rows of a rate's two terms; `entry` is what it is in a list that the report brings."""

    code: str
    number: str
    label: str
    measure: str
    heading: bool
    fields: tuple[Field, ...] = ()
    compared: tuple[str, str] | None = None
    entry: Entry | None = None


@dataclass(frozen=True)
class Sheet:
    """A table of a form: its columns by code and head, its rows, and what holds between the columns of each."""

    table: str
    name: str
    title: str
    columns: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    equations: tuple[Equation, ...] = ()


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
    """The workbook of a form; with a report, its present figures stand in it.

    Below a row that lists stand the rows that the report brings, else the units below that unit as far as they are known.
    """
    names: set[str] = set()
    made = _Maker(words, lang, unit, period, report)
    sheets = tuple(made.sheet(table, _name(table.id, names)) for table in form.tables)
    return Book(form.id, form.names.in_language(lang), lang, unit, period, sheets)


@dataclass(frozen=True)
class _Maker:
    """Makes the sheets of one book."""

    words: Vocabulary
    lang: str
    unit: str
    period: str
    report: Report | None

    def sheet(self, table: Table, name: str) -> Sheet:
        columns = _columns(table, self.report)
        heads = tuple((_code(table, each), _head(table, each, self.lang)) for each in columns)
        values = self.report.tables.get(table.id) if self.report is not None else None
        entries = entries_of(table, values, self.words, self.lang, self.unit, self.period)
        lines: list[Line] = []
        for row in table.rows:
            lines.append(self.line(table, row, columns))
            lines += (self.line_of_list(table, row, columns, each) for each in entries.get(row.code, ()))
        equations = equations_of(table, self.lang)
        return Sheet(table.id, name, table.title.in_language(self.lang), heads, tuple(lines), equations)

    def line(self, table: Table, row: Row, columns: _Columns) -> Line:
        label = row.label.in_language(self.lang)
        if row.heading:
            return Line(row.code, row.number, label, "", heading=True)
        values = self.report.tables.get(table.id) if self.report is not None else None
        fields, measure = self.fields(table, row, columns, values.rows.get(row.code) if values is not None else None)
        return Line(
            row.code, row.number, label, measure, False, fields, terms_of_rate(table, row, self.words.indicators)
        )

    def line_of_list(self, table: Table, row: Row, columns: _Columns, entry: Entry) -> Line:
        """A row below one that lists: its cells are read as those of the row that lists it."""
        code = f"{entry.below}.{entry.code}"
        if entry.heading:
            return Line(code, entry.number, entry.label, "", heading=True, entry=entry)
        fields, measure = self.fields(table, row, columns, entry.values)
        return Line(code, entry.number, entry.label, measure, False, fields, entry=entry)

    def fields(
        self, table: Table, row: Row, columns: _Columns, given: RowValues | None
    ) -> tuple[tuple[Field, ...], str]:
        """The cells of a row, and the unit of measure where all have the same."""
        cells = self.cells(table, given)
        fields = []
        measures = []
        for number, column in enumerate(columns):
            measure = self.words.measure_of(row, column if isinstance(column, Column) else None)
            cell = cells[number] if number < len(cells) else None
            form = several(row, column)
            code = _code(table, column)
            fields.append(_field(code, measure, cell) if form is None else self.field_of_several(code, form, cell))
            measures.append(measure.names.in_language(self.lang) if measure is not None and form is None else "")
        return tuple(fields), measures[0] if len(set(measures)) == 1 else ""

    def cells(self, table: Table, given: RowValues | None) -> list[Cell]:
        """What a report has for a row."""
        if self.report is None or given is None:
            return []
        placed = placed_cells(given, table, table_columns(table, self.report))
        return [] if isinstance(placed, Problem) else placed

    def field_of_several(self, column: str, form: Cells, cell: Cell | None) -> Field:
        """A cell of several figures: typed in one piece, as the form prints it, which the cell says itself."""
        pattern = printed_as(form, lambda figure: f"[{self.name_of(figure)}]")
        told = translate(self.lang, N_("Several figures in one cell, written so: {pattern}"), pattern=pattern)
        if cell is None:
            return Field(column, Kind.WORDS, told=told)
        if cell.value is None and not cell.figures:
            return Field(column, Kind.WORDS, status=cell.status, held=str(cell.status), told=told)
        if cell.value is not None:
            return Field(column, Kind.WORDS, value=str(cell.value), held=str(cell.value), told=told)
        given = {code: str(each) for code, each in cell.figures.items()}
        shown = cell.printed or printed_as(form, lambda figure: _shown(given.get(figure.code)))
        return Field(column, Kind.WORDS, value=shown, figures=given, told=told)

    def name_of(self, figure: CellFigure) -> str:
        """What one of several figures is called."""
        if figure.label is not None:
            return figure.label.in_language(self.lang)
        indicator = self.words.indicators.get(figure.indicator or "")
        return indicator.names.in_language(self.lang) if indicator is not None else figure.code


_MISSING = "–"


def _shown(figure: str | None) -> str:
    """One of several figures as its cell prints it; a dash where there is no number."""
    return _MISSING if figure is None or figure in STATUSES_OF_FILES else figure


_Columns = tuple[Column | ReportColumn | None, ...]


def _columns(table: Table, report: Report | None) -> _Columns:
    """The columns of a table; None stands for the one of a table that has none."""
    if isinstance(table.columns, tuple):
        return table.columns
    if table.columns == "periods" and report is not None:
        return table_columns(table, report) or (None,)
    return (None,)


def _code(table: Table, column: Column | ReportColumn | None) -> str:
    return "" if column is None or table.columns is None else column_code(column)


def _head(table: Table, column: Column | ReportColumn | None, lang: str) -> str:
    """What stands above a column, from the uppermost storey of the header down, and the number that the form gives it."""
    if column is None:
        return translate(lang, N_("Figure"))
    if not isinstance(column, Column):
        return column.label.in_language(lang) if column.label is not None else column_code(column)
    above = [each.label for each in groups_above(column, table)]
    told = " › ".join(each.in_language(lang) for each in (*above, column.label))
    return f"{told} ({column.number})" if column.number else told


def _name(table: str, names: set[str]) -> str:
    """The name of a sheet: as Excel allows it, and no two the same."""
    made = re.sub(r"[\[\]:*?/\\']", "-", table)[:28]
    while made.casefold() in names:
        made += "_"
    names.add(made.casefold())
    return made


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
