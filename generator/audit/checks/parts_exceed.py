"""Parts that together are more than their whole, although some parts are missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.audit.check import Check
from generator.audit.facts import Key, ReportFacts, facts, number_of
from generator.audit.finding import Amount, Finding
from generator.audit.formulas import addition, formulas
from generator.audit.tolerance import shown
from generator.audit.words import found
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.catalogue import Catalogue
from generator.model.indicator import BoundKind
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity

_FEWEST = 2


class PartsExceed(Check):
    """Adds up those parts that are stated; a single one is the business of another check."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "parts-exceed",
        N_("{figure}: printed {printed}; parts of it already add up to {follows}: {arithmetic}."),
        N_("Compare with the paper. If it was typed as printed, leave it: readers see both."),
        Severity.CONTRADICTION,
        title=N_("Some parts are already more than the whole"),
        explanation=N_(
            "Some parts of a whole are blank, or are only known to lie within it: their indicator, or the one that they add up to, names the whole under "
            "`within`. So nothing can be said of their sum, except that the whole cannot be less."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Wholes below the sum of the parts that are stated."""
        lying_within = _lying_within(dataset.catalogue)
        for report in facts(dataset):
            for whole in report.stated:
                for parts in (*_incomplete(report, whole), *_within(report, whole, lying_within[whole[2]])):
                    sums = list(report.sums(parts))
                    wholes = report.amounts(whole)
                    if sums and all(each.interval.low > one.interval.high for each in sums for one in wholes):
                        figures = (wholes[0].figures[0], *sums[0].figures)
                        total = shown(sums[0].interval.low, number_of(figures[0]))
                        yield found(
                            self.kind,
                            figures,
                            dataset.catalogue,
                            follows=Amount(total, report.measure(whole)),
                            steps=addition(report, sums[0].figures),
                        )


def _incomplete(report: ReportFacts, whole: Key) -> Iterator[tuple[Key, ...]]:
    """The stated parts of a count, two or more, where another part is blank or missing."""
    if not report.is_count(whole):
        return
    unit, period, _, breakdown = whole
    for formula in formulas(report, whole):
        keys = [(unit, period, term, breakdown) for term in formula.indicators]
        stated = tuple(key for key in keys if key in report.stated)
        if set(formula.operators) == {"+"} and _FEWEST <= len(stated) < len(keys):
            yield stated
    for parts in report.splits(whole):
        if not parts.is_complete and len(parts.keys) >= _FEWEST:
            yield parts.keys


def _lying_within(catalogue: Catalogue) -> dict[str, list[str]]:
    """The indicators that are declared parts of each, by its id."""
    found: dict[str, list[str]] = defaultdict(list)
    for indicator in catalogue.indicators.values():
        for whole in dict.fromkeys(each.indicator for each in indicator.within if each.kind is BoundKind.PART):
            found[whole].append(indicator.id)
    return found


def _within(report: ReportFacts, whole: Key, lying_within: Sequence[str]) -> Iterator[tuple[Key, ...]]:
    """The stated parts of something that lies within a whole and is not stated itself; by one breakdown or one formula."""
    unit, period, _, breakdown = whole
    for indicator in lying_within:
        key = (unit, period, indicator, breakdown)
        if key in report.stated:
            continue
        yield from (parts.keys for parts in report.splits(key) if len(parts.keys) >= _FEWEST)
        added_up = (
            tuple(each for term in formula.indicators if (each := (unit, period, term, breakdown)) in report.stated)
            for formula in formulas(report, key)
            if set(formula.operators) == {"+"}
        )
        # Forms of other times part one thing otherwise; what is told is told once, by the formula that fits most.
        stated = max(added_up, key=len, default=())
        if len(stated) >= _FEWEST:
            yield stated
