"""The units that the page Compare offers. Of thousands it does not list them: a script of all is loaded, and the page finds in it what is typed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.dataset.dataset import Dataset
from generator.i18n.sorting import sort_key
from generator.model.indicator import IndicatorKind
from generator.model.unit import Level, Unit
from generator.recall.questions import question

CHOICES = "choices"
"""The name of the script of all units; no indicator has this id."""
MANY = 200
"""So many units are listed on the page itself."""
WORKLOAD = "dossier"
"""The unit of measure in which the workload of a unit is told: of its counts, the one that most units state."""


def are_many(dataset: Dataset) -> bool:
    """Whether there are too many units with figures to list them."""
    return len(dataset.units_with_data) > MANY


def units_to_choose(dataset: Dataset, lang: str) -> list[Unit]:
    """The units with figures, by level and name."""
    order, units = list(Level), dataset.catalogue.units
    return sorted(
        (units[each] for each in dataset.units_with_data if each in units),
        key=lambda unit: (order.index(unit.level), sort_key(unit.names.in_language(lang))),
    )


def choices(dataset: Dataset, lang: str) -> dict[str, Any]:
    """What the script holds: the levels, and each unit with its name, level, what it belongs to, its dossiers, and whether it ended."""
    levels = [each.value for each in Level]
    workload = workloads(dataset)
    return {
        "levels": levels,
        "units": [
            [
                unit.id,
                unit.names.in_language(lang),
                levels.index(unit.level.value),
                unit.parent or "",
                int(workload.get(unit.id, 0)),
                int(unit.valid_to is not None),
            ]
            for unit in units_to_choose(dataset, lang)
        ],
    }


@question
def workloads(dataset: Dataset) -> dict[str, Decimal]:
    """How many dossiers each unit told of newest, by the count that most units state."""
    best: dict[str, Decimal] = {}
    for indicator in dataset.catalogue.indicators.values():
        if indicator.measure != WORKLOAD or indicator.kind is IndicatorKind.STOCK:
            continue
        found: dict[str, Decimal] = {}
        for series in dataset.select(indicator=indicator.id):
            newest = series.latest
            if newest is not None and newest.exact is not None:
                found[series.unit] = max(newest.exact, found.get(series.unit, Decimal()))
        best = found if len(found) > len(best) else best
    return best
