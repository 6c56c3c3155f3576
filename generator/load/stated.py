"""What a cell states in its unit of measure: a number, and how it is rough where the cell or its print says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.load.numbers import read_number
from generator.load.rough import RoughPrint, rough_prints
from generator.model.indicator import Measure, MeasureType
from generator.model.placed import Scalar
from generator.model.report import Cell
from generator.model.rough import EXACT, Qualifier, Rough
from generator.problems import Problem

_NUMBERS = (MeasureType.COUNT, MeasureType.DECIMAL)


@dataclass(frozen=True)
class StatedNumber:
    """A number with how it is rough; `printed` is the typed text itself where that has the words of the paper."""

    value: Decimal
    rough: Rough | None = None
    printed: str | None = None


def read_stated(scalar: Scalar, measure: Measure, cell: Cell | None) -> StatedNumber | Problem:
    """The number that a scalar of a cell states.

    How it is rough is what the cell says (`qualifier`, `to`), else what is typed (`gần 80 %`), else what is printed, where the
    words there stand before this very number.
    """
    typed = next(_typed(scalar), None) if measure.type in _NUMBERS else None
    if typed is not None:
        made = _from_words(scalar, typed, measure)
        if isinstance(made, Problem):
            return made
    else:
        value = read_number(scalar, measure, as_printed=cell is not None and cell.printed is not None)
        if isinstance(value, Problem):
            return value
        made = StatedNumber(value)
    if cell is None or measure.type not in _NUMBERS:
        return made
    if cell.qualifier is not None or cell.to is not None:
        return _as_said(made, cell, measure)
    if made.rough is None and cell.printed is not None:
        return StatedNumber(made.value, _as_printed(made.value, cell.printed, scalar, measure))
    return made


def _typed(scalar: Scalar) -> Iterator[RoughPrint]:
    """The rough number that is typed instead of a plain one: its words stand first, or right behind."""
    if any(each.isalpha() for each in scalar):
        yield from (each for each in rough_prints(scalar) if each.is_first)


def _from_words(scalar: Scalar, typed: RoughPrint, measure: Measure) -> StatedNumber | Problem:
    low, high = _numbers(typed, scalar, measure)
    rest = typed.behind
    unit = read_number(typed.scalar(f"{typed.low} {rest}", scalar), measure, as_printed=True) if rest else low
    if low is None or isinstance(unit, Problem) or (typed.high is not None and high is None):
        words = {
            "written": str(scalar),
            "number": typed.low,
            "qualifier": typed.qualifier.value,
            "measure": measure.names,
        }
        return Problem("rough-number-unread", scalar.place, words)
    return StatedNumber(low, Rough(typed.qualifier, high), str(scalar))


def _as_said(made: StatedNumber, cell: Cell, measure: Measure) -> StatedNumber | Problem:
    if cell.qualifier == EXACT:
        return StatedNumber(made.value, None, made.printed)
    to = read_number(cell.to, measure) if cell.to is not None else None
    if isinstance(to, Problem):
        return to
    qualifier = Qualifier(cell.qualifier) if cell.qualifier else Qualifier.RANGE
    return StatedNumber(made.value, Rough(qualifier, to), made.printed)


def _as_printed(value: Decimal, printed: str, scalar: Scalar, measure: Measure) -> Rough | None:
    """How the paper makes this very number rough; words beside other numbers (“trên 10 xã” beside 7) are of those."""
    for found in rough_prints(printed):
        low, high = _numbers(found, scalar, measure)
        if low == value:
            return Rough(found.qualifier, high)
    return None


def _numbers(found: RoughPrint, scalar: Scalar, measure: Measure) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of a rough number in full; None for one that is no number of this unit of measure, or is not there."""
    read = (
        read_number(found.scalar(each, scalar), measure, as_printed=True) if each else None
        for each in (found.low, found.high)
    )
    low, high = (found.scaled(each) if isinstance(each, Decimal) else None for each in read)
    return low, high
