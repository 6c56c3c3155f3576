"""The claims at the head of a report's page: how much of what its form asks for it states, and its most telling figure."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dataset.completeness import completeness
from generator.dataset.dataset import Dataset
from generator.dataset.recorded import report_in_full
from generator.recall.questions import question
from generator.statements.claims import Claim, ContentClaim, FigureClaim
from generator.statements.reading import claim_of, is_fact, open_contradictions
from generator.statements.units import most_telling


@question
def report_claims(dataset: Dataset, report_id: str) -> tuple[Claim, ...]:
    """The claims on a report, in the order in which they are told."""
    return tuple(_claims(dataset, report_id))


def _claims(dataset: Dataset, report_id: str) -> Iterator[Claim]:
    report = report_in_full(dataset, report_id)
    counted = completeness(report, dataset)
    if counted.stated or counted.prose:
        yield ContentClaim(
            stated=counted.stated,
            room=counted.room,
            prose=counted.prose,
            contradictions=open_contradictions(report_id, dataset),
            is_partial=report.entry == "partial",
        )
    if found := most_telling(_told(dataset, report_id), dataset):
        yield found


def _told(dataset: Dataset, report_id: str) -> Iterator[FigureClaim]:
    """What may be said of the headline figures that the report states of its own unit and period, the first of each area."""
    report = dataset.catalogue.reports[report_id]
    for area in dataset.catalogue.areas.values():
        for indicator in area.headline:
            found = [
                (series, each)
                for series in dataset.select(indicator=indicator, unit=report.unit)
                for each in series.numeric
                if each.source.report == report_id and each.period == report.period and is_fact(each, dataset)
            ]
            if found:
                yield claim_of(*found[0], dataset)
                break
