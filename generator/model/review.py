"""What people say about single figures of a report: that a finding was reviewed, or that a slip is corrected, and why."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.model.period import Period
from generator.model.placed import Placed, Scalar
from generator.model.text import Id, Text


class NamedFigure(Placed):
    """Names a figure: a cell by table, row and column (a code or a period), or a figure of the prose by what it says."""

    table: str | None = None
    row: str | None = None
    column: str | None = None
    indicator: Id | None = None
    breakdown: dict[Id, Id] = {}
    unit: Id | None = None
    period: Period | None = None
    section: str | None = None

    @model_validator(mode="after")
    def _whole_row(self) -> NamedFigure:
        if (self.table is None) != (self.row is None):
            raise PydanticCustomError("table_and_row", "a row is named by its table and its code")
        return self

    @property
    def names_a_figure(self) -> bool:
        return self.table is not None or self.indicator is not None

    @property
    def words(self) -> str:
        """What it names, in one line of ids."""
        breakdown = [f"{dimension}={category}" for dimension, category in sorted(self.breakdown.items())]
        said = [self.table, self.row, self.column, self.indicator, *breakdown, self.unit, self.section]
        return " ".join([each for each in said if each] + ([str(self.period)] if self.period else []))


class Reviewed(NamedFigure):
    """A finding of the audit that somebody looked into; it stays visible, with the reason."""

    finding: str
    reason: Text


class Correction(NamedFigure):
    """The value that is used instead of what the paper shows (`expects`), and why; the printed one stays visible."""

    expects: str
    value: Scalar
    kind: Literal["transcription", "printing"]
    reason: Text
