"""What units came from and became: named by both sides, never in a circle, and never backwards in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from generator.check.references import unknown
from generator.i18n.messages import N_
from generator.i18n.said import day_said
from generator.model.catalogue import Catalogue
from generator.model.text import Text
from generator.model.unit import Unit
from generator.problems import Problem

_Side = Literal["predecessors", "successors"]


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Unknown relatives, units that are their own, lineage that only one side tells, circles, and heirs from before the heritage."""
    circles = _in_circles(catalogue.units)
    for unit in catalogue.units.values():
        yield from _named(unit, "successors", N_("a successor"), catalogue)
        yield from _named(unit, "predecessors", N_("a predecessor"), catalogue)
        for successor in unit.successors:
            heir = catalogue.units.get(successor)
            if heir is None or heir is unit:
                continue
            if successor in circles.get(unit.id, ()):
                words = {"unit": unit.id, "other": successor}
                yield Problem("circle-of-lineage", unit.place_of("successors"), words)
            else:
                yield from _backwards(unit, heir)


def _named(unit: Unit, side: _Side, role: str, catalogue: Catalogue) -> Iterator[Problem]:
    """What is wrong with the relatives that a unit names on one side."""
    others, back = _sides(unit, side)
    place = unit.place_of(side)
    for name in others:
        yield from unknown("unknown-unit", name, catalogue.units, place)
        other = catalogue.units.get(name)
        if other is unit:
            yield Problem("own-lineage", place, {"unit": unit.id, "role": role})
        elif other is not None and unit.id not in getattr(other, back):
            yield Problem("one-sided-lineage", place, {"unit": unit.id, "other": name, "role": role})


def _sides(unit: Unit, side: _Side) -> tuple[tuple[str, ...], _Side]:
    return (unit.successors, "predecessors") if side == "successors" else (unit.predecessors, "successors")


def _in_circles(units: Mapping[str, Unit]) -> dict[str, set[str]]:
    """For each unit those of its successors from which other successors lead back to it."""
    return {
        unit.id: {each for each in unit.successors if each != unit.id and unit.id in _later(each, units)}
        for unit in units.values()
    }


def _later(start: str, units: Mapping[str, Unit]) -> set[str]:
    """Every unit that successors lead to."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        unit = units.get(waiting.pop())
        new = [each for each in unit.successors if each not in found] if unit else []
        found.update(new)
        waiting += new
    return found


def _backwards(unit: Unit, heir: Unit) -> Iterator[Problem]:
    """A successor that was there before its predecessor ended, or ended before it did."""
    ended, began, over = unit.valid_to, heir.valid_from, heir.valid_to
    words: dict[str, str | Text] = {"unit": unit.id, "other": heir.id}
    place = unit.place_of("successors")
    if ended is not None and began is not None and began.last_day < ended.first_day:
        yield Problem("successor-before", place, {**words, "day": day_said(began), "ended": day_said(ended)})
    elif over is not None and (ended is None or over.last_day < ended.first_day):
        yield Problem("successor-over", place, {**words, "day": day_said(over)})
