"""How complete a report is: the cells of its form by status, and the figures that only its text states."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.dataset.dataset import Dataset
from generator.load.columns import table_columns
from generator.model.form import Column, Table
from generator.model.form_in_report import form_of
from generator.model.observation import Status, stated_count
from generator.model.report import Report
from generator.recall.questions import question


@dataclass(frozen=True)
class TableCount:
    """The cells of one table of a form by status; `missing` are those of which the report says nothing at all."""

    table: Table
    counts: Counter[Status]
    missing: int

    @property
    def rows(self) -> int:
        """How many rows it has, those that the report brings itself among them."""
        return len(self.table.rows)

    @property
    def headings(self) -> int:
        """How many of them have no figures."""
        return sum(each.heading for each in self.table.rows)

    @property
    def room(self) -> int:
        """How many figures the table has room for."""
        return self.counts.total() + self.missing

    @property
    def stated(self) -> int:
        return sum(number for status, number in self.counts.items() if status.is_stated)


@dataclass(frozen=True)
class Completeness:
    """The counts of a report: table by table, and `prose` in its text."""

    tables: tuple[TableCount, ...]
    prose: int

    @property
    def room(self) -> int:
        return sum(table.room for table in self.tables)

    @property
    def stated(self) -> int:
        return sum(table.stated for table in self.tables)


def completeness(report: Report, dataset: Dataset) -> Completeness:
    """How complete a report is. A share printed inside another cell is no cell of its own."""
    return _completeness(dataset, report.id)


@question
def _completeness(dataset: Dataset, report_id: str) -> Completeness:
    report = dataset.catalogue.reports[report_id]
    figures = [each for each in dataset.by_report(report.id) if not each.part]
    form = form_of(report, dataset.catalogue)
    tables = []
    for table in form.tables if form else ():
        counts = Counter(each.status for each in figures if each.source.table == table.id)
        tables.append(TableCount(table, counts, _cells(table, report) - counts.total()))
    return Completeness(tuple(tables), stated_count(each for each in figures if each.source.table is None))


def _cells(table: Table, report: Report) -> int:
    """How many figures a table has room for in a report."""
    columns = table_columns(table, report)
    several = [len(each.figures) if isinstance(each, Column) else 0 for each in columns] or [0]
    return sum(len(row.figures) or number or 1 for row in table.rows if not row.heading for number in several)
