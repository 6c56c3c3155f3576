"""Which days a figure really speaks of, as far as its report says so, and how far the reports of the dataset reach."""

from __future__ import annotations

from datetime import date, timedelta

from generator.model.catalogue import Catalogue
from generator.model.observation import Observation
from generator.model.report import Report

CLOSING = timedelta(days=31)
"""Reports close their books some weeks before the period ends (a year's often on 14 December); such a figure counts as the whole."""


def covered_until(observation: Observation, catalogue: Catalogue) -> date:
    """The last day that a figure speaks of: the end of its period, unless the report closed its books before."""
    days = [observation.period.end]
    if observation.as_of is not None:
        days.append(observation.as_of.last_day)
    else:
        days.append(_closed(catalogue.reports[observation.source.report]))
    return min(days)


def declared_days(observation: Observation, catalogue: Catalogue) -> tuple[date, date] | None:
    """First and last day that the report says its figures cover, where these are not the days of its period.

    Only figures of the report's own period are meant; what a report says of other years covers those years.
    """
    report = catalogue.reports.get(observation.source.report)
    if report is None or report.document.covers is None or observation.period != report.period:
        return None
    days = report.document.covers.first.first_day, report.document.covers.last.last_day
    return None if days == (report.period.start, report.period.end) else days


def is_shifted(observation: Observation, days: tuple[date, date]) -> bool:
    """Whether covered days lie further from the period than books are usually closed early: then it is another time."""
    period = observation.period
    return abs(days[0] - period.start) > CLOSING or abs(days[1] - period.end) > CLOSING


def horizon(catalogue: Catalogue) -> date:
    """The newest day that any report of the dataset covers; without reports the beginning of time."""
    days = (min(report.period.end, _closed(report)) for report in catalogue.reports.values())
    return max(days, default=date.min)


def _closed(report: Report) -> date:
    """The day on which a report closed its books."""
    document = report.document
    if document.covers is not None:
        return document.covers.last.last_day
    return document.as_of.last_day if document.as_of is not None else report.period.end
