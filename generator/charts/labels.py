"""What is written in a chart besides its axes' numbers: periods, units, values and targets, as far as a phone has room for them.

Widths are those of the page's font, so a label that fits here fits there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.charts import number_format
from generator.charts.axis import AxisRange
from generator.charts.channels import SPLIT_LABEL
from generator.charts.model import ChartData, ChartTarget
from generator.charts.page_font import FONT_SIZE, LINE_HEIGHT, text_width, widest_line, wrapped
from generator.charts.shapes import Spec

_PHONE = 320
"""Width of a chart on a phone of 360 px."""
_AXIS_SPACE = 16
"""Around the numbers of the value axis."""
LABEL_GAP = 4
"""Between two labels side by side, at least."""
_NARROWEST_PERIOD = 3 * FONT_SIZE
"""Periods are not broken into shorter lines than this; on a narrow screen some are left out instead."""
_BRIEF = 3
"""The letters of the first line of a period in few letters."""
_PART_OF_YEAR = re.compile(r"/(?=\d{4}$)")


def period_step(data: ChartData, axis: AxisRange) -> float:
    """What one period has of the plot's width on a phone, in pixels."""
    numbers = max(text_width(f"{tick:{number_format.axis_format(axis.decimals)}}") for tick in axis.ticks)
    return (_PHONE - _AXIS_SPACE - numbers) / len(data.periods)


def period_labels(data: ChartData, axis: AxisRange) -> dict[str, str]:
    """Each period as the axis shows it: in lines where it would be too long, with the year in a line of its own.

    All have as many lines, the last of them maybe empty: whichever labels Vega shows in the end, it has left them that much room.
    """
    step = period_step(data, axis)
    if brief := _brief_labels(data, step):
        return brief
    room = max(_NARROWEST_PERIOD, step - LABEL_GAP)
    labels = {
        label: label if text_width(label) <= room else wrapped(_PART_OF_YEAR.sub(" ", label), room)
        for label in data.periods
    }
    most = max(made.count("\n") for made in labels.values())
    return {label: made + "\n" * (most - made.count("\n")) for label, made in labels.items()}


def _brief_labels(data: ChartData, step: float) -> dict[str, str]:
    """The short names of periods, where bars lie too close for the long ones: then every bar has its own."""
    if not uses_brief_periods(data, step):
        return {}
    return dict(zip(data.periods, data.brief_periods, strict=True))


def uses_brief_periods(data: ChartData, step: float) -> bool:
    """Whether the bars have their periods in few letters."""
    long = max(widest_line(_PART_OF_YEAR.sub("\n", label)) for label in data.periods)
    return data.kind == "bars" and bool(data.brief_periods) and long + LABEL_GAP > step


def unit_labels(data: ChartData) -> dict[str, str]:
    """Each unit of a ranking as it stands above its bar."""
    return {label: wrapped(label, _PHONE) for label in data.periods}


def shown_periods(categories: list[str], *, bars: bool) -> str:
    """The Vega expression of the axis labels: every period, or every second, third … where they lack room, always with the first and the last."""
    if len(categories) == 1:
        return SPLIT_LABEL
    years = [category.partition("\n")[2] for category in categories]
    if bars and all(_is_brief(category) for category in categories):
        firsts = [index for index, year in enumerate(years) if year and (index == 0 or year != years[index - 1])]
        index = f"round(datum.index * {len(categories) - 1})"
        return f"indexof({firsts}, {index}) >= 0 ? {SPLIT_LABEL} : {SPLIT_LABEL}[0]"
    widest = max(widest_line(category) for category in categories) + LABEL_GAP
    # Between bars there is room that a band does not count.
    needed = round(widest * (0.82 if bars else 1), 1)
    last = len(categories) - 1
    index, step = f"round(datum.index * {last})", f"max(1, ceil({needed} / bandwidth('x')))"
    # Counted from the last; one that would touch the first gives way to it.
    return f"{index} == 0 || (({last} - {index}) % {step} == 0 && {index} >= {step}) ? {SPLIT_LABEL} : ''"


def _is_brief(category: str) -> bool:
    """Whether a period is written in the few letters of ``ChartData.brief_periods``."""
    return len(category.partition("\n")[0]) <= _BRIEF


def bar_labels(data: ChartData, categories: Mapping[str, str], step: float) -> list[Spec]:
    """The values on the bars of a single series, if all of them find room beside each other."""
    if len(data.series) > 1:
        return []
    rows = [
        {
            "series": series.name,
            "category": categories[point.period],
            "value": max(0.0, point.plain),
            "label": point.brief,
        }
        for series in data.series
        for point in series.points
        if point.plain is not None and point.brief
    ]
    widest = max((text_width(str(row["label"])) for row in rows), default=0)
    return rows if widest + LABEL_GAP <= step else []


def target_rows(data: ChartData, categories: Mapping[str, str], step: float) -> list[Spec]:
    """The marks of targets; their labels only in lines, and where no neighbour's would touch them. The remarks tell all."""
    labelled = data.kind == "line" and all(text_width(target.label) + LABEL_GAP <= step for target in data.targets)
    return [
        {
            "category": categories[target.period],
            "value": target.value,
            "label": target.label if labelled else "",
            "lift": _target_lift(target, data),
        }
        for target in data.targets
    ]


def _target_lift(target: ChartTarget, data: ChartData) -> int:
    """Where the label of a target stands, in pixels below its mark: on the side away from the figures."""
    figures = [point.plain for series in data.series for point in series.points if point.period == target.period]
    above = any(value is not None and value >= target.value for value in figures)
    return LINE_HEIGHT - 5 if above else 5 - LINE_HEIGHT


def place_threshold_labels(spec: Spec, data: ChartData) -> None:
    """Put the labels of reference lines where they cover nothing: beside bars, and on the emptier side of lines."""
    label = next(layer for layer in spec["layer"] if layer["name"] == "threshold_label")
    if data.kind == "bars":
        label["mark"] |= {"baseline": "middle", "dx": 6, "dy": 0}
        label["encoding"]["x"] = {"value": "width"}
    elif data.kind == "line" and _distance(data, first=False) > _distance(data, first=True):
        label["mark"] |= {"align": "right", "dx": -3}
        label["encoding"]["x"] = {"value": "width"}


def _distance(data: ChartData, *, first: bool) -> float:
    """How far the lines keep from the thresholds in the first or the last third of the periods."""
    third = max(1, round(len(data.periods) / 3))
    periods = data.periods[:third] if first else data.periods[-third:]
    near = [point.plain for series in data.series for point in series.points if point.period in periods]
    distances = [abs(value - line.value) for value in near if value is not None for line in data.thresholds]
    return min(distances, default=float("inf"))
