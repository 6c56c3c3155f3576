"""Rough figures: which numbers a report leaves possible when it prints “gần 80 %”, and what is certain about them all the same.

The only place where that is decided; ranking, formulas, verdicts and the audit ask here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Qualifier(StrEnum):
    """How a number is meant that is not the figure itself."""

    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at-least"
    UNDER = "under"
    AT_MOST = "at-most"
    RANGE = "range"


EXACT = "exact"
"""What is written where a word beside a number (“trên 10 xã”: in ten communes) does not make it rough."""

_FROM_BELOW = (Qualifier.OVER, Qualifier.AT_LEAST)
_FROM_ABOVE = (Qualifier.UNDER, Qualifier.AT_MOST, Qualifier.NEARLY)
_OPEN = (Qualifier.OVER, Qualifier.UNDER, Qualifier.NEARLY)
"""Those that leave out the number itself: nearly 80 is not 80."""


@dataclass(frozen=True)
class Rough:
    """How a figure is rough. `to` is the second end of a range; about 11 or 12 is about, with a second end."""

    qualifier: Qualifier
    to: Decimal | None = None

    @property
    def tends(self) -> int:
        """On which side of the printed number the figure lies: 1 above, -1 below, 0 around or between."""
        if self.qualifier in _FROM_BELOW:
            return 1
        return -1 if self.qualifier in _FROM_ABOVE else 0


@dataclass(frozen=True)
class Span:
    """The numbers that a statement leaves possible, from `low` to `high`; None where there is no end. An open end is left out."""

    low: Decimal | None
    high: Decimal | None
    open_low: bool = False
    open_high: bool = False

    @classmethod
    def of(cls, value: Decimal, rough: Rough | None) -> Span:
        """What a printed number leaves possible. “About” leaves everything: nobody says how far."""
        if rough is None:
            return cls(value, value)
        is_open = rough.qualifier in _OPEN
        if rough.tends > 0:
            return cls(value, None, open_low=is_open)
        if rough.tends < 0:
            return cls(None, value, open_high=is_open)
        if rough.qualifier is Qualifier.RANGE and rough.to is not None:
            return cls(min(value, rough.to), max(value, rough.to))
        return cls(None, None)

    @property
    def is_exact(self) -> bool:
        return self.low is not None and self.low == self.high

    def is_below(self, other: Span) -> bool:
        """Whether every number of this one is smaller than every number of another: certainly less."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.open_high or other.open_low))

    def is_never_above(self, other: Span) -> bool:
        """Whether no number of this one is larger than any of another: certainly not more."""
        return self.high is not None and other.low is not None and self.high <= other.low

    def is_apart_from(self, other: Span) -> bool:
        """Whether both cannot be one number: then two statements contradict each other."""
        return self.is_below(other) or other.is_below(self)

    def is_ordered_with(self, other: Span) -> bool:
        """Whether it is certain which one is larger, or that they are equal."""
        return self.is_apart_from(other) or (self.is_exact and other.is_exact)
