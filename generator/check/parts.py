"""The shares that a cell prints belong to breakdowns and categories that exist."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.references import breakdown_problems
from generator.load.cells import placed_cells
from generator.load.columns import table_columns
from generator.model.catalogue import Catalogue
from generator.model.form import Column
from generator.model.form_in_report import form_of
from generator.model.portions import Scope
from generator.model.report import Cell, Report
from generator.problems import Problem

LOOKS_AT = Scope.PORTION


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Shares by something unknown, or by something that the indicator is not split by."""
    for report in catalogue.reports.values():
        for cell, indicator in _cells(report, catalogue):
            for dimension, shares in cell.parts.items():
                for category, share in shares.items():
                    yield from breakdown_problems({dimension: category}, indicator, share.place, catalogue)


def _cells(report: Report, catalogue: Catalogue) -> Iterator[tuple[Cell, str | None]]:
    """Every figure of a report, and the indicator that its row, its column or its prose names."""
    form = form_of(report, catalogue)
    for table_id, values in report.tables.items():
        table = form.table(table_id) if form else None
        for code, given in values.given.items():
            row = table.row(code) if table else None
            if table is None or row is None:
                yield from ((cell, None) for cell in given.cells)
                continue
            columns = table_columns(table, report)
            cells = placed_cells(given, table, columns)
            # Cells that do not fit their columns are told of where they are read.
            for column, cell in zip(columns, cells, strict=True) if not isinstance(cells, Problem) else ():
                yield cell, row.indicator or (column.indicator if isinstance(column, Column) else None)
    for figure in (each.figure for each in report.stated_in_prose):
        given_cells = (figure.value,) if figure.value is not None else (figure.values or {}).values()
        yield from ((cell, figure.indicator) for cell in given_cells)
