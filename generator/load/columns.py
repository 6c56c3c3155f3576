"""The columns that a table of a form has in a report."""

from __future__ import annotations

from generator.model.form import Column, Table
from generator.model.report import Report, ReportColumn


def table_columns(table: Table, report: Report) -> tuple[Column | ReportColumn, ...]:
    """The columns of a table in a report: those the form fixes, the periods the report lists, or the report's own period."""
    if table.columns == "periods":
        values = report.tables.get(table.id)
        return (values.columns or ()) if values else ()
    if table.columns is None:
        return (ReportColumn(period=report.period),)
    return table.columns
