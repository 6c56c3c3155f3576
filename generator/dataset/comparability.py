"""Which figures may stand side by side: the rules, and nothing else knows them.

In: figures of one indicator. Out: whether two of them are comparable and, if not, why. Shows nothing and says nothing: reasons
are data, `generator/pages/comparing/comparison_words.py` puts them in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.dataset.covered import declared_days, is_shifted
from generator.dataset.dataset import Dataset, Series
from generator.model.catalogue import Catalogue
from generator.model.form import BreakdownKey
from generator.model.indicator import Direction, Indicator, IndicatorKind, MeasureType
from generator.model.observation import Observation
from generator.model.period import Period, PeriodKind
from generator.model.unit import Unit
from generator.recall.questions import question

_QUARTER, _NINE_MONTHS, _YEAR = 3, 9, 12


class Reason(StrEnum):
    """Why two figures of one indicator cannot be compared."""

    NO_NUMBER = "no-number"
    BREAKDOWN = "breakdown"
    PART_OF_PERIOD = "part-of-period"
    LINEAGE = "lineage"
    NEVER_TOGETHER = "never-together"
    RUN_OF_YEARS = "run-of-years"
    RUNNING_TOTALS = "running-totals"
    TOTAL_AND_QUARTER = "total-and-quarter"
    LENGTH = "length"


class SpanKind(StrEnum):
    """What a figure tells of: a date, a stretch of time of its own, the time since January, or several years together."""

    DATE = "date"
    MONTHS = "months"
    SINCE_JANUARY = "since-january"
    RUN = "run"


@dataclass(frozen=True, order=True)
class Span:
    """The time that a figure tells of, as far as it decides what the figure may be compared with.

    `months` is its length, 0 for a date. `cut` names the unit where it existed only during a part of that time.
    """

    kind: SpanKind
    months: int
    cut: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, (self.kind.value, str(self.months), self.cut)))


@dataclass(frozen=True)
class Figure:
    """An observation of an indicator with the unit it is of and the time it tells of.

    `days` are the first and last day that it is really of, where they are declared and far from those of its period.
    """

    observation: Observation
    unit: Unit
    span: Span
    kind: IndicatorKind
    days: tuple[date, date] | None = None

    @property
    def period(self) -> Period:
        return self.observation.period

    @property
    def breakdown(self) -> BreakdownKey:
        return self.observation.breakdown

    @property
    def has_number(self) -> bool:
        return self.observation.value is not None

    @property
    def moment(self) -> tuple[date, date]:
        """First and last day of what it tells of; figures of one moment are of the same time exactly."""
        if self.days is not None:
            return self.days
        end = self.period.end
        if self.span.kind is SpanKind.DATE:
            return end, end
        return (date(end.year, 1, 1), end) if self.span.kind is SpanKind.SINCE_JANUARY else (self.period.start, end)


Lineage = Mapping[str, frozenset[str]]
"""For each unit every unit that it came from, however far back."""


def lineage(units: Mapping[str, Unit]) -> Lineage:
    """The lineage of all units, from what either side declares."""
    before: dict[str, set[str]] = {unit: set(units[unit].predecessors) for unit in units}
    for unit in units.values():
        for after in unit.successors:
            before.setdefault(after, set()).add(unit.id)

    def ancestors(unit: str) -> frozenset[str]:
        found: set[str] = set()
        waiting = list(before.get(unit, ()))
        while waiting:
            each = waiting.pop()
            if each not in found:
                found.add(each)
                waiting += before.get(each, ())
        return frozenset(found)

    return {unit: ancestors(unit) for unit in before}


@question
def lineages(dataset: Dataset) -> Lineage:
    """The lineage of all units of a dataset."""
    return lineage(dataset.catalogue.units)


@question
def came_from(dataset: Dataset, unit: str) -> frozenset[str]:
    """Every unit that a unit came from, however far back."""
    return lineages(dataset).get(unit, frozenset())


def figures(dataset: Dataset, indicator: Indicator) -> list[Figure]:
    """The figures of an indicator in the order of units, breakdowns and time; words of a text measure are no figures."""
    return figures_of(dataset.select(indicator=indicator.id), dataset.catalogue)


def figures_of(found: Iterable[Series], catalogue: Catalogue) -> list[Figure]:
    """The figures of series, in their order; words of a text measure are no figures."""
    return [
        figure(observation, catalogue.units[series.unit], indicator.kind)
        for series in found
        if series.unit in catalogue.units
        for indicator in [catalogue.indicators[series.indicator]]
        if catalogue.measures[indicator.measure].type is not MeasureType.TEXT
        for observation in series.observations
    ]


def figure(observation: Observation, unit: Unit, kind: IndicatorKind) -> Figure:
    """An observation as a figure to compare. Days that it declares far from those of its period make it one of another time."""
    span = _span(observation.period, unit, kind)
    days = declared_days(observation, kind)
    if days is None or span.kind is SpanKind.RUN or not is_shifted(observation, days):
        return Figure(observation, unit, span, kind)
    if span.kind is SpanKind.MONTHS:
        span = Span(SpanKind.MONTHS, _months(*days), span.cut)
    return Figure(observation, unit, span, kind, days)


def _months(first: date, last: date) -> int:
    """The length of a stretch of days in months, to the nearest one."""
    return round(((last - first).days + 1) * _YEAR / 365)


def _span(period: Period, unit: Unit, kind: IndicatorKind) -> Span:
    if period.kind is PeriodKind.YEARS:
        return Span(SpanKind.RUN, _YEAR * (period.last_year - period.year + 1), _cut(period.start, period, unit))
    if kind is IndicatorKind.STOCK:
        return Span(SpanKind.DATE, 0)
    if kind is IndicatorKind.CUMULATIVE:
        january = date(period.year, 1, 1)
        return Span(SpanKind.SINCE_JANUARY, period.end.month, _cut(january, period, unit))
    length = period.end.month - period.start.month + 1
    return Span(SpanKind.MONTHS, length, _cut(period.start, period, unit))


def _cut(start: date, period: Period, unit: Unit) -> str:
    """The unit's id where it was formed or abolished within the time; empty where it existed throughout."""
    formed = unit.valid_from is not None and unit.valid_from.first_day > start
    abolished = unit.valid_to is not None and unit.valid_to.first_day < period.end
    return unit.id if formed or abolished else ""


def refusal(one: Figure, other: Figure, known: Lineage) -> Reason | None:
    """Why two figures of one indicator cannot be compared; None where they can. The order of the two does not matter."""
    if not (one.has_number and other.has_number):
        return Reason.NO_NUMBER
    if one.breakdown != other.breakdown:
        return Reason.BREAKDOWN
    return units_apart(one.unit, other.unit, known) or spans_apart(one.span, other.span)


def units_apart(one: Unit, other: Unit, known: Lineage) -> Reason | None:
    """Why two units cannot be compared at all: one came from the other, or the two never existed at the same time."""
    if one.id == other.id:
        return None
    if one.id in known.get(other.id, ()) or other.id in known.get(one.id, ()):
        return Reason.LINEAGE
    return Reason.NEVER_TOGETHER if _before(one, other) or _before(other, one) else None


def _before(one: Unit, other: Unit) -> bool:
    return (
        one.valid_to is not None
        and other.valid_from is not None
        and one.valid_to.first_day < other.valid_from.first_day
    )


def spans_apart(one: Span, other: Span) -> Reason | None:
    """Why figures that tell of such times cannot be compared."""
    if one == other:
        return None
    if one.cut != other.cut:
        return Reason.PART_OF_PERIOD
    kinds = {one.kind, other.kind}
    if SpanKind.RUN in kinds:
        return Reason.RUN_OF_YEARS
    if kinds == {SpanKind.SINCE_JANUARY}:
        return Reason.RUNNING_TOTALS
    return Reason.TOTAL_AND_QUARTER if {one.months, other.months} == {_QUARTER, _NINE_MONTHS} else Reason.LENGTH


def contest(each: Figure, indicator: Indicator, *, sizeless: bool) -> str:
    """What figures must share to be ranked: the level of the unit and the exact time; empty where nothing is ranked.

    Without a declared direction no rank is given, nor for what grows with the size of the unit: only what is `sizeless`
    (percentages and averages) can be ranked.
    """
    if indicator.better is Direction.NEITHER or not sizeless or not each.has_number:
        return ""
    start, end = each.moment
    return f"{each.unit.level.value} {start} {end}"


def comparable_groups(found: list[Figure], known: Lineage) -> Iterator[list[Figure]]:
    """Figures put together so that any two of a group are comparable; each figure stands in the first group that takes it."""
    groups: list[_Gathering] = []
    for each in found:
        home = next((group for group in groups if group.takes(each, known)), None)
        if home is None:
            home = _Gathering()
            groups.append(home)
        home.add(each, known)
    for group in groups:
        yield group.figures


class _Gathering:
    """Comparable figures, with what decides whether another may join them: it is not held against thousands one by one."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self._alike: dict[tuple[bool, BreakdownKey, Span], Figure] = {}
        self._units: set[str] = set()
        self._ancestors: set[str] = set()
        self._last_formed = date.min
        self._first_ended = date.max

    def takes(self, one: Figure, known: Lineage) -> bool:
        """Whether a figure is comparable with all of these."""
        kinds = self._alike.values()
        if any(_told_apart(one, other) for other in kinds):
            return False
        unit = one.unit
        if unit.id in self._units:
            return all(units_apart(unit, other.unit, known) is None for other in self.figures)
        if unit.id in self._ancestors or not self._units.isdisjoint(known.get(unit.id, ())):
            return False
        ended = unit.valid_to.first_day if unit.valid_to else date.max
        formed = unit.valid_from.first_day if unit.valid_from else date.min
        return self._last_formed <= ended and formed <= self._first_ended

    def add(self, one: Figure, known: Lineage) -> None:
        """Put a figure among these."""
        unit = one.unit
        self.figures.append(one)
        self._alike.setdefault((one.has_number, one.breakdown, one.span), one)
        self._units.add(unit.id)
        self._ancestors.update(known.get(unit.id, ()))
        if unit.valid_from:
            self._last_formed = max(self._last_formed, unit.valid_from.first_day)
        if unit.valid_to:
            self._first_ended = min(self._first_ended, unit.valid_to.first_day)


def _told_apart(one: Figure, other: Figure) -> bool:
    """Whether something keeps two figures apart, whatever units they are of."""
    both = one.has_number and other.has_number
    return not both or one.breakdown != other.breakdown or spans_apart(one.span, other.span) is not None
