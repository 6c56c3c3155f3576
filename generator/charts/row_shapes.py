"""The shapes of charts whose rows lie below each other: parts of wholes, results beside plans, a unit among its peers. Made with Altair.

A row has its name above, its marks, and below them a line of text: names and figures keep a phone's whole width.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.charts import channels
from generator.charts.page_font import LINE_HEIGHT

if TYPE_CHECKING:
    import altair as alt

SIGN = 11
"""Side of the square that leads a figure below a bar to its part."""
_MEDIAN = 22
"""The length of the mark of a median: a little more than a bar (``shapes.BAR``), so that it stands out and keeps clear of the texts above and below."""
_BELOW = "bandwidth('y') / 2 + datum.dy"
"""From the middle of a row to the text below its bar, which a saved picture draws thicker."""


def whole() -> alt.LayerChart:
    """Bars cut into parts, each of the full width, with the figure of every part below."""
    import altair as alt

    points = alt.Chart(alt.NamedData(name="points"))
    bars = points.mark_bar(strokeWidth=1.5).encode(
        y=channels.units(),
        x=alt.X("start:Q", scale=alt.Scale(domain=[0, 100], nice=False), axis=None),
        x2=alt.X2("end"),
        fill=channels.series("fill"),
        stroke=channels.series("stroke"),
        tooltip=channels.tooltip(),
    )
    signs = (
        alt.Chart(alt.NamedData(name="told"))
        .mark_point(
            shape="square",
            size=SIGN * SIGN,
            strokeWidth=1.5,
            opacity=1,
            xOffset=alt.ExprRef(f"datum.dx + {SIGN / 2}"),
            yOffset=alt.ExprRef(_BELOW),
        )
        .encode(y=channels.units(), x=alt.value(0), fill=channels.series("fill"), stroke=channels.series("stroke"))
    )
    return alt.LayerChart(
        layer=[
            bars.properties(name="whole"),
            signs.properties(name="sign"),
            _told().properties(name="told"),
            names().properties(name="unit"),
        ]
    )


def rows() -> alt.LayerChart:
    """Bars of what was reached, with a mark across each for what was to be reached."""
    import altair as alt

    points = alt.Chart(alt.NamedData(name="points"))
    bars = points.mark_bar(strokeWidth=1.5).encode(
        y=channels.units(),
        x=channels.values("x"),
        fill=channels.series("fill"),
        stroke=channels.series("stroke"),
        tooltip=channels.tooltip(),
    )
    marks = (
        alt.Chart(alt.NamedData(name="targets"))
        .mark_rule(strokeWidth=3, strokeCap="butt")
        .encode(x=channels.values("x"), y=channels.units(band=0), y2=alt.Y2("category", bandPosition=1))
    )
    return alt.LayerChart(
        layer=[
            bars.properties(name="whole"),
            marks.properties(name="target"),
            _told().properties(name="told"),
            names().properties(name="unit"),
        ]
    )


def peers() -> alt.LayerChart:
    """Dots on a line for each row: the unit filled, the others hollow; a band for the middle half, a mark for the median."""
    import altair as alt

    points = alt.Chart(alt.NamedData(name="points"))
    place = {"x": channels.values("x"), "y": channels.units()}
    lines = (
        alt.Chart(alt.NamedData(name="units"))
        .mark_rule(opacity=0.25)
        .encode(y=channels.units(), x=alt.value(0), x2=alt.value("width"))
    )
    medians = (
        alt.Chart(alt.NamedData(name="medians"))
        .mark_tick(orient="vertical", thickness=2.5, size=_MEDIAN, color="currentColor", opacity=1)
        .encode(x=channels.values("x", field="middle"), y=channels.units())
    )
    paint = {"fill": channels.series("fill"), "stroke": channels.series("stroke")}
    dots: dict[str, Any] = {
        "shape": "circle",
        "opacity": 1,
        "strokeWidth": 2,
        "yOffset": alt.ExprRef("datum.dodge || 0"),
    }
    others = (
        points.mark_point(size=70, **dots)
        .transform_filter("datum.partial")
        .encode(**place, **paint, tooltip=channels.tooltip())
    )
    own = (
        points.mark_point(size=130, **dots)
        .transform_filter("!datum.partial")
        .encode(**place, **paint, tooltip=channels.tooltip())
    )
    return alt.LayerChart(
        layer=[
            _bands().properties(name="band"),
            lines.properties(name="row"),
            others.properties(name="partial"),
            own.properties(name="whole"),
            medians.properties(name="median"),
            _told().properties(name="told"),
            names().properties(name="unit"),
        ]
    )


def strip() -> alt.LayerChart:
    """Strokes on a line for each row, where there are too many units for dots; one unit as a dot, a band for the middle half, a mark for the median."""
    import altair as alt

    points = alt.Chart(alt.NamedData(name="points"))
    place = {"x": channels.values("x"), "y": channels.units()}
    strokes = (
        points.mark_tick(orient="vertical", thickness=1.2, size=16, opacity=0.75)
        .transform_filter("datum.partial")
        .encode(**place, stroke=channels.series("stroke"), fill=channels.series("fill"), tooltip=channels.tooltip())
    )
    medians = (
        alt.Chart(alt.NamedData(name="medians"))
        .mark_tick(orient="vertical", thickness=2.5, size=_MEDIAN, color="currentColor", opacity=1)
        .encode(x=channels.values("x", field="middle"), y=channels.units())
    )
    marked = (
        points.mark_point(size=130, shape="circle", opacity=1, strokeWidth=2)
        .transform_filter("!datum.partial")
        .encode(**place, fill=channels.series("fill"), stroke=channels.series("stroke"), tooltip=channels.tooltip())
    )
    return alt.LayerChart(
        layer=[
            _bands().properties(name="band"),
            strokes.properties(name="stroke"),
            medians.properties(name="median"),
            marked.properties(name="whole"),
            _told().properties(name="told"),
            names().properties(name="unit"),
        ]
    )


def names() -> alt.Chart:
    """The names of rows, above their marks."""
    import altair as alt

    chart: alt.Chart = (
        alt.Chart(alt.NamedData(name="units"))
        .mark_text(
            align="left", baseline="bottom", dy=alt.ExprRef("datum.lift"), lineBreak="\n", lineHeight=LINE_HEIGHT
        )
        .encode(y=channels.units(band=0), x=alt.value(0), text=alt.Text("category:N"))
    )
    return chart


def _told() -> alt.Chart:
    """The text below the marks of a row, where ``rows.py`` put it."""
    import altair as alt

    chart: alt.Chart = (
        alt.Chart(alt.NamedData(name="told"))
        .mark_text(align="left", baseline="middle", dx=alt.ExprRef("datum.text_dx"), dy=alt.ExprRef(_BELOW))
        .encode(y=channels.units(), x=alt.value(0), text=alt.Text("label:N"))
    )
    return chart


def _bands() -> alt.Chart:
    """Of each row, from where to where the middle half of the units lies."""
    import altair as alt

    bands: alt.Chart = (
        alt.Chart(alt.NamedData(name="bands"))
        .mark_bar(fill="currentColor", fillOpacity=0.14)
        .encode(x=channels.values("x", field="low"), x2=alt.X2("high"), y=channels.units())
    )
    return bands
