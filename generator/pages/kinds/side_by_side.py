"""All units of a spread in one table, the best first: of the units within a unit, and of the provinces and the communes of the country.

A long table is parted over pages. What a reader types or sorts by then looks through all of its rows, which stand in a script beside the first page.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from generator.dataset.belonging import units_within
from generator.dataset.medians import FEWEST_UNITS
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.unit import Level
from generator.pages.charts.files import ROWS_NAME
from generator.pages.context import Context
from generator.pages.figures.figure import difference, shown
from generator.pages.origins.origin import Origin
from generator.pages.page import Facets, Page, indicator_path, link, report_path, unit_path
from generator.pages.planned import Planned
from generator.pages.progress.verdicts import figure_html
from generator.pages.statements.country import COUNTRY_LEVELS, COUNTRY_PATH, has_country, side_by_side_path
from generator.pages.statements.spread_charts import Whose, best_first, level_of, rounded, spread_name, strip_chart
from generator.statements.spreads import COUNTRY, Move, Spread, spread_of, spreads_within

ROWS = 200
"""Rows of one page: a phone shows and filters so many at once; what is left stands on further pages."""


@dataclass(frozen=True)
class Row:
    """A unit in the table: its place (empty where none is better), what it belongs to, its figure, and how far it went since the period before.

    `script` says the same to scripts: place, name, address, parent, figure, where it stands, and how far it went; addresses below the language's root.
    """

    place: str
    name: str
    href: str
    parent: str
    figure: Markup
    change: str
    script: tuple[str, ...]


def plan(context: Context) -> Iterator[Planned]:
    """The tables of each unit with units of its own, and of the country."""
    scopes = [
        (each, "") for each in context.catalogue.units if len(units_within(context.dataset, each)) >= FEWEST_UNITS
    ]
    if has_country(context):
        scopes += [(COUNTRY, level.value) for level in COUNTRY_LEVELS]
    for unit, level in scopes:
        for spread in spreads_within(context.dataset, unit, level):
            for number in range(1, -(-spread.units // ROWS) + 1):
                path = side_by_side_path(unit, level, spread.indicator, number)
                yield Planned(path, partial(_page, unit, level, spread.indicator, number))


def _page(unit: str, level: str, indicator: str, number: int, context: Context) -> Page:
    spread = spread_of(context.dataset, unit, level, indicator)
    if spread is None:
        raise KeyError(indicator)
    path = side_by_side_path(unit, level, indicator, number)
    whose = Whose(unit, path)
    lang = context.lang
    pages = -(-spread.units // ROWS)
    name, of = spread_name(spread, context), whose.name(context)
    title = context.say(N_("{indicator}: {units}, {unit}"), indicator=name, units=level_of(spread, context), unit=of)
    if pages > 1:
        title = context.say(N_("{title}, page {number} of {pages}"), title=title, number=number, pages=pages)
    period = formats.period(spread.period, lang)
    rows = list(_rows(spread, unit, path, context))
    first = side_by_side_path(unit, level, indicator)
    if pages > 1 and number == 1:
        texts = json.dumps([row.script for row in rows], ensure_ascii=False, separators=(",", ":"))
        context.charts.files.add_rows(path, texts)
    shown = rows[(number - 1) * ROWS : number * ROWS]
    above = (context.say(N_("The whole country")), COUNTRY_PATH) if unit == COUNTRY else (of, unit_path(unit))
    measure = context.catalogue.measures[spread.lowest.measure]
    return context.page(
        "side-by-side",
        path,
        title,
        context.say(N_("{indicator}, {period}: every unit with its figure."), indicator=name, period=period),
        origin=Origin("data/reports"),
        facets=Facets(hidden=number > 1),
        above=above,
        chart=strip_chart(spread, whose, path, context, anchor="strip") if number == 1 else "",
        caption=f"{name} · {period}",
        indicator_href=link(path, indicator_path(indicator)),
        indicator_name=context.indicator_name(context.catalogue.indicators[indicator]),
        rows=shown,
        has_parents=any(row.parent for row in rows),
        has_places=any(row.place for row in rows),
        all_rows=posixpath.relpath(posixpath.join(first, ROWS_NAME), path) if pages > 1 else "",
        root=posixpath.relpath(".", path),
        has_changes=bool(spread.moves),
        told=context.say(
            N_("{number} of {total} units have an exact figure that nothing contradicts; the median is {middle}."),
            number=formats.number(Decimal(spread.units), lang),
            total=formats.number(Decimal(spread.all_units), lang),
            middle=formats.measured(rounded(spread.middle, spread), measure, lang),
        ),
        pages=[
            (str(each), "" if each == number else link(path, side_by_side_path(unit, level, indicator, each)))
            for each in range(1, pages + 1)
        ]
        if pages > 1
        else [],
    )


def _rows(spread: Spread, unit_id: str, path: str, context: Context) -> Iterator[Row]:
    moves = {each.newer.source: each for each in spread.moves}
    for figure in best_first(spread):
        unit = context.catalogue.units[figure.unit]
        rank = spread.rank(figure)
        above = unit.parent if unit_id == COUNTRY and spread.level is not Level.PROVINCE else None
        place = formats.number(Decimal(rank), context.lang) if rank else ""
        name, parent = context.unit_name(figure.unit), context.unit_name(above) if above else ""
        change = _change(moves.get(figure.source), context)
        yield Row(
            place=place,
            name=name,
            href=link(path, unit_path(figure.unit)),
            parent=parent,
            figure=figure_html(figure, path, context),
            change=change,
            script=(
                place,
                name,
                unit_path(figure.unit),
                parent,
                shown(figure, context.catalogue, context.lang, with_unit=True),
                f"{report_path(figure.source.report)}#{figure.source.anchor}",
                change,
            ),
        )


def _change(move: Move | None, context: Context) -> str:
    if move is None or move.newer.exact is None or move.older.exact is None:
        return ""
    measure = context.catalogue.measures[move.newer.measure]
    since = formats.period(move.older.period, context.lang, short=True)
    change = difference(move.newer.exact, move.older.exact, measure, context.lang)
    return context.say(N_("{change} since {period}"), change=change, period=since)
