"""Days of a report that cannot be: written long before or after its period, or about days that lie nowhere near it.

No clock is asked: a tree is right or wrong on every day. `generator/check/clock.py` asks it, for the command alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.i18n.said import day_said, period_said
from generator.model.catalogue import Catalogue
from generator.model.dates import PartialDate
from generator.model.place import Place
from generator.model.report import Report
from generator.model.text import Text
from generator.problems import Problem

_LATEST = timedelta(days=5 * 366)
"""So long after its period a report is written at most; a programme of ten years is summed up within months."""
_NEAR = timedelta(days=366)
"""So far beyond the period its figures may go: books are closed early, and some reports look back on a year."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Days that no report has. What a paper really misprints is declared under `printed_date`."""
    for report in catalogue.reports.values():
        document, period = report.document, report.period
        if document.date is not None and _outside(document.date, period.start, period.end + _LATEST):
            yield _told("dated-elsewhere", document.date, document.place_of("date"), report)
        near = (period.start - _NEAR, period.end + _NEAR)
        if document.as_of is not None and _outside(document.as_of, *near):
            yield _told("figures-elsewhere", document.as_of, document.place_of("as_of"), report)
        if document.covers is None:
            continue
        first, last = document.covers.first, document.covers.last
        if last.last_day < first.first_day:
            words: dict[str, str | Text] = {"first": day_said(first), "last": day_said(last)}
            yield Problem("ends-before-beginning", document.covers.place_of("to"), words)
            continue
        for day, key in ((first, "from"), (last, "to")):
            if _outside(day, *near):
                yield _told("figures-elsewhere", day, document.covers.place_of(key), report)


def _outside(day: PartialDate, first: date, last: date) -> bool:
    return day.last_day < first or day.first_day > last


def _told(code: str, day: PartialDate, place: Place, report: Report) -> Problem:
    return Problem(code, place, {"date": day_said(day), "period": period_said(report.period)})
