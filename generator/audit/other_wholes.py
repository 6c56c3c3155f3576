"""Rates of another whole: what is printed as a share of the dossiers resolved may be one of those due, or of those received."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.facts import Key, ReportFacts
from generator.audit.formulas import Comparison, best, compared, compared_by, readable
from generator.audit.tolerance import Agreement
from generator.model.indicator import Indicator
from generator.model.observation import Observation
from generator.model.unlike import unlike


@dataclass(frozen=True)
class Other:
    """The indicator whose formula gives what is printed, and how."""

    indicator: Indicator
    comparison: Comparison


def follows_otherwise(report: ReportFacts, key: Key, figure: Observation) -> Other | None:
    """What a rate is really of: where its own formula does not give it (or cannot be worked out), but that of an unlike indicator does."""
    own = best(compared(report, key, figure))
    if own is not None and own.agreement is not Agreement.DIFFERS:
        return None
    return next(_others(report, key, figure), None)


def _others(report: ReportFacts, key: Key, figure: Observation) -> Iterator[Other]:
    for name in unlike(key[2], report.catalogue):
        indicator = report.catalogue.indicators[name]
        ways = [each for each in readable(indicator.formula) if each.is_quotient]
        fits = best(compared_by(ways, report, key, figure))
        if fits is not None and fits.agreement is not Agreement.DIFFERS:
            yield Other(indicator, fits)
