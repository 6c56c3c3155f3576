"""What is reported by whom, and the few figures that a page is about: one that asks this and no more is right while other numbers change."""

from __future__ import annotations

from collections import Counter

from generator.dataset.dataset import Dataset, Series
from generator.load.corrections import corrected
from generator.model.observation import Observation, stated_count
from generator.model.review import Correction
from generator.model.unit import Level
from generator.recall.questions import question


@question
def units_reporting(dataset: Dataset, indicator: str) -> tuple[str, ...]:
    """The units of which something is known of an indicator, in their order."""
    return tuple(dict.fromkeys(each.unit for each in dataset.select(indicator=indicator)))


@question
def most_authors_of_a_level(dataset: Dataset, indicator: str) -> int:
    """How many units of one level have a number of an indicator, at the level that has most. A unit of which only another's report tells does not count."""
    units = dataset.catalogue.units
    authors = {each.unit for each in dataset.catalogue.reports.values()} & set(units)
    telling = {each.unit for each in dataset.select(indicator=indicator) if each.numeric} & authors
    levels: Counter[Level] = Counter(units[each].level for each in telling)
    return max(levels.values(), default=0)


@question
def stated_in(dataset: Dataset, report: str) -> int:
    """How many figures a report states."""
    return stated_count(dataset.by_report(report))


@question
def areas_of_report(dataset: Dataset, report: str) -> tuple[str, ...]:
    """The areas of reform of which a report has a place for figures, by id."""
    indicators = dataset.catalogue.indicators
    return tuple(sorted({indicators[each.indicator].area for each in dataset.by_report(report) if each.indicator}))


@question
def anchors_in(dataset: Dataset, report: str) -> frozenset[str]:
    """The fragments of the figures that stand on a report's page."""
    return frozenset(each.source.anchor for each in dataset.by_report(report))


@question
def corrected_in(dataset: Dataset, report: str) -> tuple[tuple[Observation, Correction], ...]:
    """The figures of a report that carry a correction, with it."""
    return tuple(corrected(dataset.by_report(report)))


@question
def self_assessed(dataset: Dataset, unit: str) -> tuple[Series, ...]:
    """What a unit says of its goals itself."""
    indicators = dataset.catalogue.indicators
    return tuple(each for each in dataset.select(unit=unit) if indicators[each.indicator].self_assessed)


@question
def revised_figure(dataset: Dataset, report: str, number: int) -> Observation | None:
    """The first figure that a declared revision of a report names: of a row, of an indicator, or of both. `number` counts the revisions from 0."""
    revision = dataset.catalogue.reports[report].revisions[number]
    if revision.row is None and revision.indicator is None:
        return None
    for each in dataset.by_report(report):
        in_row = revision.row is None or (each.source.table, each.source.row) == (revision.table, revision.row)
        if in_row and revision.indicator in (None, each.indicator):
            return each
    return None


@question
def series_of_unit(dataset: Dataset, unit: str, area: str) -> tuple[Series, ...]:
    """The series of a unit in one area of reform."""
    indicators = dataset.catalogue.indicators
    return tuple(each for each in dataset.select(unit=unit) if indicators[each.indicator].area == area)
