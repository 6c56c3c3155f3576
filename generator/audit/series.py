"""Figures of one thing side by side in time, as far as they can be compared: the columns of a row, and earlier reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.dataset.dataset import Dataset
from generator.i18n.formats import is_rate
from generator.model.indicator import Indicator, IndicatorKind, Measure, MeasureType
from generator.model.observation import Observation
from generator.model.period import PeriodKind
from generator.model.selection import authority

_NUMERIC = (MeasureType.COUNT, MeasureType.DECIMAL)


@dataclass(frozen=True)
class Line:
    """Comparable numbers of one indicator, unit and part, one a period, in the order of time."""

    indicator: Indicator
    measure: Measure
    figures: tuple[Observation, ...]


def lines(dataset: Dataset) -> Iterator[Line]:
    """All lines of the dataset. Counts of a period stand in one line only with periods of one length; runs of years in none."""
    catalogue = dataset.catalogue
    grouped: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    for each in catalogue.observations:
        indicator = catalogue.indicators.get(each.indicator or "")
        measure = catalogue.measures.get(indicator.measure) if indicator else None
        if indicator is None or measure is None or measure.type not in _NUMERIC or each.value is None:
            continue
        if each.period.kind is PeriodKind.YEARS or each.rough is not None:
            continue
        any_length = indicator.kind is IndicatorKind.STOCK or is_rate(measure)
        length = "" if any_length else (each.period.kind, each.period.part)
        grouped[indicator.id, each.unit, each.breakdown, length].append(each)
    for (indicator_id, *_), figures in grouped.items():
        indicator = catalogue.indicators[str(indicator_id)]
        best = {each.period: each for each in sorted(figures, key=authority, reverse=True)}
        in_time = tuple(sorted(best.values(), key=lambda each: each.period))
        yield Line(indicator, catalogue.measures[indicator.measure], in_time)
