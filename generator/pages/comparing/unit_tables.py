"""Tables of several units: authorities in one, the offices inside a unit in one of their own, so that nobody reads them side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from markupsafe import Markup

from generator.dataset.dataset import Series
from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.model.unit import Level, Unit
from generator.pages.context import Context
from generator.pages.tables.series_table import series_table

Item = TypeVar("Item")

AUTHORITIES = frozenset({Level.PROVINCE, Level.DISTRICT, Level.COMMUNE})
"""Levels of government; the others are parts or agencies of one."""


def unit_tables(series: Sequence[Series], page_path: str, caption: str, context: Context) -> Markup:
    """The figures of an indicator by unit: a table for the authorities, and one for the offices of each."""
    units = context.catalogue.units
    parts = apart([(units.get(each.unit), each) for each in series], context)
    return Markup("").join(
        series_table(
            found,
            context.dataset,
            context.lang,
            page_path,
            caption=f"{caption}: {title}" if title else caption,
            name_units=True,
            name_indicators=False,
        )
        for title, found in parts
    )


def apart(items: Iterable[tuple[Unit | None, Item]], context: Context) -> list[tuple[str, list[Item]]]:
    """What belongs to authorities, under no title, then what belongs to the offices of each, under words that name whose they are."""
    authorities: list[Item] = []
    offices: dict[str, list[Item]] = defaultdict(list)
    for unit, item in items:
        if unit is None or unit.level in AUTHORITIES:
            authorities.append(item)
        else:
            offices[unit.parent or ""].append(item)
    found = [("", authorities)] if authorities else []
    titles = {each: _offices_of(each, context) for each in offices}
    return found + [(titles[each], offices[each]) for each in sorted(offices, key=lambda each: sort_key(titles[each]))]


def _offices_of(unit: str, context: Context) -> str:
    if not unit:
        return context.say(N_("Offices and agencies"))
    return context.say(N_("Offices and agencies of {unit}"), unit=context.unit_name(unit))
