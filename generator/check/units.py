"""Units have parents that exist, begin before they end, and can be told apart by those who read of them."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from generator.check.references import unknown
from generator.i18n.said import day_said
from generator.model.catalogue import Catalogue
from generator.model.text import Text
from generator.model.unit import KINDS_OF, Unit
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Unknown parents, kinds of another level, circles of parents, lives that end before they begin, and units that look the same."""
    for unit in catalogue.units.values():
        yield from unknown("unknown-unit", unit.parent, catalogue.units, unit.place_of("parent"))
        yield from _circle(unit, catalogue)
        if unit.kind is not None and unit.kind not in KINDS_OF.get(unit.level, ()):
            yield _of_other_level(unit)
        if unit.valid_from and unit.valid_to and unit.valid_to.last_day < unit.valid_from.first_day:
            days: dict[str, str | Text] = {"first": day_said(unit.valid_from), "last": day_said(unit.valid_to)}
            yield Problem("ends-before-beginning", unit.place_of("valid_to"), days)
    yield from _alike(catalogue)


def _of_other_level(unit: Unit) -> Problem:
    kinds = ", ".join(KINDS_OF.get(unit.level, ())) or "–"
    return Problem(
        "kind-of-other-level", unit.place_of("kind"), {"kind": str(unit.kind), "level": str(unit.level), "kinds": kinds}
    )


def _circle(unit: Unit, catalogue: Catalogue) -> Iterator[Problem]:
    path = [unit.id]
    parent = catalogue.units.get(unit.parent or "")
    while parent is not None and parent.id not in path:
        path.append(parent.id)
        parent = catalogue.units.get(parent.parent or "")
    if parent is not None and parent.id == unit.id:
        words = {"unit": unit.id, "path": " → ".join(path[1:])}
        yield Problem("circle-of-units", unit.place_of("parent"), words)


def _alike(catalogue: Catalogue) -> Iterator[Problem]:
    """Units of one name, level and place; each is told once, with the first that looks like it."""
    seen: dict[Hashable, Unit] = {}
    for unit in catalogue.units.values():
        keys = [
            (lang, " ".join(unit.names.in_language(lang).casefold().split()), unit.level, unit.parent)
            for lang in catalogue.languages
        ]
        other = next((seen[key] for key in keys if key in seen), None)
        if other is not None:
            words: dict[str, str | Text] = {"name": unit.names, "other": other.id}
            yield Problem("units-alike", unit.place_of("names"), words)
        for key in keys:
            seen.setdefault(key, unit)
