"""A cited document whose number names another year than its date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.audit.prose.dates import dates_in
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.place import Place
from generator.model.portions import Scope
from generator.model.report import Reference
from generator.problems import Problem, ProblemKind, Severity

_YEAR = re.compile(r"/((?:19|20)\d\d)/", re.ASCII)


class NumberContradictsDate(Check):
    """Legal documents carry the year of their date in their number: `61/2018/NĐ-CP`."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "number-contradicts-date",
        N_("“{document}” is of {number} by its number, but the report dates it in {date}."),
        N_("If it is a slip of transcription, correct it; if the report prints it, leave it."),
        Severity.CONTRADICTION,
        title=N_("The number of a document names another year than its date"),
        explanation=N_(
            "The number of a Vietnamese legal document holds the year in which it was issued, so number and date must "
            "agree. Looked at are date and printed_date of the documents that a report cites."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Documents whose number and date name different years."""
        for report in dataset.catalogue.reports.values():
            for reference in report.references:
                numbered = _YEAR.search(reference.number or "")
                for year, place in _years(reference):
                    if numbered and int(numbered[1]) != year:
                        words = {"document": reference.name, "number": numbered[1], "date": str(year)}
                        yield Finding(Problem("number-contradicts-date", place, words), printed=str(year))


def _years(reference: Reference) -> Iterator[tuple[int, Place]]:
    """The years in which the report dates a document."""
    if reference.date is not None:
        yield reference.date.year, reference.place_of("date")
    for date in dates_in(reference.printed_date or ""):
        yield date.year, reference.place_of("printed_date")
