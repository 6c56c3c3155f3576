"""The shape of a map of tiles: a square for each province, its class as depth of colour, its name and figure on it. Made with Altair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.charts import channels
from generator.charts.page_font import LINE_HEIGHT

if TYPE_CHECKING:
    import altair as alt

CLASSES: Final = ("1", "2", "3", "4")
"""Quarters of the provinces by their figure, from the lowest; what has none is of no class."""
OPACITIES: Final = (0.08, 0.25, 0.42, 0.6)


def tiles() -> alt.LayerChart:
    """Tiles by column and row. Depth of one colour tells the class: the name on a tile keeps its contrast in both schemes."""
    import altair as alt

    scale = alt.Scale(domain=[], paddingInner=0.06, paddingOuter=0.03, type="band")
    column = alt.X("column:O", axis=None, sort=None, scale=scale)
    row = alt.Y("row:O", axis=None, sort=None, scale=scale)
    places = alt.Chart(alt.NamedData(name="points"))
    squares = places.mark_rect(strokeWidth=1.5, strokeOpacity=0.9).encode(
        x=column,
        y=row,
        fillOpacity=alt.FillOpacity(
            "class:N", scale=alt.Scale(domain=[], range=[]), legend=alt.Legend(symbolType="square")
        ),
        tooltip=channels.tooltip(),
    )
    labels = places.mark_text(
        align="center", baseline="middle", lineBreak="\n", lineHeight=LINE_HEIGHT - 2, dy=alt.ExprRef("datum.lift")
    ).encode(x=column, y=row, text=alt.Text("label:N"))
    return alt.LayerChart(layer=[squares.properties(name="tile"), labels.properties(name="tile_label")])
