"""Printed digits against exact numbers: what rounding and cutting off can explain, and what they cannot.

Pure arithmetic on intervals; knows nothing of reports. Decimals carry their printed digits: `75.90` has two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum
from fractions import Fraction

from generator.model.rough import Span

PERCENT = 100


class Agreement(IntEnum):
    """How a printed number fits an exact one; the better, the smaller."""

    ROUNDED = 0
    TRUNCATED = 1
    DIFFERS = 2


@dataclass(frozen=True)
class Interval:
    """All exact numbers that a printed one may stand for; one number where it is exact."""

    low: Fraction
    high: Fraction

    @classmethod
    def exact(cls, value: Decimal | int) -> Interval:
        """A number that is neither rounded nor cut off, such as a count."""
        return cls(Fraction(value), Fraction(value))

    @classmethod
    def rounded(cls, value: Decimal) -> Interval:
        """What a printed number with decimals may have been rounded from."""
        half = step(value) / 2
        return cls(Fraction(value) - half, Fraction(value) + half)

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def over(self, other: Interval, factor: int = 1) -> Interval | None:
        """The quotient times a factor; None where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return None
        corners = [factor * above / below for above in (self.low, self.high) for below in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def meets(self, low: Fraction, high: Fraction) -> bool:
        """Whether it shares a number with another interval."""
        return self.low <= high and low <= self.high


def span_of(interval: Interval) -> Span:
    """An interval as what a statement leaves possible, to be held against rough figures."""
    low, high = (Decimal(end.numerator) / Decimal(end.denominator) for end in (interval.low, interval.high))
    return Span(low, high)


def step(value: Decimal) -> Fraction:
    """One unit of a number's last printed digit: 0.01 for `97.55`, 1 for `30`."""
    exponent = value.as_tuple().exponent
    return Fraction(10) ** exponent if isinstance(exponent, int) and exponent < 0 else Fraction(1)


def agreement(printed: Decimal, computed: Interval, *, exact: bool = False) -> Agreement:
    """How a printed number fits what was computed. With `exact`, as for counts, nothing was rounded or cut off."""
    value = Fraction(printed)
    if exact:
        return Agreement.ROUNDED if computed.meets(value, value) else Agreement.DIFFERS
    unit = step(printed)
    if computed.meets(value - unit / 2, value + unit / 2):
        return Agreement.ROUNDED
    # Cutting digits off goes towards zero, and never as far as the next digit.
    if value == 0:
        cut = computed.low < unit and computed.high > -unit
    elif value > 0:
        cut = computed.low < value + unit and computed.high >= value
    else:
        cut = computed.high > value - unit and computed.low <= value
    return Agreement.TRUNCATED if cut else Agreement.DIFFERS


def same_number(one: Decimal, other: Decimal) -> bool:
    """Whether two printed numbers can be one number, written with more digits and with fewer."""
    coarse, fine = sorted((one, other), key=step, reverse=True)
    return agreement(coarse, Interval.exact(fine)) is not Agreement.DIFFERS


def shown(value: Fraction, like: Decimal, *, more: int = 0) -> Decimal:
    """An exact number with as many digits as a printed one, and `more`, to be shown beside it."""
    exponent = like.as_tuple().exponent
    digits = (-exponent if isinstance(exponent, int) and exponent < 0 else 0) + more
    if value.denominator == 1 and not more:
        digits = 0
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def far_off(value: Fraction, others: Sequence[Fraction], factor: int) -> bool:
    """Whether a number is at least `factor` times every other one, or at most that part of each."""
    return all(value >= factor * each for each in others) or all(value * factor <= each for each in others)
