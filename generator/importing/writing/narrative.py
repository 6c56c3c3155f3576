"""The skeleton of a narrative: a file for each area in which the report has figures, which names them by reference and says nothing yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.importing.mapping.placed import NOT_REPORTED, Certainty
from generator.importing.outcome import Outcome
from generator.model.catalogue import Catalogue
from generator.model.form import Form
from generator.model.indicator import MeasureType

_MOST = 8
"""So many figures of an area are named at most."""


@dataclass(frozen=True)
class _Stated:
    """A figure of a row: its indicator, the part of a breakdown, and whether it is beyond doubt."""

    indicator: str
    breakdown: tuple[tuple[str, str], ...]
    sure: bool


def skeleton_of(outcome: Outcome, catalogue: Catalogue) -> dict[str, bytes]:
    """The Vietnamese files of a narrative, by name below the root: figures that are sure, and of which the report has no second one."""
    if outcome.form is None:
        return {}
    stated = list(_stated(outcome, outcome.form, catalogue))
    by_area: dict[str, list[str]] = {}
    for each in stated:
        alike = [other for other in stated if other.indicator == each.indicator]
        if each.breakdown:
            alike = [other for other in alike if other.breakdown == each.breakdown]
        if each.sure and len(alike) == 1:
            lines = by_area.setdefault(catalogue.indicators[each.indicator].area, [])
            if len(lines) < _MOST:
                lines.append(_line(each, catalogue))
    folder = f"content/vi/reports/{outcome.unit}/{outcome.period}"
    return {f"{folder}/{area}.md": ("\n".join(lines) + "\n").encode() for area, lines in by_area.items()}


def _stated(outcome: Outcome, form: Form, catalogue: Catalogue) -> Iterator[_Stated]:
    """The figures of tables without columns that count something for the unit itself."""
    for figures in outcome.tables:
        table = form.table(figures.table)
        for each in figures.placed if table is not None and table.columns is None else ():
            row = table.row(each.row) if table is not None else None
            indicator = catalogue.indicators.get(row.indicator or "") if row is not None else None
            if row is None or indicator is None or row.unit or row.not_indicator or each.figure in (None, NOT_REPORTED):
                continue
            measure = catalogue.measures.get(row.measure or indicator.measure)
            is_number = measure is not None and measure.type in (MeasureType.COUNT, MeasureType.DECIMAL)
            sure = each.certainty is Certainty.SURE and isinstance(each.figure, str) and is_number
            yield _Stated(indicator.id, tuple(sorted(row.breakdown.items())), sure)


def _line(stated: _Stated, catalogue: Catalogue) -> str:
    names = catalogue.indicators[stated.indicator].names.root["vi"]
    asked = "".join(f', {dimension.replace("-", "_")}="{category}"' for dimension, category in stated.breakdown)
    return f'- {names}: {{{{ value("{stated.indicator}"{asked}) }}}}'
