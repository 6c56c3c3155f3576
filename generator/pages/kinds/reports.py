"""The list of reports, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.i18n.messages import N_
from generator.model.observation import stated_count
from generator.pages.context import Context
from generator.pages.listing.summaries import newest_reports
from generator.pages.page import Page


def pages(context: Context) -> Iterator[Page]:
    """The page that lists all reports."""
    description = context.say(N_("Every report on this site, the newest period first."))
    yield context.page(
        "reports",
        "reports",
        context.say(N_("Reports")),
        description,
        lede=description,
        reports=newest_reports(context),
        figures={report: stated_count(context.dataset.by_report(report)) for report in context.catalogue.reports},
    )
