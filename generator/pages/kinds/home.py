"""The home page: what this is, which units and years it covers, the latest reports, and the seven areas with a figure each."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from markupsafe import Markup

from generator.dataset.dataset import figure_count, reported_indicators
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.report import Report
from generator.pages.context import Context
from generator.pages.listing.summaries import UnitSummary, area_cards, newest_reports, reporting_units
from generator.pages.origins.origin import Origin
from generator.pages.page import Page
from generator.pages.planned import Planned
from generator.pages.prose.plain import plain_page

MOST_UNITS = 60
"""More units than this are no list for a first page."""
LATEST = 5
"""So many of the newest reports stand in the first screen; the list of reports has all."""


def description(lang: str) -> str:
    """What the site is, in one sentence."""
    return translate(
        lang,
        N_("Reports on public administration reform in Vietnam, unit by unit, with every figure traced to its source."),
    )


def plan(_context: Context) -> Iterator[Planned]:
    """The home page."""
    yield Planned("", _page)


def _page(context: Context) -> Page:
    plain = plain_page(context, "index", "")
    title = plain.title or context.say(N_("Reform reports"))
    reports = newest_reports(context)
    intro, guide = _split(plain.html)
    return context.page(
        "home",
        "",
        title,
        description(context.lang),
        origin=Origin(plain.file),
        title_lang=plain.shown_lang(context.lang),
        intro=intro,
        guide=guide,
        scope=_scope(reports, context),
        reports=reports[:LATEST],
        units=_units(context),
        areas=area_cards(context),
    )


def _units(context: Context) -> list[UnitSummary]:
    """The units that report; of many only those that belong to no other one, and the list of units has the rest."""
    found = reporting_units(context)
    if len(found) <= MOST_UNITS:
        return found
    return [each for each in found if each.unit.parent is None] or found[:MOST_UNITS]


def _split(html: Markup) -> tuple[Markup, Markup]:
    """The first paragraph of a page, and the rest."""
    first, end, rest = str(html).partition("</p>")
    return Markup(first + end), Markup(rest.strip())  # noqa: S704 - was safe before it was cut


def _scope(reports: list[Report], context: Context) -> str:
    """What there is, in one sentence: reports, units, the years they cover, figures and indicators."""
    if not reports:
        return ""
    counts = {
        "reports": len(reports),
        "units": len({report.unit for report in reports}),
        "indicators": len(reported_indicators(context.dataset)),
        "figures": figure_count(context.dataset),
    }
    return context.say(
        N_(
            "Reports: {reports}. Units that report: {units}. Years: {first} to {last}. Indicators: {indicators}. Figures: {figures}."
        ),
        first=min(report.period.year for report in reports),
        last=max(report.period.last_year for report in reports),
        **{name: formats.number(Decimal(count), context.lang) for name, count in counts.items()},
    )
