"""The ids of all indicators with the rows that feed them: for those who enter reports, forms and narratives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.dataset.feeding import feeding
from generator.i18n.messages import N_
from generator.model.indicator import Indicator
from generator.pages.context import Context
from generator.pages.origins.origin import Origin
from generator.pages.page import Facets, Page
from generator.pages.planned import Planned

PATH = "data/indicators"


@dataclass(frozen=True)
class _Entry:
    """An indicator as somebody looks for it: `rows` are the codes of each form and table, in the printed order."""

    id: str
    name: str
    others: tuple[tuple[str, str], ...]
    measure: str
    breakdowns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str, str], ...]


def plan(_context: Context) -> Iterator[Planned]:
    """One page, area by area."""
    yield Planned(PATH, _page)


def _page(context: Context) -> Page:
    catalogue, lang = context.catalogue, context.lang
    by_area: dict[str, list[_Entry]] = defaultdict(list)
    for indicator in catalogue.indicators.values():
        by_area[indicator.area].append(_entry(indicator, context))
    description = context.say(
        N_("What each indicator is called in the files, and the rows of the forms that feed it: for entering reports.")
    )
    return context.page(
        "indicator_ids",
        PATH,
        context.say(N_("Indicators by id")),
        description,
        facets=Facets(hidden=True),
        origin=Origin("data/indicators"),
        lede=description,
        areas=[(area.id, area.names.in_language(lang), by_area[area.id]) for area in catalogue.areas.values()],
    )


def _entry(indicator: Indicator, context: Context) -> _Entry:
    catalogue, lang = context.catalogue, context.lang
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fed in feeding(indicator.id, catalogue):
        rows[fed.form.id, fed.table.id].append(fed.said.code)
    return _Entry(
        id=indicator.id,
        name=indicator.names.in_language(lang),
        others=tuple((other, said) for other, said in indicator.names.root.items() if other != lang),
        measure=catalogue.measures[indicator.measure].names.in_language(lang),
        breakdowns=tuple((each, catalogue.breakdowns[each].names.in_language(lang)) for each in indicator.breakdown),
        rows=tuple((form, table, ", ".join(codes)) for (form, table), codes in rows.items()),
    )
