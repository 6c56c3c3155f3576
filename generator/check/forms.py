"""Every cell of every form feeds one indicator, or its row or column says why it feeds none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.references import breakdown_problems, unknown
from generator.model.catalogue import Catalogue
from generator.model.form import CellMeaning, Column, Row, Table
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Unknown references, cells without meaning or measure, and rows that stand twice."""
    for form in catalogue.forms.values():
        for table in form.tables:
            fixed = table.columns if isinstance(table.columns, tuple) else ()
            seen: set[str] = set()
            for row in table.rows:
                if row.code in seen:
                    yield Problem("duplicate-row", row.place_of("code"), {"row": row.code, "table": table.id})
                seen.add(row.code)
                yield from _references(row, catalogue)
                yield from _meaning(row, table, fixed)
            for column in fixed:
                yield from _references(column, catalogue)


def _references(said: Row | Column, catalogue: Catalogue) -> Iterator[Problem]:
    yield from unknown("unknown-indicator", said.indicator, catalogue.indicators, said.place_of("indicator"))
    yield from unknown("unknown-measure", said.measure, catalogue.measures, said.place_of("measure"))
    yield from unknown("unknown-unit", said.unit, catalogue.units, said.place_of("unit"))
    yield from breakdown_problems(said.breakdown, said.indicator, said.place_of("breakdown"), catalogue)
    if said.indicator and said.not_indicator is not None:
        yield Problem("indicator-and-none", said.place_of("not_indicator"), {"code": said.code, "id": said.indicator})


def _said_of(row: Row, column: Column | None) -> Iterator[tuple[CellMeaning, ...]]:
    """Who speaks of a cell: its row and its column, and of several figures in it each for itself."""
    said: tuple[Row | Column, ...] = (row,) if column is None else (row, column)
    several = next((each.figures for each in said if each.figures), ())
    yield from ((figure, *said) for figure in several) if several else iter([said])


def _meaning(row: Row, table: Table, columns: tuple[Column, ...]) -> Iterator[Problem]:
    """What one of the cells of a row lacks, told once for the row."""
    if row.heading:
        return
    cells = tuple(each for column in columns or (None,) for each in _said_of(row, column))
    if not all(any(each.indicator or each.not_indicator for each in cell) for cell in cells):
        yield Problem("row-without-meaning", row.place, {"row": row.code, "table": table.id})
    elif not all(any(each.measure or each.indicator for each in cell) for cell in cells):
        yield Problem("row-without-measure", row.place, {"row": row.code})
