"""What a unit did beside what it planned: pairs of figures that the data declare to belong together.

A plan of a year stands only beside what counts since January, a state, or the whole year: a quarter's own count is no part of it that could be
measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.dataset.dataset import Dataset
from generator.model.catalogue import Catalogue
from generator.model.formula import Formula
from generator.model.indicator import BoundKind, Indicator, IndicatorKind
from generator.model.observation import Observation
from generator.model.period import PeriodKind
from generator.recall.questions import question

_HUNDRED = 100


@dataclass(frozen=True)
class PlanPair:
    """A result and the plan, or the places, that it is measured against."""

    result: Observation
    plan: Observation

    @property
    def share(self) -> Decimal:
        """Of the plan, in percent."""
        return _HUNDRED * (self.result.exact or Decimal()) / (self.plan.exact or Decimal(1))


@question
def plans_of(dataset: Dataset, unit: str) -> tuple[PlanPair, ...]:
    """The newest result of each indicator that is bound to a plan, in the order of areas; the whole before its parts."""
    order = list(dataset.catalogue.areas)
    found = sorted(_pairs(dataset, unit), key=lambda pair: order.index(_area(pair, dataset.catalogue)))
    return tuple(found)


def _area(pair: PlanPair, catalogue: Catalogue) -> str:
    return catalogue.indicators[pair.result.indicator or ""].area


def _pairs(dataset: Dataset, unit: str) -> Iterator[PlanPair]:
    for result, plan in dict.fromkeys(_declared(dataset.catalogue)):
        indicator, planned = dataset.catalogue.indicators.get(result), dataset.catalogue.indicators.get(plan)
        if indicator is None or planned is None or indicator.measure != planned.measure:
            continue
        plans = {series.breakdown: series for series in dataset.select(indicator=plan, unit=unit)}
        for series in dataset.select(indicator=result, unit=unit):
            if series.breakdown not in plans or not series.numeric:
                continue
            newest = series.numeric[-1]
            fitting = [each for each in plans[series.breakdown].numeric if _belong(newest, indicator, each, planned)]
            if fitting and newest.exact is not None and fitting[-1].exact:
                yield PlanPair(newest, fitting[-1])


def _declared(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Result and plan: what is `within` a plan or places, and rates of a plan of a year."""
    for indicator in catalogue.indicators.values():
        for bound in indicator.within:
            if bound.kind in (BoundKind.PLAN, BoundKind.PLACES):
                yield indicator.id, bound.indicator
        for written in indicator.formula:
            formula = Formula.parse(written)
            if formula.is_quotient and len(formula.indicators) == len(formula.terms):
                result, plan = formula.terms
                if plan in catalogue.indicators and catalogue.indicators[plan].of_year:
                    yield result, plan


def _belong(result: Observation, indicator: Indicator, plan: Observation, planned: Indicator) -> bool:
    if result.period == plan.period:
        return True
    counts_since_january = indicator.kind in (IndicatorKind.CUMULATIVE, IndicatorKind.STOCK)
    return (
        planned.of_year
        and counts_since_january
        and plan.period.kind is PeriodKind.YEAR
        and result.period.is_partial_year
        and result.period.year == plan.period.year
    )
