"""The page where readers put a comparison together, and the list of ready-made ones."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from generator.dataset.comparability import Reason
from generator.dataset.comparison import Caveat, Meeting, meeting_of
from generator.dataset.dataset import indicators_with_numbers
from generator.dataset.medians import is_independent_of_size
from generator.dataset.reporting import most_authors_of_a_level
from generator.i18n.messages import N_, template
from generator.i18n.sorting import sort_key
from generator.model.indicator import Direction, Indicator
from generator.model.unit import Level, Unit
from generator.pages.comparing.choices import are_many, units_to_choose
from generator.pages.comparing.compare_links import COMPARE_PATH, STANDING_ANCHOR
from generator.pages.comparing.comparison_words import BESIDE, CAVEATS, REASONS
from generator.pages.comparing.unit_figures import periods_reported
from generator.pages.comparing.unit_tables import AUTHORITIES
from generator.pages.context import Context
from generator.pages.figures.covered_words import NOTED
from generator.pages.figures.levels import LEVELS, LEVELS_PLURAL
from generator.pages.origins.origin import Origin
from generator.pages.page import Page, indicator_path, link, unit_path
from generator.pages.planned import Planned

Choices = list[tuple[str, list[tuple[str, str]]]]
"""Indicators to choose from by area: the name of the area, and id and name of each indicator."""

_WORDS = {
    "loading": N_("Loading the figures…"),
    "failed": N_("The figures could not be loaded. Reload the page to try again."),
    "unknown": N_("The address names an indicator that no report gives figures of. Choose another one."),
    "noUnits": N_("Choose at least two units."),
    "oneUnit": N_("Only one unit reports it, so there is nothing to compare it with."),
    "done": N_(
        "Comparable figures: {count}. Side by side, not the same time: {beside}. Not comparable with another: {left}."
    ),
    "none": N_("These figures cannot be compared with each other. They are shown below for information only."),
    "refused": N_("Not comparable"),
    "alone": N_("No other chosen unit has a figure of this kind."),
    "noFigure": N_("No figure in these years."),
    "otherBreakdown": N_("Not comparable: its figures are broken down differently ({breakdowns})."),
    "chart": N_("Bar chart of {count} figures; the table below has the same."),
    "indicators": N_("Indicators found: {count}"),
    "units": N_("Units found: {count}"),
    "copied": N_("The address is copied."),
    "copyByHand": N_("Copy the address from this field:"),
    "address": N_("Address of this comparison"),
    "unit": N_("Unit"),
    "apart": N_("The figures are comparable within each table, not from one table to another. {reasons}"),
    "beside": BESIDE,
    "besideWhy": N_(
        "These figures are of the same kind but of different times, so read each with its own period. They are not ranked."
    ),
    "noted": NOTED,
    "rank": N_("Rank"),
    "value": N_("Value"),
    "why": N_("Why not"),
    "more": N_("All about this indicator"),
    "everything": N_("Everything that both report"),
    "pairTitle": N_("{one} and {two}"),
    "pairTold": N_("Indicators that both report: {count}."),
    "pairNothing": N_("These two have no indicator in common, so there is nothing to compare. Choose another unit."),
    "pairNewest": N_("Each figure is the newest of a time that both report or, marked ◷, the newest of its own unit."),
    "periods": N_("periods: {number}"),
    "periodsOfBoth": N_("{name} (periods: {one} and {two})"),
    "periodsShared": N_("Periods: {one} and {two}; {shared} in common"),
    "overall": N_("Overall"),
    "indicator": N_("Indicator"),
}


def plan(_context: Context) -> Iterator[Planned]:
    """The comparison page."""
    yield Planned(COMPARE_PATH, _page)


def _page(context: Context) -> Page:
    title = context.say(N_("Compare"))
    description = context.say(
        N_(
            "Units side by side: choose two units and see all that both report, or an indicator, units and years. What cannot be compared is marked, with the reason."
        )
    )
    first = _first_choice(context)
    shared, alone = _choices(context, shared=True), _choices(context, shared=False)
    return context.page(
        "compare",
        COMPARE_PATH,
        title,
        description,
        origin=Origin("data/reports"),
        lede=description,
        shared=shared,
        alone=alone,
        many=are_many(context.dataset),
        units=[] if are_many(context.dataset) else _units(context),
        first=context.catalogue.indicators.get(first),
        first_units=[] if are_many(context.dataset) else _reporting(first, context),
        words=_block(first, context),
        ready=_ready_made(context),
    )


def _choices(context: Context, *, shared: bool) -> Choices:
    """Indicators with figures, by area: those that several units report, or those of one unit only."""
    reported = indicators_with_numbers(context.dataset)
    compared = set(context.compared)
    return [
        (
            area.names.in_language(context.lang),
            sorted(
                (
                    (each.id, context.indicator_name(each))
                    for each in context.catalogue.indicators.values()
                    if each.area == area.id and each.id in reported and (each.id in compared) is shared
                ),
                key=lambda choice: sort_key(choice[1]),
            ),
        )
        for area in context.catalogue.areas.values()
    ]


def _ready_made(context: Context) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """By area, each indicator that several units report: address and name of its comparison, and what to know before following it."""

    def entry(each: Indicator) -> tuple[str, str, str]:
        href = link(COMPARE_PATH, indicator_path(each.id), STANDING_ANCHOR)
        meeting = meeting_of(context.dataset, each.id)
        if meeting is Meeting.AT_ONCE:
            return href, context.indicator_name(each), ""
        return (
            href,
            context.indicator_name(each),
            context.say(BESIDE if meeting is Meeting.BESIDE else N_("not comparable")),
        )

    compared = set(context.compared)
    return [
        (area.names.in_language(context.lang), entries)
        for area in context.catalogue.areas.values()
        if (
            entries := [
                entry(each)
                for each in context.catalogue.indicators.values()
                if each.area == area.id and each.id in compared
            ]
        )
    ]


def _first_choice(context: Context) -> str:
    """The indicator shown before anybody chooses: a directed rate that most units of one level report, in the order of areas.

    Where no such thing is compared, one with a direction, or else any.
    """

    def telling(indicator: str) -> tuple[bool, bool, int]:
        found = context.catalogue.indicators[indicator]
        directed = found.better is not Direction.NEITHER
        most = most_authors_of_a_level(context.dataset, indicator)
        return directed, directed and is_independent_of_size(found, context.dataset), most

    return max(context.compared, key=telling, default="")


def _with_data(context: Context) -> list[Unit]:
    """The units with figures, by level and name."""
    return units_to_choose(context.dataset, context.lang)


def _units(context: Context) -> list[tuple[str, list[tuple[str, str]]]]:
    """The units to choose two from, by level: the name of the level, and id and name of each unit."""
    by_level: dict[Level, list[tuple[str, str]]] = defaultdict(list)
    for each in _with_data(context):
        by_level[each.level].append((each.id, context.unit_name(each.id)))
    return [(context.say(LEVELS_PLURAL[level]), found) for level, found in by_level.items()]


def _reporting(indicator: str, context: Context) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """The units that report an indicator, by level, with the number of their periods: as `compare.js` writes them, so that nothing moves."""
    if indicator not in context.catalogue.indicators:
        return []
    periods = periods_reported(context.dataset, indicator)
    by_level: dict[Level, list[tuple[str, str, int]]] = defaultdict(list)
    for each in _with_data(context):
        if each.id in periods:
            by_level[each.level].append((each.id, context.unit_name(each.id), periods[each.id]))
    return [(context.say(LEVELS_PLURAL[level]), found) for level, found in by_level.items()]


def _block(first: str, context: Context) -> str:
    """What `compare.js` must know in the page's language, as JSON that cannot end the script element around it."""
    many = are_many(context.dataset)
    units = [] if many else _with_data(context)
    block: dict[str, Any] = {
        "words": {name: template(context.lang, message) for name, message in _WORDS.items()},
        "lineage": context.say(REASONS[Reason.LINEAGE]),
        "neverTogether": context.say(REASONS[Reason.NEVER_TOGETHER]),
        "caveats": {each.value: context.say(CAVEATS[each]) for each in Caveat},
        "levels": {level.value: [context.say(LEVELS[level]), context.say(LEVELS_PLURAL[level])] for level in Level},
        "units": [
            [unit.id, context.unit_name(unit.id), unit.level.value, link(COMPARE_PATH, unit_path(unit.id))]
            for unit in units
        ],
        "many": many,
        "authorities": sorted(AUTHORITIES),
        "first": first,
    }
    text = json.dumps(block, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
