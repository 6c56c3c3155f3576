"""A sheet of a workbook as paragraphs and tables: lines with one text above a table are its title, empty rows part one table from the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.importing.document import Block, Cell, Paragraph, Spot, Table

MARK = "_reform_reports"
"""The hidden sheet by which a workbook of ours is known, whatever program saved it last."""
Span = tuple[int, int]
"""How many columns and rows a merged cell covers."""
_DIGITS = 15
"""A number that a workbook keeps is exact to so many digits; what is behind them comes from reckoning in halves."""


def sheet_blocks(
    name: str, rows: Iterable[tuple[int, Sequence[Cell]]], merged: Mapping[tuple[int, int], Span], first_table: int
) -> Iterator[Block]:
    """The blocks of a sheet. `rows` are those with something in them, by number from 1; `merged` are spans by row and column from 1."""
    segment: list[tuple[int, Sequence[Cell]]] = []
    table = first_table
    last = 0
    for number, cells in rows:
        if (
            segment
            and number > last + 1
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


def kept_number(value: float) -> Decimal:
    """A number as a workbook keeps it, without the traces of binary reckoning."""
    return Decimal(format(value, f".{_DIGITS}g"))


def shown_number(number: Decimal, form: str) -> str:
    """A number about as the workbook shows it: percent with its sign, decimals behind a comma."""
    if "%" in form:
        number = (number * 100).normalize()
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",") + ("%" if "%" in form else "")
