"""What narratives can name of a unit: its figures as pages write them, so that the editor shows what a reference gives.

In: the dataset. Out: rows as JSON takes them, the most authoritative first, as pages choose among them. The editor's `figures.js` reads them.
"""

from __future__ import annotations

from typing import Any

from generator.dataset.dataset import Dataset
from generator.i18n import formats
from generator.i18n.names import breakdown_name
from generator.model.form import BreakdownKey
from generator.model.observation import Observation, Status
from generator.model.selection import authority
from generator.pages.figures.figure import shown

OF_THE_PERIOD, IN_SERIES, IS_SAID = 1, 2, 4
"""What is true of a figure: it stands for the period that is meant where none is named; tables and charts show it; it is no empty cell."""


def figures_of(dataset: Dataset, unit: str, lang: str) -> dict[str, Any]:
    """All that any report states of a unit, and what its periods (the newest first) and its breakdowns (in their order) are called."""
    catalogue = dataset.catalogue
    in_series = {id(catalogue.observations[number]) for number in dataset.primary}
    found = [each for each in dataset.by_unit(unit) if each.indicator in catalogue.indicators]
    periods = sorted({each.period for each in found}, reverse=True)
    breakdowns = sorted({each.breakdown for each in found}, key=dataset.breakdown_order)
    return {
        "periods": [(str(each), formats.period(each, lang, short=True)) for each in periods],
        "breakdowns": [(_written(each), breakdown_name(each, catalogue, lang)) for each in breakdowns],
        "indicators": {
            each.indicator: catalogue.indicators[each.indicator].names.in_language(lang)
            for each in found
            if each.indicator
        },
        "rows": [
            [
                each.source.report,
                each.indicator,
                str(each.period),
                each.source.section or "",
                _written(each.breakdown),
                shown(each, catalogue, lang),
                shown(each, catalogue, lang, with_unit=True),
                _is_meant(each, dataset) * OF_THE_PERIOD
                + (id(each) in in_series) * IN_SERIES
                + (each.status is not Status.NOT_REPORTED) * IS_SAID,
            ]
            for each in sorted(found, key=authority)
        ],
    }


def _is_meant(observation: Observation, dataset: Dataset) -> bool:
    """Whether a figure stands for the period of its report, as far as its indicator has such periods."""
    catalogue = dataset.catalogue
    report = catalogue.reports[observation.source.report]
    return observation.period == catalogue.indicators[observation.indicator or ""].period_of(report.period)


def _written(breakdown: BreakdownKey) -> str:
    """A breakdown as narratives name it: `tier=commune`."""
    return "&".join(f"{dimension.replace('-', '_')}={category}" for dimension, category in breakdown)
