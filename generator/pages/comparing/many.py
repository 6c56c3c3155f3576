"""What a page shows of an indicator that thousands report: the units that belong to no other one that reports it, and where the rest are."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.dataset.dataset import Series
from generator.i18n.messages import N_
from generator.pages.comparing.compare_links import compare_link
from generator.pages.context import Context

MOST_UNITS = 60
"""So many units stand in one table; more would make a page of megabytes."""


def of_few_units(series: Sequence[Series], context: Context) -> list[Series]:
    """All series, where few units have one; else those of units above all others, and of the first ones if even these are many."""
    units = {each.unit for each in series}
    if len(units) <= MOST_UNITS:
        return list(series)
    known = context.catalogue.units
    tops = {each for each in units if each not in known or known[each].parent not in units}
    if len(tops) == len(units) or len(tops) > MOST_UNITS:
        tops = set(list(dict.fromkeys(each.unit for each in series if each.unit in tops))[:MOST_UNITS])
    return [each for each in series if each.unit in tops]


def left_to_others(
    indicator: str, series: Sequence[Series], shown: Sequence[Series], path: str, context: Context
) -> Markup:
    """Where the units are that a page leaves out; empty where it leaves none out."""
    left = len({each.unit for each in series}) - len({each.unit for each in shown})
    if not left:
        return Markup("")
    words = context.say_number(
        "{number} more unit reports it: its own page has its figures, and so have the downloads.",
        "{number} more units report it: their own pages have their figures, and so have the downloads.",
        left,
    )
    link = Markup('<a href="{}">{}</a>').format(
        compare_link(path, indicator), context.say(N_("Choose units to compare"))
    )
    return Markup('<p class="rr-source">{} {}</p>').format(words, link)
