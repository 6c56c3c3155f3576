"""The figures of tables in the shapes that a report's file has: one a row, a list, by column, or one across all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.importing.doubts import Doubt
from generator.importing.mapping.listed import Listed
from generator.importing.mapping.placed import NOT_REPORTED, Certainty, Figure, Placed, TableFigures
from generator.importing.writing.yaml_text import Block


def rows_of(table: TableFigures) -> Block:
    """The rows of a table, with a note above each that somebody should look at."""
    by_row: dict[str, list[Placed]] = {}
    listed = {each.row for each in table.listed}
    for each in table.placed:
        if each.row and each.row not in listed:
            by_row.setdefault(each.row, []).append(each)
    rows = Block()
    for code, cells in by_row.items():
        value = row_value(table, cells)
        if value is None:
            continue
        rows[code] = value
        if notes := _notes(cells):
            rows.notes[code] = notes
    return rows


def lists_of(table: TableFigures) -> Block:
    """The rows that the report brings itself, by the row that lists them."""
    lists: dict[str, list[Block]] = {}
    for each in table.listed:
        lists.setdefault(each.below, []).append(entry_of(table, each))
    return Block(lists)


def entry_of(table: TableFigures, listed: Listed) -> Block:
    """A row of a list as a report's file has it, with a note above the figures that somebody should look at."""
    cells = [placed for placed in table.placed if placed.row == listed.row]
    entry = Block({"code": listed.code})
    if listed.printed is not None:
        entry["printed"] = listed.printed
    if listed.label:
        entry["label"] = {"vi": listed.label}
    if listed.unit:
        entry["unit"] = listed.unit
    if listed.part[1]:
        entry["breakdown"] = {listed.part[0]: listed.part[1]}
    value = row_value(table, cells)
    if value is not None:
        entry["values"] = value
        entry.notes["values"] = _notes(cells)
    return entry


def row_value(table: TableFigures, cells: Iterable[Placed]) -> object | None:
    """What a report's file has for a row; None where nothing goes into it."""
    given = [each for each in cells if each.figure is not None]
    if not given:
        return None
    first = given[0].figure
    if given[0].row in table.across:
        return {"all": first}
    if not given[0].column:
        return first
    by_column = {each.column: each.figure for each in given}
    if table.lists and len(by_column) == len(table.periods):
        return [_plain(each) for each in by_column.values()]
    filled = {column: each for column, each in by_column.items() if each != NOT_REPORTED}
    return filled or {given[0].column: NOT_REPORTED}


def _plain(figure: Figure | None) -> object:
    return NOT_REPORTED if figure is None else figure


def _notes(cells: Sequence[Placed]) -> list[str]:
    """What stands as comments above a row that somebody should look at; what is doubted of all its cells is said once."""
    unsure = [each for each in cells if each.certainty is not Certainty.SURE]
    shared = (
        [doubt for doubt in cells[0].doubts if all(doubt in each.doubts for each in cells)] if len(cells) > 1 else []
    )
    own = [_note(each, [doubt for doubt in each.doubts if doubt not in shared]) for each in unsure]
    whole = [f"? {doubt.in_language('vi')}" for doubt in shared] if unsure else []
    return list(dict.fromkeys(each for each in (*whole, *own) if each))


def _note(each: Placed, doubts: Sequence[Doubt]) -> str:
    where = f"{each.column}: " if each.column else ""
    told = " ".join(doubt.in_language("vi") for doubt in doubts)
    return f"? {where}{told}" if told else ""
