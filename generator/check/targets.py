"""Targets name indicators and units that exist and thresholds that can be read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.references import breakdown_problems, unknown
from generator.load.numbers import read_number
from generator.model.catalogue import Catalogue
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Unknown references, targets for nobody, unreadable thresholds."""
    for target in catalogue.targets.values():
        yield from unknown("unknown-indicator", target.indicator, catalogue.indicators, target.place_of("indicator"))
        yield from unknown("unknown-unit", target.unit, catalogue.units, target.place_of("unit"))
        yield from unknown("unknown-unit", target.parent, catalogue.units, target.place_of("parent"))
        yield from breakdown_problems(target.breakdown, target.indicator, target.place_of("breakdown"), catalogue)
        if target.unit is None and target.level is None:
            yield Problem("target-without-unit", target.place)
        indicator = catalogue.indicators.get(target.indicator)
        measure = catalogue.measures.get(indicator.measure) if indicator else None
        if measure is not None:
            read = read_number(target.threshold, measure)
            if isinstance(read, Problem):
                yield read
