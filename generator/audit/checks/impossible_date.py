"""A date that no calendar has, printed in a report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.audit.prose.dates import dates_in
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.place import Place
from generator.model.portions import Scope
from generator.model.report import Report
from generator.problems import Problem, ProblemKind, Severity


class ImpossibleDate(Check):
    """The report's own date, that of a document it cites, or one in a cell, a title or a subject."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "impossible-date",
        N_("The report prints the date {date}, which does not exist."),
        N_("If it is a slip of transcription, correct it; if the report prints it, leave it."),
        Severity.CONTRADICTION,
        title=N_("A date that does not exist"),
        explanation=N_(
            "What the report prints is kept, as printed_date of a cited document or in the words of a cell, because nobody "
            "but its author knows which day was meant. The calendar decides whether there is such a day."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Dates that do not exist, in the order of the report."""
        for report in dataset.catalogue.reports.values():
            for text, place in _printed(report):
                for date in dates_in(text):
                    if date.day is None:
                        yield Finding(Problem("impossible-date", place, {"date": date.text}), printed=date.text)
            for figure in dataset.by_report(report.id):
                for date in dates_in(" ".join(filter(None, (figure.printed, figure.words)))):
                    if date.day is None:
                        yield Finding(
                            Problem("impossible-date", figure.place, {"date": date.text}), (figure,), printed=date.text
                        )


def _printed(report: Report) -> Iterator[tuple[str, Place]]:
    """What a report says of itself and of the documents it cites, in Vietnamese as printed."""
    document = report.document
    yield document.printed_date or "", document.place_of("printed_date")
    yield document.title.in_language("vi"), document.place_of("title")
    for reference in report.references:
        yield reference.printed_date or "", reference.place_of("printed_date")
        yield reference.name.in_language("vi"), reference.place_of("name")
        if reference.subject is not None:
            yield reference.subject.in_language("vi"), reference.place_of("subject")
