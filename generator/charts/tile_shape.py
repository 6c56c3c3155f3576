"""The shape of a map of tiles: a square for each province, its class as depth of colour, its name and figure on it. Made with Altair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.charts import channels
from generator.charts.page_font import LINE_HEIGHT

if TYPE_CHECKING:
    import altair as alt

CLASSES: Final = ("1", "2", "3", "4")
"""Quarters of the provinces by their figure, from the lowest; what has none is of no class."""
DEPTHS: Final = (0, 0.1, 0.24, 0.38, 0.52)
"""How deep the colour of no figure is, and of each class: a name keeps its contrast on the deepest, in both schemes."""


def tiles() -> alt.LayerChart:
    """Tiles by column and row. Depth of one colour tells the class: the name on a tile keeps its contrast in both schemes."""
    import altair as alt

    scale = alt.Scale(domain=[], paddingInner=0.06, paddingOuter=0.03, type="band")
    column = alt.X("column:O", axis=None, sort=None, scale=scale)
    row = alt.Y("row:O", axis=None, sort=None, scale=scale)
    places = alt.Chart(alt.NamedData(name="points"))
    # An opacity of a scale would be spread evenly between the first two, whatever the scale says.
    squares = places.mark_rect(strokeWidth=1.5, strokeOpacity=0.9, fillOpacity=alt.ExprRef("datum.depth")).encode(
        x=column, y=row, tooltip=channels.tooltip()
    )
    labels = places.mark_text(
        align="center", baseline="middle", lineBreak="\n", lineHeight=LINE_HEIGHT - 2, dy=alt.ExprRef("datum.lift")
    ).encode(x=column, y=row, text=alt.Text("label:N"))
    return alt.LayerChart(layer=[squares.properties(name="tile"), labels.properties(name="tile_label")])
