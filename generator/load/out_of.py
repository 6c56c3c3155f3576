"""What a figure is out of: the highest score (`9,5/10`), or how many are ranked (`8/63`)."""

from __future__ import annotations

from decimal import Decimal

from generator.load.numbers import read_number
from generator.model.indicator import Measure
from generator.model.placed import Scalar
from generator.model.report import Cell
from generator.problems import Problem

_SLASH = "/"


def without_whole(scalar: Scalar, measure: Measure, cell: Cell | None) -> tuple[Scalar, Decimal | None] | Problem:
    """The figure itself and what it is out of: what the cell says of that, else what is typed behind a stroke."""
    if cell is not None and cell.of is not None:
        whole = read_number(cell.of, measure)
        return whole if isinstance(whole, Problem) else (scalar, whole)
    if not measure.out_of or scalar.count(_SLASH) != 1:
        return scalar, None
    figure, of = (Scalar.of(each.strip(), scalar.place) for each in scalar.split(_SLASH))
    whole = read_number(of, measure)
    return whole if isinstance(whole, Problem) else (figure, whole)
