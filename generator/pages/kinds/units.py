"""The list of units, by level."""

from __future__ import annotations

from collections.abc import Iterator

from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.model.unit import Level
from generator.pages.context import Context
from generator.pages.levels import LEVELS_PLURAL
from generator.pages.page import Page
from generator.pages.summaries import reporting_units, unit_summary


def pages(context: Context) -> Iterator[Page]:
    """The page that lists all units."""
    units = [unit_summary(unit, context) for unit in context.catalogue.units.values()]
    levels = [
        (
            level.value,
            context.say(title),
            sorted((each for each in units if each.unit.level is level), key=lambda each: sort_key(each.name)),
        )
        for level, title in ((level, LEVELS_PLURAL[level]) for level in Level)
    ]
    title = context.say(N_("Units"))
    description = context.say(N_("Every authority that reports or is named in a report."))
    yield context.page(
        "units",
        "units",
        title,
        description,
        lede=description,
        reporting=reporting_units(context),
        levels=[level for level in levels if level[2]],
    )
