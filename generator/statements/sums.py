"""What the units within a unit count together, as its page may say it: figures that nothing contradicts, of the newest period of each indicator."""

from __future__ import annotations

from generator.dataset.belonging import units_within
from generator.dataset.dataset import Dataset
from generator.dataset.unit_sums import UnitSum, unit_sums
from generator.model.unit import Level
from generator.recall.questions import question
from generator.statements.reading import is_fact
from generator.statements.spreads import COUNTRY, units_of


@question
def sums_within(dataset: Dataset, unit: str) -> tuple[UnitSum, ...]:
    """The sums over the units within a unit, over the provinces for the country: communes are counted by their provinces already."""
    inside = units_of(dataset, COUNTRY, Level.PROVINCE.value) if unit == COUNTRY else units_within(dataset, unit)
    newest: dict[tuple[str, object], UnitSum] = {}
    for each in unit_sums(dataset, inside, unit, lambda figure: is_fact(figure, dataset)):
        newest.setdefault((each.indicator, each.breakdown), each)
    return tuple(newest.values())
