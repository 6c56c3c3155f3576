"""The specification of a map of tiles: which class each tile is of, what is written on it, and how high the map is.

In: ``ChartData`` of kind tiles. Out: the shape of ``tile_shape.py``, filled. Pure; does not import Altair.
"""

from __future__ import annotations

from bisect import bisect_right
from statistics import quantiles
from typing import Any

from generator.charts import palette
from generator.charts.model import ChartData
from generator.charts.page_font import LINE_HEIGHT
from generator.charts.tile_shape import CLASSES, DEPTHS

Spec = dict[str, Any]

_TILE = 54
"""Height of a tile: two lines of its name, and its figure."""
_AROUND = 10


def place_tiles(spec: Spec, data: ChartData) -> Spec:
    """Fill the shape with the tiles of a chart. Raises ``ValueError`` if it has none."""
    if not data.tiles:
        raise ValueError(f"chart “{data.title}” has no tiles")
    points = {point.period: point for series in data.series for point in series.points}
    values = [point.plain for point in points.values() if point.plain is not None]
    bounds = quantiles(values, n=len(CLASSES), method="inclusive") if len(values) > 1 else []
    spec["description"] = data.title
    rows = []
    for tile in data.tiles:
        point = points.get(tile.period)
        value = point.plain if point is not None else None
        brief = point.brief if point is not None and value is not None else "–"
        label = f"{tile.name}\n{brief}"
        rows.append(
            {
                "column": tile.column,
                "row": tile.row,
                "series": data.series[0].name,
                "period": tile.period,
                "value": value,
                "shown": point.shown if point is not None else "–",
                "depth": DEPTHS[_class_of(value, bounds)],
                "label": label,
                "lift": -label.count("\n") * (LINE_HEIGHT - 2) / 2,
            }
        )
    spec["datasets"] = {"points": rows}
    columns = list(range(max(tile.column for tile in data.tiles) + 1))
    lines = list(range(max(tile.row for tile in data.tiles) + 1))
    for layer in spec["layer"]:
        encoding = layer["encoding"]
        encoding["x"]["scale"]["domain"] = columns
        encoding["y"]["scale"]["domain"] = lines
        for line in encoding.get("tooltip", ()):
            line["title"] = {"series": data.labels.series, "period": data.labels.period, "shown": data.labels.value}[
                line["field"]
            ]
    squares = spec["layer"][0]
    squares["mark"] |= {"fill": palette.COLOURS[0], "stroke": palette.COLOURS[0]}
    spec["height"] = len(lines) * _TILE + _AROUND
    return spec


def _class_of(value: float | None, bounds: list[float]) -> int:
    """The number of the class of a value, 0 for none."""
    return 0 if value is None else 1 + bisect_right(bounds, value)
