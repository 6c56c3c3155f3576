"""The channels that the shapes share: periods, values, series and tooltips, as Altair encodes them.

What depends on one chart (domains, ticks, words) is empty here; ``spec.py`` fills it in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from generator.charts import number_format

if TYPE_CHECKING:
    import altair as alt

SPLIT_LABEL: Final = "split(datum.label, '\\n')"


def periods(*, padding: float, band: float = 0.5) -> alt.X:
    """Periods from left to right. Bands also under lines: their edges are the places for breaks."""
    import altair as alt

    return alt.X(
        "category:O",
        bandPosition=band,
        scale=alt.Scale(domain=[], type="band", paddingInner=padding, paddingOuter=padding / 2),
        axis=alt.Axis(
            title=None,
            labelAngle=0,
            labelExpr=SPLIT_LABEL,
            labelOverlap=False,
            labelFlush=False,
            grid=False,
            ticks=False,
        ),
        sort=None,
    )


def units(*, band: float = 0.5) -> alt.Y:
    """Units from top to bottom, without an axis; ``band`` 0 is the upper edge of a bar. ``spec.py`` gives the padding: all that is outside
    stands before the first bar, as room for its name.
    """
    import altair as alt

    scale = alt.Scale(domain=[], type="band", align=1)
    return alt.Y("category:O", axis=None, sort=None, scale=scale, bandPosition=band)


def values(channel: str, field: str = "value") -> alt.X | alt.Y:
    """The value axis. Its title lies level above the upright axis, where it can be read and costs no width."""
    import altair as alt

    scale = alt.Scale(domain=[0, 1], zero=False, nice=False)
    if channel == "x":
        axis = alt.Axis(
            values=[],
            format=number_format.axis_format(0),
            domain=False,
            ticks=False,
            grid=False,
            title="",
            titlePadding=6,
            labelFlush=False,
        )
        return alt.X(f"{field}:Q", scale=scale, axis=axis, stack=None)
    axis = alt.Axis(
        values=[],
        format=number_format.axis_format(0),
        domain=False,
        ticks=False,
        title="",
        titleAngle=0,
        titleAnchor="end",
        titleAlign="left",
        titleBaseline="bottom",
        titleX=0,
        titleY=-9,
    )
    return alt.Y(f"{field}:Q", scale=scale, axis=axis, stack=None)


def series(channel: str) -> Any:
    """A channel that tells series apart; ``spec.py`` gives its scale the names and what stands for each."""
    import altair as alt

    classes: dict[str, Any] = {
        "color": alt.Color,
        "stroke": alt.Stroke,
        "shape": alt.Shape,
        "strokeDash": alt.StrokeDash,
        "fill": alt.Fill,
        "xOffset": alt.XOffset,
    }
    if channel == "xOffset":
        return alt.XOffset("series:N", scale=alt.Scale(domain=[]))
    return classes[channel]("series:N", scale=alt.Scale(domain=[], range=[]), legend=alt.Legend())


def tooltip() -> list[alt.Tooltip]:
    import altair as alt

    return [alt.Tooltip(f"{field}:N", title="") for field in ("series", "period", "shown")]
