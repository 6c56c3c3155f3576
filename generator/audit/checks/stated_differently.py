"""The same thing stated with different numbers in two places of one report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.facts import Key, ReportFacts, facts, number_of
from generator.audit.finding import Finding
from generator.audit.tolerance import same_number
from generator.audit.words import found, place_words, printed_words
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.dates import PartialDate
from generator.model.observation import Observation
from generator.model.portions import Scope
from generator.model.selection import authority
from generator.problems import ProblemKind, Severity


class StatedDifferently(Check):
    """Compares all statements of one report about the same unit, period, indicator and part of a breakdown."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "stated-differently",
        N_("{figure}: {printed} in {place}, but {other} in {elsewhere}."),
        N_("Compare both places with the paper. If they were typed as printed, leave them: readers see both."),
        Severity.CONTRADICTION,
        title=N_("The same thing is stated differently in two places"),
        explanation=N_(
            "The appendix and the prose, or two tables, give different numbers for the same unit, period, indicator and part. A number with "
            "fewer digits that rounds or cuts off the other is the same number, and a rough one (“over 80 %”) is contradicted only by what it rules out."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each thing, about the most authoritative statement and the first that differs from it."""
        for report in facts(dataset):
            for key in {**report.stated, **report.rough}:
                statements = (*report.stated.get(key, ()), *report.rough.get(key, ()))
                first, *others = sorted(statements, key=authority)
                other = next((each for each in others if _differ(first, each, key, report)), None)
                if other is not None:
                    titled = None not in {first.source.table, other.source.table}
                    words = {
                        "other": printed_words(other, dataset.catalogue),
                        "place": place_words(first, dataset.catalogue, titled=titled),
                        "elsewhere": place_words(other, dataset.catalogue, titled=titled),
                    }
                    yield found(self.kind, (first, other), dataset.catalogue, words=words, marked=2)


def _differ(one: Observation, other: Observation, key: Key, report: ReportFacts) -> bool:
    """Whether two statements of one thing contradict each other; those as of different days do not, nor rough ones that allow each other."""
    if _of_other_days(one.as_of, other.as_of) or one.covers != other.covers:
        return False
    if one.rough is not None or other.rough is not None:
        return report.span(one, key).is_apart_from(report.span(other, key))
    return not same_number(number_of(one), number_of(other))


def _of_other_days(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two days cannot be one; a month can be any of its days."""
    if one is None or other is None:
        return False
    return one.last_day < other.first_day or other.last_day < one.first_day
