"""Indicators name units of measure, breakdowns, formulas and relatives that exist."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.references import unknown
from generator.model.catalogue import Catalogue
from generator.model.formula import Formula
from generator.model.indicator import Bound, Indicator
from generator.model.place import Place
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Unknown references and unreadable formulas of indicators and areas."""
    for area in catalogue.areas.values():
        for headline in area.headline:
            yield from unknown("unknown-indicator", headline, catalogue.indicators, area.place_of("headline"))
        for whole in area.wholes:
            yield from unknown("unknown-indicator", whole, catalogue.indicators, area.place_of("wholes"))
    for indicator in catalogue.indicators.values():
        yield from _named(indicator, catalogue)
        for dimension in indicator.sums:
            if dimension not in indicator.breakdown:
                words = {"indicator": indicator.id, "breakdown": dimension}
                yield Problem("undeclared-breakdown", indicator.place_of("sums"), words)
        for bound in indicator.within:
            yield from unknown("unknown-indicator", bound.indicator, catalogue.indicators, bound.place)
            yield from _bound(bound, indicator, catalogue)
        for key, formulas in (("formula", indicator.formula), ("same_set", indicator.same_set)):
            for written in formulas:
                yield from _formula(written, indicator, indicator.place_of(key), catalogue)


def _named(indicator: Indicator, catalogue: Catalogue) -> Iterator[Problem]:
    """The unit of measure, breakdowns and other indicators that an indicator names, where they do not exist."""
    yield from unknown("unknown-measure", indicator.measure, catalogue.measures, indicator.place_of("measure"))
    for dimension in indicator.breakdown:
        yield from unknown("unknown-breakdown", dimension, catalogue.breakdowns, indicator.place_of("breakdown"))
    named = (
        ("related", indicator.related),
        ("rise_of", (indicator.rise_of,)),
        ("unlike", indicator.unlike),
        ("replaces", indicator.replaces),
    )
    for key, others in named:
        for other in filter(None, others):
            yield from unknown("unknown-indicator", other, catalogue.indicators, indicator.place_of(key))


def _bound(bound: Bound, indicator: Indicator, catalogue: Catalogue) -> Iterator[Problem]:
    """A bound that is counted in another unit of measure, or the indicator itself."""
    other = catalogue.indicators.get(bound.indicator)
    if other is not None and (other.measure != indicator.measure or other.id == indicator.id):
        yield Problem("bound-not-comparable", bound.place, {"indicator": indicator.id, "bound": other.id})


def _formula(written: str, indicator: Indicator, place: Place, catalogue: Catalogue) -> Iterator[Problem]:
    try:
        formula = Formula.parse(written)
    except ValueError:
        yield Problem("bad-formula", place, {"formula": written})
        return
    if indicator.id in formula.indicators:
        yield Problem("circular-formula", place, {"formula": written, "indicator": indicator.id})
    for term in formula.indicators:
        yield from unknown("unknown-indicator", term, catalogue.indicators, place)
