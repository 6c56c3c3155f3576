"""Targets name indicators and units that exist and thresholds that can be read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.references import breakdown_problems, unknown
from generator.load.numbers import read_number
from generator.load.plausible import impossible
from generator.model.catalogue import Catalogue
from generator.model.target import Target
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Unknown references, targets for nobody, thresholds that are unreadable, missing or of another kind."""
    for target in catalogue.targets.values():
        yield from unknown("unknown-indicator", target.indicator, catalogue.indicators, target.place_of("indicator"))
        yield from unknown("unknown-unit", target.unit, catalogue.units, target.place_of("unit"))
        yield from unknown("unknown-unit", target.parent, catalogue.units, target.place_of("parent"))
        yield from unknown("unknown-stating-report", target.stated_in, catalogue.reports, target.place_of("stated_in"))
        yield from breakdown_problems(target.breakdown, target.indicator, target.place_of("breakdown"), catalogue)
        if target.unit is None and target.level is None:
            yield Problem("target-without-unit", target.place)
        if (target.threshold is None) == (target.threshold_from is None):
            yield Problem("target-threshold", target.place)
        if target.each_year and not (target.period and target.period.years):
            yield Problem("each-year-of-what", target.place_of("each_year"))
        yield from _number(target, catalogue)
        yield from _plan(target, catalogue)


def _number(target: Target, catalogue: Catalogue) -> Iterator[Problem]:
    """A threshold that is no number in the indicator's unit of measure."""
    indicator = catalogue.indicators.get(target.indicator)
    measure = catalogue.measures.get(indicator.measure) if indicator else None
    if measure is not None and target.threshold is not None:
        read = read_number(target.threshold, measure)
        fault = read if isinstance(read, Problem) else impossible(read, target.threshold, measure, indicator)
        if fault is not None:
            yield fault


def _plan(target: Target, catalogue: Catalogue) -> Iterator[Problem]:
    """A plan that does not exist, is not split like the target, or counts something else."""
    place = target.place_of("threshold_from")
    yield from unknown("unknown-indicator", target.threshold_from, catalogue.indicators, place)
    plan, indicator = catalogue.indicators.get(target.threshold_from or ""), catalogue.indicators.get(target.indicator)
    if plan is None or indicator is None:
        return
    for dimension in target.breakdown:
        if dimension in catalogue.breakdowns and dimension not in plan.breakdown:
            words = {"indicator": plan.id, "breakdown": dimension}
            yield Problem("undeclared-breakdown", place, words, allowed=plan.breakdown)
    if plan.measure != indicator.measure:
        yield Problem("plan-in-other-measure", place, {"indicator": indicator.id, "plan": plan.id})
