"""The page of the country: its provinces side by side, on a map of tiles and as strips, its communes, who has reported, and what adds up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.dataset.belonging import units_within
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.model.unit import Level
from generator.pages.context import Context
from generator.pages.figures.levels import LEVELS_PLURAL
from generator.pages.origins.origin import Origin
from generator.pages.page import Facets, Page, link, unit_path
from generator.pages.planned import Planned
from generator.pages.statements.country import COUNTRY_LEVELS, COUNTRY_PATH, has_country
from generator.pages.statements.moves import moved_most
from generator.pages.statements.tile_map import tile_map
from generator.pages.statements.together import together
from generator.pages.statements.within import calendars_within, spread_rows, strips
from generator.statements.spreads import COUNTRY, spreads_within, units_of


def plan(context: Context) -> Iterator[Planned]:
    """The page of the country, where at least three provinces have reported."""
    if has_country(context):
        yield Planned(COUNTRY_PATH, _page)


def _page(context: Context) -> Page:
    path = COUNTRY_PATH
    title = context.say(N_("The whole country"))
    provinces = units_of(context.dataset, COUNTRY, Level.PROVINCE.value)
    communes = units_of(context.dataset, COUNTRY, Level.COMMUNE.value)
    description = context.say(
        N_(
            "Provinces: {provinces}. Communes, wards and special zones: {communes}. Side by side, with who has reported."
        ),
        provinces=formats.number(Decimal(len(provinces)), context.lang),
        communes=formats.number(Decimal(len(communes)), context.lang),
    )
    listed = sorted(
        (
            (
                context.unit_name(each),
                link(path, unit_path(each)),
                formats.number(Decimal(len(units_within(context.dataset, each))), context.lang),
            )
            for each in provinces
        ),
        key=lambda each: sort_key(each[0]),
    )
    return context.page(
        "country",
        path,
        title,
        description,
        origin=Origin("data/units"),
        facets=Facets(
            kind=context.say(N_("Country")), names=("Việt Nam", "Viet Nam", "Vietnam", "cả nước", "toàn quốc")
        ),
        lede=description,
        maps=[
            tile_map(each, path, context, anchor=f"map-{each.indicator}")
            for each in spreads_within(context.dataset, COUNTRY, Level.PROVINCE.value)
        ],
        levels=[
            (
                level.value,
                context.say(_TITLES[level]),
                strips(COUNTRY, level.value, path, context),
                spread_rows(COUNTRY, path, context, level.value),
                context.say(LEVELS_PLURAL[level]),
                moved_most(COUNTRY, path, context, level.value),
            )
            for level in COUNTRY_LEVELS
        ],
        together=together(COUNTRY, path, context),
        calendars=calendars_within(COUNTRY, path, context),
        provinces=listed,
    )


_TITLES = {Level.PROVINCE: N_("Provinces side by side"), Level.COMMUNE: N_("Communes side by side")}
