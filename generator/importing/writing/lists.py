"""The rows of lists that a document has, as the report's file tells them: known again by whose they are or what they are called, not by their numbers alone.

On paper a row that comes in between gives all that follow other numbers; by those, the figures of one unit would become another's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.importing.doubts import NOT_FOUND, NOT_IN_LIST, OTHER_IN_LIST, Doubt
from generator.importing.mapping.listed import Listed
from generator.importing.mapping.placed import Certainty, Placed, TableFigures, key_of
from generator.importing.recognising.labels import words_of
from generator.importing.writing.record import Record
from generator.importing.writing.yaml_text import value_at


@dataclass(frozen=True)
class NewRow:
    """A row that the list of the file lacks, and before which of its entries it is to stand, counted from 0."""

    listed: Listed
    at: int


@dataclass(frozen=True)
class InFile:
    """A table whose listed rows are called as in the file, without those that are not taken: why, is said by their names among its figures.

    `new` are the rows that the file lacks, `missing` those that the document lacks, though an import brought them.
    """

    table: TableFigures
    new: tuple[NewRow, ...] = ()
    refused: Mapping[str, Doubt] = field(default_factory=dict)
    missing: tuple[Placed, ...] = ()


def in_file(tree: object, table: TableFigures, record: Record, *, whole: bool = True) -> InFile:
    """What the file and the record of the last import make of the listed rows of a table.

    `whole` tells that the document has all rows, not only those that were changed in a workbook.
    """
    told = {each.row: _Told(each) for each in table.listed}
    new: list[NewRow] = []
    for below in dict.fromkeys(each.below for each in table.listed):
        mine = [each for each in told.values() if each.listed.below == below]
        new += _settle(mine, _entries(tree, table.table, below), table.table, record)
    placed = tuple(replace(each, row=told[each.row].name) if each.row in told else each for each in table.placed)
    listed = tuple(each.as_told for each in told.values() if each.refused is None)
    refused = {each.name: each.refused for each in told.values() if each.refused is not None}
    missing = tuple(_missing(tree, table.table, listed, record)) if whole else ()
    return InFile(replace(table, placed=placed, listed=listed), tuple(new), refused, missing)


def _missing(tree: object, table: str, listed: Iterable[Listed], record: Record) -> Iterator[Placed]:
    """The rows of the file's lists that the last import brought, and the document has no more."""
    there = {each.row for each in listed}
    lists = value_at(tree, ("tables", table, "lists"))
    for below in lists if isinstance(lists, dict) else ():
        for entry in _entries(tree, table, below):
            row = f"{below}.{entry.get('code', '')}"
            if row not in there and f"{table}\t{row}" in record.rows:
                label = _name_in_file(entry)
                yield Placed(table, row, "", label, None, "", Certainty.LEFT, (Doubt(NOT_FOUND),))


def names_of_rows(tables: Iterable[TableFigures]) -> dict[str, str]:
    """What the listed rows of tables are called, as the record keeps it, so that the next import knows what was there."""
    return {_key(table.table, each): _called(each) for table in tables for each in table.listed}


@dataclass
class _Told:
    """A row of the document, with the number of the file's entry that it is, its code there, or why it is not taken."""

    listed: Listed
    entry: int | None = None
    code: str = ""
    refused: Doubt | None = None

    @property
    def as_told(self) -> Listed:
        if not self.code or self.code == self.listed.code:
            return self.listed
        printed = self.listed.code if self.listed.printed is None else self.listed.printed
        return replace(self.listed, code=self.code, printed=printed)

    @property
    def name(self) -> str:
        """What it is called among all rows; a row that is not taken has a name that no row of the file has."""
        return self.as_told.row if self.refused is None else f"{self.listed.row} ?"


def _entries(tree: object, table: str, below: str) -> list[Mapping[str, object]]:
    held = value_at(tree, ("tables", table, "lists", below))
    return [each if isinstance(each, dict) else {} for each in held] if isinstance(held, list) else []


def _settle(mine: list[_Told], entries: list[Mapping[str, object]], table: str, record: Record) -> Iterator[NewRow]:
    """Find each row's entry, or why there is none; the rows that are new are given, with a place and a code that is free."""
    codes = [str(each.get("code", "")) for each in entries]
    _find_same(mine, entries, codes)
    claimed = {each.entry for each in mine}
    for each in (one for one in mine if one.entry is None):
        at = codes.index(each.listed.code) if each.listed.code in codes else None
        if at is not None and at not in claimed:
            if words_of(record.rows.get(_key(table, each.listed), "")) == words_of(_called(each.listed)):
                # Somebody called it otherwise in the file since; it is the same row.
                each.entry, each.code = at, codes[at]
            else:
                each.refused = Doubt(OTHER_IN_LIST, {"name": _name_in_file(entries[at])})
        elif _was_taken_out(each.listed, table, record):
            each.refused = Doubt(NOT_IN_LIST)
    taken = set(codes)
    for number, each in enumerate(mine):
        if each.entry is None and each.refused is None:
            each.code = _free(each.listed.code, taken)
            taken.add(each.code)
            yield NewRow(each.as_told, _place(mine, number, len(entries)))


def _find_same(mine: list[_Told], entries: list[Mapping[str, object]], codes: list[str]) -> None:
    """The entries of rows that say the same of themselves: that of the same number first, else the only one."""
    for each in mine:
        at = codes.index(each.listed.code) if each.listed.code in codes else None
        if at is not None and _is_same(each.listed, entries[at]):
            each.entry, each.code = at, codes[at]
    claimed = {each.entry for each in mine}
    for each in (one for one in mine if one.entry is None):
        found = [at for at, entry in enumerate(entries) if at not in claimed and _is_same(each.listed, entry)]
        if len(found) == 1:
            each.entry, each.code = found[0], codes[found[0]]
            claimed.add(found[0])


def _is_same(listed: Listed, entry: Mapping[str, object]) -> bool:
    """Whether a row is what an entry of the file is of: the same unit, the same part, or called the same."""
    unit, parts = str(entry.get("unit") or ""), entry.get("breakdown")
    part = next(iter(parts.items()), ("", "")) if isinstance(parts, dict) else ("", "")
    if listed.unit and unit:
        return listed.unit == unit and (not listed.part[1] or not part[1] or listed.part == part)
    if listed.part[1] and part[1]:
        return listed.part == part
    label = entry.get("label")
    said = str(label.get("vi", "")) if isinstance(label, dict) else ""
    return bool(said) and words_of(said) == words_of(listed.label)


def _was_taken_out(listed: Listed, table: str, record: Record) -> bool:
    """Whether the last import had a row that the file lacks. A record of before names were kept has the numbers alone."""
    within = f"{table}\t{listed.below}."
    names = {words_of(name) for key, name in record.rows.items() if key.startswith(within)}
    if names:
        return words_of(_called(listed)) in names
    return any(key.startswith(f"{_key(table, listed)}\t") for key in record.figures)


def _place(mine: list[_Told], number: int, length: int) -> int:
    """Behind the entry of the nearest row before it; before all others where it is the first of those that the file has."""
    before = [each.entry for each in mine[:number] if each.entry is not None]
    if before:
        return before[-1] + 1
    return 0 if any(each.entry is not None for each in mine[number:]) else length


def _free(code: str, taken: set[str]) -> str:
    least = 1
    while code in taken:
        code, least = str(least), least + 1
    return code


def _called(listed: Listed) -> str:
    """What a row is called in the record: its label, else whose it is."""
    return listed.label or listed.unit or listed.part[1]


def _name_in_file(entry: Mapping[str, object]) -> str:
    label = entry.get("label")
    return str((label.get("vi") if isinstance(label, dict) else "") or entry.get("unit") or entry.get("code") or "?")


def _key(table: str, listed: Listed) -> str:
    return key_of(table, listed.row, "").removesuffix("\t")
