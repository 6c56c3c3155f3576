"""A report that is dated before the period it covers had ended, and does not say up to when its figures go."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.audit.said import day_said, period_said
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.observation import Observation
from generator.model.report import Report
from generator.problems import Problem, ProblemKind, Severity


class DatedBeforeEnd(Check):
    """Reports are often asked for before a quarter ends; then they say up to which day their figures go."""

    kind = ProblemKind(
        "dated-before-end",
        N_("The report is dated {date}, before its period, {period}, had ended on {end}."),
        N_(
            "If the report says up to which day its figures go, add covers or as_of where it says so: at the document, a table, a column or a passage."
        ),
        Severity.CONTRADICTION,
        title=N_("A report dated before its period had ended"),
        explanation=N_(
            "Figures for a whole period cannot be known before it ends, so they are estimates or leave its last weeks out. It "
            "is no contradiction where the report says up to which day its figures go: as_of or covers in its file."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Reports that are too early and do not say why."""
        for report in dataset.catalogue.reports.values():
            document, end = report.document, report.period.end
            if document.date is not None and document.date.last_day < end and not _explained(report, dataset):
                words = {
                    "date": day_said(document.date),
                    "period": period_said(report.period),
                    "end": day_said(end),
                }
                yield Finding(Problem("dated-before-end", document.place_of("date"), words))


def _explained(report: Report, dataset: Dataset) -> bool:
    """Whether the report says up to which day its figures go, at the document or nearer, and that this day was past when it was written."""
    document = report.document
    said = [document.covers.last if document.covers else document.as_of]
    said += [each.days.last for each in dataset.by_report(report.id) if _is_newest(each, report)]
    return document.date is not None and any(
        day is not None and day.first_day <= document.date.last_day for day in said
    )


def _is_newest(figure: Observation, report: Report) -> bool:
    """Whether a figure is of the last time that the report speaks of: a day given to an earlier year explains nothing."""
    return figure.period.end.year == report.period.end.year and not figure.days.of_document
