"""The claims at the head of an indicator's page: who reports it, how it spreads over units of one time, and which way it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median

from generator.dataset.comparison import Standing, standings_of
from generator.dataset.dataset import Dataset, Series
from generator.dataset.medians import FEWEST_UNITS, is_independent_of_size
from generator.dataset.remembered import remembered
from generator.model.form import BreakdownKey
from generator.model.observation import Observation
from generator.recall.questions import question
from generator.statements.claims import Claim, FigureClaim, MovesClaim, ReachClaim, SpreadClaim
from generator.statements.reading import claim_of, comparable_before, is_fact, newest_period

_NEARLY = 0.9
"""So much of the largest set is enough to speak of it."""


@question
def indicator_claims(dataset: Dataset, indicator: str) -> tuple[Claim, ...]:
    """The claims on an indicator, in the order in which they are told; none where no number of it is known."""
    return remembered(dataset, ("claims", indicator), (), lambda seen: tuple(_claims(seen, indicator)))


def _claims(dataset: Dataset, indicator: str) -> Iterator[Claim]:
    series = [each for each in dataset.select(indicator=indicator) if each.numeric]
    figures = [each for found in series for each in found.numeric]
    if not figures:
        return
    facts = [(found, each) for found in series for each in found.numeric if is_fact(each, dataset)]
    if len(figures) == 1:
        yield from (FigureClaim(each, alone=True) for _, each in facts)
        return
    told = spread_claim(dataset, indicator) or _newest(facts, figures, dataset)
    yield ReachClaim(
        units=len({each.unit for each in series}),
        reported=1,
        indicators=1,
        newest=None if isinstance(told, FigureClaim) else newest_period(figures, dataset),
    )
    if told is not None:
        yield told
    if moves := _moves(series, dataset):
        yield moves


def _newest(
    facts: list[tuple[Series, Observation]], figures: list[Observation], dataset: Dataset
) -> FigureClaim | None:
    """The newest figure, that of the whole before that of a part; None where several units have one, or where it is no fact."""
    newest = newest_period(figures, dataset)
    of_it = [each for each in facts if each[1].period == newest]
    if len({each.unit for each in figures if each.period == newest}) > 1 or not of_it:
        return None
    return claim_of(*min(of_it, key=lambda each: len(each[0].breakdown)), dataset)


@question
def spread_claim(dataset: Dataset, indicator: str) -> SpreadClaim | None:
    """How a set of one time, level and part spreads: the newest of those nearly as large as the largest. None for counts and for fewer than three units.

    One unit that no longer reports makes no old quarter the one to speak of. A contradicted figure is left out, like a rough one.
    """
    if not is_independent_of_size(dataset.catalogue.indicators[indicator], dataset):
        return None
    found = [_claims_of(standing, dataset) for standing in standings_of(dataset, indicator)]
    largest = max((each for claims in found for each in claims), key=lambda each: each.units, default=None)
    if largest is None:
        return None
    alike = next(claims for claims in found if largest in claims)
    enough = [each for each in alike if each.level is largest.level and each.units >= _NEARLY * largest.units]
    return max(enough, key=lambda each: (each.lowest.period, each.units))


def _claims_of(standing: Standing, dataset: Dataset) -> list[SpreadClaim]:
    """What can be said of the spread of each set of one time and level."""
    made = []
    for group in standing.groups:
        for level in dict.fromkeys(each.figure.unit.level for each in group.placings) if group.is_of_one_time else ():
            found = [each.figure.observation for each in group.placings if each.figure.unit.level is level]
            told = sorted(
                ((each.exact, each.unit, each) for each in found if each.exact is not None and is_fact(each, dataset)),
                key=lambda each: each[:2],
            )
            # A state at the end of a year stands under the year in one report and under its last quarter in another.
            one_period = len({each.period for _, _, each in told}) == 1
            if len(told) >= FEWEST_UNITS and one_period and told[0][0] != told[-1][0]:
                made.append(SpreadClaim(told[0][2], told[-1][2], median(each[0] for each in told), len(told), level))
    return made


def _moves(series: list[Series], dataset: Dataset) -> MovesClaim | None:
    """Which way the newest figures of units went; None for fewer than three units."""
    counted: Counter[int] = Counter()
    whole: BreakdownKey = min((each.breakdown for each in series), key=lambda each: (len(each), each))
    for found in series:
        newest = found.latest
        before = comparable_before(found, newest, dataset) if newest and found.breakdown == whole else None
        if newest is not None and before is not None and newest.exact is not None and before.exact is not None:
            counted[(newest.exact > before.exact) - (newest.exact < before.exact)] += 1
    return MovesClaim(counted[1], counted[-1], counted[0]) if counted.total() >= FEWEST_UNITS else None
