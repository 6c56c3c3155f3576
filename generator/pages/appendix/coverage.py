"""Counts how complete a report is: the cells of its form by status, and the figures stated only in its text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from generator.dataset.completeness import completeness
from generator.model.observation import Status
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
    counted = completeness(report, context.dataset)
    rows = (
        CoverageRow(
            anchor=f"table-{each.table.id}" if each.table.id in report.tables else "",
            title=context.text(each.table.title),
            rows=len(each.table.rows),
            headings=sum(row.heading for row in each.table.rows),
            counts=each.counts,
            missing=each.missing,
        )
        for each in counted.tables
    )
    return Coverage(tuple(rows), counted.prose)
