"""Indicators name units of measure, breakdowns, formulas and relatives that exist."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.references import unknown
from generator.model.catalogue import Catalogue
from generator.model.formula import Formula
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Unknown references and unreadable formulas of indicators and areas."""
    for area in catalogue.areas.values():
        for headline in area.headline:
            yield from unknown("unknown-indicator", headline, catalogue.indicators, area.place_of("headline"))
    for indicator in catalogue.indicators.values():
        yield from unknown("unknown-measure", indicator.measure, catalogue.measures, indicator.place_of("measure"))
        for dimension in indicator.breakdown:
            place = indicator.place_of("breakdown")
            yield from unknown("unknown-breakdown", dimension, catalogue.breakdowns, place)
        for related in indicator.related:
            yield from unknown("unknown-indicator", related, catalogue.indicators, indicator.place_of("related"))
        if indicator.formula is None:
            continue
        place = indicator.place_of("formula")
        try:
            formula = Formula.parse(indicator.formula)
        except ValueError:
            yield Problem("bad-formula", place, {"formula": indicator.formula})
            continue
        for term in formula.terms:
            yield from unknown("unknown-indicator", term, catalogue.indicators, place)
