"""A unit among its peers: the units of its level whose figures may stand beside its own, with their median and middle half.

The groups are those of `comparison.py`, so nothing stands here that the rules of comparison keep apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median, quantiles

from generator.dataset.comparability import Figure
from generator.dataset.comparison import Group, standings_of
from generator.dataset.dataset import Dataset
from generator.dataset.medians import FEWEST_UNITS, is_independent_of_size
from generator.model.unit import Level
from generator.recall.questions import question

MOST_OF_A_LEVEL = 60
"""Of a level with more units than this, a unit stands among those of the same parent: nobody looks for a commune among three thousand."""
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
    parent: str = ""
    """The unit to which all of them belong, where the level has so many units that only those stand together."""

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
    known = dataset.catalogue.units.get(unit)
    if known is None:
        return ()
    peers = []
    for groups in _together(dataset, indicator):
        for group in groups:
            if unit not in group.units:
                continue
            of_level = group.by_level.get(known.level, ())
            beside = group.by_parent.get((known.level, known.parent or ""), ())
            parent = known.parent or "" if len(of_level) > MOST_OF_A_LEVEL and len(beside) >= FEWEST_UNITS else ""
            figures = beside if parent else of_level
            if len(figures) >= FEWEST_UNITS:
                peers.append(Peers(unit, figures, len({each.moment for each in figures}) == 1, parent))
                break
    return tuple(peers)


@dataclass(frozen=True)
class _Together:
    """Exact figures that may stand side by side, by level and by what the units belong to, and the units that have one."""

    units: frozenset[str]
    by_level: Mapping[Level, tuple[Figure, ...]]
    by_parent: Mapping[tuple[Level, str], tuple[Figure, ...]]


@question
def _together(dataset: Dataset, indicator: str) -> tuple[tuple[_Together, ...], ...]:
    """The groups of each breakdown: put in order once, because every unit looks for its own."""
    found = dataset.catalogue.indicators.get(indicator)
    if found is None or not is_independent_of_size(found, dataset):
        return ()
    return tuple(tuple(map(_of_group, standing.groups)) for standing in standings_of(dataset, indicator))


def _of_group(group: Group) -> _Together:
    by_level: dict[Level, list[Figure]] = defaultdict(list)
    by_parent: dict[tuple[Level, str], list[Figure]] = defaultdict(list)
    for each in group.placings:
        if each.figure.observation.exact is not None:
            unit = each.figure.unit
            by_level[unit.level].append(each.figure)
            by_parent[unit.level, unit.parent or ""].append(each.figure)
    return _Together(
        frozenset(each.unit.id for figures in by_level.values() for each in figures),
        {level: tuple(figures) for level, figures in by_level.items()},
        {key: tuple(figures) for key, figures in by_parent.items()},
    )
