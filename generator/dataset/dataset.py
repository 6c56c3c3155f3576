"""The dataset as pages and charts ask it: series of one indicator for one unit, in the order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any, TypeVar, cast

from generator.model.catalogue import Catalogue
from generator.model.edition import Edition
from generator.model.form import BreakdownKey
from generator.model.observation import Observation, stated_count
from generator.model.period import Period, PeriodKind
from generator.model.selection import shown_first
from generator.recall.known import Known
from generator.recall.questions import question

if TYPE_CHECKING:
    import pandas as pd

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

_AUDIT = "generator.audit."
"""How the names of the questions of the audit begin."""

SeriesKey = tuple[str, str, BreakdownKey]
"""Indicator, unit, breakdown."""


@dataclass(frozen=True)
class Series:
    """What is known of one indicator, for one unit and breakdown: one observation a period, in the order of time."""

    indicator: str
    unit: str
    breakdown: BreakdownKey
    observations: tuple[Observation, ...]

    @property
    def numeric(self) -> tuple[Observation, ...]:
        """The observations that carry a number."""
        return tuple(each for each in self.observations if each.value is not None)

    @property
    def latest(self) -> Observation | None:
        """The newest observation that carries a number."""
        return self.numeric[-1] if self.numeric else None

    @property
    def latest_whole(self) -> Observation | None:
        """The newest number for a whole year or run of years; a quarter's only where there is nothing longer."""
        whole = [each for each in self.numeric if not each.period.is_partial_year]
        return whole[-1] if whole else self.latest

    def before(self, observation: Observation) -> Observation | None:
        """The newest earlier number for the same kind of period, with which a trend can be told."""
        kind = observation.period.kind
        earlier = [o for o in self.numeric if o.period < observation.period and o.period.kind is kind]
        if kind is not PeriodKind.YEAR:
            earlier = [o for o in earlier if o.period.part == observation.period.part]
        return earlier[-1] if earlier else None


@dataclass(frozen=True, eq=False)
class Dataset:
    """The catalogue with its tidy table, and series looked up from that table. Equal only to itself, so that results can be kept by it."""

    catalogue: Catalogue
    _answers: dict[tuple[Hashable, ...], Any] = field(default_factory=dict, repr=False, compare=False)
    known: Known = field(default_factory=Known, repr=False, compare=False)
    """What was worked out of this tree before, in this process."""

    @classmethod
    def of(cls, catalogue: Catalogue, known: Known | None = None) -> Dataset:
        """The dataset of a catalogue, with what is known of an earlier state of the same tree."""
        return cls(catalogue, known=known or Known())

    def with_published(self, pages: Mapping[Edition, frozenset[str]]) -> Dataset:
        """The same, knowing which pages of which editions stand in the archive of the site that is being built.

        What the audit found is taken along, because it does not follow from this.
        """
        if not pages:
            return self
        known = Dataset.of(self.catalogue.with_published(pages), self.known)
        audited = {asked: found for asked, found in self._answers.items() if str(asked[0]).startswith(_AUDIT)}
        known._answers.update(audited)  # noqa: SLF001 - of its own kind
        return known

    def ask(self, name: str, answer: Callable[..., T], about: tuple[Hashable, ...]) -> T:
        """The answer to a question (`generator.recall.questions`), worked out once."""
        key = (name, *about)
        if key not in self._answers:
            self._answers[key] = answer(self, *about)
        found: T = self._answers[key]
        return found

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The tidy table; made when first asked for, because pandas takes a second to import and no page needs it."""
        from generator.dataset.frame import build_frame

        return build_frame(self.catalogue)

    @cached_property
    def primary(self) -> frozenset[int]:
        """The numbers of the observations that pages show, one of each thing that is stated: what `frame` has as a column, without pandas."""
        stated = self.catalogue.observations
        return frozenset(each for each in shown_first(stated) if stated[each].indicator in self.catalogue.indicators)

    @cached_property
    def series(self) -> dict[SeriesKey, Series]:
        """All series, by indicator (in the catalogue's order), unit and breakdown."""
        grouped: dict[SeriesKey, list[Observation]] = defaultdict(list)
        for number in sorted(self.primary):
            each = self.catalogue.observations[number]
            grouped[each.indicator or "", each.unit, each.breakdown].append(each)
        made = {key: self._series(key, found) for key, found in grouped.items()}
        order = {indicator: number for number, indicator in enumerate(self.catalogue.indicators)}
        return dict(
            sorted(
                made.items(), key=lambda item: (order.get(item[0][0], 0), item[0][1], self.breakdown_order(item[0][2]))
            )
        )

    def _series(self, key: SeriesKey, found: Sequence[Observation]) -> Series:
        """The series of these figures: the same object as in an earlier state of the tree where they are the same."""
        in_time = tuple(sorted(found, key=lambda each: each.period))
        return self.known.recall(("series", *key), in_time, lambda: Series(*key, in_time))

    def select(self, *, indicator: str | None = None, unit: str | None = None) -> tuple[Series, ...]:
        """The series of an indicator, of a unit, or of both."""
        return self._selected.get((indicator, unit), ())

    @cached_property
    def _selected(self) -> dict[tuple[str | None, str | None], tuple[Series, ...]]:
        """The answers to every question for an indicator, a unit, both or neither."""
        answers: dict[tuple[str | None, str | None], list[Series]] = defaultdict(list)
        for each in self.series.values():
            for asked in product((None, each.indicator), (None, each.unit)):
                answers[asked].append(each)
        return self._as_before("select", answers)

    def _as_before(self, name: str, groups: Mapping[K, Sequence[T]]) -> dict[K, tuple[T, ...]]:
        """Groups by what is asked for; each is the same object as in an earlier state of the tree where all in it are."""
        return {key: cast("tuple[T, ...]", self.known.one((name, key), tuple(each))) for key, each in groups.items()}

    @cached_property
    def units_with_data(self) -> frozenset[str]:
        """The units of which something is known."""
        return frozenset(each.unit for each in self.series.values())

    def by_report(self, report: str) -> tuple[Observation, ...]:
        """All observations of a report, in the order of the document."""
        return self._by_report.get(report, ())

    def by_unit(self, unit: str) -> tuple[Observation, ...]:
        """All observations of a unit, whoever states them and however often."""
        return self._by_unit.get(unit, ())

    def by_indicator(self, indicator: str) -> tuple[Observation, ...]:
        """All observations of an indicator, for all units."""
        return self._by_indicator.get(indicator, ())

    @cached_property
    def _by_report(self) -> dict[str, tuple[Observation, ...]]:
        return self._grouped("by_report", lambda each: each.source.report)

    @cached_property
    def _by_unit(self) -> dict[str, tuple[Observation, ...]]:
        return self._grouped("by_unit", lambda each: each.unit)

    @cached_property
    def _by_indicator(self) -> dict[str, tuple[Observation, ...]]:
        return self._grouped("by_indicator", lambda each: each.indicator or "")

    def _grouped(self, name: str, key: Callable[[Observation], str]) -> dict[str, tuple[Observation, ...]]:
        found: dict[str, list[Observation]] = defaultdict(list)
        for each in self.catalogue.observations:
            found[key(each)].append(each)
        return self._as_before(name, found)

    def breakdown_order(self, breakdown: BreakdownKey) -> tuple[int, ...]:
        """Sort key of a breakdown: the whole first, then the categories in their declared order."""
        positions = []
        for dimension, category in breakdown:
            known = self.catalogue.breakdowns.get(dimension)
            ids = [each.id for each in known.categories] if known else []
            positions.append(ids.index(category) if category in ids else len(ids))
        return (len(breakdown), *positions)


@question
def figure_count(dataset: Dataset) -> int:
    """How many figures are stated."""
    return stated_count(dataset.catalogue.observations)


@question
def reported_indicators(dataset: Dataset) -> frozenset[str]:
    """The indicators of which something is known."""
    return frozenset(each.indicator for each in dataset.series.values())


@question
def indicators_with_numbers(dataset: Dataset) -> frozenset[str]:
    """The indicators of which a number is known."""
    return frozenset(each.indicator for each in dataset.series.values() if each.numeric)


@question
def known_periods(dataset: Dataset) -> frozenset[Period]:
    """The periods of which something is known."""
    return frozenset(each.period for series in dataset.series.values() for each in series.observations)


@question
def series_of_area(dataset: Dataset, area: str) -> tuple[Series, ...]:
    """The series of all indicators of an area of reform."""
    indicators = dataset.catalogue.indicators
    return tuple(each for each in dataset.series.values() if indicators[each.indicator].area == area)


def axis_periods(periods: Iterable[Period]) -> list[Period]:
    """Periods in the order of time, with the years of which nothing is known put in between, so that gaps show."""
    found = set(periods)
    single = [each for each in found if each.kind is not PeriodKind.YEARS]
    if single:
        known = {each.year for each in single}
        found |= {Period(year, year) for year in range(min(known), max(known)) if year not in known}
    return sorted(found)


def segments(series: Series, *, joins_kinds: bool, starts: Collection[Period] = ()) -> dict[Period, int]:
    """The stretches of a series within which figures are comparable: a line joins only periods that share a number.

    A stretch ends where the length of the period changes, unless the series is one of stocks (`joins_kinds`), and around a run of
    years, and before each of `starts`, the periods that follow a break. A missing year is no end of a stretch: the axis shows it
    as a gap.
    """
    numbers: dict[Period, int] = {}
    current = 0
    previous: Period | None = None
    for observation in series.numeric:
        period = observation.period
        if previous is not None and period in starts:
            current += 1
        elif previous is not None and previous.kind is not period.kind:
            runs = PeriodKind.YEARS in (period.kind, previous.kind)
            current += 1 if runs or not joins_kinds else 0
        numbers[period] = current
        previous = period
    return numbers
