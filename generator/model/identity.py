"""Identities between columns as forms print them: `3=4+5+6`, `9=11+12+13=14+15+16+17`, `(8) ≤ (2)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.form import Column, Table

_TERM = r"[(\[]?(?:\d+|[^\W\d]\w*(?:-\w+)*)[)\]]?"
_TOKEN = re.compile(rf"\s*(?P<term>{_TERM})|\s*(?P<sign><=|>=|[=≤≥+\-\u2212])")
_RELATIONS = {"=": "=", "<=": "≤", "≤": "≤", ">=": "≥", "≥": "≥"}
_SIGNS = {"+": 1, "-": -1, "\N{MINUS SIGN}": -1}


@dataclass(frozen=True)
class Side:
    """Columns that are added, or taken away where their sign is -1, by their printed numbers or codes."""

    terms: tuple[str, ...]
    signs: tuple[int, ...]


@dataclass(frozen=True)
class Relation:
    """Two sides of which one equals the other (`=`), or is not more (`≤`) or not less (`≥`)."""

    left: Side
    sign: str
    right: Side

    @property
    def terms(self) -> tuple[str, ...]:
        return (*self.left.terms, *self.right.terms)


def relations(written: str) -> tuple[Relation, ...]:
    """The relations that an identity prints, each side with the one before it. Raises ValueError where it cannot be read."""
    sides: list[tuple[list[str], list[int]]] = [([], [])]
    between: list[str] = []
    position, wants_term, sign = 0, True, 1
    text = written.strip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None or (match["term"] is not None) != wants_term:
            raise ValueError(written)
        position = match.end()
        if match["term"] is not None:
            sides[-1][0].append(match["term"].strip("()[]"))
            sides[-1][1].append(sign)
        elif match["sign"] in _SIGNS:
            sign = _SIGNS[match["sign"]]
        else:
            between.append(_RELATIONS[match["sign"]])
            sides.append(([], []))
            sign = 1
        wants_term = not wants_term
    if wants_term or not between:
        raise ValueError(written)
    made = [Side(tuple(terms), tuple(signs)) for terms, signs in sides]
    return tuple(Relation(made[n], each, made[n + 1]) for n, each in enumerate(between))


def column_index(term: str, table: Table) -> int | None:
    """Which column an identity means, counted from 0: the one with that printed number, else with that code."""
    columns: tuple[Column, ...] = table.fixed_columns
    by_number = next((n for n, each in enumerate(columns) if each.number and each.number == term), None)
    return by_number if by_number is not None else next((n for n, e in enumerate(columns) if e.code == term), None)
