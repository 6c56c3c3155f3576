"""The search page: the question and its filters, and lists that lead everywhere without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dataset.dataset import known_periods
from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.pages.context import Context
from generator.pages.listing.facets import MOST_FILTERED
from generator.pages.page import Facets, Page
from generator.pages.planned import Planned


def plan(_context: Context) -> Iterator[Planned]:
    """The search page, which search itself does not find."""
    yield Planned("search", _page)


def _page(context: Context) -> Page:
    title = context.say(N_("Search"))
    return context.page(
        "search",
        "search",
        title,
        context.say(N_("Search units, reports, indicators, documents and their full text.")),
        facets=Facets(hidden=True),
        filters=[
            ("unit", context.say(N_("Unit")), context.say(N_("All units")), _units(context)),
            ("year", context.say(N_("Year")), context.say(N_("All years")), _years(context)),
            ("area", context.say(N_("Area")), context.say(N_("All areas")), _areas(context)),
        ],
        lists=[
            (
                "units",
                context.say(N_("Units")),
                context.say(N_("Every authority that reports or is named in a report.")),
            ),
            (
                "reports",
                context.say(N_("Reports")),
                context.say(N_("Every report on this site, the newest period first.")),
            ),
            (
                "indicators",
                context.say(N_("Indicators")),
                context.say(N_("What is measured, defined once and shared by all reports.")),
            ),
            (
                "documents",
                context.say(N_("Documents cited")),
                context.say(N_("Documents that reports on this site cite, and which reports cite them.")),
            ),
            (
                "glossary",
                context.say(N_("Glossary")),
                context.say(N_("Terms and abbreviations that reports use, in Vietnamese and English.")),
            ),
        ],
    )


def _units(context: Context) -> list[tuple[str, str]]:
    """Units with reports or figures; of the others there is but one page each, which its name finds."""
    ids = set(context.dataset.units_with_data)
    ids |= {report.unit for report in context.catalogue.reports.values()}
    if len(ids) > MOST_FILTERED:
        # Nobody finds a commune in a menu of three thousand; its name in the question does.
        ids = {each for each in ids if each in context.catalogue.units and not context.catalogue.units[each].parent}
    named = ((unit, context.unit_name(unit)) for unit in ids)
    return sorted(named, key=lambda each: sort_key(each[1]))


def _years(context: Context) -> list[tuple[str, str]]:
    periods = set(known_periods(context.dataset))
    periods |= {report.period for report in context.catalogue.reports.values()}
    years = {year for period in periods for year in range(period.year, period.last_year + 1)}
    return [(str(year), str(year)) for year in sorted(years, reverse=True)]


def _areas(context: Context) -> list[tuple[str, str]]:
    return [(area.id, area.names.in_language(context.lang)) for area in context.catalogue.areas.values()]
