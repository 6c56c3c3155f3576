"""The file of a report: a new one, or the one that is there with what the document says anew.

A figure that the file has is changed only where the last import wrote it and nobody touched it since, or where that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.canonical.files import holding
from generator.canonical.layout import canonical
from generator.fields.files import kind_of
from generator.importing.doubts import KEPT, Doubt
from generator.importing.mapping.placed import NOT_REPORTED, Certainty, Figure, Placed, TableFigures, key_of
from generator.importing.mapping.same import same_figure
from generator.importing.writing.figures import entry_of, lists_of, rows_of
from generator.importing.writing.lists import InFile, NewRow, in_file, names_of_rows
from generator.importing.writing.record import Record
from generator.importing.writing.yaml_text import (
    Block,
    block_lines,
    tree_of,
    value_at,
    with_items,
    with_value,
    with_values,
)


@dataclass(frozen=True)
class Facts:
    """What a document says of itself, as far as it does: title, number and day; and what it cites and states in its prose, ready to be written."""

    title: str = ""
    number: str = ""
    date: str = ""
    references: tuple[Block, ...] = ()
    prose_notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """A report's file as it is to be, the figures and rows of lists for the record, and how many figures are new or changed.

    `tables` is what was taken over: rows of lists are called as in the file, and cells that were kept as a person had them say so.
    """

    text: str
    record: Mapping[str, object]
    rows: Mapping[str, str]
    tables: tuple[TableFigures, ...] = ()
    changed: int = 0
    new: int = 0
    same: int = 0


def report_text(unit: str, period: str, form: str, facts: Facts, tables: Sequence[TableFigures]) -> str:
    """A new file of a report, in canonical form."""
    document = Block({"title": {"vi": facts.title}} if facts.title else {"title": {"vi": f"Báo cáo {period}"}})
    if facts.number:
        document["number"] = facts.number
    if facts.date:
        document["date"] = facts.date
    top = Block({"unit": unit, "period": period, **({"form": form} if form else {}), "document": document})
    held = tables_block(tables)
    if held:
        top["tables"] = held
    lines = block_lines(top)
    lines += [f"# {each}".rstrip() for each in facts.prose_notes]
    if facts.references:
        lines += block_lines(Block({"references": list(facts.references)}))
    return in_shape("\n".join(lines) + "\n", unit, period)


def tables_block(tables: Iterable[TableFigures]) -> Block:
    """The figures of tables as a report has them under `tables`."""
    held = Block()
    for table in tables:
        entry = Block()
        if table.periods and table.lists:
            entry["columns"] = [_column(*each) for each in table.periods]
        rows, lists = rows_of(table), lists_of(table)
        if rows:
            entry["rows"] = rows
        if lists:
            entry["lists"] = lists
        if rows or lists:
            held[table.table] = entry
    return held


def with_tables(before: str, unit: str, period: str, form: str, tables: Iterable[TableFigures]) -> str:
    """A report's file that had no tables yet, with those of a document and the form that they follow."""
    held = tables_block(tables)
    text = with_value(before, ("form",), form) if form and not value_at(tree_of(before), ("form",)) else before
    lines = block_lines(Block({"tables": held})) if held else []
    return in_shape(f"{text.rstrip()}\n" + "\n".join(lines) + "\n", unit, period)


def has_tables(text: str) -> bool:
    """Whether a report's file has figures of tables."""
    return value_at(tree_of(text), ("tables",)) not in (None, "", {})


def in_shape(text: str, unit: str, period: str) -> str:
    """A text in the canonical form of reports."""
    kind = kind_of(f"data/reports/{unit}/{period}.yml")
    return canonical(text, holding(kind) if kind is not None else None)


def _column(period: str, label: str, day: str) -> object:
    if not day:
        return period
    return {"period": period, "label": {"vi": label}, "as_of": day}


def merged_text(
    before: str,
    unit: str,
    period: str,
    tables: Iterable[TableFigures],
    record: Record,
    *,
    overwrite: bool = False,
    whole: bool = True,
) -> Written:
    """The file that is there with what the document says anew; every other line of it stays.

    `whole` tells that the tables hold all that the document has, not only what was changed in a workbook.
    """
    merge = _Merge(before, record, overwrite)
    merged = tuple(merge.table(in_file(merge.tree, table, record, whole=whole)) for table in tables)
    rows = {**record.rows, **names_of_rows(merged)}
    return Written(in_shape(merge.text, unit, period), merge.figures, rows, merged, **merge.counts)


class _Merge:
    """A report's file as it becomes with one table after the other. `tree` is what it was at the beginning."""

    def __init__(self, text: str, record: Record, overwrite: bool) -> None:
        self.text = text
        self.tree = tree_of(text)
        self.figures = dict(record.figures)
        self.counts = {"changed": 0, "new": 0, "same": 0}
        self._changes: list[tuple[Sequence[str], object]] = []
        self._record = record
        self._overwrite = overwrite

    def table(self, known: InFile) -> TableFigures:
        """Take over what a table says; given is the table with what was kept as the file has it."""
        table = known.table
        new = {each.listed.row for each in known.new}
        placed = []
        for each in table.placed:
            if each.figure is None or not each.row:
                placed.append(each)
            elif (why := known.refused.get(each.row)) is not None:
                placed.append(replace(each, certainty=Certainty.LEFT, doubts=(*each.doubts, why)))
            elif each.row in new:
                self.counts["new"] += 1
                self.figures[key_of(table.table, each.row, each.column)] = each.figure
                placed.append(each)
            else:
                placed.append(self._cell(table, each))
        self.text = with_values(self.text, self._changes)
        self._changes.clear()
        self._add(table, known.new)
        return replace(table, placed=(*placed, *known.missing))

    def _cell(self, table: TableFigures, each: Placed) -> Placed:
        figure: Figure = each.figure if each.figure is not None else NOT_REPORTED
        key = key_of(table.table, each.row, each.column)
        held, path = _held(self.tree, table, each)
        if held is None and figure == NOT_REPORTED and _row_is_there(self.tree, table, each):
            self.counts["same"] += 1
        elif held is None:
            self._changes.append((path, figure))
            self.counts["new"] += 1
        elif same_figure(held, figure):
            self.counts["same"] += 1
        elif self._overwrite or (key in self._record.figures and same_figure(held, self._record.figures[key])):
            self._changes.append(_change(path, held, figure))
            self.counts["changed"] += 1
        else:
            return _as_kept(each, held)
        self.figures[key] = figure
        return each

    def _add(self, table: TableFigures, new: Sequence[NewRow]) -> None:
        """Put the rows that lists of the file lack into them; the last first, so that the places of the others stay right."""
        places: dict[tuple[str, int], list[Block]] = {}
        as_file = replace(table, lists=table.lists and self._has_columns(table))
        for each in new:
            places.setdefault((each.listed.below, each.at), []).append(entry_of(as_file, each.listed))
        for (below, at), entries in sorted(places.items(), key=lambda item: -item[0][1]):
            self.text = with_items(self.text, ("tables", table.table, "lists", below), at, entries)

    def _has_columns(self, table: TableFigures) -> bool:
        """Whether the file has the periods of the document as its columns, in their order."""
        told = value_at(self.tree, ("tables", table.table, "columns"))
        codes = (
            [str(each.get("period")) if isinstance(each, dict) else str(each) for each in told]
            if isinstance(told, list)
            else []
        )
        return codes == [period for period, _, _ in table.periods]


def _as_kept(each: Placed, held: object) -> Placed:
    said = (
        held
        if isinstance(held, str)
        else str(held.get("printed") or held.get("value") or held.get("status"))
        if isinstance(held, dict)
        else str(held)
    )
    doubt = Doubt(KEPT, {"kept": said, "printed": each.printed or str(each.figure)})
    return replace(each, certainty=Certainty.LEFT, doubts=(*each.doubts, doubt))


def _row_is_there(tree: object, table: TableFigures, each: Placed) -> bool:
    return value_at(tree, _path_of_row(tree, table, each.row)) is not None


def _held(tree: object, table: TableFigures, each: Placed) -> tuple[object | None, tuple[str, ...]]:
    """What the file has for a cell, and the path at which that is or is to stand."""
    path = _path_of_row(tree, table, each.row)
    row = value_at(tree, path)
    if isinstance(row, list):
        number = _place(table, each.column, tree)
        if number is None or number >= len(row):
            return None, path
        return row[number], (*path, f"[{number}]")
    if isinstance(row, dict) and set(row) == {"all"}:
        return row["all"], (*path, "all")
    if each.column and isinstance(row, dict):
        return row.get(each.column), (*path, each.column)
    if each.column and row is None:
        return None, (*path, each.column)
    return row, path


def _path_of_row(tree: object, table: TableFigures, row: str) -> tuple[str, ...]:
    """Where the figures of a row stand: among the form's own, or in the list that the report brings."""
    listed = next((each for each in table.listed if each.row == row), None)
    if listed is None:
        return ("tables", table.table, "rows", row)
    entries = value_at(tree, ("tables", table.table, "lists", listed.below))
    codes = [each.get("code") for each in entries if isinstance(each, dict)] if isinstance(entries, list) else []
    number = codes.index(listed.code) if listed.code in codes else len(codes)
    return ("tables", table.table, "lists", listed.below, f"[{number}]", "values")


def _place(table: TableFigures, column: str, tree: object) -> int | None:
    """Which item of a list a column is."""
    told = value_at(tree, ("tables", table.table, "columns"))
    if isinstance(told, list):
        codes = [str(each.get("period")) if isinstance(each, dict) else str(each) for each in told]
    else:
        codes = list(dict.fromkeys(each.column for each in table.placed if each.column))
    return codes.index(column) if column in codes else None


def _change(path: Sequence[str], held: object, figure: Figure) -> tuple[Sequence[str], object]:
    """What to replace: only the number, where the file has a note beside it."""
    if isinstance(held, dict) and isinstance(figure, str) and "value" in held and set(held) <= {"value", "note"}:
        return (*path, "value"), figure
    if isinstance(held, dict) and "note" in held:
        made: dict[str, object] = {"value": figure} if isinstance(figure, str) and figure != NOT_REPORTED else {}
        made |= {"status": figure} if figure == NOT_REPORTED else {}
        made |= figure if isinstance(figure, dict) else {}
        return path, {**made, "note": held["note"]}
    return path, figure
