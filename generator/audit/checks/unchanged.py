"""A figure repeated unchanged across columns where it should move."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.audit.check import Check
from generator.audit.finding import Finding
from generator.audit.words import found
from generator.dataset.dataset import Dataset
from generator.i18n.formats import is_rate
from generator.i18n.messages import N_
from generator.model.indicator import IndicatorKind
from generator.model.observation import Observation
from generator.problems import ProblemKind, Severity

FEWEST = 4
"""So many equal figures in a row are no chance."""
LEAST = 20
"""Smaller numbers repeat themselves honestly: one class a year."""


class Unchanged(Check):
    """Looks along the rows of tables for what is counted anew in every period: flows and running totals."""

    kind = ProblemKind(
        "unchanged",
        N_("{figure}: printed {printed} in {count} columns in a row, though it is counted anew in each period."),
        N_("Compare with the paper. If it was typed as printed, leave it."),
        Severity.NOTE,
        title=N_("A figure is repeated unchanged"),
        explanation=N_(
            "The indicator is a flow or a running total, and a number of at least 20 is the same in four columns in a row or more. It can be right, where "
            "a sample is fixed for instance. Rates are left out: 100 % may well stay 100 %."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each stretch of equal figures."""
        rows: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
        catalogue = dataset.catalogue
        for each in catalogue.observations:
            indicator = catalogue.indicators.get(each.indicator or "")
            measure = catalogue.measures.get(each.measure)
            if indicator is None or measure is None or each.source.table is None or each.part:
                continue
            if indicator.kind is not IndicatorKind.STOCK and not is_rate(measure):
                source = each.source
                rows[source.report, source.table, source.row, indicator.id, each.unit, each.breakdown].append(each)
        for row in rows.values():
            for stretch in _stretches(row):
                yield found(self.kind, stretch, catalogue, words={"count": str(len(stretch))})


def _stretches(row: Sequence[Observation]) -> Iterator[tuple[Observation, ...]]:
    for value, group in groupby(row, key=lambda each: each.exact):
        stretch = tuple(group)
        periods = {each.period for each in stretch}
        if value is not None and value >= LEAST and len(periods) >= FEWEST:
            yield stretch
