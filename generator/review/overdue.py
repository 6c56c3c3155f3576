"""What is overdue on a day: translations behind their originals, targets whose time is over without a final figure, and reports.

Of a unit whose reports the calendar declares (`data/calendar.yml`), the calendar says which are overdue; of any other, its own rhythm lets expect them.

Asks no clock: whoever runs it says which day it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.dataset.dataset import Dataset
from generator.dataset.due import Standing, expected_reports
from generator.dataset.verdicts import Verdict, judge_all
from generator.model.period import Period, PeriodKind
from generator.model.place import Place
from generator.model.translation_state import TextState, behind

GRACE = timedelta(days=30)
"""So long after a period its report may still be under way."""
RHYTHM = 2
"""So many reports of one kind of period show that a unit writes them regularly."""
_NEXT = {"Q1": "Q2", "Q2": "Q3", "Q3": "Q4", "Q4": "Q1", "H1": "H2", "H2": "H1", "9M": "9M", "": ""}
_NEXT.update({f"{month:02}": f"{month % 12 + 1:02}" for month in range(1, 13)})


@dataclass(frozen=True)
class OverdueTarget:
    """A target of a unit that should have a final figure by now."""

    target: str
    unit: str
    end: date
    place: Place


@dataclass(frozen=True)
class OverdueReport:
    """The report that should have followed: of which unit, for which period, and how many more are missing after it."""

    unit: str
    period: Period
    more: int


@dataclass(frozen=True)
class Overdue:
    """All that is overdue."""

    translations: tuple[TextState, ...]
    targets: tuple[OverdueTarget, ...]
    reports: tuple[OverdueReport, ...]

    def __bool__(self) -> bool:
        return bool(self.translations or self.targets or self.reports)


def overdue_on(dataset: Dataset, today: date) -> Overdue:
    """What is overdue on a day."""
    return Overdue(
        behind(dataset.catalogue),
        tuple(_targets(dataset, today)),
        tuple(_reports(dataset, today)),
    )


def _targets(dataset: Dataset, today: date) -> Iterator[OverdueTarget]:
    for each in judge_all(dataset):
        is_open = each.verdict in (Verdict.NO_DATA, Verdict.ON_THE_WAY)
        if is_open and each.end is not None and each.end + GRACE < today:
            yield OverdueTarget(each.target.id, each.unit, each.end, each.target.place)


def _reports(dataset: Dataset, today: date) -> Iterator[OverdueReport]:
    asked: dict[tuple[str, PeriodKind], list[Period]] = defaultdict(list)
    for each in expected_reports(dataset.catalogue, today):
        # A unit whose reports are declared is never judged by its rhythm, also where none is missing.
        late = asked[each.unit, each.span.period.kind]
        if each.standing is Standing.OVERDUE:
            late.append(each.span.period)
    declared = {unit for unit, _ in asked}
    for (unit, _), periods in sorted(asked.items()):
        if periods:
            yield OverdueReport(unit, periods[0], len(periods) - 1)
    yield from (each for each in _by_rhythm(dataset, today) if each.unit not in declared)


def _by_rhythm(dataset: Dataset, today: date) -> Iterator[OverdueReport]:
    written: dict[tuple[str, PeriodKind], list[Period]] = defaultdict(list)
    for report in dataset.catalogue.reports.values():
        if report.period.kind is not PeriodKind.YEARS and report.rule is None:
            written[report.unit, report.period.kind].append(report.period)
    for (unit, _), periods in sorted(written.items()):
        if len(periods) < RHYTHM:
            continue
        missing = list(_after(max(periods), _last_day(dataset, unit, today)))
        if missing:
            yield OverdueReport(unit, missing[0], len(missing) - 1)


def _last_day(dataset: Dataset, unit: str, today: date) -> date:
    """The last day by which a period must have ended for its report to be due: a unit that is no more writes none."""
    known = dataset.catalogue.units.get(unit)
    ended = known.valid_to.last_day if known is not None and known.valid_to is not None else date.max
    return min(today - GRACE - timedelta(days=1), ended)


def _after(period: Period, until: date) -> Iterator[Period]:
    """The periods of the same kind that follow, as far as they have ended."""
    while True:
        part = _NEXT[period.part]
        year = period.year if part > period.part else period.year + 1
        period = Period(year, year, part)
        if period.end > until:
            return
        yield period
