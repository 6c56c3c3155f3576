"""Units of one name are told apart by where they belong: `Xã Tân Phú, tỉnh Đồng Nai`.

Done once, when units are loaded, so that lists, search, titles, charts, comparisons and downloads all say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.model.text import DEFAULT_LANGUAGE, Text
from generator.model.unit import Unit
from generator.recall.known import Known

TYPE_WORDS = ("Tỉnh", "Thành phố", "Quận", "Huyện", "Thị xã", "Thị trấn", "Phường", "Xã", "Đặc khu")
"""Words that begin a Vietnamese name and are written small within a sentence."""


def told_apart(units: Mapping[str, Unit], known: Known) -> dict[str, Unit]:
    """The units, those that share a name with another in any language followed by all units that they belong to."""
    shared = Counter(name for unit in units.values() for name in set(_names(unit)))
    made: dict[str, Unit] = {}
    for unit in units.values():
        above = tuple(_above(unit, units))
        if above and any(shared[name] > 1 for name in _names(unit)):
            made[unit.id] = known.recall(("told-apart", unit.id), (unit, *above), lambda: _placed(unit, above))  # noqa: B023 - called at once
        else:
            made[unit.id] = unit
    return made


def _names(unit: Unit) -> Iterator[tuple[str, str]]:
    for lang, name in unit.names.root.items():
        yield lang, " ".join(name.casefold().split())


def _above(unit: Unit, units: Mapping[str, Unit]) -> Iterator[Unit]:
    seen = {unit.id}
    parent = units.get(unit.parent or "")
    while parent is not None and parent.id not in seen:
        yield parent
        seen.add(parent.id)
        parent = units.get(parent.parent or "")


def _placed(unit: Unit, above: tuple[Unit, ...]) -> Unit:
    names = {
        lang: ", ".join((name, *(_within(each.names.in_language(lang), lang) for each in above)))
        for lang, name in unit.names.root.items()
    }
    return unit.with_names(Text(names))


def _within(name: str, lang: str) -> str:
    """A name within another: in Vietnamese its first word is written small."""
    if lang == DEFAULT_LANGUAGE and any(name.startswith(f"{each} ") for each in TYPE_WORDS):
        return name[:1].lower() + name[1:]
    return name
