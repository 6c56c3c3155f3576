"""Targets beside a unit's figures: a mark at the very period that a target was set for, or words where the chart has no such period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.dataset.dataset import Series
from generator.dataset.verdicts import stated_threshold
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.catalogue import Catalogue
from generator.model.period import Period, PeriodKind
from generator.model.target import Target
from generator.pages.figures.figure import breakdown_name
from generator.pages.figures.levels import COMPARISONS


@dataclass(frozen=True)
class SetTarget:
    """A target of a chart: the year it is due, the value in the chart's unit of measure, and both in words."""

    year: Period
    value: Decimal
    label: str
    told: str


def targets_of(series: Sequence[Series], catalogue: Catalogue, lang: str) -> list[SetTarget]:
    """The targets of the series' unit and breakdown, or of every unit of its level, by year; none for several units."""
    if len({each.unit for each in series}) != 1:
        return []
    several = len({(each.indicator, each.breakdown) for each in series}) > 1
    found = [
        made
        for target in catalogue.targets.values()
        for each in series
        if _concerns(target, each, catalogue)
        if (made := _set_target(target, catalogue, lang, named=several))
    ]
    return sorted(found, key=lambda each: (each.year, each.value, each.told))


def _concerns(target: Target, series: Series, catalogue: Catalogue) -> bool:
    unit = catalogue.units.get(series.unit)
    if target.indicator != series.indicator or tuple(sorted(target.breakdown.items())) != series.breakdown:
        return False
    if target.unit is not None:
        return target.unit == series.unit
    return unit is not None and target.level is unit.level and target.parent in (None, unit.parent)


def _set_target(target: Target, catalogue: Catalogue, lang: str, *, named: bool) -> SetTarget | None:
    measure = catalogue.measures[catalogue.indicators[target.indicator].measure]
    threshold = stated_threshold(target, catalogue)
    year = due_year(target)
    if threshold is None or year is None:
        return None
    shown = formats.measured(threshold, measure, lang)
    breakdown = breakdown_name(tuple(sorted(target.breakdown.items())), catalogue, lang) if named else ""
    when = formats.period(target.period or year, lang, short=True)
    told = translate(
        lang,
        N_("Target {period}: {threshold}."),
        period=f"{when} ({breakdown})" if breakdown else when,
        threshold=translate(lang, COMPARISONS[target.comparison], value=shown),
    )
    # The number alone: marks of neighbouring years would write over each other, and the remarks say what it is.
    label = formats.brief(threshold, measure, lang)
    return SetTarget(year, threshold, "" if named else label, told)


def due_year(target: Target) -> Period | None:
    """The period at whose end a target is to be met: the year of its deadline, or its own last year; its own where that is part of a year."""
    if target.period is not None and target.period.kind is not PeriodKind.YEARS:
        return target.period
    if target.deadline is not None:
        return Period(target.deadline.first_day.year, target.deadline.first_day.year)
    return Period(target.period.last_year, target.period.last_year) if target.period else None
