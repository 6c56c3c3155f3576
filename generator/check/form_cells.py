"""The row and the column of a cell say together what it is, and never two things of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from generator.check.references import breakdown_problems
from generator.model.catalogue import Catalogue
from generator.model.form import Column, Row, Table
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Rows and columns that name two indicators, units, measures or categories, or one a split that the other's indicator lacks.

    What many cells of a row have wrong is told once.
    """
    for form in catalogue.forms.values():
        for table in form.tables:
            if isinstance(table.columns, tuple):
                found = (*_disagreements(table, table.columns), *_splits(table, table.columns, catalogue))
                yield from {(each.code, each.place, *each.words.items()): each for each in found}.values()


def _cells(table: Table, columns: tuple[Column, ...]) -> Iterator[tuple[Row, Column]]:
    return product((row for row in table.rows if not row.heading), columns)


def _disagreements(table: Table, columns: tuple[Column, ...]) -> Iterator[Problem]:
    for row, column in _cells(table, columns):
        for key, of_row, of_column in _said_by_both(row, column):
            if of_row != of_column:
                words = {"row": row.code, "column": column.code, "first": of_row, "second": of_column}
                yield Problem("row-and-column-disagree", row.place_of(key), words)


def _said_by_both(row: Row, column: Column) -> Iterator[tuple[str, str, str]]:
    """The key that both have, with the row's value and the column's."""
    if row.indicator and column.indicator:
        yield "indicator", row.indicator, column.indicator
    if row.unit and column.unit:
        yield "unit", row.unit, column.unit
    if row.measure and column.measure:
        yield "measure", row.measure, column.measure
    for dimension in sorted(set(row.breakdown) & set(column.breakdown)):
        yield "breakdown", row.breakdown[dimension], column.breakdown[dimension]


def _splits(table: Table, columns: tuple[Column, ...], catalogue: Catalogue) -> Iterator[Problem]:
    for row, column in _cells(table, columns):
        if row.not_indicator is not None or column.not_indicator is not None:
            continue
        for one, other in ((row, column), (column, row)):
            if one.breakdown and not one.indicator and other.indicator:
                place = one.place_of("breakdown")
                found = breakdown_problems(one.breakdown, other.indicator, place, catalogue)
                # Categories that do not exist are told of already, whatever they meet.
                yield from (each for each in found if each.code == "undeclared-breakdown")
