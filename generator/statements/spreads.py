"""How a headline figure spreads over units: who has the best, where the middle half lies, who moved most, and where one unit stands.

Units of one level alone stand together, of one period, with exact figures that nothing contradicts; a figure of the unit itself is never among
those of its parts. Nothing is added up here: see `sums.py`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from statistics import median, quantiles

from generator.dataset.belonging import units_within
from generator.dataset.comparability import figure as as_figure
from generator.dataset.dataset import Dataset, Series
from generator.dataset.medians import FEWEST_UNITS, is_independent_of_size
from generator.dataset.peers import FEWEST_FOR_HALF
from generator.model.form import BreakdownKey
from generator.model.indicator import Direction
from generator.model.observation import Observation
from generator.model.period import Period
from generator.model.unit import Level, Unit
from generator.recall.questions import question
from generator.statements.reading import comparable_before, is_fact

COUNTRY = ""
"""Stands for the unit that all provinces belong to, and that no report is of."""


@dataclass(frozen=True)
class Move:
    """A figure and the comparable one before it."""

    newer: Observation
    older: Observation

    @property
    def change(self) -> Decimal:
        return (self.newer.exact or Decimal()) - (self.older.exact or Decimal())


@dataclass(frozen=True)
class Spread:
    """The figures of one indicator, breakdown and period over the units of a level, the lowest first; `all_units` are those of the level.

    `half` is where the middle half begins and ends, None of few units. `moves` are those of the units of which a comparable figure of before is
    known, by how far they went, falls first.
    """

    indicator: str
    breakdown: BreakdownKey
    better: Direction
    level: Level
    figures: tuple[Observation, ...]
    middle: Decimal
    half: tuple[Decimal, Decimal] | None
    all_units: int
    moves: tuple[Move, ...]

    @property
    def period(self) -> Period:
        return self.figures[0].period

    @property
    def lowest(self) -> Observation:
        return self.figures[0]

    @property
    def highest(self) -> Observation:
        return self.figures[-1]

    @property
    def best(self) -> Observation | None:
        """The best figure; None where neither higher nor lower is better, and where several units share it."""
        if self.better is Direction.NEITHER:
            return None
        best, next_best = self.figures[:2] if self.better is Direction.LOWER else self.figures[-1:-3:-1]
        return None if best.exact == next_best.exact else best

    @property
    def units(self) -> int:
        """How many units have a figure."""
        return len(self.figures)

    def furthest(self, number: int) -> tuple[Move, ...]:
        """The moves that went furthest, whichever way, the furthest first; what did not move is none."""
        moved = [each for each in self.moves if each.change]
        return tuple(sorted(moved, key=lambda each: (-abs(each.change), each.newer.unit))[:number])

    def rank(self, figure: Observation) -> int | None:
        """The place of a figure, the best is 1 and equals share one; None where no direction is better."""
        value = figure.exact
        if self.better is Direction.NEITHER or value is None:
            return None
        if self.better is Direction.LOWER:
            return 1 + bisect_left(self._values, value)
        return 1 + len(self._values) - bisect_right(self._values, value)

    @cached_property
    def _values(self) -> list[Decimal]:
        return [each.exact or Decimal() for each in self.figures]


@question
def units_of(dataset: Dataset, unit: str, level: str) -> tuple[str, ...]:
    """The units that stand together: those of a level that belong to a unit; of the country all of today, however deep."""
    catalogue = dataset.catalogue
    if unit != COUNTRY:
        return tuple(each for each in units_within(dataset, unit) if catalogue.units[each].level.value == level)
    return tuple(each.id for each in catalogue.units.values() if each.level.value == level and each.valid_to is None)


@question
def spreads_within(dataset: Dataset, unit: str, level: str = "") -> tuple[Spread, ...]:
    """How each area's headline figure spreads over the units within a unit, in the order of areas; none of fewer than three units.

    Without a level, each is of the level that has most figures of its newest period.
    """
    return tuple(_spreads(dataset, unit, level))


@question
def spread_of(dataset: Dataset, unit: str, level: str, indicator: str) -> Spread | None:
    """One of these by its indicator."""
    return next((each for each in spreads_within(dataset, unit, level) if each.indicator == indicator), None)


def _spreads(dataset: Dataset, unit: str, level: str) -> Iterator[Spread]:
    catalogue = dataset.catalogue
    ids = units_of(dataset, unit, level) if level else units_within(dataset, unit)
    inside = [catalogue.units[each] for each in ids]
    for area in catalogue.areas.values() if len(inside) >= FEWEST_UNITS else ():
        for indicator in area.headline:
            known = catalogue.indicators.get(indicator)
            if known is None or not is_independent_of_size(known, dataset):
                continue
            found = _spread(indicator, inside, dataset)
            if found is not None:
                yield found
                break


_Key = tuple[Period, Level, BreakdownKey]


def _spread(indicator: str, inside: Iterable[Unit], dataset: Dataset) -> Spread | None:
    """The newest period for which at least three units of one level have a figure: of the whole, or else of one part, such as their own tier."""
    known = dataset.catalogue.indicators[indicator]
    by_time: dict[_Key, list[tuple[Series, Observation]]] = defaultdict(list)
    counted: Counter[Level] = Counter()
    for each in inside:
        counted[each.level] += 1
        for series in dataset.select(indicator=indicator, unit=each.id):
            for figure in series.numeric if len(series.breakdown) <= 1 else ():
                shape = as_figure(figure, each, known.kind)
                # Another time than the period's, or a part of it, is no peer of the others.
                if figure.exact is not None and shape.days is None and not shape.span.cut and is_fact(figure, dataset):
                    by_time[figure.period, each.level, series.breakdown].append((series, figure))
    full = {key: found for key, found in by_time.items() if len(found) >= FEWEST_UNITS}
    if not full:
        return None
    chosen = max(full, key=lambda key: (not key[2], key[0], _is_own_tier(key), len(full[key])))
    found = sorted(full[chosen], key=lambda pair: (pair[1].exact or Decimal(), pair[1].unit))
    values = [figure.exact or Decimal() for _, figure in found]
    first, _, third = quantiles(values, n=4, method="inclusive")
    return Spread(
        indicator=indicator,
        breakdown=chosen[2],
        better=known.better,
        level=chosen[1],
        figures=tuple(figure for _, figure in found),
        middle=median(values),
        half=(first, third) if len(found) >= FEWEST_FOR_HALF else None,
        all_units=counted[chosen[1]],
        moves=_moves(found, dataset),
    )


def _is_own_tier(key: _Key) -> bool:
    """Whether a part is that of the units' own level: of communes, what communes handle."""
    return any(category == key[1].value for _, category in key[2])


def _moves(found: Sequence[tuple[Series, Observation]], dataset: Dataset) -> tuple[Move, ...]:
    moves = [
        Move(figure, before)
        for series, figure in found
        if (before := comparable_before(series, figure, dataset)) is not None
    ]
    return tuple(sorted(moves, key=lambda each: (each.change, each.newer.unit)))
