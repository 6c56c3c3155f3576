"""The chart of a comparison: a bar for each unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from generator.charts.draw import draw
from generator.charts.figure import figure_html
from generator.charts.model import ChartData, ChartLabels, ChartPoint, ChartSeries
from generator.dataset.comparability import Figure
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.indicator import MeasureType
from generator.model.unit import Level
from generator.pages.context import Context
from generator.pages.figures import is_number, shown
from generator.pages.levels import LEVELS_PLURAL

FEWEST_BARS = 3
"""Two figures are read faster than a chart of them."""


def ranking_chart(figures: Sequence[Figure], title: str, anchor: str, context: Context) -> Markup:
    """The bars of comparable figures, in the order given; empty where they are too few, or answers rather than numbers."""
    measure = context.catalogue.measures[figures[0].observation.measure]
    names = _names(figures, context)
    if len(figures) < FEWEST_BARS or not is_number(measure) or len(set(names)) < len(names):
        return Markup("")
    by_level: dict[Level, list[ChartPoint]] = defaultdict(list)
    for name, each in zip(names, figures, strict=True):
        value = each.observation.value
        text = shown(each.observation, context.catalogue, context.lang, with_unit=True)
        by_level[each.unit.level].append(ChartPoint(name, float(value) if value is not None else None, text))
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
    reports = dict.fromkeys(each.observation.source.report for each in figures)
    source = "; ".join(context.report_name(context.catalogue.reports[each]) for each in reports)
    return figure_html(
        draw(data, context.charts.cache),
        data,
        anchor=anchor,
        table_html=str(_table(names, figures, title, context)),
        source_html=str(Markup("{}").format(context.say(N_("Source: {source}"), source=source))),
        words=context.charts.words,
    )


def _names(figures: Sequence[Figure], context: Context) -> list[str]:
    """What stands beside the bars: the unit, and its period where the figures are of different ones."""
    several = len({each.period for each in figures}) > 1
    return [
        f"{context.unit_name(each.unit.id)} ({formats.period(each.period, context.lang, short=True)})"
        if several
        else context.unit_name(each.unit.id)
        for each in figures
    ]


def _table(names: Sequence[str], figures: Sequence[Figure], caption: str, context: Context) -> Markup:
    rows = Markup("").join(
        Markup('<tr><th scope="row">{}</th><td class="rr-num">{}</td></tr>').format(
            name, shown(each.observation, context.catalogue, context.lang, with_unit=True)
        )
        for name, each in zip(names, figures, strict=True)
    )
    return Markup(
        '<div class="rr-table-scroll" tabindex="0" role="region" aria-label="{}"><table class="rr-table"><caption>{}</caption>'
        '<thead><tr><th scope="col">{}</th><th scope="col" class="rr-num">{}</th></tr></thead><tbody>{}</tbody></table></div>'
    ).format(caption, caption, context.say(N_("Unit")), context.say(N_("Value")), rows)
