"""Official forms: the appendices that units fill in, and which indicator each row feeds.

A form is the same for whoever fills it in: what a report brings itself (the periods of its columns, the units or fields of procedure
in its lists) is held by the report, and `generator/model/form_in_report.py` puts both together.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from generator.model.dates import PartialDate
from generator.model.period import Period
from generator.model.placed import Placed
from generator.model.text import Code, Id, Text

BreakdownKey = tuple[tuple[str, str], ...]
"""Dimension and category ids, sorted by dimension; empty for the whole."""


@lru_cache(maxsize=4096)
def breakdown_label(breakdown: BreakdownKey) -> str:
    """A breakdown as one text: `tier=district`, several joined by `;`."""
    return ";".join(f"{dimension}={category}" for dimension, category in breakdown)


UNITS = "units"
"""What a row lists whose entries are units."""


class CellMeaning(Placed):
    """What a row or a column says about its cells; a cell means what both say together."""

    indicator: Id | None = None
    breakdown: dict[Id, Id] = {}
    measure: Id | None = None
    unit: Id | None = None
    as_of: PartialDate | None = None

    not_indicator: Text | None = None
    """Why the cells of this row or column are counted nowhere, whatever the other side names."""


class CellFigure(CellMeaning):
    """One of several figures that a cell prints: `4.561/5.650 (80,7%)` has three. `code` is what the pattern and reports call it."""

    code: Id
    label: Text | None = None


class Cells(CellMeaning):
    """A row or a column. Where its cells print several `figures`, `pattern` tells how (`{done}/{all} ({rate})`), so that a cell can be
    typed as it is printed.
    """

    figures: tuple[CellFigure, ...] = ()
    pattern: str | None = None


class ColumnGroup(Placed):
    """A cell of the header above several columns, or above other groups: what stands in a higher storey of it."""

    id: Id
    label: Text
    group: Id | None = None


class HeadCell(Placed):
    """What the paper prints above its column of numbers, or that of labels, and the number of that column."""

    label: Text | None = None
    printed: str | None = None


class Column(Cells):
    """A fixed column of a form's table. `period` is relative to the report: `Q1`, `H1`, `9M`, `year`.

    `printed` is the number that the form gives the column (`3`, `(1)`), `group` the cell of the header above it.
    """

    code: Code
    printed: str | None = None
    label: Text
    group: Id | None = None
    period: Literal["Q1", "Q2", "Q3", "Q4", "H1", "H2", "9M", "year"] | None = None

    @property
    def number(self) -> str:
        """The number that the form gives the column, without brackets; empty where it gives none."""
        return (self.printed or "").strip("()[] ")


class Row(Cells):
    """A printed row: a heading, the source of an indicator, or declared not to be one (with the reason).

    `printed` is what the paper shows in its number column where that is not the code; `unnumbered` tells that it shows nothing there.
    `lists` tells that each report lists entries of its own below the row: units, or categories of the breakdowns named. `total_of` names
    the rows that add up to this one; one that lists stands for its entries.
    """

    code: Code
    label: Text
    printed: str | None = None
    unnumbered: bool = False
    heading: bool = False
    lists: tuple[Id, ...] = ()
    total_of: tuple[Code, ...] = ()
    period: Period | None = None
    note: Text | None = None

    @property
    def number(self) -> str:
        """What the paper shows in its number column."""
        if self.unnumbered:
            return ""
        return self.code if self.printed is None else self.printed


class Table(Placed):
    """One table of a form, its rows in the printed order.

    `groups` are the upper storeys of the header. `identities` are equations between columns as the form prints them, by their numbers
    (`3=4+5+6`). `number_head` and `label_head` stand above the numbers and the labels of rows.
    """

    id: Code
    title: Text
    number_head: HeadCell | None = None
    label_head: HeadCell | None = None
    groups: tuple[ColumnGroup, ...] = ()
    columns: Literal["periods"] | tuple[Column, ...] | None = None
    identities: tuple[str, ...] = ()
    rows: tuple[Row, ...]
    note: Text | None = None

    @property
    def fixed_columns(self) -> tuple[Column, ...]:
        """The columns that the form fixes; none where reports bring theirs."""
        return self.columns if isinstance(self.columns, tuple) else ()

    def row(self, code: str) -> Row | None:
        """The row with that code."""
        return next((row for row in self.rows if row.code == code), None)


class Form(Placed):
    """An official appendix. `source` is the document that holds it, `note` how it was taken over from there."""

    id: Id
    names: Text
    source: Text | None = None
    note: Text | None = None
    tables: tuple[Table, ...]

    def table(self, table_id: str) -> Table | None:
        """The table with that id."""
        return next((table for table in self.tables if table.id == table_id), None)
