"""Figures that cover other days than the period of their report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.i18n.said import day_said, period_said
from generator.model.days import Stretch
from generator.model.observation import Observation
from generator.model.place import Place
from generator.model.portions import Scope
from generator.model.report import Report
from generator.problems import Problem, ProblemKind, Severity

_SLACK = timedelta(days=31)
"""Books are closed in the middle of a month, so a period often begins and ends a few weeks early."""


class CoversOtherDays(Check):
    """More than a month before its first day, or any day after its last."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "covers-other-days",
        N_("The report gives figures for {first} to {last}, which goes beyond its period, {period}."),
        N_("If it is a slip of transcription, correct covers; if the report says so, leave it."),
        Severity.NOTE,
        title=N_("Figures for other days than the report's period"),
        explanation=N_(
            "`covers` in its file says which days the figures of a report, a table, a column or a passage are for. Figures that cover more than their period are too high when they are compared with other reports. They may "
            "begin up to 31 days before its period, because books are closed in the middle of a month; they may not go on after "
            "its end."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Figures that cover other days, one finding for each declaration, about the first figure that it holds for."""
        for report in dataset.catalogue.reports.values():
            told: set[Stretch] = set()
            for figure in dataset.by_report(report.id):
                covers, period = figure.covers, figure.period
                if covers is None or period != report.period or covers in told:
                    continue
                told.add(covers)
                if covers.first.first_day < period.start - _SLACK or covers.last.last_day > period.end:
                    words = {
                        "first": day_said(covers.first),
                        "last": day_said(covers.last),
                        "period": period_said(period),
                    }
                    yield Finding(Problem("covers-other-days", _place(report, figure), words), (figure,))


def _place(report: Report, figure: Observation) -> Place:
    """Where the days are declared for the whole document; otherwise where the figure stands that they are nearest to."""
    of_document = figure.days.of_document and report.document.covers is not None
    return report.document.place_of("covers") if of_document else figure.place
