"""Targets against figures: what was set, what was reported for that very period, and whether the one meets the other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.i18n import formats
from generator.i18n.messages import N_
from generator.load.numbers import read_number
from generator.model.observation import Observation
from generator.model.selection import Wanted, matching
from generator.model.target import Comparison, Target
from generator.pages.context import Context
from generator.pages.figures import breakdown_name, shown, source_link
from generator.pages.levels import COMPARISONS, LEVELS_PLURAL
from generator.pages.page import indicator_path, link, unit_path
from generator.problems import Problem


@dataclass(frozen=True)
class TargetRow:
    """A target as a page lists it. `actual` is the figure of its period, empty without one; `verdict` follows from the two."""

    who: str
    href: str
    period: str
    threshold: str
    deadline: str
    source: Markup
    actual: Markup
    verdict: str


def target_row(target: Target, context: Context) -> TargetRow:
    """A target of an indicator, for the indicator's page."""
    lang, catalogue = context.lang, context.catalogue
    measure = catalogue.measures[catalogue.indicators[target.indicator].measure]
    threshold = read_number(target.threshold, measure)
    value = str(target.threshold) if isinstance(threshold, Problem) else formats.measured(threshold, measure, lang)
    breakdown = breakdown_name(tuple(sorted(target.breakdown.items())), catalogue, lang)
    who, href = _who(target, context)
    actual = _actual(target, context)
    return TargetRow(
        who=f"{who} ({breakdown})" if breakdown else who,
        href=href,
        period=formats.period(target.period, lang, short=True) if target.period else "",
        threshold=context.say(COMPARISONS[target.comparison], value=value),
        deadline=formats.day(target.deadline, lang) if target.deadline else "",
        source=context.text(target.source),
        actual=_linked(actual, target, context) if actual else Markup(""),
        verdict=_verdict(target, actual, threshold, context),
    )


def is_met(actual: Decimal, threshold: Decimal, comparison: Comparison) -> bool:
    """Whether a figure meets a threshold."""
    if comparison is Comparison.AT_LEAST:
        return actual >= threshold
    return actual <= threshold if comparison is Comparison.AT_MOST else actual == threshold


def _who(target: Target, context: Context) -> tuple[str, str]:
    if target.unit:
        return context.unit_name(target.unit), link(indicator_path(target.indicator), unit_path(target.unit))
    who = context.say(LEVELS_PLURAL[target.level]) if target.level else ""
    return (f"{who}, {context.unit_name(target.parent)}" if target.parent else who), ""


def _actual(target: Target, context: Context) -> Observation | None:
    """The figure of the very period, unit and breakdown of the target; failing that, the newest from within the period."""
    if target.unit is None or target.period is None:
        return None
    breakdown = tuple(sorted(target.breakdown.items()))
    wanted = Wanted(target.indicator, unit=target.unit, breakdown=breakdown)
    within = [
        each
        for each in matching(context.catalogue.observations, wanted)
        if each.value is not None and target.period.start <= each.period.start and each.period.end <= target.period.end
    ]
    # `matching` puts the most authoritative first, and max keeps the first of equals.
    return max(within, key=lambda each: (each.period == target.period, each.period), default=None)


def _linked(actual: Observation, target: Target, context: Context) -> Markup:
    text = shown(actual, context.catalogue, context.lang, with_unit=True)
    return source_link(actual, text, context.catalogue, context.lang, indicator_path(target.indicator), "rr-value")


def _verdict(target: Target, actual: Observation | None, threshold: Decimal | Problem, context: Context) -> str:
    """Achieved or missed once the figure reaches to the target's end; on the way while it covers only a part of the time."""
    if actual is None or actual.value is None or target.period is None or isinstance(threshold, Problem):
        return context.say(N_("no figure for this period"))
    end = target.deadline.first_day if target.deadline else target.period.end
    if actual.period != target.period and actual.period.end < min(end, target.period.end):
        told = formats.period(actual.period, context.lang, short=True)
        return context.say(N_("on the way (figure of {period})"), period=told)
    return context.say(N_("achieved") if is_met(actual.value, threshold, target.comparison) else N_("missed"))
