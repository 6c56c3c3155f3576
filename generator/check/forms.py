"""Every row of every form feeds an indicator, is a heading, or says why it is neither."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.references import breakdown_problems, unknown
from generator.model.catalogue import Catalogue
from generator.model.form import Column, Row, Table
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Unknown references, rows without meaning or measure, and rows that stand twice."""
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


def _meaning(row: Row, table: Table, columns: tuple[Column, ...]) -> Iterator[Problem]:
    by_column = bool(columns) and all(column.indicator or column.not_indicator for column in columns)
    if row.heading or row.indicator or by_column:
        return
    if row.not_indicator is None:
        yield Problem("row-without-meaning", row.place, {"row": row.code, "table": table.id})
    elif (row.measure is None and not all(column.measure for column in columns if columns)) or (
        row.measure is None and not columns
    ):
        yield Problem("row-without-measure", row.place, {"row": row.code})
