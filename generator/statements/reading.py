"""What may be said of one figure: whether it is told as a fact, what it is compared with, its place, and the target that it decides."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from decimal import Decimal

from generator.audit.listing import findings_beside, findings_of
from generator.dataset.breaks import series_breaks
from generator.dataset.comparability import figure as as_figure
from generator.dataset.comparability import refusal
from generator.dataset.comparison import standings_of
from generator.dataset.dataset import Dataset, Series
from generator.dataset.medians import FEWEST_UNITS
from generator.dataset.verdicts import Judgement, Verdict, judgements_of_unit
from generator.model.form import BreakdownKey
from generator.model.indicator import Direction, MeasureType
from generator.model.observation import Observation, Source
from generator.model.period import Period
from generator.recall.questions import question
from generator.statements.claims import FigureClaim, Place

_NUMBERS = (MeasureType.COUNT, MeasureType.DECIMAL)


def is_fact(observation: Observation, dataset: Dataset) -> bool:
    """Whether a figure is told as a fact: a number, no answer of yes or no, that its source does not contradict."""
    if observation.value is None or dataset.catalogue.measures[observation.measure].type not in _NUMBERS:
        return False
    return not any(each.finding.is_contradiction for each in findings_beside(dataset, observation))


def open_contradictions(report: str, dataset: Dataset) -> int:
    """In how many places a report contradicts itself, without those that somebody has looked into."""
    return sum(
        each.finding.is_contradiction and each.finding.acknowledged is None for each in findings_of(dataset, report)
    )


def claim_of(series: Series, observation: Observation, dataset: Dataset) -> FigureClaim:
    """All that may be said of a figure of a series."""
    return FigureClaim(
        observation,
        before=comparable_before(series, observation, dataset),
        place=places(dataset, series.indicator, series.breakdown).get(observation.source),
        judged=_decided(observation, dataset),
    )


def comparable_before(series: Series, observation: Observation, dataset: Dataset) -> Observation | None:
    """The figure from which one rose or fell: the newest earlier one of the same kind of time, both exact and uncontradicted, no break between."""
    catalogue = dataset.catalogue
    unit, indicator = catalogue.units.get(series.unit), catalogue.indicators[series.indicator]
    before = series.before(observation)
    if before is None or unit is None:
        return None
    if not all(each.exact is not None and is_fact(each, dataset) for each in (before, observation)):
        return None
    if refusal(as_figure(before, unit, indicator.kind), as_figure(observation, unit, indicator.kind), {}) is not None:
        return None
    broken = any(before.period < each.period <= observation.period for each in series_breaks(series, catalogue))
    return None if broken else before


def newest_period(figures: Iterable[Observation], dataset: Dataset) -> Period:
    """The newest period of figures, as of when something is known: a plan for next year comes in only where there is nothing else."""
    reports = dataset.catalogue.reports
    held = list(figures)
    past = [each.period for each in held if each.period.end <= reports[each.source.report].period.end]
    return max(past or [each.period for each in held])


@question
def places(dataset: Dataset, indicator: str, breakdown: BreakdownKey) -> dict[Source, Place]:
    """The places of units in an indicator that may be ranked, by the source of their figure; none among fewer than three.

    Contradicted figures have no place, and the others are counted without them.
    """
    better = dataset.catalogue.indicators[indicator].better
    found: dict[Source, Place] = {}
    for standing in standings_of(dataset, indicator):
        for group in standing.groups if standing.breakdown == breakdown else ():
            ranked = [each.figure for each in group.placings if each.rank is not None]
            for level in {each.unit.level for each in ranked}:
                rivals = [
                    each.observation
                    for each in ranked
                    if each.unit.level is level and each.observation.exact is not None
                    if is_fact(each.observation, dataset)
                ]
                if len(rivals) >= FEWEST_UNITS:
                    for each, rank, shared in _ranks(rivals, better):
                        found.setdefault(each.source, Place(rank, len(rivals), level, shared))
    return found


def _ranks(rivals: list[Observation], better: Direction) -> Iterable[tuple[Observation, int, bool]]:
    sign = -1 if better is Direction.HIGHER else 1
    keys = sorted(sign * (each.exact or Decimal()) for each in rivals)
    for each in rivals:
        key = sign * (each.exact or Decimal())
        first = bisect_left(keys, key)
        yield each, first + 1, bisect_right(keys, key) - first > 1


def _decided(observation: Observation, dataset: Dataset) -> Judgement | None:
    """The target that a figure meets or misses."""
    for each in judgements_of_unit(dataset, observation.unit):
        if (
            each.figure is not None
            and each.figure.id == observation.id
            and each.target.indicator == observation.indicator
            and each.verdict in (Verdict.ACHIEVED, Verdict.MISSED)
        ):
            return each
    return None
