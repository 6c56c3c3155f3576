"""The median of a level: how other units of the same kind stand, where a figure can be compared across units at all."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.dataset.dataset import Dataset
from generator.i18n.formats import is_rate
from generator.model.form import BreakdownKey
from generator.model.formula import Formula
from generator.model.indicator import Indicator, MeasureType
from generator.model.observation import Observation
from generator.model.period import Period, PeriodKind
from generator.model.unit import Level
from generator.recall.questions import question

FEWEST_UNITS = 3
"""Of two units the median says nothing that the two do not."""


@dataclass(frozen=True)
class LevelMedian:
    """The median of one figure a unit, over `units` units of a level, for periods of one kind from `first` to `last`."""

    value: Decimal
    level: Level
    units: int
    first: Period
    last: Period


def is_independent_of_size(indicator: Indicator, dataset: Dataset) -> bool:
    """Whether large and small units can be compared: percentages and what one number is for each of another, never plain counts."""
    measure = dataset.catalogue.measures[indicator.measure]
    if measure.type is not MeasureType.DECIMAL and measure.type is not MeasureType.COUNT:
        return False
    return is_rate(measure) or any(Formula.parse(written).is_quotient for written in indicator.formula)


def level_median(observation: Observation, dataset: Dataset) -> LevelMedian | None:
    """The median over the units of an observation's level: see `_median`."""
    value = None if observation.exact is None else str(observation.exact)
    return _median(
        dataset, observation.unit, observation.indicator or "", observation.breakdown, str(observation.period), value
    )


@question
def _median(
    dataset: Dataset, unit_id: str, indicator_id: str, breakdown: BreakdownKey, written: str, value: str | None
) -> LevelMedian | None:
    """The median over the units of an observation's level; None where that cannot or should not be said.

    Each unit counts once, with its newest figure of the same indicator and breakdown for the same kind of period (a first quarter
    only with first quarters). The unit of the observation counts with the observation itself.
    """
    catalogue = dataset.catalogue
    unit, indicator = catalogue.units.get(unit_id), catalogue.indicators.get(indicator_id)
    if unit is None or indicator is None or not is_independent_of_size(indicator, dataset):
        return None
    period = Period.parse(written)
    newest = _newest(dataset, indicator_id, breakdown, unit.level.value, *_kind(period))
    numbers, periods = list(newest.numbers), list(newest.periods)
    # The unit stands among them with its newest figure, which need not be this one.
    if unit_id in newest.by_unit:
        number, when = newest.by_unit[unit_id]
        numbers.pop(bisect_left(numbers, number))
        periods.pop(bisect_left(periods, when))
    if value is not None:
        insort(numbers, Decimal(value))
        insort(periods, period)
    if len(numbers) < FEWEST_UNITS:
        return None
    return LevelMedian(_middle(numbers), unit.level, len(numbers), periods[0], periods[-1])


def _middle(ordered: Sequence[Decimal]) -> Decimal:
    """The median of numbers in order; `statistics.median` would put thousands in order for each unit."""
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


@dataclass(frozen=True)
class _Newest:
    """The newest exact figures of a level for one kind of period: by unit, and the numbers and the periods each in order."""

    by_unit: Mapping[str, tuple[Decimal, Period]]
    numbers: tuple[Decimal, ...]
    periods: tuple[Period, ...]


@question
def _newest(
    dataset: Dataset, indicator: str, breakdown: BreakdownKey, level: str, kind: str, part: str, years: int
) -> _Newest:
    """A unit whose newest figure of that kind is rough is left out: it has no place in an order, and the median is of fewer units."""
    found: dict[str, tuple[Decimal, Period]] = {}
    for series in dataset.select(indicator=indicator):
        unit = dataset.catalogue.units.get(series.unit)
        if unit is None or unit.level.value != level or series.breakdown != breakdown:
            continue
        alike = [each for each in series.numeric if _kind(each.period) == (kind, part, years)]
        if alike and alike[-1].exact is not None:
            found[series.unit] = alike[-1].exact, alike[-1].period
    return _Newest(
        found,
        tuple(sorted(number for number, _ in found.values())),
        tuple(sorted(period for _, period in found.values())),
    )


def _kind(period: Period) -> tuple[str, str, int]:
    """What periods of one kind share: first quarters only go with first quarters, runs of years with runs as long."""
    if period.kind is PeriodKind.YEARS:
        return period.kind.value, "", period.last_year - period.year
    return period.kind.value, period.part, 0
