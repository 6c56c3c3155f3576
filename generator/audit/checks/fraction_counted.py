"""A count with decimals that a report prints."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.audit.words import found
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.indicator import MeasureType
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity


class FractionCounted(Check):
    """Looks at counts for what is no whole number; without `printed`, it is a slip of transcription and told of before."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "fraction-counted",
        N_("{figure}: printed {printed}, but {measure} are counted in whole numbers."),
        N_("Compare with the paper. If it was typed as printed, leave it."),
        Severity.CONTRADICTION,
        title=N_("A count that is not a whole number"),
        explanation=N_(
            "The unit of measure counts (`type: count` in data/measures.yml): people, dossiers, documents. The figure says under `printed` that the "
            "paper shows decimals all the same. Mostly a sign is misplaced, or the cell belongs to another row."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Every count with decimals."""
        for each in dataset.catalogue.observations:
            measure = dataset.catalogue.measures.get(each.measure)
            if measure is None or measure.type is not MeasureType.COUNT or each.value is None:
                continue
            if each.indicator in dataset.catalogue.indicators and each.value != each.value.to_integral_value():
                yield found(self.kind, (each,), dataset.catalogue, words={"measure": measure.names})
