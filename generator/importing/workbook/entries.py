"""The rows that stand below a row that lists: a report's own, else the units and parts that may stand there, and some to be typed. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.importing.mapping.tables import Vocabulary
from generator.importing.prose.whose import was_there
from generator.importing.recognising.labels import words_of
from generator.model.form import UNITS, Row, Table
from generator.model.period import Period
from generator.model.report import ListedRow, RowValues, TableValues
from generator.model.unit import Level, Unit

TYPED = "+"
"""The code of a row whose number and label are typed begins so, which no code of a report does."""
_TO_TYPE = 10
"""So many rows to be typed stand at the end of each list."""
_LEVELS = {
    "bộ": Level.MINISTRY,
    "tỉnh": Level.PROVINCE,
    "huyện": Level.DISTRICT,
    "quận": Level.DISTRICT,
    "thị xã": Level.DISTRICT,
    "thành phố": Level.DISTRICT,
    "xã": Level.COMMUNE,
    "phường": Level.COMMUNE,
    "thị trấn": Level.COMMUNE,
    "đặc khu": Level.COMMUNE,
    "sở": Level.DEPARTMENT,
    "ban": Level.DEPARTMENT,
    "phòng": Level.DEPARTMENT,
}
"""The level of units that the label of a row names by its kinds: “Huyện, thị xã, thành phố”."""


@dataclass(frozen=True)
class Entry:
    """A row of a list: the row that lists it, its code, what the paper shows as its number, and its label in a language.

    `said` is the label that the report's file has, empty where it has none; `unit` or `part` (breakdown and category) say whose it is.
    """

    below: str
    code: str
    number: str = ""
    label: str = ""
    said: str = ""
    unit: str = ""
    part: tuple[str, str] = ("", "")
    heading: bool = False
    values: RowValues | None = None

    @property
    def is_typed(self) -> bool:
        """Whether number and label are typed into the workbook."""
        return self.code.startswith(TYPED)


def entries_of(
    table: Table, values: TableValues | None, words: Vocabulary, lang: str, unit: str, period: str
) -> dict[str, list[Entry]]:
    """What stands below each row of a table that lists, by its code. A list that a report has is not added to, but by hand."""
    likely = _likely(table, words, lang, unit, period)
    made: dict[str, list[Entry]] = {}
    for row in (each for each in table.rows if each.lists):
        listed = values.lists.get(row.code, ()) if values is not None else ()
        entries = [_of_report(row, each, words, lang) for each in listed] or likely.get(row.code, [])
        made[row.code] = [*entries, *(Entry(row.code, f"{TYPED}{number}") for number in range(1, _TO_TYPE + 1))]
    return made


def _of_report(row: Row, listed: ListedRow, words: Vocabulary, lang: str) -> Entry:
    number = listed.code if listed.printed is None else listed.printed
    said = listed.label.root["vi"] if listed.label is not None else ""
    part = next(iter(listed.breakdown.items()), ("", ""))
    label = listed.label.in_language(lang) if listed.label is not None else _called(listed.unit, part, words, lang)
    return Entry(
        row.code,
        listed.code,
        number,
        label or listed.code,
        said,
        listed.unit or "",
        part,
        listed.heading,
        listed.values,
    )


def _called(unit: str | None, part: tuple[str, str], words: Vocabulary, lang: str) -> str:
    """What a row without a label of its own is called: as its unit or its part."""
    if (known_unit := words.units.get(unit or "")) is not None:
        return known_unit.names.in_language(lang)
    known = words.breakdowns.get(part[0])
    found = [each for each in known.categories if each.id == part[1]] if known is not None else []
    return found[0].names.in_language(lang) if found else ""


def _likely(table: Table, words: Vocabulary, lang: str, unit: str, period: str) -> dict[str, list[Entry]]:
    """The units below a unit that may stand below each row; the parts of breakdowns where the rows list those and no such unit is known."""
    within = units_below(table, words.units, unit, period) if unit else {}
    if any(within.values()):
        return {
            code: [
                Entry(code, str(number), str(number), each.names.in_language(lang), unit=each.id)
                for number, each in enumerate(units, 1)
            ]
            for code, units in within.items()
        }
    return {row.code: list(_parts(row, words, lang)) for row in table.rows if unit or UNITS not in row.lists}


def _parts(row: Row, words: Vocabulary, lang: str) -> Iterator[Entry]:
    known = [words.breakdowns[name] for name in row.lists if name in words.breakdowns]
    parts = [(breakdown.id, category) for breakdown in known for category in breakdown.categories]
    for number, (name, category) in enumerate(parts, 1):
        label = category.names.in_language(lang)
        yield Entry(row.code, str(number), str(number), label, part=(name, category.id))


def units_below(table: Table, units: Mapping[str, Unit], unit: str, period: str) -> dict[str, list[Unit]]:
    """The units within a unit that each row of a table may list, by its code: of the levels that its label names, at whatever depth.

    Where no row names a level, those right below the unit.
    """
    when = Period.parse(period) if period else None
    there = [each for each in units.values() if when is None or was_there(each, when)]
    levels = {row.code: _levels_of(row) for row in table.rows if UNITS in row.lists}
    if not any(levels.values()):
        return {code: [each for each in there if each.parent == unit] for code in levels}
    within = [each for each in there if unit in _above(each, units)]
    return {code: [each for each in within if each.level in named] for code, named in levels.items()}


def _levels_of(row: Row) -> frozenset[Level]:
    """The levels of units whose kinds the label of a row names; none where it names none."""
    told = re.split(r"[,;/]| và ", row.label.root["vi"].casefold())
    names = [" ".join(words_of(each)) for each in told]
    kinds = {" ".join(words_of(kind)): level for kind, level in _LEVELS.items()}
    named = {name.removeprefix(_AT_LEVEL) for name in names} | {name.partition(" ")[0] for name in names}
    return frozenset(level for kind, level in kinds.items() if kind in named)


_AT_LEVEL = " ".join(words_of("cấp")) + " "


def _above(unit: Unit, units: Mapping[str, Unit]) -> Iterator[str]:
    """The units that a unit belongs to, the nearest first."""
    seen: set[str] = set()
    parent = unit.parent
    while parent and parent not in seen:
        seen.add(parent)
        yield parent
        parent = units[parent].parent if parent in units else None
