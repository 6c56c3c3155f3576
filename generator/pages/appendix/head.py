"""The header of a table of a form as the paper prints it: its storeys, and the row of column numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.i18n.messages import N_
from generator.model.form import ColumnGroup, Table
from generator.model.header import HeaderCell, header
from generator.pages.context import Context


@dataclass(frozen=True)
class HeadOnPage:
    """A cell of the header. `scope` is what screen readers take it to be above, `headers` the ids of the cells above it."""

    id: str
    label: Markup
    scope: str
    columns: int
    storeys: int
    headers: str
    is_number: bool


@dataclass(frozen=True)
class TableHead:
    """The storeys of a header; `over` names for each column the cells that it stands below, the uppermost first.

    `number` and `label` are the words above the first two columns of the page; `numbers` are the printed numbers of all columns, those two first,
    where the form prints some.
    """

    storeys: tuple[tuple[HeadOnPage, ...], ...]
    over: tuple[tuple[str, ...], ...]
    number: Markup
    label: Markup
    numbers: tuple[str, ...]

    @property
    def is_storeyed(self) -> bool:
        return len(self.storeys) > 1


def table_head(table: Table, labels: Sequence[Markup], shown: Sequence[int], context: Context) -> TableHead:
    """The header over the columns that are `shown`, whose labels are given."""
    columns = table.fixed_columns
    first, second = table.number_head, table.label_head
    number = context.text(first.label) if first and first.label else Markup("{}").format(context.say(N_("No.")))
    label = (
        context.text(second.label)
        if second and second.label
        else Markup("{}").format(context.say(N_("Statistical item")))
    )
    if not columns:
        storey = tuple(HeadOnPage("", labels[each], "col", 1, 1, "", is_number=True) for each in shown)
        return TableHead((storey,), ((),) * len(shown), number, label, ())
    storeys = header(table, shown)
    drawn = tuple(tuple(_cell(cell, table, labels, shown, context) for cell in storey) for storey in storeys)
    over: list[tuple[str, ...]] = [()] * len(shown)
    for cell in (each for storey in storeys for each in storey if not each.is_group):
        over[cell.first] = (*(_id(table, each) for each in cell.over), _column_id(table, shown[cell.first]))
    return TableHead(drawn, tuple(over), number, label, _numbers(table, shown))


def _cell(
    cell: HeaderCell, table: Table, labels: Sequence[Markup], shown: Sequence[int], context: Context
) -> HeadOnPage:
    column = shown[cell.first]
    return HeadOnPage(
        id=_id(table, cell.said.id) if isinstance(cell.said, ColumnGroup) else _column_id(table, column),
        label=context.text(cell.said.label) if cell.is_group else labels[column],
        scope="colgroup" if cell.is_group else "col",
        columns=cell.columns,
        storeys=cell.storeys,
        headers=" ".join(_id(table, each) for each in cell.over),
        is_number=not cell.is_group,
    )


def _numbers(table: Table, shown: Sequence[int]) -> tuple[str, ...]:
    """The printed numbers of the columns, those of the numbers and labels of rows first; none where the form prints none."""
    heads = (table.number_head, table.label_head)
    numbers = (
        *(each.printed or "" if each else "" for each in heads),
        *(table.fixed_columns[each].printed or "" for each in shown),
    )
    return numbers if any(numbers) else ()


def _column_id(table: Table, column: int) -> str:
    return _id(table, f"column-{column + 1}")


def _id(table: Table, name: str) -> str:
    return f"h-{table.id}-{name}".replace(" ", "-")
