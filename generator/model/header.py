"""The header of a table as the paper prints it: storeys of cells that span columns and storeys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.form import Column, ColumnGroup, Table


@dataclass(frozen=True)
class HeaderCell:
    """A cell of a header: a group or a column, above how many columns and over how many storeys, and which column is its first.

    `over` are the ids of the groups above it, the uppermost first.
    """

    said: ColumnGroup | Column
    first: int
    columns: int
    storeys: int
    over: tuple[str, ...]

    @property
    def is_group(self) -> bool:
        return isinstance(self.said, ColumnGroup)


def groups_above(said: Column | ColumnGroup, table: Table) -> tuple[ColumnGroup, ...]:
    """The groups above a column or a group, the uppermost first; those that do not exist, and rings, end it."""
    known = {each.id: each for each in table.groups}
    found: list[ColumnGroup] = []
    name = said.group
    while name is not None and name in known and known[name] not in found:
        found.append(known[name])
        name = known[name].group
    return tuple(reversed(found))


def header(table: Table, shown: Iterable[int] | None = None) -> tuple[tuple[HeaderCell, ...], ...]:
    """The storeys of a table's header, the uppermost first, over the columns that are `shown` (all of them by default)."""
    columns = table.fixed_columns
    places = range(len(columns)) if shown is None else sorted(shown)
    chains = [groups_above(columns[each], table) for each in places]
    height = max((len(each) for each in chains), default=0) + 1
    return tuple(tuple(_storey(level, [columns[each] for each in places], chains, height)) for level in range(height))


def _storey(
    level: int, columns: Sequence[Column], chains: Sequence[tuple[ColumnGroup, ...]], height: int
) -> list[HeaderCell]:
    cells: list[HeaderCell] = []
    for number, (column, chain) in enumerate(zip(columns, chains, strict=True)):
        over = tuple(each.id for each in chain[:level])
        if len(chain) == level:
            cells.append(HeaderCell(column, number, 1, height - level, over))
        elif len(chain) > level:
            group = chain[level]
            goes_on = number > 0 and chains[number - 1][: level + 1] == chain[: level + 1]
            if not goes_on:
                width = 1
                while number + width < len(chains) and chains[number + width][: level + 1] == chain[: level + 1]:
                    width += 1
                cells.append(HeaderCell(group, number, width, 1, over))
    return cells
