"""The list of units by level and by what they belong to: those of today, then the former ones with what took their place. Of many, also by letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.model.dates import PartialDate
from generator.model.unit import Level, Unit
from generator.pages.context import Context
from generator.pages.figures.levels import LEVELS_PLURAL
from generator.pages.listing.bare_name import bare_name
from generator.pages.listing.summaries import UnitSummary, ended_parent, is_former, reporting_units, unit_summary
from generator.pages.origins.origin import Origin
from generator.pages.page import Facets, Page, link
from generator.pages.planned import Planned
from generator.pages.statements.country import COUNTRY_PATH, has_country

T = TypeVar("T")

MANY = 200
"""So many units are found by their first letter as well, and those that report are marked instead of being listed first."""
_LETTERS = "0ABCDĐEFGHIJKLMNOPQRSTUVWXYZ"
FEWEST_TO_PART = 12
"""So many units of a level are listed by what they belong to; fewer are found at a glance."""


@dataclass(frozen=True)
class FormerUnit:
    """A unit that ended, or that belonged to one that did: `parent` then names that one."""

    unit: UnitSummary
    parent: str
    parent_ended: PartialDate | None


def plan(context: Context) -> Iterator[Planned]:
    """The page that lists all units and, where they are many, one for each letter with which their names begin."""
    yield Planned("units", _page)
    if _are_many(context):
        for letter in by_letter(context):
            yield Planned(letter_path(letter), partial(_letter, letter))


def _are_many(context: Context) -> bool:
    return len(context.catalogue.units) > MANY


def letter_path(letter: str) -> str:
    """The page of a letter: đ has one of its own, beside that of d."""
    return f"units/letters/{'dd' if letter == 'Đ' else letter.lower()}"


def by_letter(context: Context) -> dict[str, list[Unit]]:
    """The units by the first letter of their names without the word for their kind, in the order of the language."""
    found: dict[str, list[Unit]] = {}
    units = sorted(context.catalogue.units.values(), key=lambda each: sort_key(bare_name(each, context.lang)))
    for each in units:
        first = bare_name(each, context.lang)[:1].upper()
        folded = first if first == "Đ" else unicodedata.normalize("NFD", first)[:1]
        found.setdefault(folded if folded.isalpha() and folded in _LETTERS else "0", []).append(each)
    return {letter: found[letter] for letter in _LETTERS if letter in found}


def _letter(letter: str, context: Context) -> Page:
    found = by_letter(context)
    title = context.say(N_("Units: {letter}"), letter=letter)
    return context.page(
        "units-letter",
        letter_path(letter),
        title,
        context.say(N_("Units whose names begin with {letter}, without the word for their kind."), letter=letter),
        origin=Origin("data/units"),
        facets=Facets(hidden=True),
        letter=letter,
        letters=_letters(found, letter_path(letter), letter),
        units=[unit_summary(each, context) for each in found[letter]],
        parents={each.id: context.unit_name(each.parent) for each in found[letter] if each.parent},
    )


def _letters(found: Iterable[str], path: str, current: str = "") -> list[tuple[str, str]]:
    return [(each, "" if each == current else link(path, letter_path(each))) for each in found]


def _page(context: Context) -> Page:
    units = [unit_summary(unit, context) for unit in context.catalogue.units.values()]
    units.sort(key=lambda each: sort_key(each.name))
    former = [each for each in units if is_former(each.unit, context.catalogue)]
    ended = {each.unit.id for each in former}
    title = context.say(N_("Units"))
    description = context.say(N_("Every authority that reports or is named in a report."))
    return context.page(
        "units",
        "units",
        title,
        description,
        origin=Origin("data/units"),
        lede=description,
        many=_are_many(context),
        country=link("units", COUNTRY_PATH) if has_country(context) else "",
        letters=_letters(by_letter(context), "units") if _are_many(context) else [],
        reporting=reporting_units(context),
        levels=[
            (level, name, _by_place(inside, context))
            for level, name, inside in _by_level(
                ((each.unit.level, each) for each in units if each.unit.id not in ended), context
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
