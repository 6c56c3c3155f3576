"""The median of a level: how other units of the same kind stand, where a figure can be compared across units at all."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from statistics import median

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
    told = [(None if value is None else Decimal(value), period)]
    for series in dataset.select(indicator=indicator.id):
        other = catalogue.units.get(series.unit)
        if series.unit == unit.id or other is None or other.level is not unit.level:
            continue
        if series.breakdown == breakdown:
            newest = [each for each in series.numeric if _same_kind(each.period, period)][-1:]
            told += [(each.exact, each.period) for each in newest]
    # A rough figure has no place in an order, and without it the median is of fewer units.
    known = [(number, when) for number, when in told if number is not None]
    if len(known) < FEWEST_UNITS:
        return None
    numbers, periods = [number for number, _ in known], [when for _, when in known]
    return LevelMedian(median(numbers), unit.level, len(known), min(periods), max(periods))


def _same_kind(one: Period, other: Period) -> bool:
    if one.kind is PeriodKind.YEARS:
        return other.kind is PeriodKind.YEARS and one.last_year - one.year == other.last_year - other.year
    return one.kind is other.kind and one.part == other.part
