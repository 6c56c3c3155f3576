"""Which rows and columns of which forms feed an indicator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.form import Column, Form, Row, Table


@dataclass(frozen=True)
class Feeding:
    """A row or column of a table that feeds an indicator."""

    form: Form
    table: Table
    said: Row | Column

    @property
    def row(self) -> str:
        """The code of the row; empty for a column."""
        return "" if isinstance(self.said, Column) else self.said.code


def feeding(indicator: str, catalogue: Catalogue) -> Iterator[Feeding]:
    """What feeds an indicator, form by form in the printed order, the rows of a table before its columns."""
    for form in catalogue.forms.values():
        for table in form.tables:
            columns = table.columns if isinstance(table.columns, tuple) else ()
            rows: tuple[Row | Column, ...] = table.rows
            for said in rows + columns:
                if indicator in (said.indicator, *(each.indicator for each in said.figures)):
                    yield Feeding(form, table, said)
