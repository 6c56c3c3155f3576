"""A column of a table that is empty though its time had passed when the report was dated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.audit.words import found, in_every_language
from generator.dataset.dataset import Dataset
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.observation import Observation, Status
from generator.model.period import Period
from generator.model.portions import Scope
from generator.model.report import Report
from generator.model.text import Text
from generator.problems import ProblemKind, Severity

FEWEST = 2
"""A column of fewer cells is merely an empty cell."""


class EmptyColumns(Check):
    """Looks at tables with several columns for one without a single entry."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "empty-column",
        N_("Table {table}: the column {period} is empty, though its time had passed when the report was dated."),
        N_("Compare with the paper. If the column is filled in there, enter it; if not, leave it."),
        Severity.NOTE,
        title=N_("A column is empty though its time has passed"),
        explanation=N_(
            "Forms have a column for each part of the year, and later ones are empty at first. One whose period ended on or before the date of the report, while "
            "other columns of the table are filled in, was left out."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each empty column of time that has passed."""
        for report in dataset.catalogue.reports.values():
            dated = _dated(report)
            if dated is None:
                continue
            tables: dict[str, dict[int, list[Observation]]] = defaultdict(lambda: defaultdict(list))
            for each in dataset.by_report(report.id):
                if each.source.table is not None and each.indicator in dataset.catalogue.indicators:
                    tables[each.source.table][each.source.column].append(each)
            for table, columns in tables.items():
                for cells in _passed_and_empty(columns, dated):
                    period = cells[0].period
                    yield found(
                        self.kind, (cells[0],), dataset.catalogue, words={"table": table, "period": _in_words(period)}
                    )


def _in_words(period: Period) -> Text:
    return in_every_language(lambda lang: formats.period(period, lang))


def _dated(report: Report) -> date | None:
    day = report.document.date or report.document.as_of
    return day.first_day if day is not None else None


def _passed_and_empty(columns: dict[int, list[Observation]], dated: date) -> Iterator[list[Observation]]:
    """The columns without an entry, of one past period each, in a table that has entries."""
    filled = {number for number, cells in columns.items() if any(_says_something(cell) for cell in cells)}
    for number, cells in columns.items():
        periods = {cell.period for cell in cells}
        if (
            len(cells) >= FEWEST
            and filled
            and number not in filled
            and len(periods) == 1
            and cells[0].period.end <= dated
        ):
            other = any({cell.period for cell in columns[each]} != periods for each in filled)
            if other:
                yield cells


def _says_something(cell: Observation) -> bool:
    return cell.status is not Status.NOT_REPORTED
