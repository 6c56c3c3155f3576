"""The key figure of an area: which series tells most of a unit, and which of its figures."""

from __future__ import annotations

from generator.dataset.dataset import Dataset, Series
from generator.model.indicator import Area, IndicatorKind
from generator.model.observation import Observation


def headline_series(area: Area, dataset: Dataset, *, unit: str | None) -> Series | None:
    """The series of an area's key figure, for a unit or the newest of any; None where none of its headlines has a number."""
    for indicator in area.headline:
        found = [each for each in dataset.select(indicator=indicator, unit=unit) if each.latest is not None]
        if not found:
            continue
        told = [(each, observation) for each in found if (observation := telling(each, dataset))]
        newest = max(observation.period for _, observation in told)
        of_it = [(each, observation) for each, observation in told if observation.period == newest]
        # An exact number of a part says more than a rough one of the whole.
        return next((each for each, observation in of_it if observation.rough is None), of_it[0][0])
    return None


def telling(series: Series, dataset: Dataset) -> Observation | None:
    """The figure that tells most of a series: a stock's newest, a flow's newest for a whole year."""
    stock = dataset.catalogue.indicators[series.indicator].kind is IndicatorKind.STOCK
    return series.latest if stock else series.latest_whole
