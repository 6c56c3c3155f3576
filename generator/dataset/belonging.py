"""Who belongs to whom, and whose reports are whose: worked out once for all pages, where each page looking through all of them would be quadratic."""

from __future__ import annotations

from collections import defaultdict

from generator.dataset.dataset import Dataset
from generator.recall.questions import question


@question
def units_within(dataset: Dataset, unit: str) -> tuple[str, ...]:
    """The units that belong to a unit directly, in the order of the catalogue."""
    return _children(dataset).get(unit, ())


@question
def reports_newest_first(dataset: Dataset) -> tuple[str, ...]:
    """All reports, the newest period first."""
    reports = dataset.catalogue.reports.values()
    return tuple(each.id for each in sorted(reports, key=lambda each: (each.period, each.unit), reverse=True))


@question
def reports_of(dataset: Dataset, unit: str) -> tuple[str, ...]:
    """The reports of a unit, the newest period first."""
    return _by_unit(dataset).get(unit, ())


@question
def has_reported(dataset: Dataset, unit: str) -> bool:
    """Whether a unit has issued a report."""
    return unit in _by_unit(dataset)


@question
def _children(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for each in dataset.catalogue.units.values():
        if each.parent:
            found[each.parent].append(each.id)
    return {unit: tuple(inside) for unit, inside in found.items()}


@question
def _by_unit(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for each in reports_newest_first(dataset):
        found[dataset.catalogue.reports[each].unit].append(each)
    return {unit: tuple(reports) for unit, reports in found.items()}
