"""Counts how complete a report is: the cells of its form by status, and the figures stated only in its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.load.columns import table_columns
from generator.model.form import Table
from generator.model.form_in_report import form_of
from generator.model.observation import Observation, Status, stated_count
from generator.model.report import Report
from generator.pages.context import Context


@dataclass(frozen=True)
class CoverageRow:
    """The counts of one table: its rows and columns, and its cells by status. `anchor` leads to it on the report's page."""

    anchor: str
    title: Markup
    rows: int
    headings: int
    counts: Counter[Status]
    missing: int

    @property
    def room(self) -> int:
        """How many figures the table has room for."""
        return self.counts.total() + self.missing


@dataclass(frozen=True)
class Coverage:
    """The counts of a whole report: `stated` figures of the `room` that its form has, and `prose` in its text."""

    tables: tuple[CoverageRow, ...]
    prose: int

    @property
    def room(self) -> int:
        return sum(table.room for table in self.tables)

    @property
    def stated(self) -> int:
        return sum(number for table in self.tables for status, number in table.counts.items() if status.is_stated)


def coverage_of(report: Report, context: Context) -> Coverage:
    """The coverage of a report."""
    figures = context.dataset.by_report(report.id)
    prose = stated_count(each for each in figures if each.source.table is None and not each.part)
    return Coverage(tuple(_tables(report, figures, context)), prose)


def _tables(report: Report, figures: Sequence[Observation], context: Context) -> Iterator[CoverageRow]:
    form = form_of(report, context.catalogue)
    for table in form.tables if form else ():
        counts = Counter(each.status for each in figures if each.source.table == table.id and not each.part)
        yield CoverageRow(
            anchor=f"table-{table.id}" if table.id in report.tables else "",
            title=context.text(table.title),
            rows=len(table.rows),
            headings=sum(row.heading for row in table.rows),
            counts=counts,
            missing=_cells(table, report) - counts.total(),
        )


def _cells(table: Table, report: Report) -> int:
    """How many figures a table has room for in a report."""
    columns = len(table_columns(table, report)) or 1
    return columns * sum(not row.heading for row in table.rows)
