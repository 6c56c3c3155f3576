"""What a workbook compares while somebody types: a rate with its two terms, and the columns of a row with the identities of their form. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.form import Column, Row, Table
from generator.model.header import groups_above
from generator.model.identity import Side, column_index, relations
from generator.model.indicator import Indicator

Terms = tuple[tuple[int, int], ...]
"""Signs (1, or -1 of what is taken away), each with a column, counted from 0."""


@dataclass(frozen=True)
class Equation:
    """An identity between columns of one row, and how the form says it, by the numbers of columns or else by their heads."""

    left: Terms
    sign: str
    right: Terms
    said: str


def equations_of(table: Table, lang: str) -> tuple[Equation, ...]:
    """The identities of a table between columns that it has; one that cannot be read is left out."""
    return tuple(each for written in table.identities for each in _equations(written, table, lang))


def _equations(written: str, table: Table, lang: str) -> Iterator[Equation]:
    try:
        read = relations(written)
    except ValueError:
        return
    for each in read:
        left, right = _placed(each.left, table), _placed(each.right, table)
        if left is not None and right is not None:
            said = f"{_said(left, table, lang)} {each.sign} {_said(right, table, lang)}"
            yield Equation(left, each.sign, right, said)


def _placed(side: Side, table: Table) -> Terms | None:
    """The columns of a side; None where the table lacks one."""
    found = [column_index(term, table) for term in side.terms]
    if None in found:
        return None
    return tuple((sign, place) for sign, place in zip(side.signs, found, strict=True) if place is not None)


def _said(terms: Terms, table: Table, lang: str) -> str:
    made = ""
    for sign, place in terms:
        made += (" + " if sign > 0 else " − ") * bool(made) + _name(table.fixed_columns[place], table, lang)
    return made


def _name(column: Column, table: Table, lang: str) -> str:
    """What a column is called: by its number, else its head, with those above it where another has the same."""
    if column.number:
        return f"({column.number})"
    label = column.label.in_language(lang)
    twins = [each for each in table.fixed_columns if each.label.in_language(lang) == label]
    above = [each.label.in_language(lang) for each in groups_above(column, table)] if len(twins) > 1 else []
    return " › ".join([*above, label])


def terms_of_rate(table: Table, row: Row, indicators: Mapping[str, Indicator]) -> tuple[str, str] | None:
    """The rows of the two terms of a rate, where each is in one row of the table with the same breakdown."""
    indicator = indicators.get(row.indicator or "")
    for formula in indicator.formula if indicator is not None else ():
        terms = list(_terms(formula))
        if len(terms) == 2:  # noqa: PLR2004 - a rate is of two terms
            rows = [_row_of(table, term, row) for term in terms]
            if rows[0] is not None and rows[1] is not None:
                return rows[0], rows[1]
    return None


def _terms(formula: str) -> Iterator[str]:
    """Both terms of a formula that is a fraction."""
    parts = formula.split(" / ")
    if len(parts) == 2 and not any(sign in formula for sign in (" + ", " - ")):  # noqa: PLR2004 - likewise
        yield from parts


def _row_of(table: Table, indicator: str, like: Row) -> str | None:
    found = [each.code for each in table.rows if each.indicator == indicator and each.breakdown == like.breakdown]
    return found[0] if len(found) == 1 else None
