"""A report that is dated before the period it covers had ended, and does not say up to when its figures go."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.i18n.said import day_said, period_said
from generator.model.observation import Observation
from generator.model.portions import Scope
from generator.model.report import Report
from generator.problems import Problem, ProblemKind, Severity


class DatedBeforeEnd(Check):
    """Reports are asked for before a period ends, mostly with figures up to the 14th of its last month: a note, no contradiction."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "dated-before-end",
        N_("The report is dated {date}, before its period, {period}, had ended on {end}."),
        N_(
            "If the report says up to which day its figures go, add covers or as_of where it says so: at the document, a table, a column or a passage."
        ),
        Severity.NOTE,
        title=N_("A report dated before its period had ended"),
        explanation=N_(
            "Official windows end on the 14th of the last month, so most reports are written before their period ends, and leave its last weeks out. That is the rule and no contradiction. "
            "Where the report says up to which day its figures go (as_of or covers in its file), there is nothing to note; where that day lies after the report itself, it is a contradiction (figures-after-report)."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Reports from before the end that do not say up to which day their figures go."""
        for report in dataset.catalogue.reports.values():
            document, end = report.document, report.period.end
            if document.date is not None and document.date.last_day < end and not _says_when(report, dataset):
                words = {
                    "date": day_said(document.date),
                    "period": period_said(report.period),
                    "end": day_said(end),
                }
                yield Finding(Problem("dated-before-end", document.place_of("date"), words))


def _says_when(report: Report, dataset: Dataset) -> bool:
    """Whether the report says up to which day its figures go, at the document or nearer; if that is later than the report, another
    check tells of it.
    """
    document = report.document
    said = (each.days.last for each in dataset.by_report(report.id) if _is_newest(each, report))
    return document.covers is not None or document.as_of is not None or any(day is not None for day in said)


def _is_newest(figure: Observation, report: Report) -> bool:
    """Whether a figure is of the last time that the report speaks of: a day given to an earlier year explains nothing."""
    return figure.period.end.year == report.period.end.year and not figure.days.of_document
