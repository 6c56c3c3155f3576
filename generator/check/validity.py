"""Reports fall into the life of their unit: a series never goes on past a change of borders."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.problems import Problem, Word


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Reports for periods before their unit began or after it ended."""
    for report in catalogue.reports.values():
        unit = catalogue.units.get(report.unit)
        if unit is None:
            continue
        words: dict[str, Word] = {"unit": unit.id, "period": str(report.period)}
        if unit.valid_to is not None and report.period.start > unit.valid_to.first_day:
            words |= {"day": unit.valid_to}
            yield Problem("unit-ended", report.place_of("unit"), words, allowed=unit.successors)
        if unit.valid_from is not None and report.period.end < unit.valid_from.first_day:
            words |= {"day": unit.valid_from}
            yield Problem("unit-not-begun", report.place_of("unit"), words, allowed=unit.predecessors)
