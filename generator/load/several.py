"""A cell that prints several figures (`4.561/5.650 (80,7%)`), taken apart as its form says."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from generator.model.form import CellFigure, Cells, Column, Row
from generator.model.placed import LocatedDict, Scalar
from generator.model.report import STATUSES, Cell, ReportColumn
from generator.problems import Problem, nearest

CODE_IN_PATTERN = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}", re.ASCII)
"""How a pattern names a figure."""


def several(row: Row, column: Column | ReportColumn | None) -> Cells | None:
    """The row or column that says which figures a cell prints, where they are several."""
    said = (row, column) if isinstance(column, Column) else (row,)
    return next((each for each in said if each.figures), None)


def figures_of(cell: Cell, form: Cells) -> dict[str, Cell] | Problem:
    """The figures of a cell by their codes, each as a cell of its own, or what is wrong.

    What is typed in one piece is read by the pattern. Figures that a cell leaves out are empty in the source.
    """
    codes = tuple(each.code for each in form.figures)
    given = cell.figures
    if cell.value is not None:
        read = taken_apart(cell.value, form)
        if read is None:
            words = {"written": str(cell.value), "pattern": form.pattern or ", ".join(f"{code}: …" for code in codes)}
            return Problem("cell-unlike-pattern", cell.value.place, words)
        given = read
    for code, scalar in given.items():
        if code not in codes:
            return Problem("unknown-figure", scalar.place, {"code": code}, nearest(code, codes), codes)
    return {code: _cell(cell, given.get(code)) for code in codes}


def printed_as(form: Cells, shown: Callable[[CellFigure], str]) -> str:
    """A cell as its form prints it, with something in the place of each figure; without a pattern, one after the other."""
    figures = {each.code: shown(each) for each in form.figures}
    if form.pattern is None:
        return "; ".join(figures.values())
    return CODE_IN_PATTERN.sub(lambda match: figures.get(match[1], match[0]), form.pattern)


def whole_print(cell: Cell) -> str | None:
    """What the paper prints in the cell, all figures together, as far as the file tells."""
    return cell.printed if cell.printed is not None or cell.value is None else str(cell.value)


def _cell(whole: Cell, scalar: Scalar | None) -> Cell:
    made = LocatedDict(scalar.place if scalar is not None else whole.place)
    if scalar is None:
        made["status"] = whole.status or "not-reported"
    else:
        made["status" if scalar in STATUSES else "value"] = scalar
    for key in ("as_of", "covers", "note"):
        if (said := getattr(whole, key)) is not None:
            made[key] = said
    return Cell.model_validate(made)


def taken_apart(scalar: Scalar, form: Cells) -> dict[str, Scalar] | None:
    """What the pattern of a cell finds, by code; None where the text has another shape, or the form gives none."""
    if form.pattern is None:
        return None
    codes, expression = _expression(form.pattern)
    match = expression.fullmatch(" ".join(scalar.split()))
    if match is None:
        return None
    return {code: Scalar.of(text, scalar.place) for code, text in zip(codes, match.groups(), strict=True)}


@lru_cache
def _expression(pattern: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The codes of a pattern in their order, and what it matches; spaces may be more or fewer."""
    pieces = CODE_IN_PATTERN.split(" ".join(pattern.split()))
    texts = [r"\s*".join(map(re.escape, ["", *each.split(), ""] if each.strip() else [each])) for each in pieces[0::2]]
    joined = r"(\S.*?)".join(re.sub(r"^\\ $", r"\\s+", each) for each in texts)
    return tuple(pieces[1::2]), re.compile(joined, re.IGNORECASE)
