"""The list of reports, newest first; of many, on several pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.dataset.belonging import reports_newest_first
from generator.dataset.reporting import stated_in
from generator.i18n.messages import N_
from generator.pages.context import Context
from generator.pages.origins.origin import Origin
from generator.pages.page import Facets, Page, link
from generator.pages.planned import Planned

ON_A_PAGE = 400
"""Reports on one page of the list."""


def plan(context: Context) -> Iterator[Planned]:
    """The pages that list all reports."""
    for number in range(1, max(1, -(-len(context.catalogue.reports) // ON_A_PAGE)) + 1):
        yield Planned(_path(number), partial(_page, number))


def _path(number: int) -> str:
    return "reports" if number == 1 else f"reports/pages/{number}"


def _page(number: int, context: Context) -> Page:
    ids = reports_newest_first(context.dataset)
    pages = -(-len(ids) // ON_A_PAGE)
    title = context.say(N_("Reports"))
    if pages > 1:
        title = context.say(N_("{title}, page {number} of {pages}"), title=title, number=number, pages=pages)
    shown = ids[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    description = context.say(N_("Every report on this site, the newest period first."))
    return context.page(
        "reports",
        _path(number),
        title,
        description,
        origin=Origin("data/reports"),
        lede=description,
        facets=Facets(hidden=number > 1),
        reports=[context.catalogue.reports[each] for each in shown],
        figures={report: stated_in(context.dataset, report) for report in shown},
        pages=[(str(each), "" if each == number else link(_path(number), _path(each))) for each in range(1, pages + 1)]
        if pages > 1
        else [],
    )
