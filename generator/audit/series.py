"""Figures of one thing side by side in time, as far as they can be compared: the columns of a row, and earlier reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.dataset.dataset import Dataset
from generator.i18n.formats import is_rate
from generator.model.form import BreakdownKey
from generator.model.indicator import Indicator, IndicatorKind, Measure, MeasureType
from generator.model.observation import Observation
from generator.model.period import PeriodKind
from generator.model.selection import authority

_NUMERIC = (MeasureType.COUNT, MeasureType.DECIMAL)


@dataclass(frozen=True)
class Line:
    """Comparable numbers of one indicator, unit and part, one a period, in the order of time.

    `beside` are the numbers of the same thing for periods of another length: they cannot be compared, but show which sizes occur.
    """

    indicator: Indicator
    measure: Measure
    figures: tuple[Observation, ...]
    beside: tuple[Observation, ...] = ()


def lines(dataset: Dataset) -> Iterator[Line]:
    """All lines of the dataset. Counts of a period stand in one line only with periods of one length; runs of years in none."""
    catalogue = dataset.catalogue
    grouped: dict[tuple[str, str, BreakdownKey], dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for each in catalogue.observations:
        indicator = catalogue.indicators.get(each.indicator or "")
        measure = catalogue.measures.get(indicator.measure) if indicator else None
        if indicator is None or measure is None or measure.type not in _NUMERIC or each.value is None:
            continue
        if each.period.kind is PeriodKind.YEARS or each.rough is not None:
            continue
        any_length = indicator.kind is IndicatorKind.STOCK or is_rate(measure)
        length = "" if any_length else f"{each.period.kind}{each.period.part}"
        grouped[indicator.id, each.unit, each.breakdown][length].append(each)
    for (indicator_id, *_), by_length in grouped.items():
        indicator = catalogue.indicators[indicator_id]
        for length, figures in by_length.items():
            beside = tuple(each for other, found in by_length.items() if other != length for each in found)
            yield Line(indicator, catalogue.measures[indicator.measure], _in_time(figures), beside)


def _in_time(figures: list[Observation]) -> tuple[Observation, ...]:
    """The most authoritative figure of each period, in the order of time."""
    best = {each.period: each for each in sorted(figures, key=authority, reverse=True)}
    return tuple(sorted(best.values(), key=lambda each: each.period))
