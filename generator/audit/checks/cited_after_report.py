"""A report that cites a document of a later date."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.i18n.said import day_said
from generator.model.portions import Scope
from generator.problems import Problem, ProblemKind, Severity


class CitedAfterReport(Check):
    """Both dates must be known; a month without a day counts as its last day for the report, its first for the document."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "cited-after-report",
        N_("The report of {report} cites “{document}” of {date}, which is later."),
        N_("If it is a slip of transcription, correct the date; if the report prints it, leave it."),
        Severity.CONTRADICTION,
        title=N_("A document dated after the report that cites it"),
        explanation=N_(
            "A report cannot cite what was not there yet. Either its own date or that of the document is misprinted, or the "
            "text was changed later. Where only a month is known, the report counts as written on its last day and the document "
            "as issued on its first."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Documents later than the report that cites them."""
        for report in dataset.catalogue.reports.values():
            dated = report.document.date
            if dated is None:
                continue
            for reference in report.references:
                if reference.date is not None and reference.date.first_day > dated.last_day:
                    words = {
                        "report": day_said(dated),
                        "document": reference.name,
                        "date": day_said(reference.date),
                    }
                    yield Finding(Problem("cited-after-report", reference.place_of("date"), words))
