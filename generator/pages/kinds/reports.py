"""The list of reports, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.i18n.messages import N_
from generator.model.observation import stated_count
from generator.pages.context import Context
from generator.pages.listing.summaries import newest_reports
from generator.pages.origins.origin import Origin
from generator.pages.page import Page
from generator.pages.planned import Planned


def plan(_context: Context) -> Iterator[Planned]:
    """The page that lists all reports."""
    yield Planned("reports", _page)


def _page(context: Context) -> Page:
    description = context.say(N_("Every report on this site, the newest period first."))
    return context.page(
        "reports",
        "reports",
        context.say(N_("Reports")),
        description,
        origin=Origin("data/reports"),
        lede=description,
        reports=newest_reports(context),
        figures={report: stated_count(context.dataset.by_report(report)) for report in context.catalogue.reports},
    )
