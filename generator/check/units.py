"""Units have parents, predecessors and successors that exist and agree with each other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.references import unknown
from generator.i18n.messages import N_
from generator.model.catalogue import Catalogue
from generator.model.unit import Unit
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Unknown relatives, circles of parents, and lineage that only one side tells."""
    for unit in catalogue.units.values():
        yield from unknown("unknown-unit", unit.parent, catalogue.units, unit.place_of("parent"))
        yield from _circle(unit, catalogue)
        for role, others, back in (
            (N_("a successor"), unit.successors, "predecessors"),
            (N_("a predecessor"), unit.predecessors, "successors"),
        ):
            place = unit.place_of("successors" if back == "predecessors" else "predecessors")
            for other_id in others:
                yield from unknown("unknown-unit", other_id, catalogue.units, place)
                other = catalogue.units.get(other_id)
                if other is not None and unit.id not in getattr(other, back):
                    words = {"unit": unit.id, "other": other_id, "role": role}
                    yield Problem("one-sided-lineage", place, words)


def _circle(unit: Unit, catalogue: Catalogue) -> Iterator[Problem]:
    path = [unit.id]
    parent = catalogue.units.get(unit.parent or "")
    while parent is not None and parent.id not in path:
        path.append(parent.id)
        parent = catalogue.units.get(parent.parent or "")
    if parent is not None and parent.id == unit.id:
        words = {"unit": unit.id, "path": " → ".join(path[1:])}
        yield Problem("circle-of-units", unit.place_of("parent"), words)
