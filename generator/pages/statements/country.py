"""The country as a unit of all provinces: whether there is enough of it for a page, and where that page stands."""

from __future__ import annotations

from generator.dataset.belonging import has_reported
from generator.dataset.medians import FEWEST_UNITS
from generator.model.unit import Level
from generator.pages.context import Context
from generator.pages.page import unit_path
from generator.statements.spreads import COUNTRY, units_of

COUNTRY_PATH = "country"
COUNTRY_LEVELS = (Level.PROVINCE, Level.COMMUNE)
"""The levels that stand side by side on the page of the country."""


def has_country(context: Context) -> bool:
    """Whether at least three provinces of today have reported: of fewer, their own pages say everything."""
    provinces = units_of(context.dataset, COUNTRY, Level.PROVINCE.value)
    return sum(has_reported(context.dataset, each) for each in provinces) >= FEWEST_UNITS


def side_by_side_path(unit: str, level: str, indicator: str, number: int = 1) -> str:
    """Where the table of a spread stands; `number` counts its pages."""
    folder = f"{COUNTRY_PATH}/{level}" if unit == COUNTRY else f"{unit_path(unit)}/side-by-side"
    return f"{folder}/{indicator}" + (f"/{number}" if number > 1 else "")
