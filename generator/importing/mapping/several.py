"""A cell for which the form has several figures (`4.561/5.650 (80,7%)`), taken apart as the form prints them or, with a doubt, in their order."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.importing.document import Cell
from generator.importing.doubts import IN_ORDER, UNLIKE_FORM, Doubt
from generator.importing.mapping.placed import Reading
from generator.importing.mapping.values import read_cell
from generator.load.several import taken_apart
from generator.model.form import Cells
from generator.model.indicator import Measure
from generator.model.placed import Scalar

_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?(?:\s?%)?")


def read_several(cell: Cell, form: Cells, measures: Mapping[str, Measure | None]) -> Reading:
    """The figures of a cell. `measures` has the unit of measure of each by its code.

    A text that the form's pattern reads is taken as it stands. Where it has as many numbers as the form has figures, each of them right in
    its unit of measure, they are taken in the order of the form, for a person to look at. A cell without a number is read like any other.
    """
    text = cell.text
    if cell.failed or not any(each.isdigit() for each in text):
        # None of several figures is as none of one: empty, a dash, or words for it.
        return read_cell(cell, next(iter(measures.values()), None))
    whole = taken_apart(Scalar.of(text), form)
    if whole is not None and all(_is_sure(each, measures.get(code)) for code, each in whole.items()):
        return Reading(text)
    numbers = [each.replace(" ", "") for each in _FIGURE.findall(text)]
    codes = [each.code for each in form.figures]
    if len(numbers) == len(codes):
        given = dict(zip(codes, numbers, strict=True))
        if all(_is_sure(each, measures.get(code)) for code, each in given.items()):
            return Reading({"figures": dict(given), "printed": text}, False, (Doubt(IN_ORDER, {"printed": text}),))
    pattern = form.pattern or ", ".join(codes)
    return Reading(None, False, (Doubt(UNLIKE_FORM, {"pattern": pattern, "printed": text}),))


def _is_sure(text: str, measure: Measure | None) -> bool:
    """Whether the text is a figure in its unit of measure beyond doubt."""
    read = read_cell(Cell(text), measure)
    return read.certain and read.figure == text
