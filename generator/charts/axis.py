"""Where a value axis begins and ends, and at which round numbers it has ticks.

Decided here and not by Vega, so that the picture and the interactive chart have the same axis, and so that labels can be
placed before anything is drawn.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_WANTED_TICKS = 5
_ROUND_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_LIFTED = 0.08
"""Of the axis: so much stands below the lowest value where the axis does not start at nought, so that it does not look like nought."""


@dataclass(frozen=True)
class AxisRange:
    """A value axis from ``low`` to ``high`` with ``ticks`` in ascending order, all in the chart's unit of measure."""

    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def decimals(self) -> int:
        """How many decimals the ticks need, so that no two of them look alike and none is rounded."""
        return max(len(f"{tick:.10g}".partition(".")[2]) for tick in self.ticks)


def axis_range(
    values: Sequence[float],
    *,
    from_zero: bool,
    integer: bool = False,
    lower: float | None = None,
    upper: float | None = None,
    least_span: float = 0.0,
) -> AxisRange:
    """A round range that holds all ``values``.

    ``from_zero``: the axis includes zero (bars must, because their length is the value). Otherwise it starts at zero only
    where that costs little of the picture. ``lower`` and ``upper`` are the measure's natural limits. ``least_span``: how much the
    axis covers at least, so that a change of a few points does not look like a fall from the top to the bottom.

    Raises ``ValueError`` if there are no values.
    """
    if not values:
        raise ValueError("an axis needs at least one value")
    low, high = _spread(min(values), max(values), from_zero=from_zero)
    floor = 0.0 if lower is None else lower
    if high - low < least_span:
        low = min(low, max(floor, high - least_span))
    if floor <= low <= floor + 0.75 * (high - low):
        low = floor
    step = _round_step((high - low) / _WANTED_TICKS, integer=integer)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    if first * step > floor and min(values) - first * step < _LIFTED * (last - first) * step:
        first -= 1
    ticks = tuple(_tidy(index * step) for index in range(first, last + 1))
    start = ticks[0] if lower is None else max(ticks[0], min(lower, *values))
    end = ticks[-1] if upper is None else min(ticks[-1], max(upper, *values))
    return AxisRange(start, end, tuple(tick for tick in ticks if start <= tick <= end))


def _spread(low: float, high: float, *, from_zero: bool) -> tuple[float, float]:
    """A range that is not empty, around the given one."""
    if from_zero:
        low, high = min(0.0, low), max(0.0, high)
    if low < high:
        return low, high
    if from_zero:
        return 0.0, 1.0
    margin = abs(low) * 0.05 or 1.0
    return low - margin, high + margin


def _round_step(rough: float, *, integer: bool) -> float:
    magnitude = 10.0 ** math.floor(math.log10(rough))
    step = next(nice * magnitude for nice in _ROUND_STEPS if nice * magnitude >= rough * (1 - 1e-9))
    return max(1.0, math.ceil(step)) if integer else step


def _tidy(number: float) -> float:
    """Without the noise of binary fractions (0.30000000000000004)."""
    return float(f"{number:.10g}")
