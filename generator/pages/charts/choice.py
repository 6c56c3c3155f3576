"""Which chart suits which series: a line, bars, a ranking of units, or none because a table says it better."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.charts.model import ChartData, ChartKind, ChartSeries
from generator.dataset.dataset import Series
from generator.model.catalogue import Catalogue
from generator.model.form import BreakdownKey
from generator.model.indicator import IndicatorKind
from generator.model.observation import Observation
from generator.model.period import Period
from generator.model.selection import comparable_numbers, shows_development
from generator.model.unit import Level

FEWEST_FOR_LINE = 3
"""Two figures are a difference, not a course: they stand side by side as bars."""
FEWEST_FOR_RANKING = 3
MOST_IN_RANKING = 40
MOST_SERIES = 6
"""More lines than this cannot be told apart: a table shows them better."""
MOST_BARS = 30
"""More bars than this are hairs on a phone."""


@dataclass(frozen=True)
class Compared:
    """Units of one level with a figure for the very same period, for a ranking."""

    level: Level
    period: Period
    breakdown: BreakdownKey
    figures: tuple[tuple[Series, Observation], ...]


def comparable(series: Series) -> Series:
    """The series without runs of years, which cannot stand among single years; unless it has nothing else."""
    return replace(series, observations=comparable_numbers(series.observations))


def develops(series: Series, catalogue: Catalogue) -> bool:
    """Whether the figures of a series tell a development."""
    stock = catalogue.indicators[series.indicator].kind is IndicatorKind.STOCK
    return shows_development(series.observations, stock=stock)


def says_something(series: Sequence[Series]) -> bool:
    """Whether a picture shows more than one sentence would: some figure differs from another."""
    return len({each.value for found in series for each in found.numeric}) > 1


def is_crowded(data: ChartData) -> bool:
    """Whether a chart over time has so many bars that a table shows them better."""
    return data.kind == "bars" and len(data.series) * len(data.periods) > MOST_BARS


def kind_over_time(periods: Sequence[str], series: Sequence[ChartSeries], *, continuous: bool) -> ChartKind:
    """A line where states or rates (`continuous`) are known for three comparable periods in a row; bars otherwise."""
    longest = max((_longest_run(periods, each) for each in series), default=0)
    return "line" if continuous and longest >= FEWEST_FOR_LINE else "bars"


def _longest_run(periods: Sequence[str], series: ChartSeries) -> int:
    """How many neighbouring periods a line would join at most."""
    known = {point.period: point for point in series.points if point.value is not None}
    longest = run = 0
    segment = -1
    for period in periods:
        point = known.get(period)
        if point is None:
            run = 0
            continue
        run = 0 if point.rough or point.sign else run + 1 if run and point.segment == segment else 1
        segment = point.segment
        longest = max(longest, run)
    return longest


def beside_each_other(series: Sequence[Series], catalogue: Catalogue, *, continuous: bool) -> list[Series]:
    """The units that one chart over time can hold: those with a development and, for states and rates, single figures of units of
    the same level. A count of one quarter beside counts of years, or of a province beside districts, says nothing.
    """
    developing = [each for each in series if develops(each, catalogue)]
    if not developing or not continuous:
        return developing[:MOST_SERIES]
    levels = {_level(each, catalogue) for each in developing}
    single = [each for each in series if each not in developing and each.numeric and _level(each, catalogue) in levels]
    return [*developing, *single][:MOST_SERIES]


def groups_to_rank(series: Sequence[Series], catalogue: Catalogue) -> list[Compared]:
    """For each level, the units with a figure for the same period: the newest period that at least three of them have."""
    found: dict[tuple[Level, Period], list[tuple[Series, Observation]]] = defaultdict(list)
    for each in series:
        level = _level(each, catalogue)
        for observation in each.numeric:
            if level is not None:
                found[level, observation.period].append((each, observation))
    newest: Mapping[Level, Period] = {
        level: period
        for (level, period), figures in sorted(found.items(), key=lambda item: item[0][1])
        if FEWEST_FOR_RANKING <= len(figures) <= MOST_IN_RANKING and any(each.value for _, each in figures)
    }
    return [
        Compared(level, newest[level], found[level, newest[level]][0][0].breakdown, tuple(found[level, newest[level]]))
        for level in Level
        if level in newest
    ]


def _level(series: Series, catalogue: Catalogue) -> Level | None:
    unit = catalogue.units.get(series.unit)
    return unit.level if unit else None
