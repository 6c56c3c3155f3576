"""The specification of a chart whose rows lie below each other: where bars begin and end, and where the text below them stands.

In: ``ChartData`` of kind whole, rows, peers or strip. Out: the data sets of its shape, and how high its rows are. Pure; does not import Altair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.charts.axis import AxisRange
from generator.charts.model import ChartData
from generator.charts.page_font import FONT_SIZE, LINE_HEIGHT, text_width, wrapped
from generator.charts.shapes import BAR, Spec

PHONE = 320
"""Width of a chart on a phone of 360 px."""
_SIGN_SPACE = 18
"""What the square before a part's figure takes."""
_BETWEEN = 14
"""Between two figures on one line."""
_GAP = 18
"""Below a row, before the name of the next."""
_NEAR = 0.025
"""Of the axis: dots this close lie on each other."""
_DODGE = 11
_STROKES = 300
"""So many strokes can be told apart in a row of a strip."""
_MOST_TOLD = 3
"""So many units of one stroke are named."""


def is_of_rows(data: ChartData) -> bool:
    """Whether a chart is one of these."""
    return data.kind in ("whole", "rows", "peers", "strip")


def row_datasets(data: ChartData, categories: Mapping[str, str], axis: AxisRange) -> dict[str, list[Spec]]:
    """The data sets of a chart by name; empty ones are left out."""
    datasets = {
        "points": _cut_bars(data, categories) if data.kind == "whole" else _marks(data, categories, axis),
        "told": _told_rows(data, categories),
        "units": [{"category": name, "lift": -name.count("\n") * LINE_HEIGHT - 3} for name in categories.values()],
        "targets": [{"category": categories[target.period], "value": target.value} for target in data.targets],
        "bands": [
            {"category": categories[band.period], "low": band.low, "high": band.high}
            for band in data.bands
            if band.low is not None and band.high is not None
        ],
        "medians": [{"category": categories[band.period], "middle": band.middle} for band in data.bands],
    }
    return {name: rows for name, rows in datasets.items() if rows}


def _cut_bars(data: ChartData, categories: Mapping[str, str]) -> list[Spec]:
    """The parts of each bar, one after the other in the order of the series."""
    rows: list[Spec] = []
    ends = dict.fromkeys(data.periods, 0.0)
    for series in data.series:
        for point in series.points:
            start = ends[point.period]
            ends[point.period] = start + (point.plain or 0.0)
            rows.append(
                {
                    "series": series.name,
                    "period": point.period,
                    "category": categories[point.period],
                    "start": round(start, 3),
                    "end": round(ends[point.period], 3),
                    "shown": point.shown,
                }
            )
    # What is nought has no bar, not even an outline.
    return [row for row in rows if row["start"] < row["end"]]


def _marks(data: ChartData, categories: Mapping[str, str], axis: AxisRange) -> list[Spec]:
    rows = [
        {
            "series": series.name,
            "period": point.period,
            "category": categories[point.period],
            "value": point.plain,
            "shown": point.shown,
            "partial": point.partial,
        }
        for series in data.series
        for point in series.points
        if point.plain is not None
    ]
    if data.kind == "peers":
        _dodge(rows, _NEAR * (axis.high - axis.low))
    if data.kind == "strip":
        rows = list(_seen_apart(rows, (axis.high - axis.low) / _STROKES))
    return rows


def _seen_apart(rows: list[Spec], near: float) -> Iterator[Spec]:
    """One stroke for all units that would stand in one place; it names some of them, and tells how many they are."""
    places: dict[tuple[str, int], list[Spec]] = {}
    for row in rows:
        if row["partial"]:
            places.setdefault((row["category"], round(row["value"] / near) if near else 0), []).append(row)
    for alike in places.values():
        told = [row["shown"] for row in alike[:_MOST_TOLD]] + ([f"… ({len(alike)})"] if len(alike) > _MOST_TOLD else [])
        yield alike[0] | {"shown": "; ".join(told)}
    yield from (row for row in rows if not row["partial"])


def _dodge(rows: list[Spec], near: float) -> None:
    """Move dots that would lie on each other up and down within their row."""
    clusters: list[list[Spec]] = []
    for row in sorted(rows, key=lambda row: (str(row["category"]), float(row["value"]))):
        last = clusters[-1][-1] if clusters else None
        if last and last["category"] == row["category"] and row["value"] - last["value"] < near:
            clusters[-1].append(row)
        else:
            clusters.append([row])
    for cluster in clusters:
        for place, row in enumerate(cluster if len(cluster) > 1 else []):
            row["dodge"] = round((place - (len(cluster) - 1) / 2) * _DODGE, 1)


def _told_rows(data: ChartData, categories: Mapping[str, str]) -> list[Spec]:
    """The text below each row: of a whole the figures of its parts, each behind its square, else what is told of the row."""
    rows: list[Spec] = []
    for period in data.periods:
        if data.kind == "whole":
            rows += _figures_of_parts(data, period, categories[period])
            continue
        lines = wrapped(data.told[data.periods.index(period)], PHONE).split("\n") if data.told else []
        rows += [
            {"category": categories[period], "label": line, "text_dx": 0, "dy": _below(number)}
            for number, line in enumerate(lines)
        ]
    return rows


def _figures_of_parts(data: ChartData, period: str, category: str) -> list[Spec]:
    rows: list[Spec] = []
    across, line = 0.0, 0
    for series in data.series:
        for point in series.points:
            if point.period != period:
                continue
            width = _SIGN_SPACE + text_width(point.brief)
            if across and across + width > PHONE:
                across, line = 0.0, line + 1
            rows.append(
                {
                    "series": series.name,
                    "category": category,
                    "label": point.brief,
                    "dx": round(across, 1),
                    "text_dx": round(across + _SIGN_SPACE, 1),
                    "dy": _below(line),
                }
            )
            across += width + _BETWEEN
    return rows


def _below(line: int) -> float:
    """The middle of a line of text, in pixels below its bar."""
    return 8 + FONT_SIZE / 2 + line * LINE_HEIGHT


def place_rows(spec: Spec, categories: list[str]) -> int:
    """Give names, marks and text of every row their room; the height of all rows."""
    above = LINE_HEIGHT * (1 + max(category.count("\n") for category in categories))
    deepest = max((row["dy"] for row in spec["datasets"].get("told", [])), default=0.0)
    below = (deepest + FONT_SIZE / 2 if deepest else 0) + _GAP
    height = above + BAR + below
    padding = (above + below) / height
    for layer in spec["layer"]:
        rows = layer["encoding"].get("y", {})
        if rows.get("field") == "category":
            # All that is not bar is split: names above the first, text below the last.
            rows["scale"] |= {
                "paddingInner": padding,
                "paddingOuter": padding / 2,
                "align": round(above / (above + below), 4),
            }
    return round(len(categories) * height)
