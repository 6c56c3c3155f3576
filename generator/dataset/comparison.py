"""Ready-made comparisons of one indicator: who is where, ranked where that is fair, and who is left out and why.

In: the figures of an indicator and the rules of `comparability.py`. Out: for each breakdown groups of comparable figures, and
what stands in none of them. Never puts figures of two groups, levels or times in one order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial
from itertools import chain

from generator.dataset.comparability import (
    Figure,
    Lineage,
    Reason,
    comparable_groups,
    contest,
    figures,
    lineages,
    refusal,
)
from generator.dataset.dataset import Dataset
from generator.dataset.medians import is_independent_of_size
from generator.dataset.remembered import remembered
from generator.model.form import BreakdownKey
from generator.model.indicator import Direction, Indicator, MeasureType
from generator.model.unit import Level, Unit
from generator.recall.questions import question

FEWEST = 2
"""Fewer units than this are no comparison."""


class Caveat(StrEnum):
    """What a reader must know about figures that may stand side by side."""

    NO_DIRECTION = "no-direction"
    YEARS = "years"
    TIMES = "times"
    LEVELS = "levels"
    WHOLE_AND_PART = "whole-and-part"
    SIZE = "size"
    ROUGH = "rough"


@dataclass(frozen=True)
class Placing:
    """A figure in a group; `rank` counts from 1 among figures of the same level and time, None where nothing is ranked."""

    figure: Figure
    rank: int | None


@dataclass(frozen=True)
class Group:
    """Figures of one kind, one a unit: by level, then rank, then id; and what to know about them.

    They are comparable where `is_of_one_time`; otherwise they only stand side by side and are never ranked. What is told of the whole group is worked
    out once: each of its units, which may be thousands, asks for it.
    """

    placings: tuple[Placing, ...]
    caveats: tuple[Caveat, ...]

    @cached_property
    def units(self) -> frozenset[str]:
        return frozenset(each.figure.unit.id for each in self.placings)

    @cached_property
    def is_ranked(self) -> bool:
        return any(each.rank is not None for each in self.placings)

    @cached_property
    def is_of_one_time(self) -> bool:
        return len({each.figure.moment for each in self.placings}) == 1


@dataclass(frozen=True)
class LeftOut:
    """The newest figure of a unit that is comparable with no other unit's, and why."""

    figure: Figure
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Standing:
    """Who is where for one breakdown of an indicator: groups of one time first, the newest of them before the others."""

    breakdown: BreakdownKey
    groups: tuple[Group, ...]
    left_out: tuple[LeftOut, ...]


class Meeting(StrEnum):
    """How figures of several units meet, of those that report an indicator."""

    AT_ONCE = "at-once"
    BESIDE = "beside"
    NEVER = "never"


@dataclass(frozen=True)
class _Question:
    """Everything about an indicator that decides how its figures are put in order."""

    indicator: Indicator
    measure: MeasureType
    sizeless: bool
    units: Mapping[str, Unit]
    lineage: Lineage


@question
def standings_of(dataset: Dataset, indicator: str) -> tuple[Standing, ...]:
    """The comparisons of an indicator by its id."""
    return remembered(dataset, ("standings", indicator), (), partial(_standings_of, indicator))


def _standings_of(indicator: str, dataset: Dataset) -> tuple[Standing, ...]:
    return tuple(standings(dataset, dataset.catalogue.indicators[indicator]))


@question
def compared_indicators(dataset: Dataset) -> tuple[str, ...]:
    """The indicators that at least two units report, in the order of the catalogue."""
    return tuple(each for each in dataset.catalogue.indicators if standings_of(dataset, each))


@question
def meeting_of(dataset: Dataset, indicator: str) -> Meeting:
    """How the figures of an indicator meet: at one time, only side by side, or never."""
    groups = [group for found in standings_of(dataset, indicator) for group in found.groups]
    if any(group.is_of_one_time for group in groups):
        return Meeting.AT_ONCE
    return Meeting.BESIDE if groups else Meeting.NEVER


@question
def units_beside(dataset: Dataset, unit: str, indicator: str, most: int) -> tuple[str, ...]:
    """The units that the figures of a unit can stand beside, or else those that report the same; the unit itself first, and no more than `most`."""
    standings = standings_of(dataset, indicator)
    groups = [group for found in standings for group in found.groups]
    beside = [group for group in groups if unit in group.units]
    placed = (each.figure.unit.id for group in beside or groups for each in group.placings)
    left = (each.figure.unit.id for found in standings for each in found.left_out if not beside)
    chosen = {unit: None}
    for other in chain(placed, left):
        if len(chosen) == most:
            break
        chosen[other] = None
    return tuple(chosen)


def standings(dataset: Dataset, indicator: Indicator) -> list[Standing]:
    """The comparisons of an indicator, one a breakdown (the whole first); none for a breakdown that only one unit reports."""
    catalogue = dataset.catalogue
    question = _Question(
        indicator,
        catalogue.measures[indicator.measure].type,
        is_independent_of_size(indicator, dataset),
        catalogue.units,
        lineages(dataset),
    )
    by_breakdown: dict[BreakdownKey, list[Figure]] = defaultdict(list)
    for each in figures(dataset, indicator):
        by_breakdown[each.breakdown].append(each)
    return [
        _standing(breakdown, found, question)
        for breakdown, found in sorted(by_breakdown.items(), key=lambda item: len(item[0]))
        if len({each.unit.id for each in found if each.has_number}) >= FEWEST
    ]


def _standing(breakdown: BreakdownKey, found: Sequence[Figure], question: _Question) -> Standing:
    groups = tuple(_group(each, question) for each in _gathered(found, question))
    inside = frozenset().union(*(group.units for group in groups))
    newest = _newest_of_each_unit(found)
    left = tuple(
        LeftOut(each, _reasons(each, newest, question.lineage)) for each in newest if each.unit.id not in inside
    )
    return Standing(breakdown, groups, left)


def _gathered(found: Sequence[Figure], question: _Question) -> Iterator[list[Figure]]:
    """The groups: first figures of one time, then units that only meet across years; none that an earlier one holds."""
    numbers = sorted((each for each in found if each.has_number), key=lambda each: each.period, reverse=True)
    at_once: dict[object, list[Figure]] = defaultdict(list)
    of_a_span: dict[object, list[Figure]] = defaultdict(list)
    for each in numbers:
        at_once[each.span, each.moment].append(each)
        of_a_span[each.span].append(each)
    told: list[frozenset[str]] = []
    for figures_of_one_kind in (*at_once.values(), *of_a_span.values()):
        for group in comparable_groups(_newest_of_each_unit(figures_of_one_kind), question.lineage):
            units = frozenset(each.unit.id for each in group)
            if len(units) >= FEWEST and not any(units <= earlier for earlier in told):
                told.append(units)
                yield group


def _newest_of_each_unit(found: Iterable[Figure]) -> list[Figure]:
    """The newest figure of each unit, one with a number before a mere status."""
    newest: dict[str, Figure] = {}
    for each in sorted(found, key=lambda each: (each.has_number, each.period)):
        newest[each.unit.id] = each
    return [newest[unit] for unit in sorted(newest)]


def _reasons(one: Figure, others: Iterable[Figure], known: Lineage) -> tuple[Reason, ...]:
    """Why a figure is comparable with none of the others, what concerns most of them first."""
    found = (refusal(one, other, known) for other in others if other.unit.id != one.unit.id and other.has_number)
    return tuple(reason for reason, _ in Counter(each for each in found if each is not None).most_common())


def _group(found: Sequence[Figure], question: _Question) -> Group:
    of_one_time = len({each.moment for each in found}) == 1
    ranks = ranked(found, question.indicator, sizeless=question.sizeless) if of_one_time else {}
    order = list(Level)
    placings = [Placing(each, ranks.get(each.unit.id)) for each in found]
    placings.sort(
        key=lambda each: (order.index(each.figure.unit.level), each.rank is None, each.rank or 0, each.figure.unit.id)
    )
    return Group(tuple(placings), tuple(_caveats(found, question)))


def ranked(found: Sequence[Figure], indicator: Indicator, *, sizeless: bool) -> dict[str, int]:
    """The ranks of units whose figures may be ranked, equals on the same one; a lone figure of its level has none."""
    contests: dict[str, list[Figure]] = defaultdict(list)
    for each in found:
        if key := contest(each, indicator, sizeless=sizeless):
            contests[key].append(each)
    ranks: dict[str, int] = {}
    for rivals in contests.values():
        if len(rivals) >= FEWEST:
            ranks.update(_ranks(rivals, indicator.better))
    return ranks


def _ranks(rivals: Sequence[Figure], better: Direction) -> Iterator[tuple[str, int]]:
    """The rank of each whose place is certain. Only the few rough ones are held against every other: of exact ones the order is that of their numbers."""
    rough = [each for each in rivals if each.observation.exact is None]
    sign = -1 if better is Direction.HIGHER else 1
    exact = [(sign * each.observation.exact, each) for each in rivals if each.observation.exact is not None]
    keys = sorted(key for key, _ in exact)
    for key, each in exact:
        if not any(is_unsure(each, other) for other in rough):
            yield each.unit.id, 1 + bisect_left(keys, key) + sum(_is_better(other, each, better) for other in rough)
    for each in rough:
        if not any(is_unsure(each, other) for other in rivals):
            yield each.unit.id, 1 + sum(_is_better(other, each, better) for other in rivals)


def is_unsure(one: Figure, other: Figure) -> bool:
    """Whether it cannot be told which of two figures is the higher one, because one of them is rough."""
    first, second = one.observation.span, other.observation.span
    return first is not None and second is not None and one is not other and not first.is_ordered_with(second)


def _is_better(one: Figure, other: Figure, better: Direction) -> bool:
    first, second = one.observation.span, other.observation.span
    if first is None or second is None:
        return False
    return second.is_below(first) if better is Direction.HIGHER else first.is_below(second)


def _caveats(found: Sequence[Figure], question: _Question) -> Iterator[Caveat]:
    """What to know about figures that stand side by side, in the order in which it is told."""
    if question.indicator.better is Direction.NEITHER:
        yield Caveat.NO_DIRECTION
    if len({each.period.last_year for each in found}) > 1:
        yield Caveat.YEARS
    elif len({each.moment for each in found}) > 1:
        yield Caveat.TIMES
    if len({each.unit.level for each in found}) > 1:
        yield Caveat.LEVELS
    own = {each.unit.id for each in found}
    if any(not own.isdisjoint(units_above(each.unit, question.units)) for each in found):
        yield Caveat.WHOLE_AND_PART
    if question.measure in (MeasureType.COUNT, MeasureType.DECIMAL) and not question.sizeless:
        yield Caveat.SIZE
    rough = [each for each in found if each.observation.exact is None]
    if any(is_unsure(one, other) for one in rough for other in found):
        yield Caveat.ROUGH


def units_above(unit: Unit, units: Mapping[str, Unit]) -> frozenset[str]:
    """The units to which a unit belongs, at whatever distance."""
    found: set[str] = set()
    parent = unit.parent
    while parent and parent not in found:
        found.add(parent)
        parent = units[parent].parent if parent in units else None
    return frozenset(found)
