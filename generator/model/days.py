"""The days that figures are of: what a document, a table, a column, a passage or a figure declares, and which declaration holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import Field

from generator.model.dates import PartialDate
from generator.model.placed import Placed


class Covers(Placed):
    """The days that figures really cover, first and last."""

    first: PartialDate = Field(alias="from")
    last: PartialDate = Field(alias="to")


class Dated(Placed):
    """What can declare days: the day as of which its figures are, or the days that they cover."""

    as_of: PartialDate | None = None
    covers: Covers | None = None


@dataclass(frozen=True)
class Stretch:
    """Covered days, first and last, as a figure carries them: a plain value, whatever file they stand in."""

    first: PartialDate
    last: PartialDate

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


@dataclass(frozen=True)
class Days:
    """The days of a figure, as the nearest declaration gives them.

    `of_document` tells that only the document declares them: then they are said once, at the document. `of_figure` tells that the
    figure itself does.
    """

    as_of: PartialDate | None = None
    covers: Stretch | None = None
    of_document: bool = False
    of_figure: bool = False

    @property
    def last(self) -> PartialDate | None:
        """The last of the days, as far as they are declared."""
        return self.as_of if self.as_of is not None else self.covers.last if self.covers is not None else None


NO_DAYS = Days()
"""No other days than those of the period."""


def declared(said: Dated, *, of_document: bool = False, of_figure: bool = False) -> Days | None:
    """What an entry declares; None where it declares nothing."""
    if said.as_of is None and said.covers is None:
        return None
    covers = Stretch(said.covers.first, said.covers.last) if said.covers else None
    return Days(said.as_of, covers, of_document, of_figure)


def nearest(levels: Iterable[Days | None]) -> Days:
    """The first declaration, from the figure outwards. It holds whole: what a level further out adds to it is of other figures."""
    return next((each for each in levels if each is not None), NO_DAYS)
