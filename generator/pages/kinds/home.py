"""The home page: what the site is, its newest reports, the units that report and the seven areas."""

from __future__ import annotations

from collections.abc import Iterator

from generator.i18n.messages import N_
from generator.pages.context import Context
from generator.pages.page import Page
from generator.pages.plain import plain_page
from generator.pages.summaries import area_cards, newest_reports, reporting_units


def pages(context: Context) -> Iterator[Page]:
    """The home page."""
    plain = plain_page(context, "index", "")
    title = plain.title or context.say(N_("Reform reports"))
    reports = newest_reports(context)
    yield context.page(
        "home",
        "",
        title,
        context.say(
            N_(
                "Reports on public administration reform in Viet Nam, unit by unit, with every figure traced to its source."
            )
        ),
        title_lang=plain.shown_lang(context.lang),
        intro=plain.html,
        reports=reports,
        units=reporting_units(context),
        areas=area_cards(context),
        counts={
            "figures": len(context.catalogue.observations),
            "reports": len(reports),
            "units": len({report.unit for report in reports}),
            "indicators": len({each.indicator for each in context.dataset.series.values()}),
        },
    )
