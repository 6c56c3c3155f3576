"""Rows that a report brings itself: those of a document that stand below a row of the form that lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.importing.doubts import WHOSE_ROW, Doubt
from generator.importing.recognising.forms import FoundTable
from generator.importing.recognising.labels import words_of
from generator.importing.recognising.numbers import tidy_number
from generator.importing.recognising.rows import FoundRow
from generator.model.form import UNITS, Row
from generator.model.indicator import Breakdown
from generator.model.text import CODE_PATTERN, LONGEST_CODE
from generator.model.unit import Unit


@dataclass(frozen=True)
class Listed:
    """A row of a list: the code of the row that lists it, its own, what the paper shows, and whose it is or of which part (empty where nobody knows)."""

    below: str
    code: str
    label: str
    printed: str | None = None
    unit: str = ""
    part: tuple[str, str] = ("", "")

    @property
    def row(self) -> str:
        """What it is called among all rows of its table."""
        return f"{self.below}.{self.code}"

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        return () if self.unit or self.part[1] else (Doubt(WHOSE_ROW, {"printed": self.label}),)


def listed_rows(found: FoundTable) -> list[tuple[Row, FoundRow]]:
    """The rows of a document's table that are none of the form's own, each with the row that lists it."""
    listing = [row for row in found.table.rows if row.lists]
    if not listing:
        return []
    own = {each.found.at: each.row for each in found.rows.matched}
    current: Row | None = listing[0] if len(listing) == 1 and listing[0] not in own.values() else None
    rows: list[tuple[Row, FoundRow]] = []
    others = {each.at: each for each in found.rows.unmatched}
    for at in sorted({*own, *others}):
        if at in own:
            current = own[at] if own[at].lists else None
        elif current is not None and others[at].label:
            rows.append((current, others[at]))
    return rows


def as_listed(
    rows: list[tuple[Row, FoundRow]], units: Mapping[str, Unit], breakdowns: Mapping[str, Breakdown]
) -> Iterator[tuple[Listed, Row, FoundRow]]:
    """The rows with codes of their own and with whom or what they are of, where their labels say so."""
    taken: set[tuple[str, str]] = set()
    for row, found in rows:
        yield as_named(row, found.number, found.label, taken, units, breakdowns), row, found


def as_named(
    row: Row,
    number: str,
    label: str,
    taken: set[tuple[str, str]],
    units: Mapping[str, Unit],
    breakdowns: Mapping[str, Breakdown],
) -> Listed:
    """A row of a list by what stands in its columns of numbers and labels. Its code is added to those that are `taken`, each with its list."""
    code, least = tidy_number(number), 1
    while not is_code(code) or (row.code, code) in taken:
        code, least = str(least), least + 1
    taken.add((row.code, code))
    unit = _unit(label, units) if UNITS in row.lists else ""
    part = _part(label, row, breakdowns) if not unit else ("", "")
    return Listed(row.code, code, label, None if code == number else number, unit, part)


def is_code(text: str) -> bool:
    """Whether a report's file may have a text as the code of a row."""
    return len(text) <= LONGEST_CODE and re.fullmatch(CODE_PATTERN, text) is not None


def _unit(label: str, units: Mapping[str, Unit]) -> str:
    """The one unit that is called so; empty where there is none, or several."""
    wanted = words_of(label)
    called = [each.id for each in units.values() if words_of(re.split(r"[,(]", each.names.root["vi"])[0]) == wanted]
    return called[0] if len(called) == 1 else ""


def _part(label: str, row: Row, breakdowns: Mapping[str, Breakdown]) -> tuple[str, str]:
    wanted = words_of(label)
    for name in row.lists:
        known = breakdowns.get(name)
        for category in known.categories if known is not None else ():
            if words_of(category.names.root["vi"]) == wanted:
                return name, category.id
    return "", ""
