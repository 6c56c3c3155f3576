"""The map of tiles of an indicator by province."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from decimal import Decimal
from statistics import quantiles

from markupsafe import Markup

from generator.charts.model import ChartData, ChartPoint, ChartSeries, ChartTile
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.observation import Observation
from generator.model.unit import Level, Unit
from generator.pages.charts.row_data import series_of
from generator.pages.context import Context
from generator.pages.figures.figure import shown
from generator.pages.page import link, unit_path
from generator.pages.progress.verdicts import figure_html
from generator.pages.statements.spread_charts import best_first, rounded, spread_name
from generator.pages.statements.tile_places import ISLANDS, PROVINCES, TilePlace
from generator.statements.spreads import COUNTRY, Spread, units_of

_LONGEST = 7
"""Letters that a line of a tile has room for."""


def tile_map(spread: Spread, path: str, context: Context, *, anchor: str) -> Markup:
    """The figure; empty where some province of today has no code, so that nobody knows where it lies."""
    catalogue, lang = context.catalogue, context.lang
    units = [catalogue.units[each] for each in units_of(context.dataset, COUNTRY, Level.PROVINCE.value)]
    by_code = {each.code: each for each in units if each.code in PROVINCES}
    if not by_code:
        return Markup("")
    figures = {each.unit: each for each in spread.figures}
    measure = catalogue.measures[spread.lowest.measure]
    tiles, points = [], []
    for code, place in PROVINCES.items():
        unit = by_code.get(code)
        if unit is not None:
            name = context.unit_name(unit.id)
            tiles.append(_tile(name, _bare(unit, context), place))
            points += _point(name, figures.get(unit.id), context)
    for island, code, place in ISLANDS:
        unit = by_code.get(code)
        if unit is not None:
            own = context.say(island)
            name = context.say(N_("{island} (of {province})"), island=own, province=_bare(unit, context))
            tiles.append(_tile(name, own, place))
            points += _point(name, figures.get(unit.id), context)
    data = ChartData(
        kind="tiles",
        title=spread_name(spread, context),
        subject=formats.period(spread.period, lang),
        measure=measure.names.in_language(lang),
        periods=tuple(each.period for each in tiles),
        series=(ChartSeries(spread_name(spread, context), tuple(points)),),
        labels=context.charts.data.labels,
        lang=lang,
        tiles=tuple(tiles),
        remarks=(
            context.say(
                N_(
                    "The deeper the colour, the higher the figure; each depth is a quarter of the provinces: {classes}. Not filled: no figure."
                ),
                classes="; ".join(_classes(spread, context)),
            ),
            context.say(
                N_(
                    "One tile a province, placed as on the map; no borders are drawn. Hoàng Sa belongs to Đà Nẵng and Trường Sa to Khánh Hòa, and their tiles show these provinces’ figures."
                )
            ),
        ),
    )
    return context.charts.figure(
        data,
        series_of(best_first(spread)),
        path,
        anchor=anchor,
        table=lambda page: _table(spread, page, figures, units, context),
        source=context.say(
            N_("Source: reports of {units} units, {period}"),
            units=formats.number(Decimal(spread.units), lang),
            period=formats.period(spread.period, lang),
        ),
    )


def _bare(unit: Unit, context: Context) -> str:
    """The name without its kind and without what tells it from a former unit: `Khánh Hòa`."""
    name = context.unit_name(unit.id).partition(" (")[0].partition(",")[0]
    for word in ("Tỉnh ", "Thành phố "):
        name = name.removeprefix(word)
    for word in (" Province", " City"):
        name = name.removesuffix(word)
    return name


def _tile(period: str, name: str, place: TilePlace) -> ChartTile:
    words, lines = name.split(" "), [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= _LONGEST or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return ChartTile(period, place.column, place.row, "\n".join(lines))


def _point(name: str, figure: Observation | None, context: Context) -> list[ChartPoint]:
    if figure is None or figure.exact is None:
        return [ChartPoint(name, None, context.say(N_("no figure")))]
    brief = shown(figure, context.catalogue, context.lang)
    return [
        ChartPoint(
            name, float(figure.exact), shown(figure, context.catalogue, context.lang, with_unit=True), brief=brief
        )
    ]


def _classes(spread: Spread, context: Context) -> tuple[str, ...]:
    """What each depth of colour means: a quarter of the provinces, from the lowest."""
    measure = context.catalogue.measures[spread.lowest.measure]
    values = [each.exact or Decimal() for each in spread.figures]
    bounds = [values[0], *(quantiles(values, n=4, method="inclusive")), values[-1]]
    said = [formats.brief(rounded(each, spread), measure, context.lang) for each in bounds]
    return tuple(context.say(N_("{low} to {high}"), low=low, high=high) for low, high in itertools.pairwise(said))


def _table(
    spread: Spread, path: str, figures: Mapping[str, Observation], units: list[Unit], context: Context
) -> Markup:
    """Every province with its figure, the best first; those without one at the end."""
    without = [each.id for each in units if each.id not in figures]
    rows = Markup("").join(
        Markup('<tr><th scope="row"><a href="{}">{}</a></th><td class="rr-num">{}</td></tr>').format(
            link(path, unit_path(unit)),
            context.unit_name(unit),
            figure_html(figures[unit], path, context) if unit in figures else "–",
        )
        for unit in (*(each.unit for each in best_first(spread)), *without)
    )
    name, where = spread_name(spread, context), context.say(N_("On the map"))
    return Markup(
        '<div class="rr-table-scroll" tabindex="0" role="region" aria-label="{4}"><table class="rr-table"><caption>{0}</caption>'
        '<thead><tr><th scope="col">{1}</th><th scope="col" class="rr-num">{2}</th></tr></thead><tbody>{3}</tbody></table></div>'
    ).format(
        name,
        context.say(N_("Unit")),
        formats.period(spread.period, context.lang, short=True),
        rows,
        f"{name}: {where}",
    )
