"""The numbers of a table cell by cell: what the audit holds against what the form itself says of rows and columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.form import Row, Table
from generator.model.observation import Observation, Status


@dataclass(frozen=True)
class Line:
    """A row with its exact numbers by column, counted from 0; a column that is empty, rough or in words has none."""

    row: Row
    numbers: Mapping[int, Observation]

    def number(self, column: int | None) -> Observation | None:
        return self.numbers.get(column) if column is not None else None


def rows_of(observations: Iterable[Observation], table: Table) -> Iterator[Line]:
    """The rows of a table that have figures, in the order of the form."""
    found: dict[str | None, dict[int, Observation]] = defaultdict(dict)
    for each in observations:
        in_table = each.source.table == table.id and not each.part and not each.source.figure
        if in_table and (each.exact is not None or each.status is Status.NONE_OCCURRED):
            found[each.source.row][each.source.column] = each
    yield from (Line(row, found[row.code]) for row in table.rows if row.code in found)
