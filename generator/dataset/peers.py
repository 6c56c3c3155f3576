"""A unit among its peers: the units of its level whose figures may stand beside its own, with their median and middle half.

The groups are those of `comparison.py`, so nothing stands here that the rules of comparison keep apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from statistics import median, quantiles

from generator.dataset.comparability import Figure
from generator.dataset.comparison import standings_of
from generator.dataset.dataset import Dataset
from generator.dataset.medians import FEWEST_UNITS, is_independent_of_size
from generator.recall.questions import question

FEWEST_FOR_HALF = 5
"""Of four units the middle half is what lies between two of them: their own dots say it."""


@dataclass(frozen=True)
class Peers:
    """Figures of one indicator and breakdown, one a unit of one level, the unit's own among them.

    `of_one_time` is false where they are of the same kind of period in different years.
    """

    unit: str
    figures: tuple[Figure, ...]
    of_one_time: bool

    @property
    def own(self) -> Figure:
        return next(each for each in self.figures if each.unit.id == self.unit)

    @property
    def middle(self) -> Decimal:
        """The median of all, the unit's own figure counted."""
        return median(self._values)

    @property
    def half(self) -> tuple[Decimal, Decimal] | None:
        """Where the middle half begins and ends; None of few units."""
        if len(self.figures) < FEWEST_FOR_HALF:
            return None
        first, _, third = quantiles(self._values, n=4, method="inclusive")
        return first, third

    @property
    def _values(self) -> list[Decimal]:
        return [each.observation.exact or Decimal() for each in self.figures]


@question
def peers_of(dataset: Dataset, unit: str, indicator: str) -> tuple[Peers, ...]:
    """The peers of a unit in what may be compared whatever the size of a unit, one a breakdown; none where there are fewer than three."""
    found = dataset.catalogue.indicators.get(indicator)
    if found is None or unit not in dataset.catalogue.units or not is_independent_of_size(found, dataset):
        return ()
    level = dataset.catalogue.units[unit].level
    peers = []
    for standing in standings_of(dataset, indicator):
        for group in standing.groups:
            figures = tuple(
                each.figure
                for each in group.placings
                if each.figure.unit.level is level and each.figure.observation.exact is not None
            )
            if len(figures) >= FEWEST_UNITS and any(each.unit.id == unit for each in figures):
                peers.append(Peers(unit, figures, len({each.moment for each in figures}) == 1))
                break
    return tuple(peers)
