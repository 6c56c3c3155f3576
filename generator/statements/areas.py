"""The claims at the head of an area's page: who reports on it, how its targets stand, and how its headline figure spreads."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dataset.dataset import Dataset, series_of_area
from generator.dataset.verdicts import judge_all
from generator.recall.questions import question
from generator.statements.claims import Claim, ReachClaim
from generator.statements.indicators import spread_claim
from generator.statements.reading import newest_period
from generator.statements.units import targets_claim


@question
def area_claims(dataset: Dataset, area: str) -> tuple[Claim, ...]:
    """The claims on an area, in the order in which they are told; none where no number of it is known."""
    return tuple(_claims(dataset, area))


def _claims(dataset: Dataset, area: str) -> Iterator[Claim]:
    catalogue = dataset.catalogue
    series = [each for each in series_of_area(dataset, area) if each.numeric]
    if not series:
        return
    yield ReachClaim(
        units=len({each.unit for each in series}),
        reported=len({each.indicator for each in series}),
        indicators=sum(each.area == area for each in catalogue.indicators.values()),
        newest=newest_period((each for found in series for each in found.numeric), dataset),
    )
    judged = [each for each in judge_all(dataset) if catalogue.indicators[each.target.indicator].area == area]
    if judged:
        yield targets_claim(judged)
    for indicator in catalogue.areas[area].headline:
        if spread := spread_claim(dataset, indicator):
            yield spread
            return
