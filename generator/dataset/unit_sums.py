"""What the units within a unit count together, beside the unit's own figure: only where an indicator is declared to add up over units.

Units of one level of government, of one period, one indicator and one part of a breakdown; each counts once, and the unit's own figure is never
among them. Who has no figure is told, so that nobody takes a part for the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.dataset.comparability import figure as as_figure
from generator.dataset.dataset import Dataset
from generator.dataset.medians import FEWEST_UNITS
from generator.model.form import BreakdownKey
from generator.model.observation import Observation
from generator.model.period import Period
from generator.model.unit import Level, Unit

GOVERNMENT = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
"""Levels of which each unit counts what is its own; an office counts what the unit counts that it belongs to."""


@dataclass(frozen=True)
class UnitSum:
    """The figures of units of one level; `missing` are the units of that level without one, `own` is the figure of the unit itself, if it states one."""

    indicator: str
    breakdown: BreakdownKey
    level: Level
    period: Period
    figures: tuple[Observation, ...]
    missing: tuple[str, ...]
    own: Observation | None

    @property
    def total(self) -> Decimal:
        return sum((each.exact or Decimal() for each in self.figures), Decimal())

    @property
    def exceeds(self) -> bool:
        """Whether the units together have more than the unit to which they belong says that it has."""
        return self.own is not None and self.own.exact is not None and self.total > self.own.exact


def unit_sums(
    dataset: Dataset, inside: Iterable[str], own: str, usable: Callable[[Observation], bool]
) -> Iterator[UnitSum]:
    """The sums over units, in the order of indicators, the newest period of each first; none of fewer than three units.

    `own` is the unit to which they belong, empty for the country. Figures that are not `usable` are as good as missing.
    """
    units = [dataset.catalogue.units[each] for each in inside]
    for level in GOVERNMENT:
        of_level = [each for each in units if each.level is level]
        for indicator in dataset.catalogue.indicators.values() if len(of_level) >= FEWEST_UNITS else ():
            if indicator.adds_over_units:
                yield from _sums(dataset, indicator.id, of_level, own, usable)


def _sums(
    dataset: Dataset, indicator: str, units: list[Unit], own: str, usable: Callable[[Observation], bool]
) -> Iterator[UnitSum]:
    kind = dataset.catalogue.indicators[indicator].kind
    by_time: dict[tuple[Period, BreakdownKey], list[Observation]] = defaultdict(list)
    for unit in units:
        for series in dataset.select(indicator=indicator, unit=unit.id):
            for each in series.numeric:
                # Of other days, or of a unit that did not exist all the time, it is no part of the same whole.
                shape = as_figure(each, unit, kind)
                if each.exact is not None and shape.days is None and not shape.span.cut and usable(each):
                    by_time[each.period, series.breakdown].append(each)
    for (period, breakdown), figures in sorted(by_time.items(), key=lambda item: item[0][0], reverse=True):
        if len(figures) < FEWEST_UNITS:
            continue
        counted = {each.unit for each in figures}
        missing = tuple(
            each.id
            for each in units
            if each.id not in counted and (each.valid_to is None or each.valid_to.last_day >= period.end)
        )
        of_own = dataset.series.get((indicator, own, breakdown)) if own else None
        beside = [each for each in of_own.numeric if each.period == period] if of_own is not None else []
        yield UnitSum(
            indicator, breakdown, units[0].level, period, tuple(figures), missing, beside[0] if beside else None
        )
