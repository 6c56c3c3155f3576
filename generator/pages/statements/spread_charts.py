"""The strip of a spread: a stroke for each unit, with the best, the median and the middle half marked, and its figures as a table."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.charts.model import ChartBand, ChartData, ChartPoint, ChartSeries
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.observation import Observation
from generator.pages.charts.row_data import series_of
from generator.pages.context import Context
from generator.pages.figures.figure import breakdown_name, shown
from generator.pages.figures.levels import LEVELS_PLURAL
from generator.pages.page import link, unit_path
from generator.pages.progress.verdicts import figure_html
from generator.statements.spreads import COUNTRY, Spread

MOST_SAVED = 400
"""Figures of so many units go into the file of a chart; of more, those of its table."""
_NAMED = 3
"""So many units of each end are named in the table of a chart."""


@dataclass(frozen=True)
class Whose:
    """Whose units a spread is of: the unit's name, and the path of the page on which it is shown."""

    unit: str
    path: str

    def name(self, context: Context) -> str:
        """The unit, or the country."""
        return context.say(N_("the whole country")) if self.unit == COUNTRY else context.unit_name(self.unit)


def strip_chart(spread: Spread, whose: Whose, full: str, context: Context, *, anchor: str) -> Markup:
    """The figure of a spread; `full` is the path of the page with all its units."""
    data = _strip_data(spread, whose, context)
    drawn = spread.figures if len(spread.figures) <= MOST_SAVED else named_figures(spread)
    words = N_("Source: reports of {units} units, {period}")
    source = context.say(
        words,
        units=formats.number(Decimal(spread.units), context.lang),
        period=formats.period(spread.period, context.lang),
    )
    return context.charts.figure(
        data,
        series_of(drawn),
        whose.path,
        anchor=anchor,
        table=lambda path: _ends_table(spread, path, full, context),
        source=source,
    )


def spread_name(spread: Spread, context: Context) -> str:
    """The indicator, with the part that the figures are of."""
    name = context.indicator_name(context.catalogue.indicators[spread.indicator])
    part = breakdown_name(spread.breakdown, context.catalogue, context.lang)
    return f"{name}, {part}" if part else name


def rounded(value: Decimal, spread: Spread) -> Decimal:
    """What was worked out, with one decimal more than the figures have."""
    exponents = [each.exact.as_tuple().exponent for each in spread.figures if each.exact is not None]
    places = max((-each for each in exponents if isinstance(each, int)), default=0)
    return round(value, places + 1).normalize() if value != value.to_integral_value() else value.quantize(Decimal(1))


def named_figures(spread: Spread) -> tuple[Observation, ...]:
    """The figures of both ends, the best first."""
    ordered = best_first(spread)
    if len(ordered) <= 2 * _NAMED:
        return ordered
    return (*ordered[:_NAMED], *ordered[-_NAMED:])


def best_first(spread: Spread) -> tuple[Observation, ...]:
    """All figures in the order of their places; the highest first where no direction is better."""
    return spread.figures if spread.better == "lower" else spread.figures[::-1]


def _strip_data(spread: Spread, whose: Whose, context: Context) -> ChartData:
    catalogue, lang = context.catalogue, context.lang
    measure = catalogue.measures[spread.lowest.measure]
    row = context.say(
        N_("{number} of {total} units"),
        number=formats.number(Decimal(spread.units), lang),
        total=formats.number(Decimal(spread.all_units), lang),
    )
    best = spread.best
    others = tuple(_point(row, each, context, partial=True) for each in spread.figures)
    marked = (_point(row, best, context, partial=False),) if best is not None else ()
    series = [ChartSeries(context.say(N_("Best")), marked)] if marked else []
    half = spread.half
    data = ChartData(
        kind="strip",
        title=spread_name(spread, context),
        subject=f"{whose.name(context)}, {formats.period(spread.period, lang)}",
        measure=measure.names.in_language(lang),
        periods=(row,),
        series=(*series, ChartSeries(context.say(LEVELS_PLURAL[spread.level]), others)),
        labels=context.charts.data.labels,
        lang=lang,
        told=(_told(spread, context),),
        bands=(
            ChartBand(
                row, float(spread.middle), *((float(half[0]), float(half[1])) if half is not None else (None, None))
            ),
        ),
        remarks=(
            context.say(
                N_("Each stroke is a unit. Upright line: the median. Grey band: the middle half of the units.")
                if half is not None
                else N_("Each stroke is a unit. Upright line: the median.")
            ),
        ),
    )
    return context.charts.data.framed(data, measure)


def _told(spread: Spread, context: Context) -> str:
    measure = context.catalogue.measures[spread.lowest.measure]
    said = []
    if spread.best is not None:
        words = N_("best: {value} ({unit})")
        said.append(
            context.say(
                words,
                value=shown(spread.best, context.catalogue, context.lang),
                unit=context.unit_name(spread.best.unit),
            )
        )
    median = formats.brief(rounded(spread.middle, spread), measure, context.lang)
    said.append(context.say(N_("median: {value}"), value=median))
    if spread.half is not None:
        low, high = (formats.brief(rounded(each, spread), measure, context.lang) for each in spread.half)
        said.append(context.say(N_("middle half: {low} to {high}"), low=low, high=high))
    told = " · ".join(said)
    return told[:1].upper() + told[1:]


def _point(row: str, figure: Observation, context: Context, *, partial: bool) -> ChartPoint:
    said = shown(figure, context.catalogue, context.lang, with_unit=True)
    value = float(figure.exact) if figure.exact is not None else None
    return ChartPoint(row, value, f"{context.unit_name(figure.unit)}: {said}", partial=partial)


def level_of(spread: Spread, context: Context) -> str:
    """The units of a spread in words, within a sentence: `communes`."""
    said = context.say(LEVELS_PLURAL[spread.level])
    return said[:1].lower() + said[1:]


def _ends_table(spread: Spread, path: str, full: str, context: Context) -> Markup:
    """Who leads and who closes, and where all are."""
    name = spread_name(spread, context)
    rows = Markup("").join(
        Markup('<tr><th scope="row"><a href="{}">{}</a></th><td class="rr-num">{}</td></tr>').format(
            link(path, unit_path(each.unit)), context.unit_name(each.unit), figure_html(each, path, context)
        )
        for each in named_figures(spread)
    )
    everyone = Markup('<p><a href="{}">{}</a></p>').format(
        link(path, full),
        context.say(N_("All {number} units as a table"), number=formats.number(Decimal(spread.units), context.lang)),
    )
    return Markup(
        '<div class="rr-table-scroll" tabindex="0" role="region" aria-label="{0}"><table class="rr-table"><caption>{1}</caption>'
        '<thead><tr><th scope="col">{2}</th><th scope="col" class="rr-num">{3}</th></tr></thead><tbody>{4}</tbody></table></div>{5}'
    ).format(
        f"{name}: {level_of(spread, context)}",
        context.say(N_("The first and the last three: {name}"), name=name),
        context.say(N_("Unit")),
        formats.period(spread.period, context.lang, short=True),
        rows,
        everyone,
    )
