"""Official forms: the appendices that units fill in, and which indicator each row feeds."""

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


class CellMeaning(Placed):
    """What a row or a column says about its cells; a cell means what both say together."""

    indicator: Id | None = None
    breakdown: dict[Id, Id] = {}
    measure: Id | None = None
    unit: Id | None = None
    as_of: PartialDate | None = None

    not_indicator: Text | None = None
    """Why the cells of this row or column are counted nowhere, whatever the other side names."""


class Column(CellMeaning):
    """A fixed column of a form's table. `period` is relative to the report: `Q1`, `H1`, `9M`, `year`."""

    code: Code
    label: Text
    period: Literal["Q1", "Q2", "Q3", "Q4", "H1", "H2", "9M", "year"] | None = None


class Row(CellMeaning):
    """A printed row: a heading, the source of an indicator, or declared not to be one (with the reason).

    `printed` is what the paper shows in its number column where that is not the code; `unnumbered` tells that it shows nothing there.
    """

    code: Code
    label: Text
    printed: str | None = None
    unnumbered: bool = False
    heading: bool = False
    period: Period | None = None
    note: Text | None = None

    @property
    def number(self) -> str:
        """What the paper shows in its number column."""
        if self.unnumbered:
            return ""
        return self.code if self.printed is None else self.printed


class Table(Placed):
    """One table of a form, its rows in the printed order."""

    id: Code
    title: Text
    rows: tuple[Row, ...]
    columns: Literal["periods"] | tuple[Column, ...] | None = None
    note: Text | None = None

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
