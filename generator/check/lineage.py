"""What units came from and became: named by both sides, never in a circle, and never backwards in time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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
    circle_of: dict[str, int] = {}
    for number, circle in enumerate(_circles(catalogue.units)):
        circle_of |= dict.fromkeys(circle, number)
        first = catalogue.units[circle[0]]
        words = {"unit": first.id, "other": circle[1]}
        yield Problem("circle-of-lineage", first.place_of("successors"), words)
    for unit in catalogue.units.values():
        yield from _named(unit, "successors", N_("a successor"), catalogue)
        yield from _named(unit, "predecessors", N_("a predecessor"), catalogue)
        for successor in unit.successors:
            heir = catalogue.units.get(successor)
            together = unit.id in circle_of and circle_of[unit.id] == circle_of.get(successor)
            if heir is not None and heir is not unit and not together:
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


def _circles(units: Mapping[str, Unit]) -> Iterator[list[str]]:
    """Units that become each other, one list a circle: what is left when those that end somewhere are taken away."""
    heirs = {name: {each for each in unit.successors if each in units and each != name} for name, unit in units.items()}
    before: dict[str, set[str]] = {name: set() for name in units}
    for name, found in heirs.items():
        for heir in found:
            before[heir].add(name)
    ended = [name for name, found in heirs.items() if not found]
    while heirs:
        while ended:
            name = ended.pop()
            if heirs.pop(name, None) is None:
                continue
            for each in before[name]:
                if each in heirs:
                    heirs[each].discard(name)
                    if not heirs[each]:
                        ended.append(each)
        if heirs:
            circle = _circle(next(iter(heirs)), heirs)
            yield circle
            ended += circle


def _circle(start: str, heirs: Mapping[str, Collection[str]]) -> list[str]:
    """The circle that successors lead into; every unit has some."""
    path: dict[str, None] = {}
    name = start
    while name not in path:
        path[name] = None
        name = min(heirs[name])
    walked = list(path)
    return walked[walked.index(name) :]


def _backwards(unit: Unit, heir: Unit) -> Iterator[Problem]:
    """A successor that was there before its predecessor ended, or ended before it did."""
    ended, began, over = unit.valid_to, heir.valid_from, heir.valid_to
    words: dict[str, str | Text] = {"unit": unit.id, "other": heir.id}
    place = unit.place_of("successors")
    if ended is not None and began is not None and began.last_day < ended.first_day:
        yield Problem("successor-before", place, {**words, "day": day_said(began), "ended": day_said(ended)})
    elif over is not None and (ended is None or over.last_day < ended.first_day):
        yield Problem("successor-over", place, {**words, "day": day_said(over)})
