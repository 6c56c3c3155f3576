"""How complete a report is: for each table of its form, how many figures are reported, empty in the source, or did not occur."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.i18n import formats
from generator.i18n.messages import N_
from generator.load.observations import table_columns
from generator.model.form import Table
from generator.model.observation import Observation, Status
from generator.model.report import Report
from generator.pages.context import Context
from generator.pages.page import Page, coverage_path


@dataclass(frozen=True)
class CoverageRow:
    """The counts of one table: its rows and columns, and its figures by status. `anchor` leads to it on the report's page."""

    anchor: str
    title: Markup
    rows: int
    headings: int
    counts: Counter[Status]
    missing: int

    @property
    def figures(self) -> int:
        """All figures that the table has room for."""
        return self.counts.total() + self.missing


def pages(context: Context) -> Iterator[Page]:
    """A coverage page for every report."""
    for report in context.catalogue.reports.values():
        name = context.report_name(report)
        figures = context.dataset.by_report(report.id)
        tables = list(_tables(report, figures, context))
        prose = [each for each in figures if each.source.table is None and not each.part]
        yield context.page(
            "coverage",
            coverage_path(report.id),
            context.say(N_("Coverage: {report}"), report=name),
            context.say(
                N_("How many figures of the report {report} are reported, empty or did not occur."), report=name
            ),
            report=report,
            report_title=f"{context.unit_name(report.unit)}: {formats.period(report.period, context.lang)}",
            tables=tables,
            totals=sum((row.counts for row in tables), Counter()),
            prose=len(prose),
            statuses=[
                (Status.REPORTED, context.say(N_("Reported"))),
                (Status.NONE_OCCURRED, context.say(N_("None occurred"))),
                (Status.NOT_APPLICABLE, context.say(N_("Not applicable"))),
                (Status.NOT_REPORTED, context.say(N_("Empty in the source"))),
            ],
        )


def _tables(report: Report, figures: list[Observation], context: Context) -> Iterator[CoverageRow]:
    form = context.catalogue.forms.get(report.form or "")
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
