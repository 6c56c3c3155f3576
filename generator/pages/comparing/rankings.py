"""The chart of a comparison: a bar for each unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from generator.charts.model import ChartData, ChartLabels, ChartPoint, ChartSeries
from generator.dataset.comparability import Figure
from generator.dataset.dataset import Series
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.indicator import MeasureType
from generator.model.unit import Level
from generator.pages.charts.data import rough_side
from generator.pages.context import Context
from generator.pages.figures.figure import is_number, shown
from generator.pages.figures.levels import LEVELS_PLURAL

FEWEST_BARS = 3
"""Two figures are read faster than a chart of them."""


def ranking_chart(figures: Sequence[Figure], title: str, page_path: str, anchor: str, context: Context) -> Markup:
    """The bars of comparable figures, in the order given; empty where they are too few, or answers rather than numbers."""
    measure = context.catalogue.measures[figures[0].observation.measure]
    names = _names(figures, context)
    if len(figures) < FEWEST_BARS or not is_number(measure) or len(set(names)) < len(names):
        return Markup("")
    by_level: dict[Level, list[ChartPoint]] = defaultdict(list)
    for name, each in zip(names, figures, strict=True):
        value = each.observation.value
        text = shown(each.observation, context.catalogue, context.lang, with_unit=True)
        brief = shown(each.observation, context.catalogue, context.lang)
        by_level[each.unit.level].append(
            ChartPoint(
                name, float(value) if value is not None else None, text, brief=brief, rough=rough_side(each.observation)
            )
        )
    rate = formats.is_rate(measure)
    data = ChartData(
        kind="ranking",
        title=title,
        measure=measure.names.in_language(context.lang),
        periods=tuple(names),
        series=tuple(
            ChartSeries(context.say(LEVELS_PLURAL[level]), tuple(points)) for level, points in by_level.items()
        ),
        labels=ChartLabels(
            period=context.say(N_("Unit")), value=context.say(N_("Value")), series=context.say(N_("Level"))
        ),
        lang=context.lang,
        integer=measure.type is MeasureType.COUNT,
        lower=float(measure.minimum) if measure.minimum is not None else None,
        upper=float(measure.maximum) if measure.maximum is not None else 100.0 if rate else None,
    )
    drawn = [
        Series(each.observation.indicator or "", each.unit.id, each.observation.breakdown, (each.observation,))
        for each in figures
    ]
    return context.charts.figure(data, drawn, page_path, anchor=anchor)


def _names(figures: Sequence[Figure], context: Context) -> list[str]:
    """What stands beside the bars: the unit, and its period where the figures are of different ones."""
    several = len({each.period for each in figures}) > 1
    return [
        f"{context.unit_name(each.unit.id)} ({formats.period(each.period, context.lang, short=True)})"
        if several
        else context.unit_name(each.unit.id)
        for each in figures
    ]
