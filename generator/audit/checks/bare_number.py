"""A number typed into a narrative that the report does not know: figures are named in expressions, so that they stay right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.audit.known_numbers import KnownNumbers, known_numbers
from generator.audit.prose.numbers import numbers_in
from generator.audit.prose.text import words_of
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.load.expressions import place_in
from generator.model.portions import Scope
from generator.problems import Problem, ProblemKind, Severity


class BareNumber(Check):
    """A figure in the words of a narrative that matches no value of its report, in no unit of measure.

    Dates, years, numbers of documents, levels and articles are no figures (see `generator.audit.prose.names`).
    """

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "bare-number",
        N_("“{written}” matches no value of this report."),
        N_(
            "Name the figure with {{{{ value(…) }}}}. If the report states it only in its prose, enter it under prose "
            "in data/reports; if it is not from the report, leave it out."
        ),
        Severity.WARNING,
        title=N_("A number in the prose that the report does not have"),
        explanation=N_(
            "Every figure on the site can be followed to its source. A number typed into a narrative cannot, and it stays "
            "wrong when the figure is corrected. Numbers are compared, whatever their notation and unit of measure, with all "
            "figures of the report, what its cells and notes print, the documents it cites and the targets of the unit; "
            "rounded ones after “about” or “khoảng” count. Dates, years, numbers of documents, levels, articles and "
            "annexes are no figures, nor are words up to ten."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Every number of every narrative that its report does not know."""

        @lru_cache
        def known(report: str) -> KnownNumbers:
            return known_numbers(dataset.catalogue.reports[report], dataset)

        for (_, report, _), page in dataset.catalogue.narratives.items():
            if report not in dataset.catalogue.reports:
                continue
            for number in numbers_in(words_of(page.source)):
                if not known(report).has(number):
                    yield Finding(Problem("bare-number", place_in(page, number.start), {"written": number.text}))
