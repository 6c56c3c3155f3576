"""The claims at the head of a unit's page: how its targets stand, one telling figure, and how old the key figures are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.dataset.belonging import reports_of
from generator.dataset.dataset import Dataset
from generator.dataset.headline import headline_series, telling
from generator.dataset.verdicts import Judgement, Verdict, judgements_of_unit
from generator.model.indicator import Direction
from generator.model.observation import Observation
from generator.recall.questions import question
from generator.statements.claims import AgeClaim, Claim, FigureClaim, TargetsClaim
from generator.statements.reading import claim_of, is_fact, open_contradictions


@question
def unit_claims(dataset: Dataset, unit: str) -> tuple[Claim, ...]:
    """The claims on a unit, in the order in which they are told; none where nothing is known of it."""
    return tuple(_claims(dataset, unit))


def _claims(dataset: Dataset, unit: str) -> Iterator[Claim]:
    if judged := judgements_of_unit(dataset, unit):
        yield targets_claim(judged)
    key = key_figures(dataset, unit)
    if found := most_telling(_told(dataset, unit), dataset):
        yield found
    if key:
        periods = sorted({each.period for each in key}, reverse=True)
        yield AgeClaim(tuple(periods), sum(open_contradictions(each, dataset) for each in reports_of(dataset, unit)))


def key_figures(dataset: Dataset, unit: str) -> list[Observation]:
    """The key figures of a unit: one of each area that has one, contradicted or not."""
    series = (headline_series(area, dataset, unit=unit) for area in dataset.catalogue.areas.values())
    figures = (telling(each, dataset) for each in series if each is not None)
    return [each for each in figures if each is not None]


def _told(dataset: Dataset, unit: str) -> Iterator[FigureClaim]:
    """What may be said of each key figure that is told as a fact."""
    for area in dataset.catalogue.areas.values():
        series = headline_series(area, dataset, unit=unit)
        figure = telling(series, dataset) if series else None
        if series is not None and figure is not None and is_fact(figure, dataset):
            yield claim_of(series, figure, dataset)


def most_telling(claims: Iterable[FigureClaim], dataset: Dataset) -> FigureClaim | None:
    """The claim that tells most: of the newest year first, then by its verdict, place, direction, and that it can be good or bad at all.

    Of equals it is the first: areas stand in the order of every report.
    """
    found = list(claims)
    newest = max((each.figure.period.last_year for each in found), default=0)

    def weight(each: FigureClaim) -> tuple[bool, int]:
        better = dataset.catalogue.indicators[each.figure.indicator or ""].better
        sides = (
            each.judged is not None,
            each.place is not None,
            each.before is not None,
            better is not Direction.NEITHER,
        )
        return each.figure.period.last_year == newest, sum(sides)

    return max(found, key=weight, default=None)


def targets_claim(judged: Iterable[Judgement]) -> TargetsClaim:
    """The judgements on targets, by verdict."""
    held = list(judged)
    of = {verdict: tuple(each for each in held if each.verdict is verdict) for verdict in Verdict}
    return TargetsClaim(of[Verdict.ACHIEVED], of[Verdict.MISSED], of[Verdict.ON_THE_WAY], of[Verdict.NO_DATA])
