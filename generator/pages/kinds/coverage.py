"""How complete a report is: a page that counts every figure of its form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.dataset.completeness import completeness
from generator.i18n.messages import N_
from generator.i18n.names import report_period
from generator.model.observation import Status
from generator.pages.context import Context
from generator.pages.listing.facets import report_facets
from generator.pages.origins.origin import Origin
from generator.pages.page import Page, coverage_path
from generator.pages.planned import Planned


def plan(context: Context) -> Iterator[Planned]:
    """A coverage page for every report."""
    for each in context.catalogue.reports:
        yield Planned(coverage_path(each), partial(_page, each))


def _page(report_id: str, context: Context) -> Page:
    report = context.catalogue.reports[report_id]
    name = context.report_name(report)
    counted = completeness(report, context.dataset)
    return context.page(
        "coverage",
        coverage_path(report.id),
        context.say(N_("Coverage: {report}"), report=name),
        context.say(
            N_(
                "How many figures the report {report} states, how many it leaves empty, and how many it says did not occur."
            ),
            report=name,
        ),
        facets=report_facets(report, context, kind=N_("Coverage")),
        origin=Origin(report.place.file, 1),
        shows=report,
        report=report,
        report_title=f"{context.unit_name(report.unit)}: {report_period(report, context.catalogue, context.lang)}",
        coverage=counted,
        rows=[
            (f"table-{each.table.id}" if each.table.id in report.tables else "", context.text(each.table.title), each)
            for each in counted.tables
        ],
        statuses=[
            (Status.REPORTED, context.say(N_("Reported"))),
            (Status.NONE_OCCURRED, context.say(N_("None occurred"))),
            (Status.NOT_APPLICABLE, context.say(N_("Not applicable"))),
            (Status.NOT_REPORTED, context.say(N_("Not reported"))),
        ],
    )
