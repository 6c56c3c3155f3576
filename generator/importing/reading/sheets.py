"""A sheet of a workbook as paragraphs and tables: lines with one text above a table are its title, empty rows part one table from the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from generator.importing.document import Block, Cell, Paragraph, Spot, Table
from generator.importing.doubts import HIDDEN_COLUMNS, HIDDEN_ROWS, SHOWN_IN_THOUSANDS, SHOWN_ROUNDED, Doubt
from generator.importing.reading.number_format import Shown, shown
from generator.importing.reading.number_signs import letters

MARK = "_reform_reports"
"""The hidden sheet by which a workbook of ours is known, whatever program saved it last."""
Span = tuple[int, int]
"""How many columns and rows a merged cell covers."""
_DIGITS = 15
"""A number that a workbook keeps is exact to so many digits; what is behind them comes from reckoning in halves."""
_TYPED = 8


@dataclass
class Hidden:
    """The rows and columns of a sheet that nobody sees, by number from 1: they are not printed either. It remembers what was left out for that."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    _left_rows: set[int] = field(default_factory=set)
    _left_columns: set[int] = field(default_factory=set)

    def left_out(
        self, rows: Iterable[tuple[int, Sequence[Cell]]], merged: Mapping[tuple[int, int], Span]
    ) -> Iterator[tuple[int, Sequence[Cell]]]:
        """The rows without what is hidden; a merged cell that begins there and reaches beyond is seen."""
        for number, cells in rows:
            seen = [self._seen(number, column, cell, merged) for column, cell in enumerate(cells, 1)]
            if any(each.text or each.failed for each in seen):
                yield number, seen

    def _seen(self, row: int, column: int, cell: Cell, merged: Mapping[tuple[int, int], Span]) -> Cell:
        if row not in self.rows and column not in self.columns:
            return cell
        wide, deep = merged.get((row, column), (1, 1))
        is_row_hidden = self.rows.issuperset(range(row, row + deep))
        if not is_row_hidden and not self.columns.issuperset(range(column, column + wide)):
            return cell
        if cell.text or cell.failed:
            (self._left_rows if is_row_hidden else self._left_columns).add(row if is_row_hidden else column)
        return Cell()

    def told(self, sheet: str) -> Iterator[Doubt]:
        """What the worksheet says of what was left out."""
        if self._left_rows:
            yield Doubt(HIDDEN_ROWS, {"sheet": sheet, "rows": ", ".join(_runs(self._left_rows, str))})
        if self._left_columns:
            columns = _runs(self._left_columns, lambda column: letters(column).upper())
            yield Doubt(HIDDEN_COLUMNS, {"sheet": sheet, "columns": ", ".join(columns)})


def _runs(numbers: Iterable[int], written: Callable[[int], str]) -> Iterator[str]:
    """Numbers as people write them: 3–5, 8."""
    for _, run in groupby(enumerate(sorted(numbers)), key=lambda each: each[1] - each[0]):
        found = [number for _, number in run]
        yield written(found[0]) if len(found) == 1 else f"{written(found[0])}–{written(found[-1])}"


def sheet_blocks(
    name: str,
    rows: Iterable[tuple[int, Sequence[Cell]]],
    merged: Mapping[tuple[int, int], Span],
    first_table: int,
    hidden: Hidden | None = None,
) -> Iterator[Block]:
    """The blocks of a sheet as it is shown. `rows` are those with something in them, by number from 1; `merged` are spans by row and column from 1."""
    hidden = hidden or Hidden()
    segment: list[tuple[int, Sequence[Cell]]] = []
    table = first_table
    last = 0
    for number, cells in hidden.left_out(rows, merged):
        if (
            segment
            and not hidden.rows.issuperset(range(last + 1, number))
            and not any(row <= last < row + span[1] - 1 for (row, _), span in merged.items())
        ):
            for block in _segment(name, segment, merged, table):
                table += isinstance(block, Table)
                yield block
            segment = []
        segment.append((number, cells))
        last = number
    yield from _segment(name, segment, merged, table)


def facts_of(rows: Iterable[Sequence[object]]) -> dict[str, str]:
    """What a workbook of ours says of itself, by the rows of its hidden sheet."""
    told: dict[str, str] = {}
    for row in rows:
        if len(row) > 1 and row[0] is not None:
            told[str(row[0])] = "" if row[1] is None else str(row[1])
    return told


def _segment(
    name: str, rows: Sequence[tuple[int, Sequence[Cell]]], merged: Mapping[tuple[int, int], Span], table: int
) -> Iterator[Block]:
    at = 0
    while at < len(rows) and sum(bool(each.text) for each in rows[at][1]) <= 1:
        text = next((each.text for each in rows[at][1] if each.text), "")
        if text:
            yield Paragraph(text, Spot(sheet=name, row=rows[at][0]))
        at += 1
    if at == len(rows):
        return
    made = []
    for number, cells in rows[at:]:
        row: list[Cell] = []
        column = 0
        while column < len(cells):
            columns, deep = merged.get((number, column + 1), (1, 1))
            is_covered = any(
                top <= number < top + span[1]
                and left <= column + 1 < left + span[0]
                and (top, left) != (number, column + 1)
                for (top, left), span in merged.items()
                if top <= number < top + span[1]
            )
            if not is_covered:
                spot = Spot(sheet=name, table=table, row=number, cell=column + 1)
                row.append(replace(cells[column], columns=columns, rows=_within(number, deep, rows), spot=spot))
            column += max(1, columns) if not is_covered else 1
        made.append(tuple(row))
    yield Table(tuple(made), Spot(sheet=name, table=table, row=rows[at][0]))


def _within(number: int, deep: int, rows: Sequence[tuple[int, Sequence[Cell]]]) -> int:
    """Over how many of the rows that are there a merged cell goes."""
    return max(1, sum(number <= each < number + deep for each, _ in rows))


def number_cell(value: float, form: str, *, as_kept: bool = False) -> Cell:
    """A cell with a number. What a number format shows is the figure, for that is printed; `as_kept` takes what is behind it."""
    kept = kept_number(value)
    told = shown(kept, form)
    if as_kept:
        text = format((kept * 100 if told.in_percent else kept).normalize(), "f").replace(".", ",")
        return Cell(text + ("%" if told.in_percent else ""), number=kept, format="%" if told.in_percent else "")
    return Cell(told.text, number=told.number, format="%" if told.in_percent else "", doubts=doubts_of(kept, told))


def doubts_of(kept: Decimal, told: Shown) -> tuple[str, ...]:
    """What a person should know of a number that is shown otherwise than it is kept."""
    if told.is_scaled:
        return (SHOWN_IN_THOUSANDS,)
    return (SHOWN_ROUNDED,) if _was_typed(kept) and told.number not in {kept, kept.scaleb(-2)} else ()


def _was_typed(number: Decimal) -> bool:
    """Whether a number has so few digits that a person typed it; what a formula reckons mostly has all fifteen."""
    return len(number.normalize().as_tuple().digits) <= _TYPED


def kept_number(value: float) -> Decimal:
    """A number as a workbook keeps it, without the traces of binary reckoning."""
    return Decimal(format(value, f".{_DIGITS}g"))
