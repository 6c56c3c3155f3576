"""Observations: one value of one indicator for one unit and period, and exactly where it was stated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.model.dates import PartialDate
from generator.model.days import NO_DAYS, Days, Stretch
from generator.model.form import BreakdownKey, breakdown_label
from generator.model.period import Period
from generator.model.place import Place
from generator.model.review import Correction
from generator.model.rough import Rough, Span
from generator.model.text import Text


class Status(StrEnum):
    """Whether there is a value, and if not, why."""

    REPORTED = "reported"
    NONE_OCCURRED = "none-occurred"
    NOT_APPLICABLE = "not-applicable"
    NOT_REPORTED = "not-reported"

    @property
    def is_stated(self) -> bool:
        """Whether the report says something: a value, or that nothing occurred. An empty cell says nothing."""
        return self in {Status.REPORTED, Status.NONE_OCCURRED}


@dataclass(frozen=True)
class Source:
    """Where in a report a figure stands: a cell of its appendix, or a section of its prose.

    `column` counts the columns of the table, or the values of the prose `entry`, from 0. `name` is what a figure of the prose
    is called in addresses: it follows from what the figure says, not from its place in the file. `former` are the names that it had
    while its indicator was called otherwise. `figure` is the code of one of several figures of a cell, which all have its place.
    """

    report: str
    table: str | None = None
    row: str | None = None
    column: int = 0
    section: str | None = None
    entry: int = 0
    name: str = ""
    former: tuple[str, ...] = ()
    figure: str = ""

    @property
    def anchor(self) -> str:
        """The fragment under which the report's page shows the figure, for good; unique within the report."""
        if self.table is None:
            return f"p-{self.name}" if self.name else self.old_anchor
        nth = f"_{self.column + 1}" if self.column else ""
        # A row's code holds hyphens (`1-2`) and a number sign (`4.6#2`), but neither stands for a column.
        row = (self.row or "").replace("#", "--").replace(" ", "-")
        return f"t-{self.table}-{row}{nth}"

    @property
    def old_anchor(self) -> str:
        """The fragment of a figure of the prose by its place in the file: what links to the first version of this site use."""
        nth = f"_{self.column + 1}" if self.column else ""
        return "" if self.table is not None else f"p-{self.entry + 1}{nth}"

    @property
    def old_anchors(self) -> tuple[str, ...]:
        """All fragments under which the figure of the prose was ever shown and is no longer."""
        return (self.old_anchor, *(f"p-{each}" for each in self.former))


@dataclass(frozen=True)
class Observation:
    """One stated value.

    `rough` tells how `value` is no exact number (“nearly 80 %”); `days` are those that the nearest declaration gives it.
    `value` is None unless the status is reported; a yes/no value is 1 or 0. `words` holds the value of a text measure.
    `indicator` is None for a row that is declared not to be an indicator. `part` marks a share printed inside another cell.
    `out_of` is the highest score, or how many are ranked, where the cell prints that beside the figure.
    With a `correction`, `value` is the corrected one and `printed` what the paper shows.
    """

    unit: str
    period: Period
    indicator: str | None
    breakdown: BreakdownKey
    measure: str
    status: Status
    value: Decimal | None
    words: str | None
    printed: str | None
    note: Text | None
    source: Source
    place: Place
    days: Days = NO_DAYS
    rough: Rough | None = None
    part: bool = False
    out_of: Decimal | None = None
    correction: Correction | None = None

    @property
    def as_of(self) -> PartialDate | None:
        """The day as of which it is, where that is declared."""
        return self.days.as_of

    @property
    def covers(self) -> Stretch | None:
        """The days that it covers, where they are declared."""
        return self.days.covers

    @property
    def exact(self) -> Decimal | None:
        """The number where it is one; None for a rough figure, with which nothing can be reckoned."""
        return self.value if self.rough is None else None

    @property
    def span(self) -> Span | None:
        """The numbers that the statement leaves possible; None without a number."""
        return Span.of(self.value, self.rough) if self.value is not None else None

    @property
    def id(self) -> str:
        """What identifies it for good: its report and its place there; a share printed inside a cell adds its breakdown.

        One of several figures of a cell adds its code.
        """
        share = f";{breakdown_label(self.breakdown)}" if self.part else ""
        figure = f";figure={self.source.figure}" if self.source.figure else ""
        return f"{self.source.report}#{self.source.anchor}{figure}{share}"

    @property
    def is_unread(self) -> bool:
        """Whether a figure was given that could not be read."""
        return self.status is Status.REPORTED and self.value is None and self.words is None

    @property
    def key(self) -> tuple[str, Period, str | None, BreakdownKey]:
        """What it is a value of; two observations of one key state the same thing twice."""
        return (self.unit, self.period, self.indicator, self.breakdown)


def stated_count(observations: Iterable[Observation]) -> int:
    """How many figures are stated: what readers are told wherever figures are counted."""
    return sum(each.status.is_stated for each in observations)
