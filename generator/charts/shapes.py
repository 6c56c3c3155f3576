"""The shape of each kind of chart, made with Altair: everything that does not depend on what one chart shows.

A shape is built and validated once and kept as a Vega-Lite dictionary; ``spec.py`` fills in the data, categories and words
of each chart. That takes 0.2 ms where building a chart with Altair takes 20, and it lets a build whose shapes are cached do
without importing Altair at all (1.2 s). Layers have names: ``spec.py`` finds them by it, and Vega turns them into classes
(``partial_marks``) that ``charts.css`` and ``svg.py`` know.

Marks, text and axes are drawn in ``currentColor`` or in colours of ``palette.py``, on no background, so that one picture
fits the light and the dark scheme.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from generator.charts import channels, row_shapes, tile_shape
from generator.charts.page_font import FONT_NAME, FONT_SIZE, LINE_HEIGHT

if TYPE_CHECKING:
    import altair as alt

    from generator.charts.model import ChartKind

Spec = dict[str, Any]
"""A Vega-Lite specification (or a part of one) as plain JSON values."""

WIDTH: Final = 400
"""Width of a picture in its own pixels, legends and labels included. Scaled to a phone of 360 px, text still has 11 px."""
HEIGHT: Final = 250
"""Height of a line or bar chart without its legend. A ranking grows with the number of its bars."""
FONT: Final = f"{FONT_NAME}, Liberation Sans, Arial, Helvetica, sans-serif"
"""Text is measured in the font of the pages, on every machine. vl-convert carries Liberation Sans for letters that it lacks."""
BAR: Final = 18
"""Height of a bar in a ranking."""
BAR_GAP: Final = 10
"""Below a bar in a ranking, before the next name."""
LEGEND_OFFSET: Final = 34
"""Between a legend and the plot: room for the title of the value axis or the label of a ranking's threshold."""
RANKING_LEGEND_OFFSET: Final = 10
"""The same in a ranking without a threshold, whose value axis is below."""
HOVER_LAYER: Final = "hover"
"""Invisible marks that are easier to point at. Only the interactive chart needs them."""

ROUGH_SIGNS: Final = {"above": "triangle-up", "below": "triangle-down", "around": "diamond"}
"""The sign of a rough figure among points points to where the figure itself lies."""

_INK: Final = "currentColor"
_WHOLE: Final = "!datum.partial && !datum.rough"
_PARTIAL: Final = "datum.partial && !datum.rough"
_ROUGH: Final = "!!datum.rough"


def build_shapes() -> dict[ChartKind, Spec]:
    """Every shape, validated by Altair. Imports Altair, so call it only when no cache has the answer."""
    shapes: dict[ChartKind, Spec] = {}
    layered: dict[ChartKind, alt.LayerChart] = {
        "line": _line(),
        "bars": _bars(),
        "ranking": _ranking(),
        "whole": row_shapes.whole(),
        "rows": row_shapes.rows(),
        "peers": row_shapes.peers(),
        "strip": row_shapes.strip(),
        "tiles": tile_shape.tiles(),
    }
    for kind, layers in layered.items():
        chart = layers.configure(**_config()).properties(
            width=WIDTH, height=HEIGHT, autosize={"type": "fit", "contains": "padding"}, padding=4
        )
        # A trip through JSON leaves plain values, the same as what a cache gives back.
        shapes[kind] = json.loads(json.dumps(chart.to_dict()))
    return shapes


def _config() -> Spec:
    text = {
        "labelFontSize": FONT_SIZE,
        "labelColor": _INK,
        "titleFontSize": FONT_SIZE,
        "titleColor": _INK,
        "titleFontWeight": "normal",
    }
    return {
        "background": "transparent",
        "font": FONT,
        # The figure around the picture carries the text alternative; a label a mark would only weigh.
        "aria": False,
        "view": {"stroke": None},
        "axis": {
            **text,
            "labelPadding": 5,
            # Whether a label is too long takes measuring it again; periods and numbers never are.
            "labelLimit": 0,
            "gridColor": _INK,
            "gridOpacity": 0.16,
            "domainColor": _INK,
            "domainOpacity": 0.6,
            "tickColor": _INK,
            "tickOpacity": 0.6,
        },
        "legend": {
            **text,
            "orient": "top",
            "direction": "horizontal",
            "title": None,
            "labelLimit": 0,
            "symbolSize": 110,
            "columnPadding": 16,
            "rowPadding": 3,
            "offset": LEGEND_OFFSET,
        },
        "text": {"color": _INK, "fontSize": FONT_SIZE},
        "rule": {"color": _INK},
    }


def _line() -> alt.LayerChart:
    import altair as alt

    points = alt.Chart(alt.NamedData(name="points"))
    place = {"x": channels.periods(padding=0), "y": channels.values("y")}
    series = {"color": channels.series("color"), "shape": channels.series("shape")}
    lines = points.mark_line(strokeWidth=2.5, strokeJoin="round").encode(
        **place, color=channels.series("color"), strokeDash=channels.series("strokeDash"), detail=alt.Detail("run:N")
    )
    dots = points.mark_point(filled=True, size=60, opacity=1).transform_filter(_WHOLE).encode(**place, **series)
    hollow = (
        points.mark_point(filled=False, size=60, opacity=1, strokeWidth=2)
        .transform_filter(_PARTIAL)
        .encode(**place, **series)
    )
    rough = (
        points.mark_point(filled=False, size=110, opacity=1, strokeWidth=2, shape=alt.ExprRef("datum.rough"))
        .transform_filter(_ROUGH)
        .encode(**place, color=channels.series("color"))
    )
    hover = points.mark_point(filled=True, size=700, opacity=0).encode(**place, tooltip=channels.tooltip())
    for marks in (dots, hollow, rough, hover):
        marks.mark.xOffset = alt.ExprRef("datum.dodge || 0")
    ends = (
        alt.Chart(alt.NamedData(name="ends"))
        .mark_text(
            align=alt.ExprRef("datum.align"), baseline="middle", dx=alt.ExprRef("datum.dx"), dy=alt.ExprRef("datum.dy")
        )
        .encode(x=channels.periods(padding=0), y=channels.values("y", field="label_at"), text=alt.Text("label:N"))
    )
    breaks = (
        alt.Chart(alt.NamedData(name="breaks"))
        .mark_rule(strokeDash=[2, 4], strokeOpacity=0.6)
        .encode(x=channels.periods(padding=0, band=0))
    )
    return alt.LayerChart(
        layer=[
            *_thresholds("y"),
            breaks.properties(name="break"),
            lines.properties(name="line"),
            dots.properties(name="whole"),
            hollow.properties(name="partial"),
            rough.properties(name="rough"),
            _doubts({"x": channels.periods(padding=0)}).properties(name="doubt"),
            hover.properties(name=HOVER_LAYER),
            *_targets(),
            ends.properties(name="end"),
        ]
    )


def _bars() -> alt.LayerChart:
    import altair as alt

    points = alt.Chart(alt.NamedData(name="points"))
    place = {"x": channels.periods(padding=0.18), "xOffset": channels.series("xOffset")}
    gaps = (
        alt.Chart(alt.NamedData(name="gaps"))
        .mark_text(text="–", dy=-2, baseline="bottom", opacity=0.7)
        .encode(**place, y=channels.values("y"), tooltip=channels.tooltip())
    )
    labels = (
        alt.Chart(alt.NamedData(name="labels"))
        .mark_text(dy=-4, baseline="bottom")
        .encode(**place, y=channels.values("y"), text=alt.Text("label:N"))
    )
    return alt.LayerChart(
        layer=[
            _whole_bars(points, place, "y").properties(name="whole"),
            _partial_bars(points, place, "y").properties(name="partial"),
            _rough_bars(points, place, "y").properties(name="rough"),
            gaps.properties(name="gap"),
            _doubts(place).properties(name="doubt"),
            *_thresholds("y"),
            *_targets(),
            labels.properties(name="label"),
        ]
    )


def _ranking() -> alt.LayerChart:
    import altair as alt

    points = alt.Chart(alt.NamedData(name="points"))
    units = channels.units()
    # Names stand above their bars: beside them they would leave a phone no room for bars.
    names = (
        alt.Chart(alt.NamedData(name="units"))
        .mark_text(
            align="left",
            baseline="bottom",
            dy=alt.ExprRef("datum.lift"),
            lineBreak="\n",
            lineHeight=LINE_HEIGHT,
        )
        .encode(y=channels.units(band=0), x=alt.value(0), text=alt.Text("category:N"))
    )
    # Figures stand in a column of their own, where no threshold crosses them.
    shown = points.mark_text(align="left", baseline="middle", dx=9).encode(
        y=units, x=alt.value("width"), text=alt.Text("brief:N")
    )
    gaps = (
        alt.Chart(alt.NamedData(name="gaps"))
        .mark_text(align="left", baseline="middle", dx=5, opacity=0.8)
        .encode(y=units, x=channels.values("x"), text=alt.Text("shown:N"))
    )
    return alt.LayerChart(
        layer=[
            _whole_bars(points, {"y": units}, "x").properties(name="whole"),
            _partial_bars(points, {"y": units}, "x").properties(name="partial"),
            _rough_bars(points, {"y": units}, "x").properties(name="rough"),
            *_thresholds("x"),
            names.properties(name="unit"),
            shown.properties(name="shown"),
            gaps.properties(name="gap"),
        ]
    )


def _whole_bars(points: alt.Chart, place: Spec, measured: str) -> alt.Chart:
    bars: alt.Chart = (
        points.mark_bar(strokeWidth=1.5)
        .transform_filter(_WHOLE)
        .encode(
            **place,
            **{measured: channels.values(measured)},
            fill=channels.series("fill"),
            stroke=channels.series("stroke"),
            tooltip=channels.tooltip(),
        )
    )
    return bars


def _doubts(place: Spec) -> alt.Chart:
    """Where figures in doubt would stand: their sign and the figure, no mark of a series."""
    import altair as alt

    chart: alt.Chart = (
        alt.Chart(alt.NamedData(name="doubts"))
        .mark_text(
            baseline="middle",
            fontWeight="bold",
            dy=alt.ExprRef("datum.lift"),
            lineBreak="\n",
            lineHeight=LINE_HEIGHT,
        )
        .encode(**place, y=channels.values("y"), text=alt.Text("label:N"), tooltip=channels.tooltip())
    )
    return chart


def _partial_bars(points: alt.Chart, place: Spec, measured: str) -> alt.Chart:
    return _outlined_bars(points, place, measured, shown=_PARTIAL, dash=[4, 3])


def _rough_bars(points: alt.Chart, place: Spec, measured: str) -> alt.Chart:
    # Dots, not dashes: a rough figure has no edge that could be read off.
    return _outlined_bars(points, place, measured, shown=_ROUGH, dash=[1, 3])


def _outlined_bars(points: alt.Chart, place: Spec, measured: str, *, shown: str, dash: list[float]) -> alt.Chart:
    # Filled with nothing it would not answer to a pointer; filled with almost nothing it does.
    bars: alt.Chart = (
        points.mark_bar(strokeWidth=1.5, strokeDash=dash, fillOpacity=0.06)
        .transform_filter(shown)
        .encode(
            **place,
            **{measured: channels.values(measured)},
            fill=channels.series("fill"),
            stroke=channels.series("stroke"),
            tooltip=channels.tooltip(),
        )
    )
    return bars


def _thresholds(measured: str) -> tuple[alt.Chart, alt.Chart]:
    import altair as alt

    thresholds = alt.Chart(alt.NamedData(name="thresholds"))
    rule = thresholds.mark_rule(strokeDash=[6, 4], strokeWidth=1.5, opacity=0.75)
    if measured == "y":
        text = thresholds.mark_text(align="left", baseline="bottom", dx=3, dy=-4, lineBreak="\n").encode(x=alt.value(0))
    else:
        text = thresholds.mark_text(align="center", baseline="bottom", dy=-4).encode(y=alt.value(0))
    value = {measured: channels.values(measured)}
    return (
        rule.encode(**value).properties(name="threshold"),
        text.encode(**value, text=alt.Text("label:N")).properties(name="threshold_label"),
    )


def _targets() -> tuple[alt.Chart, alt.Chart]:
    """A short line across the one period that a target was set for, and its label above."""
    import altair as alt

    targets = alt.Chart(alt.NamedData(name="targets"))
    span = {
        "x": channels.periods(padding=0, band=0.08),
        "x2": alt.X2("category", bandPosition=0.92),
        "y": channels.values("y"),
    }
    rule = targets.mark_rule(strokeWidth=3, strokeCap="butt").encode(**span)
    text = targets.mark_text(baseline="middle", dy=alt.ExprRef("datum.lift")).encode(
        x=channels.periods(padding=0), y=channels.values("y"), text=alt.Text("label:N")
    )
    return rule.properties(name="target"), text.properties(name="target_label")
