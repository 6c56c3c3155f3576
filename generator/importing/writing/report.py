"""The file of a report: a new one, or the one that is there with what the document says anew.

A figure that the file has is changed only where the last import wrote it and nobody touched it since, or where that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.canonical.files import holding
from generator.canonical.layout import canonical
from generator.fields.files import kind_of
from generator.importing.doubts import KEPT, NOT_IN_LIST, Doubt
from generator.importing.mapping.placed import NOT_REPORTED, Certainty, Figure, Placed, TableFigures, key_of
from generator.importing.mapping.same import same_figure
from generator.importing.writing.figures import lists_of, rows_of
from generator.importing.writing.record import Record
from generator.importing.writing.yaml_text import Block, block_lines, tree_of, value_at, with_value


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
    """A report's file as it is to be, the record of it, the cells that were kept as a person had them, and how many figures are new or changed."""

    text: str
    record: Mapping[str, object]
    kept: tuple[Placed, ...] = ()
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
) -> Written:
    """The file that is there with what the document says anew; every other line of it stays."""
    text, tree, figures = before, tree_of(before), dict(record.figures)
    kept: list[Placed] = []
    counts = {"changed": 0, "new": 0, "same": 0}
    for table in tables:
        for each in table.placed:
            if each.figure is None or not each.row:
                continue
            if _is_missing_entry(tree, table, each.row):
                told = (*each.doubts, Doubt(NOT_IN_LIST))
                kept.append(replace(each, certainty=Certainty.LEFT, doubts=told))
                continue
            key = key_of(table.table, each.row, each.column)
            held, path = _held(tree, table, each)
            if held is None and each.figure == NOT_REPORTED and _row_is_there(tree, table, each):
                counts["same"] += 1
            elif held is None:
                text = with_value(text, path, each.figure)
                counts["new"] += 1
            elif same_figure(held, each.figure):
                counts["same"] += 1
            elif overwrite or (key in record.figures and same_figure(held, record.figures[key])):
                text = with_value(text, *_change(path, held, each.figure))
                counts["changed"] += 1
            else:
                kept.append(_as_kept(each, held))
                continue
            figures[key] = each.figure
    return Written(in_shape(text, unit, period), figures, tuple(kept), **counts)


def _is_missing_entry(tree: object, table: TableFigures, row: str) -> bool:
    """Whether a row is one of a list that the file does not have: a person took it out or names it otherwise, and is not overruled."""
    path = _path_of_row(tree, table, row)
    return path[2] == "lists" and value_at(tree, path[:-1]) is None


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
    return value_at(tree, ("tables", table.table, "rows", each.row)) is not None


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
