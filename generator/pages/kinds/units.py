"""The list of units by level: those of today, then the former ones with what took their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.model.dates import PartialDate
from generator.model.unit import Level
from generator.pages.context import Context
from generator.pages.figures.levels import LEVELS_PLURAL
from generator.pages.listing.summaries import UnitSummary, ended_parent, is_former, reporting_units, unit_summary
from generator.pages.origins.origin import Origin
from generator.pages.page import Page
from generator.pages.planned import Planned

T = TypeVar("T")

FEWEST_TO_PART = 12
"""So many units of a level are listed by what they belong to; fewer are found at a glance."""


@dataclass(frozen=True)
class FormerUnit:
    """A unit that ended, or that belonged to one that did: `parent` then names that one."""

    unit: UnitSummary
    parent: str
    parent_ended: PartialDate | None


def plan(_context: Context) -> Iterator[Planned]:
    """The page that lists all units."""
    yield Planned("units", _page)


def _page(context: Context) -> Page:
    units = [unit_summary(unit, context) for unit in context.catalogue.units.values()]
    units.sort(key=lambda each: sort_key(each.name))
    former = [each for each in units if is_former(each.unit, context.catalogue)]
    title = context.say(N_("Units"))
    description = context.say(N_("Every authority that reports or is named in a report."))
    return context.page(
        "units",
        "units",
        title,
        description,
        origin=Origin("data/units"),
        lede=description,
        reporting=reporting_units(context),
        levels=[
            (level, name, _by_place(inside, context))
            for level, name, inside in _by_level(
                ((each.unit.level, each) for each in units if each not in former), context
            )
        ],
        former=_by_level(((each.unit.level, _former(each, context)) for each in former), context),
    )


def _by_level(units: Iterable[tuple[Level, T]], context: Context) -> list[tuple[str, str, list[T]]]:
    """The levels that have units: id, name and units, in their order."""
    found = list(units)
    levels = [(level, [unit for own, unit in found if own is level]) for level in Level]
    return [(level.value, context.say(LEVELS_PLURAL[level]), inside) for level, inside in levels if inside]


def _by_place(units: list[UnitSummary], context: Context) -> list[tuple[str, str, list[UnitSummary]]]:
    """Units by what they belong to, by name: its name, its id and the units; all together, without a name, where that is one or they are few."""
    places = {each.unit.parent or "" for each in units}
    if len(places) < 2 or len(units) < FEWEST_TO_PART:  # noqa: PLR2004 - two places
        return [("", "", units)]
    found: dict[str, list[UnitSummary]] = {}
    for each in units:
        found.setdefault(each.unit.parent or "", []).append(each)
    named = ((context.unit_name(place) if place else "", place, inside) for place, inside in found.items())
    return sorted(named, key=lambda each: (not each[1], sort_key(each[0])))


def _former(each: UnitSummary, context: Context) -> FormerUnit:
    parent = ended_parent(each.unit, context.catalogue)
    return FormerUnit(
        unit=each,
        parent=context.unit_name(parent.id) if parent else "",
        parent_ended=parent.valid_to if parent else None,
    )
