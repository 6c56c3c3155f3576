"""A date in a narrative of ours that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.audit.prose.dates import dates_in
from generator.audit.prose.text import words_of
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.load.expressions import place_in
from generator.model.portions import Scope
from generator.problems import Problem, ProblemKind, Severity


class ImpossibleDateInProse(Check):
    """Narratives and plain pages; a date that a report prints wrongly is put in quotation marks there."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "impossible-date-in-prose",
        N_("There is no such day as {date}."),
        N_("Correct it. A date that a report misprints stands in quotation marks: “{date}”."),
        Severity.WARNING,
        title=N_("A date in the prose that does not exist"),
        explanation=N_(
            "Dates written as 26/9/2022 or 26 tháng 9 năm 2022 in narratives and plain pages must be in the calendar. "
            "What a report misprints may be told to readers, in quotation marks."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Dates of ours that do not exist."""
        catalogue = dataset.catalogue
        for page in (*catalogue.narratives.values(), *catalogue.plain.values()):
            words = words_of(page.source)
            for date in dates_in(words):
                quoted = words[date.start - 1 : date.start] in {"“", '"'}
                if date.day is None and not quoted:
                    place = place_in(page, date.start)
                    yield Finding(Problem("impossible-date-in-prose", place, {"date": date.text}))
