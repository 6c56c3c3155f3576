"""Names and values at the ends of lines: where they can stand, and how they keep off each other."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from generator.charts.axis import AxisRange
from generator.charts.model import ChartData, ChartPoint
from generator.charts.page_font import LINE_HEIGHT
from generator.charts.shapes import HEIGHT, Spec

_DIRECT_LABELS = 3
"""Up to so many series are named at the end of their lines."""
_DIRECT_LETTERS = 14
"""Longer names would take a phone too much of its width."""
COINCIDING = 0.04
"""Of the height of the plot: what a mark covers."""
_AXIS_SHARE = 0.07
"""Of the height of the plot: so near to the axis of periods, its line would run through a label."""
_BESIDE = {"align": "left", "dx": 9, "dy": 0}


def labels_at_ends(data: ChartData) -> bool:
    """Whether each line can be named where it ends: few, short names, all ending in the same period, no two at one spot."""
    ends = {_last(series.points).period for series in data.series if _has_value(series.points)}
    if len(data.series) > 1 and _ends_coincide(data):
        return False
    short = all(len(series.name) <= _DIRECT_LETTERS for series in data.series)
    # What comes after the ends (a target of the next year) would have the names written over it.
    at_edge = ends == {data.periods[-1]}
    return len(data.series) == 1 or (len(data.series) <= _DIRECT_LABELS and short and at_edge)


def _ends_coincide(data: ChartData) -> bool:
    """Whether the marks of two lines lie on each other at their ends, so that a name beside them would be anybody's."""
    values = [point.plain for series in data.series for point in series.points if point.plain is not None]
    ends = sorted(float(_last(series.points).value or 0) for series in data.series if _has_value(series.points))
    least = (max(values) - min(values)) * COINCIDING
    return any(above - below < least for below, above in pairwise(ends))


def end_labels(data: ChartData, categories: Mapping[str, str], axis: AxisRange) -> list[Spec]:
    """The labels at the ends of lines, moved apart where they would overlap. A single line tells its value instead."""
    if len(data.series) == 1:
        return _end_value(data, categories, axis)
    rows: list[Spec] = []
    for series in data.series:
        if _has_value(series.points):
            last = _last(series.points)
            rows.append({"category": categories[last.period], "label": series.name, "label_at": last.value, **_BESIDE})
    rows.sort(key=lambda row: float(row["label_at"] or 0))
    apart = (axis.high - axis.low) * LINE_HEIGHT / (HEIGHT - 70)
    positions = spread_apart([float(row["label_at"] or 0) for row in rows], apart, axis.high)
    return [{**row, "label_at": position} for row, position in zip(rows, positions, strict=True)]


def _end_value(data: ChartData, categories: Mapping[str, str], axis: AxisRange) -> list[Spec]:
    """The last value of a single line: beside its mark where nothing follows and no axis runs through it, else over or under it."""
    (series,) = data.series
    known = [point for point in series.points if point.plain is not None]
    if not known:
        return []
    last = known[-1]
    value = float(last.value or 0)
    lowest = value - axis.low < (axis.high - axis.low) * _AXIS_SHARE
    beside = last.period == data.periods[-1] and not lowest
    place = _BESIDE if beside else {"align": "center", "dx": 0, "dy": _over_or_under(data, known, lowest=lowest)}
    return [{"category": categories[last.period], "label": last.brief or last.shown, "label_at": value, **place}]


def _over_or_under(data: ChartData, known: list[ChartPoint], *, lowest: bool) -> int:
    """Where the last value keeps off the axis below it, a target above it, or its own line coming down to it."""
    last = known[-1]
    value = float(last.value or 0)
    below_target = any(target.period == last.period and target.value > value for target in data.targets)
    falling = len(known) > 1 and known[-2].segment == last.segment and float(known[-2].value or 0) > value
    return LINE_HEIGHT - 3 if (below_target or falling) and not lowest else 3 - LINE_HEIGHT


def spread_apart(positions: list[float], apart: float, highest: float) -> list[float]:
    """Ascending positions pushed at least ``apart`` from each other and, if they can, kept under ``highest``."""
    placed: list[float] = []
    for position in positions:
        placed.append(max(position, placed[-1] + apart) if placed else position)
    for index in range(len(placed) - 1, -1, -1):
        roof = highest if index == len(placed) - 1 else placed[index + 1] - apart
        placed[index] = min(placed[index], roof)
    return placed


def _has_value(points: tuple[ChartPoint, ...]) -> bool:
    return any(point.plain is not None for point in points)


def _last(points: tuple[ChartPoint, ...]) -> ChartPoint:
    return next(point for point in reversed(points) if point.plain is not None)
