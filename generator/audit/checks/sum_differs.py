"""A whole that is not the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.facts import Key, ReportFacts, facts
from generator.audit.finding import Finding
from generator.audit.formulas import Comparison, Computed, addition, best, compare, compared
from generator.audit.tolerance import Agreement
from generator.audit.words import found
from generator.dataset.dataset import Dataset
from generator.i18n.formats import is_rate
from generator.i18n.messages import N_
from generator.model.observation import Observation
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity


class SumDiffers(Check):
    """Holds wholes against formulas that add up, and against the parts of breakdowns that leave nothing out."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "sum-differs",
        N_("{figure}: printed {printed}; its parts in the report add up to {follows}: {arithmetic}."),
        N_("Compare with the paper. If it was typed as printed, leave it: readers see both."),
        Severity.CONTRADICTION,
        title=N_("A whole is not the sum of its parts"),
        explanation=N_(
            "The parts leave nothing out and do not overlap: the indicator's formula adds them up, or `sums` names the breakdown. All of them "
            "are stated for the same unit and period. Parts that the report leaves blank are not taken for zero; then nothing is compared."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Wholes that differ from their parts; one finding a breakdown and one for all formulas together."""
        for report in facts(dataset):
            for key in report.stated:
                for fits in filter(None, _every(report, key)):
                    if fits.agreement is Agreement.DIFFERS:
                        yield found(
                            self.kind, fits.figures, dataset.catalogue, follows=fits.follows, steps=fits.computed.steps
                        )


def _every(report: ReportFacts, key: Key) -> Iterator[Comparison | None]:
    if is_rate(report.measure(key)):
        return
    for statement in report.statements(key):
        yield best(compared(report, key, statement))
        for parts in report.splits(key):
            if parts.is_complete:
                yield best(_of_parts(report, key, statement, parts.keys))


def _of_parts(report: ReportFacts, key: Key, figure: Observation, parts: tuple[Key, ...]) -> Iterator[Comparison]:
    for added in report.sums(parts):
        middle = (added.interval.low + added.interval.high) / 2
        computed = Computed(added.interval, added.figures, addition(report, added.figures), middle)
        yield compare(report, key, figure, computed)
