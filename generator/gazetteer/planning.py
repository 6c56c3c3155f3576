"""What is to be done so that a tree has the units of a province: files to write, files to complete, and where tree and list differ.

Existing units are kept: they only get what they lack. Decides alone; writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.canonical.files import canonical_text
from generator.gazetteer.ids import unit_ids
from generator.gazetteer.model import Gazetteer, ListedUnit
from generator.gazetteer.names import folded, full_names
from generator.model.unit import Level, Unit, UnitKind
from generator.starting.answers import unit_id

_LEVELS = {UnitKind.PROVINCE: Level.PROVINCE, UnitKind.CITY: Level.PROVINCE}
FORMED = "2025"
"""The year in which today's provinces were formed: it tells a new one from a former one of the same id."""


@dataclass(frozen=True)
class Planned:
    """A unit of the list and its file below the root. `is_new` tells that there is none yet; `missing` are the facts that an existing one lacks.

    `differing` are pairs of what the tree says and what the list says of the same code: nothing is done about these.
    """

    path: str
    facts: Mapping[str, str]
    is_new: bool
    names: Mapping[str, str]
    missing: tuple[str, ...] = ()
    differing: tuple[tuple[str, str], ...] = ()


def find_province(gazetteer: Gazetteer, asked: str) -> ListedUnit | None:
    """The province that is meant: by its name with or without accents and the word for its kind, or by its code."""
    wanted = folded(asked.replace("-", " "))
    for each in gazetteer.provinces:
        names = {folded(each.bare_name), *map(folded, full_names(each.bare_name, each.kind).values()), each.code}
        if wanted in names or wanted == f"tp {folded(each.bare_name)}":
            return each
    return None


def plan_units(gazetteer: Gazetteer, province: ListedUnit, units: Mapping[str, Unit]) -> Iterator[Planned]:
    """The province first, then its units by code."""
    above = _existing(province, units, "")
    province_id = above.id if above else _free_province_id(province, units)
    yield _planned(province, province_id, above, "", units)
    ids = unit_ids(gazetteer)
    for each in gazetteer.units[province.code]:
        found = _existing(each, units, province_id)
        yield _planned(each, found.id if found else ids[each.code], found, province_id, units)


def _existing(listed: ListedUnit, units: Mapping[str, Unit], parent: str) -> Unit | None:
    """The unit of the tree that is the listed one: of the same code, or of the same name and place without a code. One that ended is another."""
    level = _LEVELS.get(listed.kind, Level.COMMUNE)
    name = folded(full_names(listed.bare_name, listed.kind)["vi"])
    today = [each for each in units.values() if each.level is level and each.valid_to is None]
    by_code = next((each for each in today if each.code == listed.code), None)
    return by_code or next(
        (
            each
            for each in today
            if each.code is None
            and (each.parent or parent) == parent
            and folded(each.names.in_language("vi").split(",")[0]) == name
        ),
        None,
    )


def _free_province_id(province: ListedUnit, units: Mapping[str, Unit]) -> str:
    plain = unit_id(province.bare_name)
    return f"{plain}-{FORMED}" if plain in units else plain


def _planned(listed: ListedUnit, unit: str, found: Unit | None, parent: str, units: Mapping[str, Unit]) -> Planned:
    facts = {"kind": str(listed.kind), "parent": parent, "code": listed.code}
    facts = {key: value for key, value in facts.items() if value}
    names = full_names(listed.bare_name, listed.kind)
    if found is None:
        free = unit if unit not in units else f"{unit}-{listed.code}"
        return Planned(f"data/units/{free}.yml", facts, is_new=True, names=names)
    said = {key: str(value) for key in facts if (value := getattr(found, key)) is not None}
    return Planned(
        f"data/units/{found.id}.yml",
        facts,
        is_new=False,
        names=names,
        missing=tuple(key for key in facts if key not in said),
        differing=tuple((said[key], facts[key]) for key in said if said[key] != facts[key]),
    )


def new_text(planned: Planned, gazetteer: Gazetteer) -> str:
    """The file of a unit that is new to the tree, in canonical form."""
    level = _LEVELS.get(UnitKind(planned.facts["kind"]), Level.COMMUNE)
    known = ", ".join(("name", *planned.facts))
    lines = [
        f"# {known}: {gazetteer.source}. English name: made from it by rule.",
        f"id: {planned.path.removeprefix('data/units/').removesuffix('.yml')}",
        f"level: {level}",
        *(f'{key}: "{value}"' for key, value in planned.facts.items()),
        "names:",
        *(f'  {lang}: "{name}"' for lang, name in planned.names.items()),
    ]
    return canonical_text(planned.path, "\n".join(lines) + "\n")


def completed_text(planned: Planned, gazetteer: Gazetteer, before: str) -> str:
    """The file of a unit that the tree has, with what it lacked, in canonical form."""
    missing = ", ".join(planned.missing)
    lines = [f"# {missing}: {gazetteer.source}.", *(f'{key}: "{planned.facts[key]}"' for key in planned.missing)]
    return canonical_text(planned.path, f"{before.rstrip()}\n" + "\n".join(lines) + "\n")
