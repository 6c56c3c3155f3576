"""What a printed page says of its source: the report's document, or the reports that a unit's figures come from."""

from __future__ import annotations

from collections.abc import Sequence

from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.report import Report
from generator.pages.context import Context


def document_source(report: Report, context: Context) -> str:
    """A report's document in one line: title, number, date and who issued it, as far as the document says."""
    document = report.document
    unit = context.catalogue.units.get(report.unit)
    parts = [
        document.title.in_language(context.lang),
        context.say(N_("No. {number}"), number=document.number) if document.number else "",
        formats.day(document.date, context.lang) if document.date else "",
        context.authority(unit) if unit else "",
    ]
    return context.say(N_("Source: {source}"), source=", ".join(filter(None, parts)))


def reports_source(reports: Sequence[Report], context: Context) -> str:
    """The reports that a page's figures come from, in one line; empty without any."""
    names = "; ".join(context.report_name(report) for report in reports)
    return context.say(N_("Source: {source}"), source=names) if names else ""
