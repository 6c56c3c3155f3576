"""What a tree defines: the areas, measures, breakdowns and indicators of the project, cut down to what one official form uses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FORM = "cchc-quarterly-2022"
_TERM = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True)
class Definitions:
    """The definitions as they stand in the files, by the file's path in the tree; and what figures are made from.

    `rows` are the rows of the form that ask for something, `indicators` those that they feed.
    """

    files: dict[str, Any]
    rows: tuple[dict[str, Any], ...]
    indicators: dict[str, dict[str, Any]]
    table: str


def read_definitions(root: Path, *, light: bool = False) -> Definitions:
    """The definitions of the tree at `root` that the form needs. A `light` form asks for headline indicators alone, and what these follow from."""
    form = _read(root / f"data/forms/{FORM}.yml")
    (table,) = form["tables"]
    rows = tuple(row for row in table["rows"] if not row.get("heading"))
    if light:
        wanted = _headline(root)
        rows = tuple(row for row in rows if row.get("indicator") in wanted)
        form = form | {"tables": [table | {"rows": list(rows)}]}
    used = {row["indicator"] for row in rows if "indicator" in row}
    files: dict[str, Any] = {f"data/forms/{FORM}.yml": form}
    indicators: dict[str, dict[str, Any]] = {}
    for path in sorted((root / "data/indicators").glob("*.yml")):
        kept = [_cut(each, used) for each in _read(path) if each["id"] in used]
        files[f"data/indicators/{path.name}"] = kept
        indicators |= {each["id"]: each for each in kept}
    measures = {each["measure"] for each in (*indicators.values(), *rows) if "measure" in each}
    breakdowns = {name for each in indicators.values() for name in each.get("breakdown", ())}
    files["data/measures.yml"] = _only(_read(root / "data/measures.yml"), measures)
    files["data/breakdowns.yml"] = _only(_read(root / "data/breakdowns.yml"), breakdowns)
    files["data/areas.yml"] = [
        area | {key: [each for each in area[key] if each in used] for key in ("headline", "wholes") if key in area}
        for area in _read(root / "data/areas.yml")
    ]
    return Definitions(files, rows, indicators, table["id"])


def terms(formula: str) -> tuple[str, ...]:
    """The indicators that a formula names."""
    return tuple(_TERM.findall(formula))


def limits(indicator: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """What the values cannot exceed: the other indicator, and why (`part`, `plan` or `places`)."""
    declared = [each if isinstance(each, dict) else {"indicator": each} for each in indicator.get("within", ())]
    return tuple((each["indicator"], each.get("as", "part")) for each in declared)


def formulas(indicator: dict[str, Any]) -> tuple[str, ...]:
    """The ways to compute it that are declared."""
    declared = indicator.get("formula", ())
    return (declared,) if isinstance(declared, str) else tuple(declared)


def _headline(root: Path) -> set[str]:
    wanted = {each for area in _read(root / "data/areas.yml") for each in area.get("headline", ())}
    declared = [each for path in (root / "data/indicators").glob("*.yml") for each in _read(path)]
    return wanted | {
        each
        for indicator in declared
        if indicator["id"] in wanted
        for formula in formulas(indicator)
        for each in terms(formula)
    }


_LISTS = ("related", "unlike", "replaces")
"""What an indicator says of others by their ids alone."""


def _cut(indicator: dict[str, Any], used: set[str]) -> dict[str, Any]:
    """The indicator without what it says of indicators that the tree does not have."""
    of_others = {"formula", "within", "rise_of", *_LISTS}
    kept = {name: said for name, said in indicator.items() if name not in of_others}
    computed = [each for each in formulas(indicator) if used.issuperset(terms(each))]
    bounds = [{"indicator": name, "as": why} for name, why in limits(indicator) if name in used]
    lists = {name: [each for each in indicator.get(name, ()) if each in used] for name in _LISTS}
    rise = {"rise_of": indicator["rise_of"]} if indicator.get("rise_of") in used else {}
    said = {"formula": computed, "within": bounds} | lists
    return kept | {name: each for name, each in said.items() if each} | rise


def _only(entries: Iterable[dict[str, Any]], used: set[str]) -> list[dict[str, Any]]:
    return [each for each in entries if each["id"] in used]


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
