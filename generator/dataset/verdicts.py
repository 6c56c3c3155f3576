"""Verdicts on targets: what was to be reached, the figure that answers, how far it reaches in time, and what follows.

Numbers go in and reasons come out: a `Judgement` holds every step of the reasoning as data, so that a page can write it down.
Nothing here knows today's date: a verdict changes only when a report brings another figure, or shows that the time is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.dataset.covered import CLOSING, covered_until, horizon
from generator.dataset.dataset import Dataset
from generator.i18n.formats import is_rate
from generator.load.numbers import read_number
from generator.model.catalogue import Catalogue
from generator.model.form import BreakdownKey
from generator.model.indicator import IndicatorKind
from generator.model.observation import Observation
from generator.model.rough import Span
from generator.model.target import Comparison, Target
from generator.problems import Problem
from generator.recall.questions import question

_UPWARDS = (Comparison.AT_LEAST, Comparison.MORE_THAN)


class Verdict(StrEnum):
    """What the figures say of a target."""

    ACHIEVED = "achieved"
    ON_THE_WAY = "on-the-way"
    MISSED = "missed"
    NO_DATA = "no-data"


@dataclass(frozen=True)
class Judgement:
    """A target held against the figures of one unit, with every step of the reasoning.

    `threshold` is the number to compare with, `plan` the figure it was taken from where it is a plan. `figure` is what was
    reported and `until` the last day that it speaks of; `end` is the day by which the target counts, None for a standing limit.
    `reaches_end` tells whether the figure stands for the whole time, `decided_early` whether it settles the matter before its end.
    `closed_by_report` tells that the report on that very time gives it as its last word, though it closed its books early, and
    `is_over` that the time has passed without a final figure: `figure` is then the last one from before its end.
    `met` compares the two numbers; where one of them is rough, `is_unsure` tells that this cannot be done for certain.
    `gap` is figure minus threshold, in the indicator's unit of measure (points for rates); None where either is rough.
    `years` are the judgements on each year of a target that is to be kept in each.
    """

    target: Target
    unit: str
    verdict: Verdict
    threshold: Decimal | None = None
    plan: Observation | None = None
    figure: Observation | None = None
    until: date | None = None
    end: date | None = None
    reaches_end: bool = False
    decided_early: bool = False
    met: bool = False
    is_unsure: bool = False
    gap: Decimal | None = None
    closed_by_report: bool = False
    is_over: bool = False
    years: tuple[Judgement, ...] = ()


@question
def judge_all(dataset: Dataset) -> tuple[Judgement, ...]:
    """The judgements on all targets, in the order of the catalogue; one a unit where a target is set for a level."""
    targets = dataset.catalogue.targets.values()
    return tuple(judge(target, unit, dataset) for target in targets for unit in judged_units(target, dataset))


@question
def judgements_of_unit(dataset: Dataset, unit: str) -> tuple[Judgement, ...]:
    """The judgements on the targets of one unit."""
    return tuple(each for each in judge_all(dataset) if each.unit == unit)


@question
def judgements_on(dataset: Dataset, indicator: str) -> tuple[Judgement, ...]:
    """The judgements on the targets of one indicator."""
    return tuple(each for each in judge_all(dataset) if each.target.indicator == indicator)


def judged_units(target: Target, dataset: Dataset) -> Iterator[str]:
    """The units that a target binds: its own, or those of its level that report and existed in its time."""
    if target.unit is not None:
        yield target.unit
        return
    catalogue = dataset.catalogue
    reporting = {report.unit for report in catalogue.reports.values()}
    reporting |= {each.unit for each in dataset.select(indicator=target.indicator)}
    for unit in catalogue.units.values():
        if unit.id not in reporting or unit.level is not target.level or target.parent not in (None, unit.parent):
            continue
        ended = target.period and unit.valid_to and unit.valid_to.last_day < target.period.start
        unborn = target.period and unit.valid_from and unit.valid_from.first_day > target.period.end
        if not ended and not unborn:
            yield unit.id


def judge(target: Target, unit: str, dataset: Dataset) -> Judgement:
    """Hold a target against what one unit reported; one of several years against what it reported for each, where it is to be kept in each."""
    years = target.period.years if target.each_year and target.period else ()
    whole = _judge(target, unit, dataset)
    each = [_judge(target.model_copy(update={"period": year, "deadline": None}), unit, dataset) for year in years]
    return replace(whole, years=tuple(each)) if each else whole


def _judge(target: Target, unit: str, dataset: Dataset) -> Judgement:
    end = _end(target)
    figure = _figure(target, unit, end, dataset)
    plan = _plan(target, unit, figure, dataset)
    threshold = plan.value if plan else stated_threshold(target, dataset.catalogue)
    actual = figure.span if figure else None
    limit = plan.span if plan else Span.of(threshold, None) if threshold is not None else None
    if figure is None or actual is None or limit is None:
        return Judgement(target, unit, Verdict.NO_DATA, threshold=threshold, plan=plan, figure=figure, end=end)
    met = is_met(actual, limit, target.comparison)
    closed_by_report = _is_of_its_closing_report(figure, target, end, dataset.catalogue)
    reaches_end = _stands_for_the_whole(figure, target, end, dataset.catalogue)
    decided_early = not reaches_end and _is_decided(target, dataset.catalogue, met=met)
    decided = reaches_end or decided_early
    is_over = not decided and end is not None and end < horizon(dataset.catalogue)
    verdict = Verdict.NO_DATA if is_over or (decided and met is None) else Verdict.ON_THE_WAY
    if decided and met is not None:
        verdict = Verdict.ACHIEVED if met else Verdict.MISSED
    exact = figure.exact if plan is None or plan.rough is None else None
    return Judgement(
        target,
        unit,
        verdict,
        threshold=threshold,
        plan=plan,
        figure=figure,
        until=covered_until(figure, dataset.catalogue),
        end=end,
        reaches_end=reaches_end,
        decided_early=decided_early,
        met=bool(met),
        is_unsure=met is None,
        gap=exact - threshold if exact is not None and threshold is not None else None,
        closed_by_report=closed_by_report and reaches_end,
        is_over=is_over,
    )


def is_met(actual: Span, threshold: Span, comparison: Comparison) -> bool | None:
    """Whether a figure meets a threshold; None where a rough one leaves that open (“over 70 %” and at least 80 %)."""
    above, below = threshold.is_below(actual), actual.is_below(threshold)
    match comparison:
        case Comparison.AT_LEAST:
            return _decided(yes=threshold.is_never_above(actual), no=below)
        case Comparison.MORE_THAN:
            return _decided(yes=above, no=actual.is_never_above(threshold))
        case Comparison.AT_MOST:
            return _decided(yes=actual.is_never_above(threshold), no=above)
        case Comparison.LESS_THAN:
            return _decided(yes=below, no=threshold.is_never_above(actual))
        case Comparison.EXACTLY:
            return _decided(yes=actual.is_exact and actual == threshold, no=above or below)


def _decided(*, yes: bool, no: bool) -> bool | None:
    return yes if yes or no else None


def stated_threshold(target: Target, catalogue: Catalogue) -> Decimal | None:
    """The number that a target states itself; None where it follows a plan, or cannot be read."""
    if target.threshold is None:
        return None
    read = read_number(target.threshold, catalogue.measures[catalogue.indicators[target.indicator].measure])
    return None if isinstance(read, Problem) else read


def _end(target: Target) -> date | None:
    """The day by which a target counts; None for a limit without a time."""
    days = [target.period.end] if target.period else []
    days += [target.deadline.last_day] if target.deadline else []
    return min(days, default=None)


def _breakdown(target: Target) -> BreakdownKey:
    return tuple(sorted(target.breakdown.items()))


def _figure(target: Target, unit: str, end: date | None, dataset: Dataset) -> Observation | None:
    """The number that answers a target best: one for its whole time, else the newest from within it."""
    series = dataset.series.get((target.indicator, unit, _breakdown(target)))
    within = [
        each
        for each in (series.numeric if series else ())
        if (target.period is None or target.period.start <= each.period.start)
        and each.period.start <= (end or each.period.start)
        and each.period.end <= (target.period.end if target.period else end or each.period.end)
    ]

    def fitness(each: Observation) -> tuple[object, ...]:
        whole = _stands_for_the_whole(each, target, end, dataset.catalogue)
        return whole, end is None or each.period.end <= end, each.period == target.period, each.period

    return max(within, key=fitness, default=None)


def _plan(target: Target, unit: str, figure: Observation | None, dataset: Dataset) -> Observation | None:
    """The figure of the plan: for the period of what was done, else for that of the target, else the newest from within it."""
    series = dataset.series.get((target.threshold_from or "", unit, _breakdown(target)))
    period = target.period
    within = [
        each
        for each in (series.numeric if series else ())
        if (figure is not None and each.period == figure.period)
        or (period is not None and period.start <= each.period.start and each.period.end <= period.end)
    ]
    return max(
        within,
        key=lambda each: (figure is not None and each.period == figure.period, each.period == period, each.period),
        default=None,
    )


def _stands_for_the_whole(figure: Observation, target: Target, end: date | None, catalogue: Catalogue) -> bool:
    """Whether a figure speaks of all the time that a target counts: to its end and, for what happens in a period, from its start.

    A state needs only the end. A rate of several years is that of the last one; a total is one of the whole time.
    """
    if end is None:
        return True
    closed = _is_of_its_closing_report(figure, target, end, catalogue)
    if not closed and covered_until(figure, catalogue) < end - CLOSING:
        return False
    indicator = catalogue.indicators[target.indicator]
    if indicator.kind is IndicatorKind.STOCK or target.period is None:
        return True
    begun = figure.period.start
    if indicator.kind is IndicatorKind.CUMULATIVE:
        begun = begun.replace(month=1, day=1)
    last_year = max(target.period.start, end.replace(month=1, day=1))
    rate = is_rate(catalogue.measures[indicator.measure])
    return begun <= (last_year if rate else target.period.start)


def _is_of_its_closing_report(figure: Observation, target: Target, end: date | None, catalogue: Catalogue) -> bool:
    """Whether a figure up to the end of a target's time stands in the report on exactly that time: nobody reports on it again."""
    report = catalogue.reports[figure.source.report]
    return target.period is not None and report.period == target.period and figure.period.end == end


def _is_decided(target: Target, catalogue: Catalogue, *, met: bool | None) -> bool:
    """Whether a part of the time settles the matter: a running total only grows, so what it has passed stays passed.

    Only totals are meant: what is cumulative by its definition, and what a plan counts. An average or a rate may fall again.
    """
    indicator = catalogue.indicators[target.indicator]
    total = indicator.kind is IndicatorKind.CUMULATIVE or (
        indicator.kind is IndicatorKind.FLOW and target.threshold_from is not None
    )
    if (
        met is None
        or not total
        or is_rate(catalogue.measures[indicator.measure])
        or target.comparison is Comparison.EXACTLY
    ):
        return False
    return met if target.comparison in _UPWARDS else not met
