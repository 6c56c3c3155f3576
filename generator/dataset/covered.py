"""Which days a figure really speaks of, as far as its report says so, and how far the reports of the dataset reach."""

from __future__ import annotations

from datetime import date, timedelta

from generator.model.catalogue import Catalogue
from generator.model.indicator import IndicatorKind
from generator.model.observation import Observation
from generator.model.report import Report

CLOSING = timedelta(days=31)
"""Reports close their books some weeks before the period ends (a year's often on 14 December); such a figure counts as the whole."""


def covered_until(observation: Observation, catalogue: Catalogue) -> date:
    """The last day that a figure speaks of: the end of its period, unless it says an earlier one, or its report was done before."""
    days = [observation.period.end]
    if observation.as_of is not None:
        days.append(observation.as_of.last_day)
    elif observation.covers is not None:
        days.append(observation.covers.last.last_day)
    else:
        days.append(_closed(catalogue.reports[observation.source.report]))
    return min(days)


def ends_with_report(observation: Observation, catalogue: Catalogue) -> bool:
    """Whether a figure reaches no further only because its report is dated so: the source gives no day for it."""
    document = catalogue.reports[observation.source.report].document
    is_said = any(each is not None for each in (observation.days.last, document.as_of, document.covers))
    return not is_said and covered_until(observation, catalogue) < observation.period.end


def declared_days(observation: Observation, kind: IndicatorKind) -> tuple[date, date] | None:
    """First and last day that a figure is of by the nearest declaration, where these are not those of its period.

    A state is of the last of these days; what happens is of the days from the beginning of its period to the day that is declared.
    """
    start, end = observation.period.start, observation.period.end
    if observation.covers is not None:
        start, end = observation.covers.first.first_day, observation.covers.last.last_day
    elif observation.as_of is not None:
        end = observation.as_of.last_day
    if kind is IndicatorKind.STOCK:
        return None if end == observation.period.end else (end, end)
    return None if (start, end) == (observation.period.start, observation.period.end) else (start, end)


def is_shifted(observation: Observation, days: tuple[date, date]) -> bool:
    """Whether declared days lie further from the period than books are usually closed early: then it is another time."""
    period = observation.period
    begins_elsewhere = days[0] != days[1] and abs(days[0] - period.start) > CLOSING
    return begins_elsewhere or abs(days[1] - period.end) > CLOSING


def horizon(catalogue: Catalogue) -> date:
    """The newest day that any report of the dataset covers; without reports the beginning of time."""
    days = (min(report.period.end, _closed(report)) for report in catalogue.reports.values())
    return max(days, default=date.min)


def _closed(report: Report) -> date:
    """The day on which a report closed its books, as far as its document says: no report knows more than its own date."""
    document = report.document
    if document.covers is not None:
        return document.covers.last.last_day
    if document.as_of is not None:
        return document.as_of.last_day
    dated = document.date.last_day if document.date is not None else report.period.end
    return min(report.period.end, dated)
