"""One chart's Vega-Lite specification: the shape of its kind, filled with its data, categories and words.

In: ``ChartData`` and the shapes of ``shapes.py``. Out: a dictionary that both vl-convert and Vega in the browser draw.
Pure; does not import Altair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import pairwise

from generator.charts import number_format, palette
from generator.charts.axis import AxisRange, axis_range
from generator.charts.ends import COINCIDING, end_labels, labels_at_ends
from generator.charts.labels import (
    LABEL_GAP,
    bar_labels,
    period_labels,
    period_step,
    place_threshold_labels,
    shown_periods,
    target_rows,
    unit_labels,
    uses_brief_periods,
)
from generator.charts.model import ChartData, ChartKind, ChartPoint
from generator.charts.page_font import LINE_HEIGHT, text_width, widest_line
from generator.charts.rows import is_of_rows, place_rows, row_datasets
from generator.charts.shapes import BAR, BAR_GAP, HEIGHT, LEGEND_OFFSET, RANKING_LEGEND_OFFSET, ROUGH_SIGNS, WIDTH, Spec
from generator.charts.tiles import place_tiles

_LEAST_SHARE = 0.2
"""Of the range of a measure with a highest value, a line chart shows at least so much."""
_END_MARGIN = 10
_ROWS_LEGEND_OFFSET = 18
_DODGE = 11
"""Between the middles of points that would lie on each other, in pixels: they touch."""
_RANKING_AXIS = 54
"""The axis below a ranking with its title."""
_LEGEND_SIGN = 40
"""What the sign of a series and the space after its name take."""
_LEGEND_WIDTH = WIDTH - 50
"""What a legend may take, in pixels of the picture. ``charts.js`` makes fewer columns where there is less room."""

_SERIES_RANGES: dict[str, tuple[object, ...]] = {
    "color": palette.COLOURS,
    "fill": palette.BAR_FILLS,
    "stroke": palette.COLOURS,
    "shape": palette.SHAPES,
    "strokeDash": palette.DASHES,
}


def chart_spec(data: ChartData, shapes: Mapping[ChartKind, Spec]) -> Spec:
    """The specification of a chart. Raises ``ValueError`` if the chart has no values."""
    spec = deepcopy(shapes[data.kind])
    axis = value_axis(data)
    if data.kind == "tiles":
        return place_tiles(spec, data)
    of_rows = is_of_rows(data)
    categories = unit_labels(data) if data.kind == "ranking" or of_rows else period_labels(data, axis)
    direct = data.kind == "line" and labels_at_ends(data)
    spec["description"] = data.title
    spec["datasets"] = (
        row_datasets(data, categories, axis) if of_rows else _datasets(data, categories, axis, direct=direct)
    )
    # Vega complains of layers without data, and they only weigh.
    spec["layer"] = [layer for layer in spec["layer"] if spec["datasets"].get(layer["data"]["name"])]
    needless = set() if of_rows else _needless_layers(data)
    spec["layer"] = [layer for layer in spec["layer"] if layer["name"] not in needless]
    for layer in spec["layer"]:
        for channel, encoding in layer["encoding"].items():
            _fill(channel, encoding, data, list(categories.values()), axis)
    if data.kind == "ranking":
        _leave_room_for_names(spec, list(categories.values()))
    height = place_rows(spec, list(categories.values())) if of_rows else _height(data, list(categories.values()))
    rows = _place_legend(spec, data, needed=len(data.series) > 1 and not direct)
    if of_rows and data.kind != "whole":
        height += _RANKING_AXIS
    spec["height"] = height + (rows * LINE_HEIGHT + _legend_offset(data) if rows else 0)
    if "labels" in spec["datasets"]:
        _lift_axis_title(spec)
    if direct:
        # Vega makes room for a label as if it began at the very edge of the plot; half a band of periods is missing then.
        spec["padding"] = {"left": 4, "top": 4, "right": 4 + _END_MARGIN, "bottom": 4}
    if data.thresholds:
        place_threshold_labels(spec, data)
    return spec


def _needless_layers(data: ChartData) -> set[str]:
    """The layers for marks that the chart has none of."""
    points = [point for series in data.series for point in series.points]
    return {
        *(() if any(point.partial for point in points) else ("partial",)),
        *(() if data.rough_periods else ("rough",)),
    }


def _leave_room_for_names(spec: Spec, categories: list[str]) -> None:
    """Bars as high as they are to be; what is left of each unit's share stands above its bar."""
    padding = 1 - BAR / _unit_height(categories)
    for layer in spec["layer"]:
        units = layer["encoding"].get("y", {})
        if units.get("field") == "category":
            units["scale"] |= {"paddingInner": padding, "paddingOuter": padding / 2}


def _unit_height(categories: list[str]) -> int:
    """What one unit takes of a ranking: its name in lines, its bar, and the space below."""
    return BAR + BAR_GAP + LINE_HEIGHT * (1 + max(category.count("\n") for category in categories))


def value_axis(data: ChartData) -> AxisRange:
    """Where the value axis begins and ends. Raises ``ValueError`` if the chart has no values that are not in doubt."""
    values = [point.plain for series in data.series for point in series.points if point.plain is not None]
    if not values:
        raise ValueError(f"chart “{data.title}” has no values")
    return axis_range(
        [*values, *(line.value for line in data.thresholds), *(target.value for target in data.targets)],
        # A count that falls from 21 to 20 must not look as if everything was lost.
        from_zero=data.kind not in ("line", "peers", "strip", "tiles") or data.integer,
        integer=data.integer,
        lower=data.lower,
        upper=data.upper,
        least_span=_LEAST_SHARE * data.upper if data.upper is not None else 0,
    )


def _datasets(
    data: ChartData, categories: Mapping[str, str], axis: AxisRange, *, direct: bool
) -> dict[str, list[Spec]]:
    # Beside bars the label stands outside the plot, where width is dear.
    between = "\n" if data.kind == "bars" else " "
    datasets = {
        "points": _dodged(list(_point_rows(data, categories)), axis)
        if data.kind == "line"
        else list(_point_rows(data, categories)),
        "doubts": _doubt_rows(data, categories, axis),
        "thresholds": [
            {"label": f"{line.label}{between}{line.shown}", "value": line.value} for line in data.thresholds
        ],
    }
    if data.kind == "line":
        datasets["breaks"] = [{"category": categories[period]} for period in breaks(data)]
        datasets["ends"] = end_labels(data, categories, axis) if direct else []
    else:
        datasets["gaps"] = _gap_rows(data, categories)
    if data.kind != "ranking":
        datasets["targets"] = target_rows(data, categories, period_step(data, axis))
    if data.kind == "bars":
        datasets["labels"] = bar_labels(data, categories, period_step(data, axis))
    if data.kind == "ranking":
        datasets["units"] = [
            {"category": name, "lift": -name.count("\n") * LINE_HEIGHT - 3} for name in categories.values()
        ]
    return {name: rows for name, rows in datasets.items() if rows}


def _point_rows(data: ChartData, categories: Mapping[str, str]) -> Iterator[Spec]:
    """The points that have a value; ``run`` numbers the stretches that a line may join."""
    run = 0
    for series in data.series:
        position = {point.period: point for point in series.points}
        before: ChartPoint | None = None
        for period in data.periods:
            point = position.get(period)
            if point is None or point.value is None or point.sign:
                before = None
                continue
            if before is None or before.segment != point.segment or point.rough:
                run += 1
            before = None if point.rough else point
            yield {
                "series": series.name,
                "period": period,
                "category": categories[period],
                "value": point.value,
                "shown": point.shown,
                "partial": point.partial,
                **({"rough": ROUGH_SIGNS[point.rough]} if point.rough else {}),
                **({"brief": point.brief or point.shown} if data.kind == "ranking" else {}),
                "run": run,
            }


def _dodged(rows: list[Spec], axis: AxisRange) -> list[Spec]:
    """The points, those at one place moved beside each other, so that all are seen."""
    near = COINCIDING * (axis.high - axis.low)
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
    return rows


def _doubt_rows(data: ChartData, categories: Mapping[str, str], axis: AxisRange) -> list[Spec]:
    """What stands for figures in doubt: their sign, with the figure where there is room; those off the axis at its end."""
    found = [(series, point) for series in data.series for point in series.points if point.sign]
    step = period_step(data, axis) / (len(data.series) if data.kind == "bars" else 1)
    rows = []
    for series, point in found:
        value = point.value or 0.0
        place = axis.low if data.kind != "line" else min(max(value, axis.low), axis.high)
        brief = point.brief or point.shown
        lines = [f"{point.sign} {brief}", f"{point.sign}\n{brief}", point.sign]
        label = next((each for each in lines if widest_line(each) + LABEL_GAP <= step), point.sign)
        lines_above = label.count("\n")
        inside = axis.low < place < axis.high
        lift = 0.0 if inside else (-1 if place <= axis.low else 1) * (LINE_HEIGHT * 0.7)
        rows.append(
            {
                "series": series.name,
                "period": point.period,
                "category": categories[point.period],
                "value": place,
                "shown": f"{point.sign} {point.shown}",
                "label": label,
                "lift": round(
                    lift - (lines_above * LINE_HEIGHT if place <= axis.low else lines_above * LINE_HEIGHT / 2)
                ),
            }
        )
    return rows


def _lift_axis_title(spec: Spec) -> None:
    """Make room between the title of the value axis and a value on the first, highest bar."""
    for layer in spec["layer"]:
        axis = layer["encoding"].get("y", {}).get("axis")
        if axis:
            axis["titleY"] -= LINE_HEIGHT


def is_cut(axis: AxisRange) -> bool:
    """Whether nought, from which bars are measured, lies off the axis."""
    return axis.low > 0 or axis.high < 0


def breaks(data: ChartData) -> tuple[str, ...]:
    """The periods before which figures stop being comparable, in order. A partial point is no such break."""
    found = set()
    for series in data.series:
        whole = [point for point in series.points if point.plain is not None and not point.partial]
        found |= {after.period for before, after in pairwise(whole) if before.segment != after.segment}
    return tuple(period for period in data.periods if period in found)


def has_brief_periods(data: ChartData) -> bool:
    """Whether bars lie so close that parts of a year stand below them in one letter, which needs a key."""
    parts = any(not label.endswith("\n") and "\n" in label for label in data.brief_periods)
    return (
        data.kind == "bars"
        and parts
        and data.has_values
        and uses_brief_periods(data, period_step(data, value_axis(data)))
    )


def gaps(data: ChartData) -> tuple[str, ...]:
    """The categories without a figure in at least one series, in order."""
    known = [{point.period for point in series.points if point.value is not None} for series in data.series]
    if data.kind in ("ranking", "tiles"):
        known = [set().union(*known)]
    return tuple(period for period in data.periods if any(period not in periods for periods in known))


def _gap_rows(data: ChartData, categories: Mapping[str, str]) -> list[Spec]:
    """What stands where a bar would, if there were a figure. (In a ranking a unit is in one series only.)"""
    rows = []
    for series in data.series:
        position = {point.period: point for point in series.points}
        for period in data.periods:
            point = position.get(period)
            if data.kind == "ranking" and point is None:
                continue
            in_doubt = point is not None and bool(point.sign) and data.kind == "ranking"
            if point is None or point.value is None or in_doubt:
                shown = f"{point.sign} {point.shown}".strip() if point else "–"
                rows.append(
                    {
                        "series": series.name,
                        "period": period,
                        "category": categories[period],
                        "value": 0,
                        "shown": shown,
                        **({"brief": shown} if data.kind == "ranking" else {}),
                    }
                )
    return rows


def _fill(channel: str, encoding: Spec | list[Spec], data: ChartData, categories: list[str], axis: AxisRange) -> None:
    """Give one channel of one layer what depends on the chart: domain, ticks, format, title."""
    if isinstance(encoding, list):
        titles = {"series": data.labels.series, "period": data.labels.period, "shown": data.labels.value}
        for line in encoding:
            line["title"] = titles[line["field"]]
    elif channel == "xOffset":
        encoding["scale"]["domain"] = [series.name for series in data.series]
    elif channel in _SERIES_RANGES:
        encoding["scale"]["domain"] = [series.name for series in data.series]
        signs = palette.cycled(_SERIES_RANGES[channel], len(data.series))
        if data.kind in ("peers", "strip") and channel == "fill":
            signs = [palette.COLOURS[0], *("transparent" for _ in data.series[1:])]
        if data.kind == "strip" and channel == "stroke":
            signs = [*(palette.COLOURS[0] for _ in data.series[1:]), "currentColor"]
        encoding["scale"]["range"] = [list(sign) if isinstance(sign, tuple) else sign for sign in signs]
    elif channel in ("x", "y") and encoding.get("field") == "category":
        encoding["scale"]["domain"] = categories
        if encoding.get("axis"):
            encoding["axis"]["labelExpr"] = shown_periods(categories, bars=data.kind == "bars")
            # Below a ground line, nobody looks for anything: an axis that starts elsewhere than at nought has none.
            encoding["axis"]["domain"] = not is_cut(axis)
    elif encoding.get("type") == "quantitative" and encoding.get("axis"):
        encoding["scale"]["domain"] = [axis.low, axis.high]
        encoding["axis"]["values"] = list(axis.ticks)
        encoding["axis"]["format"] = number_format.axis_format(axis.decimals)
        encoding["axis"]["title"] = data.measure


def _place_legend(spec: Spec, data: ChartData, *, needed: bool) -> int:
    """Keep or drop the legend; the number of its rows."""
    longest = max(text_width(series.name) for series in data.series) + _LEGEND_SIGN
    columns = min(len(data.series), max(1, int(_LEGEND_WIDTH / longest)))
    # Bars keep their outline in the legend. Signs of points must not get that of their line, with its dashes.
    outline = 0 if data.kind == "line" else 1.5
    legend = {"columns": columns, "symbolStrokeWidth": outline, "offset": _legend_offset(data)}
    for layer in spec["layer"]:
        for channel, encoding in layer["encoding"].items():
            if channel in _SERIES_RANGES:
                encoding["legend"] = legend if needed else None
    return -(-len(data.series) // columns) if needed else 0


def _legend_offset(data: ChartData) -> int:
    if is_of_rows(data):
        return _ROWS_LEGEND_OFFSET
    return RANKING_LEGEND_OFFSET if data.kind == "ranking" and not data.thresholds else LEGEND_OFFSET


def _height(data: ChartData, categories: list[str]) -> int:
    """Of the plot with its axes, without a legend."""
    if data.kind != "ranking":
        return HEIGHT
    return len(categories) * _unit_height(categories) + _RANKING_AXIS + (LINE_HEIGHT if data.thresholds else 0)
