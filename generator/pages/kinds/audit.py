"""What the audit found: a page for each report, and one for the whole site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.dataset.completeness import completeness
from generator.i18n.messages import N_
from generator.i18n.names import report_period
from generator.pages.context import Context
from generator.pages.listing.facets import report_facets
from generator.pages.origins.origin import Origin
from generator.pages.page import AUDIT, Facets, Page, audit_path
from generator.pages.planned import Planned
from generator.pages.sources.audit import AuditCounts, audit_of

MOST_REPORTS = 400
"""Of more reports, those without a finding are only counted."""


def plan(context: Context) -> Iterator[Planned]:
    """The page of every report, and that of the site."""
    for each in context.catalogue.reports:
        yield Planned(audit_path(each), partial(_of_report, each))
    yield Planned(AUDIT, _of_site)


def _of_site(context: Context) -> Page:
    audited = [audit_of(each, context, AUDIT) for each in context.catalogue.reports.values()]
    # Of thousands of reports, those of which there is something to say.
    many = len(audited) > MOST_REPORTS
    told = [each for each in audited if not many or _says_something(each.counts)]
    reports = [(each, completeness(each.report, context.dataset)) for each in told]
    return context.page(
        "audit",
        AUDIT,
        context.say(N_("Contradictions in the reports")),
        context.say(
            N_(
                "Where reports disagree with themselves: figures held against the other figures of the same report, with the arithmetic."
            )
        ),
        facets=Facets(kind=context.say(N_("Audit"))),
        origin=Origin("data/reports"),
        reports=reports,
        sound=len(audited) - len(told),
        total=sum(each.counts.contradictions for each, _ in reports),
    )


def _says_something(counts: AuditCounts) -> bool:
    return any((counts.contradictions, counts.notes, counts.reviewed, counts.corrections))


def _of_report(report_id: str, context: Context) -> Page:
    report = context.catalogue.reports[report_id]
    path = audit_path(report.id)
    name = context.report_name(report)
    return context.page(
        "audit-report",
        path,
        context.say(N_("Audit: {report}"), report=name),
        context.say(
            N_("Where the figures of the report {report} disagree with each other, and what was corrected."),
            report=name,
        ),
        facets=report_facets(report, context, kind=N_("Audit")),
        origin=Origin(report.place.file, 1),
        shows=report,
        report=report,
        report_title=f"{context.unit_name(report.unit)}: {report_period(report, context.catalogue, context.lang)}",
        audit=audit_of(report, context, path),
        coverage=completeness(report, context.dataset),
    )
