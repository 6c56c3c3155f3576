"""More points than the highest score, or a rank below the last."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.audit.words import found
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity


class MoreThanOutOf(Check):
    """Holds every figure that says what it is out of against that."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "more-than-out-of",
        N_("{figure}: printed {printed}, out of only {whole}."),
        N_("Compare with the paper. If it was typed as printed, leave it: readers see both."),
        Severity.CONTRADICTION,
        title=N_("A figure is more than it is out of"),
        explanation=N_(
            "Points are never more than the highest score that is printed beside them, nor is a rank more than how many are ranked."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each such figure."""
        for each in dataset.catalogue.observations:
            if each.out_of is not None and each.exact is not None and each.exact > each.out_of:
                yield found(self.kind, (each,), dataset.catalogue, words={"whole": str(each.out_of)})
