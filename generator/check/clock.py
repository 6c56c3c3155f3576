"""Days that are still to come, by the clock of the machine: for the command `check` alone.

A build asks no clock, so that the same files give the same site on every day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.i18n.said import day_said
from generator.model.catalogue import Catalogue
from generator.model.dates import PartialDate
from generator.model.place import Place
from generator.model.report import Report
from generator.problems import Problem

_AHEAD = timedelta(days=31)
"""So far ahead somebody may prepare what is to be published."""


def check_against_clock(catalogue: Catalogue, today: date) -> tuple[Problem, ...]:
    """Reports written, published or revised more than a month from now."""
    last = min(today, date.max - _AHEAD) + _AHEAD
    found = [
        Problem("day-to-come", place, {"date": day_said(day), "today": day_said(today)})
        for report in catalogue.reports.values()
        for day, place in _days(report)
        if day.first_day > last
    ]
    return tuple(found)


def _days(report: Report) -> Iterator[tuple[PartialDate, Place]]:
    """The days of what has happened: the document and what its figures go up to, and what this site did."""
    document = report.document
    if document.date is not None:
        yield document.date, document.place_of("date")
    elif document.as_of is not None:
        yield document.as_of, document.place_of("as_of")
    else:
        begins = report.period.start
        yield PartialDate(begins.year, begins.month, begins.day), report.place_of("period")
    if report.published is not None:
        yield report.published, report.place_of("published")
    for revision in report.revisions:
        yield revision.date, revision.place_of("date")
