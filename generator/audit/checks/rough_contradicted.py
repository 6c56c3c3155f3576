"""A rough figure that the report's exact ones rule out: “over 80 %” where they give 75 %."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.audit.check import Check
from generator.audit.facts import Key, ReportFacts, facts
from generator.audit.finding import Amount, Finding
from generator.audit.formulas import Computed, addition, compared
from generator.audit.tolerance import shown, span_of
from generator.audit.words import found
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity

_DIGITS = Decimal("0.01")


class RoughContradicted(Check):
    """Holds what a rough figure leaves possible against its formulas and the sums of its parts; nothing is reckoned with it."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "rough-contradicted",
        N_("{figure}: printed {printed}, but the report's own figures give {follows}: {arithmetic}."),
        N_("Compare with the paper. If it was typed as printed, leave it: readers see both."),
        Severity.CONTRADICTION,
        title=N_("A rough figure that exact ones rule out"),
        explanation=N_(
            "A rough figure leaves many numbers possible: “over 80 %” any above 80, a range all between its ends, “about” every one. It is "
            "contradicted only where every way to compute it from the report's exact figures gives a number that it rules out."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Rough figures that no way to compute them allows."""
        for report in facts(dataset):
            for key, figures in report.rough.items():
                for figure in figures:
                    ways = [each.computed for each in compared(report, key, figure)] + list(_added(report, key))
                    span = figure.span
                    if span is None or not ways or any(not span.is_apart_from(span_of(each.interval)) for each in ways):
                        continue
                    follows = Amount(shown(ways[0].middle, _DIGITS), report.measure(key))
                    figures_used = (figure, *ways[0].figures)
                    yield found(self.kind, figures_used, dataset.catalogue, follows=follows, steps=ways[0].steps)


def _added(report: ReportFacts, key: Key) -> Iterator[Computed]:
    """The whole as the sum of its parts, where the report states them all."""
    for parts in report.splits(key):
        if parts.is_complete:
            for each in report.sums(parts.keys):
                middle = (each.interval.low + each.interval.high) / 2
                yield Computed(each.interval, each.figures, addition(report, each.figures), middle)
