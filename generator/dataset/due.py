"""Which reports the declared calendar asks for, and how each stands on a day: here, not due yet, due, or overdue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.calendar import ReportingRule, Span, spans
from generator.model.catalogue import Catalogue
from generator.model.report import report_id
from generator.model.unit import Unit


class Standing(StrEnum):
    """How a report that is asked for stands."""

    HERE = "here"
    NOT_YET = "not-yet"
    DUE = "due"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Expected:
    """A report that a rule asks of a unit, and how it stands."""

    unit: str
    rule: str
    span: Span
    standing: Standing
    stands_beside: bool = False
    """Whether the rule's reports stand beside those on reform."""

    @property
    def report(self) -> str:
        """The id that the report has, or will have."""
        return report_id(self.unit, self.span.period, self.rule if self.stands_beside else None)


def expected_reports(catalogue: Catalogue, today: date) -> tuple[Expected, ...]:
    """Every report that a rule asks for in a window that has begun by a day, in the order of their last days.

    A rule asks from the first window that ends after it came into force, and of a unit while it exists.
    """
    first_years: dict[str, int] = {}
    for report in catalogue.reports.values():
        first_years[report.unit] = min(report.period.year, first_years.get(report.unit, report.period.year))
    found = {
        each.report: each
        for rule in catalogue.calendar.values()
        for unit_id in rule.collected
        if (unit := catalogue.units.get(unit_id)) is not None
        for each in _of_unit(rule, unit, first_years.get(unit.id, today.year), catalogue, today)
    }
    return tuple(sorted(found.values(), key=lambda each: (each.span.due, each.unit, each.span.period)))


def _of_unit(rule: ReportingRule, unit: Unit, first_year: int, catalogue: Catalogue, today: date) -> Iterator[Expected]:
    begins = max((each.first_day for each in (rule.since, unit.valid_from) if each), default=None)
    ends = min((each.last_day for each in (rule.until, unit.valid_to) if each), default=None)
    if begins is None:
        begins = date(first_year, 1, 1)
    for year in range(begins.year, today.year + 2):
        for span in (each for window in rule.windows for each in spans(window, year)):
            if span.first <= today and span.last >= begins and (ends is None or span.last <= ends):
                beside = rule.beside is not None
                report = report_id(unit.id, span.period, rule.id if beside else None)
                yield Expected(unit.id, rule.id, span, _standing(report, span, catalogue, today), beside)


def _standing(report: str, span: Span, catalogue: Catalogue, today: date) -> Standing:
    if report in catalogue.reports:
        return Standing.HERE
    if today <= span.last:
        return Standing.NOT_YET
    return Standing.DUE if today <= span.due else Standing.OVERDUE
