"""A report whose figures cover other days than its period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.i18n.said import day_said, period_said
from generator.problems import Problem, ProblemKind, Severity

_SLACK = timedelta(days=31)
"""Books are closed in the middle of a month, so a period often begins and ends a few weeks early."""


class CoversOtherDays(Check):
    """More than a month before its first day, or any day after its last."""

    kind = ProblemKind(
        "covers-other-days",
        N_("The report gives figures for {first} to {last}, which goes beyond its period, {period}."),
        N_("If it is a slip of transcription, correct covers; if the report says so, leave it."),
        Severity.NOTE,
        title=N_("Figures for other days than the report's period"),
        explanation=N_(
            "`covers` in its file says which days all figures of a report, or some of them, are for. Figures that cover more than their period are too high when they are compared with other reports. A report may "
            "begin up to 31 days before its period, because books are closed in the middle of a month; it may not go on after "
            "its end."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Reports whose figures cover other days."""
        for report in dataset.catalogue.reports.values():
            covers, period = report.document.covers, report.period
            if covers is None:
                continue
            if covers.first.first_day < period.start - _SLACK or covers.last.last_day > period.end:
                words = {
                    "first": day_said(covers.first),
                    "last": day_said(covers.last),
                    "period": period_said(period),
                }
                yield Finding(Problem("covers-other-days", report.document.place_of("covers"), words))
