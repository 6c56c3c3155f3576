"""The figures of a chart as its CSV file holds them: one row a figure, with unit of measure, source and address."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.model import ChartTable
from generator.dataset.dataset import Series
from generator.i18n.messages import N_, translate
from generator.model.catalogue import Catalogue
from generator.pages.figures.figure import breakdown_name, shown, source_label
from generator.pages.page import link, report_path

_HEAD = (
    N_("Unit"), N_("Indicator"), N_("Breakdown"), N_("Period"), N_("Value"), N_("Unit of measure"), N_("Source"),
    N_("Address"),
)  # fmt: skip


def chart_table(series: Sequence[Series], catalogue: Catalogue, lang: str, page_path: str) -> ChartTable:
    """The table of a chart's numbers. Periods are written as in the data files (`2020-Q1`), so that they sort; values are plain numbers, rough ones have their words."""
    rows = []
    for each in series:
        unit, indicator = catalogue.units.get(each.unit), catalogue.indicators[each.indicator]
        about = (
            unit.names.in_language(lang) if unit else each.unit,
            indicator.names.in_language(lang),
            breakdown_name(each.breakdown, catalogue, lang),
        )
        measure = catalogue.measures[indicator.measure].names.in_language(lang)
        rows += [
            (
                *about,
                str(observation.period),
                _plain(float(observation.exact))
                if observation.exact is not None
                else shown(observation, catalogue, lang),
                measure,
                source_label(observation, catalogue, lang),
                link(page_path, report_path(observation.source.report), observation.source.anchor),
            )
            for observation in each.numeric
            if observation.value is not None
        ]
    return ChartTable(tuple(translate(lang, title) for title in _HEAD), tuple(rows))


def _plain(value: float) -> float:
    return int(value) if value.is_integer() else value
