"""Lays the figures given for a row out over the columns of its table."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.form import Column, Table
from generator.model.observation import Status
from generator.model.placed import LocatedDict
from generator.model.report import Cell, ReportColumn, RowValues
from generator.problems import Problem, nearest


def placed_cells(given: RowValues, table: Table, columns: Sequence[Column | ReportColumn]) -> list[Cell] | Problem:
    """One figure for each column, or what is wrong.

    A figure printed across the whole row counts for every column. Columns that a mapping leaves out are empty in the source.
    """
    if given.across is not None:
        return [given.across] * len(columns)
    if given.single is not None:
        return [given.single] if len(columns) == 1 else _wrong_number(given, 1, columns)
    if given.listed is not None:
        fits = len(given.listed) == len(columns)
        return list(given.listed) if fits else _wrong_number(given, len(given.listed), columns)
    by_column = given.by_column or {}
    codes = [column_code(column) for column in columns]
    for code, cell in by_column.items():
        if code not in codes:
            words = {"table": table.id, "column": code}
            names = {column_code(each): each.label for each in columns if each.label is not None}
            near = nearest(code, codes)
            return Problem("unknown-column", cell.place, words, suggestion=near, allowed=tuple(codes), names=names)
    left_out = LocatedDict(given.place)
    left_out["status"] = Status.NOT_REPORTED
    empty = Cell.model_validate(left_out)
    return [by_column.get(code, empty) for code in codes]


def column_code(column: Column | ReportColumn) -> str:
    """What a report calls a column: its code in the form, or its period."""
    return column.code if isinstance(column, Column) else str(column.period)


def _wrong_number(given: RowValues, count: int, columns: Sequence[Column | ReportColumn]) -> Problem:
    return Problem("wrong-number-of-cells", given.place, {"given": str(count), "expected": str(len(columns))})
