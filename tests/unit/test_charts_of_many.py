"""Charts of very many units: strips with a stroke for each, and the map of tiles."""

import pytest

from generator.charts.describe import describe
from generator.charts.draw import draw
from generator.charts.model import ChartBand, ChartPoint, ChartSeries, ChartTile
from generator.charts.shapes import BAR, build_shapes
from generator.charts.spec import chart_spec
from tests.unit.chart_examples import WORDS, chart, points


@pytest.fixture(scope="module")
def shapes():
    return build_shapes()


def _layer(spec, name):
    return next(layer for layer in spec["layer"] if layer["name"] == name)


STRIP = chart(
    ChartSeries("Tốt nhất", points({"4 đơn vị": 98.0})),
    ChartSeries(
        "Cấp xã",
        tuple(
            ChartPoint("4 đơn vị", value, f"Xã {name}: {value} %", partial=True)
            for name, value in (("A", 98.0), ("B", 90.0), ("C", 90.0), ("D", 80.0), ("E", 90.0), ("G", 90.0))
        ),
    ),
    kind="strip",
    periods=("4 đơn vị",),
    told=("Tốt nhất: 98 % (Xã A) · trung vị: 90 %",),
    bands=(ChartBand("4 đơn vị", 90, 85, 94),),
)
TILES = chart(
    ChartSeries(
        "Đúng hạn", points({"Thành phố Hà Nội": 91.0, "Thành phố Đà Nẵng": 95.0, "Hoàng Sa (thuộc Đà Nẵng)": 95.0})
    ),
    kind="tiles",
    periods=("Thành phố Hà Nội", "Thành phố Đà Nẵng", "Tỉnh Cà Mau", "Hoàng Sa (thuộc Đà Nẵng)"),
    tiles=(
        ChartTile("Thành phố Hà Nội", 2, 2, "Hà Nội"),
        ChartTile("Thành phố Đà Nẵng", 4, 9, "Đà Nẵng"),
        ChartTile("Tỉnh Cà Mau", 0, 16, "Cà Mau"),
        ChartTile("Hoàng Sa (thuộc Đà Nẵng)", 6, 8, "Hoàng Sa"),
    ),
)


def test_units_at_one_place_of_a_strip_are_one_stroke_that_names_some_and_counts_all(shapes):
    rows = [row for row in chart_spec(STRIP, shapes)["datasets"]["points"] if row["partial"]]

    assert [row["value"] for row in rows] == [98.0, 90.0, 80.0]
    assert rows[1]["shown"] == "Xã B: 90.0 %; Xã C: 90.0 %; Xã E: 90.0 %; … (4)"


def test_the_unit_that_is_marked_in_a_strip_has_a_colour_and_the_others_the_ink_of_the_text(shapes):
    strokes = _layer(chart_spec(STRIP, shapes), "stroke")["encoding"]["stroke"]["scale"]

    assert strokes["domain"] == ["Tốt nhất", "Cấp xã"]
    assert strokes["range"][1] == "currentColor"
    assert strokes["range"][0] != "currentColor"


def test_the_mark_of_a_median_is_longer_than_the_strokes_and_ends_before_the_name_above_it(shapes):
    spec = chart_spec(STRIP, shapes)
    above_bar = -spec["datasets"]["units"][0]["lift"]

    assert _layer(spec, "stroke")["mark"]["size"] < _layer(spec, "median")["mark"]["size"] <= BAR + 2 * above_bar


def test_a_tile_has_its_name_its_figure_and_the_depth_of_its_quarter(shapes):
    spec = chart_spec(TILES, shapes)
    rows = {row["period"]: row for row in spec["datasets"]["points"]}

    assert rows["Tỉnh Cà Mau"]["depth"] == 0
    assert 0 < rows["Thành phố Hà Nội"]["depth"] < rows["Thành phố Đà Nẵng"]["depth"]
    assert rows["Thành phố Đà Nẵng"]["depth"] == rows["Hoàng Sa (thuộc Đà Nẵng)"]["depth"]
    assert rows["Tỉnh Cà Mau"]["label"] == "Cà Mau\n–"
    assert (rows["Hoàng Sa (thuộc Đà Nẵng)"]["column"], rows["Hoàng Sa (thuộc Đà Nẵng)"]["row"]) == (6, 8)


def test_the_text_alternative_of_tiles_names_the_highest_the_lowest_and_those_without_a_figure():
    said = describe(TILES, WORDS)

    assert "Cao nhất Thành phố Đà Nẵng" in said
    assert "thấp nhất Thành phố Hà Nội" in said
    assert "Thiếu: Tỉnh Cà Mau." in said


@pytest.mark.parametrize("data", [STRIP, TILES], ids=["strip", "tiles"])
def test_both_are_drawn_with_all_their_names(data):
    picture = draw(data).svg

    for name in ("Tốt nhất: 98 %",) if data is STRIP else ("Hà Nội", "Đà Nẵng", "Hoàng Sa", "Cà Mau"):
        assert name in picture
