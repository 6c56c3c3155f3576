"""Which days a figure is of: of all that declare some, from the figure outwards to the document, the nearest holds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.days import Days, declared, nearest
from generator.model.form import Column, Row
from generator.model.period import Period
from generator.model.report import Cell, Report, ReportColumn, StatedInProse, TableValues


@dataclass(frozen=True)
class DaysOfFigure:
    """Asks the levels of a report for the days of one figure, whose period and kind decide what the outer levels mean for it."""

    report: Report
    period: Period
    is_state: bool

    def in_table(self, cell: Cell, row: Row, column: Column | ReportColumn, values: TableValues) -> Days:
        """The days of a cell: its own, those of its row or column, of its table, or of the document."""
        of_column = values.days.get(column.code) if isinstance(column, Column) else column
        return nearest(
            (
                declared(cell, of_figure=True),
                Days(as_of=row.as_of) if row.as_of else None,
                declared(of_column) if of_column is not None else None,
                Days(as_of=column.as_of) if column.as_of else None,
                self._of_own_period(declared(values)),
                self._of_document(),
            )
        )

    def in_prose(self, cell: Cell, stated: StatedInProse) -> Days:
        """The days of a figure of the prose: its own, those of its entry, of its passage, or of the document."""
        passage = declared(stated.passage) if stated.passage is not None else None
        return nearest(
            (
                declared(cell, of_figure=True),
                declared(stated.figure, of_figure=True),
                self._of_own_period(passage),
                self._of_document(),
            ),
        )

    def _of_own_period(self, days: Days | None) -> Days | None:
        """Days of a table or passage are those of its figures of the report's own period; what it says of other years is of those years."""
        return days if self.period == self.report.period else None

    def _of_document(self) -> Days | None:
        """The day as of which the document is, for a state; for anything else the days that it covers."""
        days = self._of_own_period(declared(self.report.document, of_document=True))
        if days is None or self.is_state:
            return days
        return replace(days, as_of=None) if days.covers is not None else None
