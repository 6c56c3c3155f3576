"""The figures of a report as the audit asks for them: every statement of the same thing together, read as exact numbers or not.

Rough figures (“over 80 %”) are held apart: nothing is reckoned with them, but what they rule out contradicts them. Left out are words, and
whatever names an indicator or unit of measure that does not exist.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, partial
from itertools import islice, product
from operator import attrgetter

from generator.audit.tolerance import Interval, span_of
from generator.dataset.dataset import Dataset
from generator.model.catalogue import Catalogue
from generator.model.dates import PartialDate
from generator.model.form import BreakdownKey
from generator.model.indicator import Indicator, IndicatorKind, Measure, MeasureType
from generator.model.observation import Observation, Status
from generator.model.period import Period, PeriodKind
from generator.model.rough import Span
from generator.model.selection import authority
from generator.recall.questions import question

Key = tuple[str, Period, str, BreakdownKey]
"""Unit, period, indicator, breakdown."""
_ByKey = Mapping[Key, tuple[Observation, ...]]

MOST_COMBINED = 64
"""So many ways to combine figures that are stated several times are tried; reports state few things even twice."""

_NUMERIC = (MeasureType.COUNT, MeasureType.DECIMAL)


@dataclass(frozen=True)
class Stated:
    """A number and the figures it rests on: one stated figure, or several parts added up."""

    interval: Interval
    figures: tuple[Observation, ...]


@dataclass(frozen=True)
class ReportFacts:
    """The numbers of one report, by what they are values of, in the order of the document.

    `rough` are the rough statements, `blank` is what the report has a place for, but no number.
    """

    report: str
    catalogue: Catalogue
    stated: Mapping[Key, tuple[Observation, ...]] = field(repr=False)
    rough: Mapping[Key, tuple[Observation, ...]] = field(default_factory=dict, repr=False)
    blank: frozenset[Key] = field(default=frozenset(), repr=False)

    @cached_property
    def breakdowns(self) -> Mapping[tuple[str, Period, str], tuple[BreakdownKey, ...]]:
        """For each unit, period and indicator what the report states it for: the whole and parts."""
        found: dict[tuple[str, Period, str], list[BreakdownKey]] = defaultdict(list)
        for key in self.stated:
            found[key[:3]].append(key[3])
        return {key: tuple(breakdowns) for key, breakdowns in found.items()}

    @property
    def is_cut_short(self) -> bool:
        """Whether only a part of the report is entered, so that what is not stated here may stand on paper."""
        return self.catalogue.reports[self.report].entry == "partial"

    def indicator(self, key: Key) -> Indicator:
        return self.catalogue.indicators[key[2]]

    def measure(self, key: Key) -> Measure:
        return self.catalogue.measures[self.indicator(key).measure]

    def is_count(self, key: Key) -> bool:
        return self.measure(key).type is MeasureType.COUNT

    def statements(self, key: Key) -> tuple[Observation, ...]:
        """The different numbers that the report states exactly for a key, each where it stands first."""
        first: dict[str, Observation] = {}
        for each in self.stated.get(key, ()):
            first.setdefault(str(number_of(each)), each)
        return tuple(first.values())

    def amounts(self, key: Key, near: Observation | None = None) -> list[Stated]:
        """What the report gives for a key: each stated number, the nearest first; without any, its parts added up."""
        key = self._of_its_year(key)
        found = sorted(self.stated.get(key, ()), key=lambda each: (not _is_near(each, near), *authority(each)))
        if found:
            return [Stated(self._interval(each, key), (each,)) for each in found]
        return [summed for parts in self.splits(key) if parts.is_complete for summed in self.sums(parts.keys)]

    def sums(self, keys: tuple[Key, ...]) -> Iterator[Stated]:
        """The sums of what is stated for several keys, one for each way to combine statements."""
        for combined in self.combinations([self.amounts(each) for each in keys]):
            interval = Interval.exact(0)
            for each in combined:
                interval += each.interval
            yield Stated(interval, tuple(figure for each in combined for figure in each.figures))

    def combinations(self, choices: list[list[Stated]]) -> Iterator[tuple[Stated, ...]]:
        """The ways to take one amount of each list, as many as are worth trying."""
        yield from islice(product(*choices), MOST_COMBINED)

    def splits(self, key: Key) -> Iterator[Parts]:
        """The parts of a whole that the report states, for each breakdown whose parts add up to the whole."""
        unit, period, indicator, breakdown = key
        for dimension in self.indicator(key).sums:
            if dimension in dict(breakdown) or dimension not in self.catalogue.breakdowns:
                continue
            all_keys = [
                (unit, period, indicator, tuple(sorted((*breakdown, (dimension, category.id)))))
                for category in self.catalogue.breakdowns[dimension].categories
            ]
            known = tuple(each for each in all_keys if each in self.stated)
            unknown = [
                each for each in all_keys if each not in self.stated and (each in self.blank or self.is_cut_short)
            ]
            if known:
                yield Parts(known, is_complete=len(known) > 1 and not unknown)

    def span(self, observation: Observation, key: Key) -> Span:
        """What a statement leaves possible: all that a rough one does not rule out, all that an exact one may be rounded from."""
        return observation.span if observation.rough and observation.span else span_of(self._interval(observation, key))

    def _of_its_year(self, key: Key) -> Key:
        """Where something is stated: a plan of the year under the year, also for those who ask about a part of it."""
        unit, period, indicator, breakdown = key
        return (unit, self.indicator(key).period_of(period), indicator, breakdown)

    def _interval(self, observation: Observation, key: Key) -> Interval:
        value = number_of(observation)
        return Interval.exact(value) if self.is_count(key) else Interval.rounded(value)


@dataclass(frozen=True)
class Parts:
    """Parts of a whole by one breakdown. They are complete where the report leaves no place for a further part blank; of one that is
    entered in part, only where all parts are there.
    """

    keys: tuple[Key, ...]
    is_complete: bool


def number_of(observation: Observation) -> Decimal:
    """The number of a figure; zero where the report says that nothing occurred."""
    return Decimal(0) if observation.value is None else observation.value


@question
def facts(dataset: Dataset) -> tuple[ReportFacts, ...]:
    """The facts of every report, in the order of reports. What is known of a report that is the same is not gathered again."""
    catalogue, known = dataset.catalogue, dataset.known
    meaning = known.one("meaning of figures", (*catalogue.indicators.values(), *catalogue.measures.values()))
    return tuple(
        ReportFacts(
            name,
            catalogue,
            *known.recall(
                ("facts", name), (meaning, report, dataset.by_report(name)), partial(_gathered, dataset, name)
            ),
        )
        for name, report in catalogue.reports.items()
    )


def _gathered(dataset: Dataset, report: str) -> tuple[_ByKey, _ByKey, frozenset[Key]]:
    """What a report states exactly and roughly, and what it has a place for, but no number."""
    stated: dict[Key, list[Observation]] = defaultdict(list)
    rough: dict[Key, list[Observation]] = defaultdict(list)
    blank: set[Key] = set()
    columns = _columns_by_day(dataset.by_report(report))
    for each in dataset.by_report(report):
        if each.indicator is None or not _is_known(each, dataset.catalogue):
            continue
        key = (each.unit, _period(each, columns, dataset.catalogue), each.indicator, each.breakdown)
        if each.rough is not None:
            rough[key].append(each)
        elif each.value is not None or each.status is Status.NONE_OCCURRED:
            stated[key].append(each)
        elif each.status is Status.NOT_REPORTED:
            blank.add(key)
    found, roughly = ({key: tuple(figures) for key, figures in each.items()} for each in (stated, rough))
    return found, roughly, frozenset(blank)


def _columns_by_day(observations: Iterable[Observation]) -> dict[PartialDate, Period]:
    """The periods within a report that end on a stated day, by that day."""
    dated = (each for each in observations if each.as_of is not None and each.source.table is not None)
    return {each.as_of: each.period for each in dated if each.as_of and each.period.kind is not PeriodKind.YEARS}


def _period(observation: Observation, columns: Mapping[PartialDate, Period], catalogue: Catalogue) -> Period:
    """The period that a figure belongs to. A state that a report over several years gives without a year is that of its own day,
    and so the same thing as in the column of that day.
    """
    stock = catalogue.indicators[observation.indicator or ""].kind is IndicatorKind.STOCK
    if not stock or observation.period.kind is not PeriodKind.YEARS:
        return observation.period
    report = catalogue.reports[observation.source.report]
    if observation.period != report.period:
        return observation.period
    day = observation.as_of or report.document.as_of
    return columns.get(day, observation.period) if day is not None else observation.period


def _is_known(observation: Observation, catalogue: Catalogue) -> bool:
    indicator = catalogue.indicators.get(observation.indicator or "")
    measure = catalogue.measures.get(indicator.measure) if indicator else None
    return measure is not None and measure.type in _NUMERIC and observation.measure == measure.id


_PLACE = attrgetter("source.table", "source.section")


def _is_near(one: Observation, other: Observation | None) -> bool:
    """Whether two figures stand in one table or one section."""
    return other is not None and _PLACE(one) == _PLACE(other)
