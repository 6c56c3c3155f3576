"""Pictures: what is drawn, that they fit into any page, and that what was drawn before is not drawn again."""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from generator.charts.cache import Cache
from generator.charts.draw import draw, draw_all
from generator.charts.model import ChartPoint, ChartSeries
from generator.charts.page_font import text_width
from generator.charts.svg import inline_svg
from tests.unit.chart_examples import (
    ALL,
    BARS,
    RANKING,
    ROUGH_BARS,
    TWO_TIERS,
    WITH_GAP,
    WITH_PARTIAL,
    WITH_ROUGH,
    chart,
    points,
)


def _parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def _texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in _parsed(svg).iter("text")]


def _marks(svg: str, layer: str) -> list:
    found = [e for e in _parsed(svg).iter("g") if f"{layer}_marks" in e.get("class", "").split()]
    return [mark for group in found for mark in group]


def test_axes_write_numbers_the_vietnamese_way():
    counts = replace(WITH_GAP, series=(replace(WITH_GAP.series[0], points=_scaled(1000)),), upper=None, integer=True)
    assert "40.000" in _texts(draw(counts).svg)
    assert "40,000" in _texts(draw(replace(counts, lang="en")).svg)


def _scaled(factor):
    return tuple(replace(p, value=p.value * factor if p.value is not None else None) for p in WITH_GAP.series[0].points)


def test_decimal_ticks_have_a_comma():
    narrow = replace(WITH_GAP, series=(replace(WITH_GAP.series[0], points=WITH_GAP.series[0].points[3:]),), upper=None)
    assert any(re.fullmatch(r"\d\d,\d", text) for text in _texts(draw(narrow).svg))


def test_a_gap_leaves_two_pieces_of_line():
    assert draw(WITH_GAP).svg.count('class="mark-line') == 2


def test_a_partial_point_has_an_outline_and_no_fill():
    svg = draw(WITH_PARTIAL).svg
    (mark,) = _marks(svg, "partial")
    said = _inherited(svg)[mark.tag, mark.get("cx"), mark.get("cy")]
    assert said["stroke"].startswith("#")
    assert said["fill"] == "none"


def _inherited(svg: str) -> dict:
    """What holds for each mark, by its kind and place: its own attributes, and those of the groups around it."""
    found = {}

    def walk(element, around):
        here = {**around, **element.attrib}
        found[element.tag, element.get("cx"), element.get("cy")] = here
        for child in element:
            walk(child, here)

    walk(_parsed(svg), {})
    return found


def _held(svg: str, layer: str) -> list[dict]:
    """What holds for each mark of a layer: its own attributes, and those of the groups around it."""
    found = []

    def walk(element, around, inside):
        here = {**around, **element.attrib}
        if inside and element.tag != "g":
            found.append(here)
        for child in element:
            walk(child, here, inside or f"{layer}_marks" in element.get("class", "").split())

    walk(_parsed(svg), {}, inside=False)
    return found


def test_a_rough_bar_has_dots_around_it_and_hardly_a_fill():
    (mark,) = _held(draw(ROUGH_BARS).svg, "rough")
    assert mark.get("stroke-dasharray") == "1,3"
    assert mark.get("fill-opacity") == "0.06"
    assert "gần 80 %" in _texts(draw(ROUGH_BARS).svg)


def test_each_rough_point_is_drawn_once_and_open():
    marks = _held(draw(WITH_ROUGH).svg, "rough")
    assert len(marks) == 3
    assert all(mark["stroke"].startswith("#") and mark["fill"] == "none" for mark in marks)


def test_text_is_measured_in_the_font_of_the_pages():
    data = replace(RANKING, thresholds=())
    narrow, wide = (
        _value_column(replace(data, series=(_one(value),), periods=("A",))) for value in ("1", "1.000.000.000")
    )

    assert narrow - wide == pytest.approx(text_width("1.000.000.000") - text_width("1"), abs=2)


def _one(brief):
    return ChartSeries("S", (ChartPoint("A", 50.0, brief, brief=brief),))


def _value_column(data):
    """Where the column of values begins: at the right end of the plot, so the wider they are the more to the left."""
    (mark,) = _marks(draw(data).svg, "shown")
    return float(re.match(r"translate\(([\d.]+)", mark.get("transform"))[1])


def test_every_year_of_a_wide_picture_is_named_and_of_a_crowded_one_always_the_last():
    few = [str(year) for year in range(2016, 2021)]
    many = [str(year) for year in range(2001, 2021)]

    assert [text for text in _texts(draw(_yearly(few)).svg) if text in few] == few
    named = [text for text in _texts(draw(_yearly(many)).svg) if text in many]
    assert named[-1] == "2020"
    assert 4 < len(named) < len(many)


def _yearly(years):
    return chart(ChartSeries("A", points(dict.fromkeys(years, 10.0))), kind="bars", periods=tuple(years))


def test_text_and_axes_take_the_colour_of_the_page():
    colours = set()

    def walk(element, colour):
        colour = element.get("fill", colour)
        if element.tag == "text":
            colours.add(colour)
        for child in element:
            walk(child, colour)

    walk(_parsed(draw(TWO_TIERS).svg), "none")
    assert colours == {"currentColor"}


@pytest.mark.parametrize("data", ALL, ids=lambda data: data.title[:4] + data.kind)
def test_a_picture_scales_hides_from_assistive_technology_and_has_no_inline_style(data):
    svg = draw(data).svg
    root = _parsed(svg)
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert root.get("aria-hidden") == "true"
    assert root.get("focusable") == "false"
    assert not any("style" in element.attrib or element.tag == "style" for element in root.iter())
    assert "hover_marks" not in svg


def test_the_same_data_gives_the_same_bytes():
    assert draw_all(ALL) == draw_all(reversed(ALL))[::-1]


def test_identifiers_are_numbered_anew_and_references_follow():
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><defs><clipPath id="clip42"><path d="M0,0"/></clipPath>'
        '</defs><g clip-path="url(#clip42)"><path style="fill: red" d="M0.12345,1"/></g></svg>'
    )
    svg = inline_svg(text, prefix="c")
    assert 'id="c-1"' in svg
    assert 'clip-path="url(#c-1)"' in svg
    assert 'fill="red"' in svg
    assert 'd="M0.1,1"' in svg
    assert "style" not in svg


def test_what_is_no_picture_is_an_error():
    with pytest.raises(ValueError, match="not an SVG"):
        inline_svg("<svg", prefix="c")


def test_many_charts_drawn_side_by_side_are_the_same_as_one_by_one():
    many = [replace(WITH_GAP, title=f"Biểu đồ {number}") for number in range(70)]
    assert draw_all(many, processes=2)[69] == draw(many[69])


def test_nothing_asked_nothing_drawn():
    assert draw_all([]) == ()


def test_a_second_build_takes_pictures_from_the_cache(tmp_path, monkeypatch):
    cache = Cache(tmp_path)
    first = draw_all(ALL, cache)
    monkeypatch.setattr("generator.charts.draw._draw_picture", lambda _: pytest.fail("drawn again"))
    assert draw_all(ALL, cache) == first


def test_a_damaged_entry_is_drawn_again(tmp_path):
    cache = Cache(tmp_path)
    first = draw(BARS, cache)
    for entry in tmp_path.rglob("*"):
        if entry.is_file():
            entry.write_bytes(entry.read_bytes()[:-20])
    assert draw(BARS, cache) == first
    assert draw(BARS, cache) == first


def test_another_language_is_another_picture(tmp_path):
    cache = Cache(tmp_path)
    narrow = replace(WITH_GAP, series=(replace(WITH_GAP.series[0], points=WITH_GAP.series[0].points[3:]),), upper=None)
    assert draw(narrow, cache).svg != draw(replace(narrow, lang="en"), cache).svg


def test_a_fully_cached_build_imports_neither_altair_nor_pandas_nor_vl_convert(tmp_path, root):
    script = (
        "import sys; from pathlib import Path; from generator.charts.cache import Cache; from generator.charts.draw import draw_all;"
        "from generator.charts.bundle import write_bundle; from tests.unit.chart_examples import ALL;"
        f"cache = Cache(Path({str(tmp_path / 'cache')!r})); draw_all(ALL, cache); write_bundle(Path({str(tmp_path / 'out')!r}), cache);"
        "print(sorted({'altair', 'pandas', 'vl_convert'} & set(sys.modules)))"
    )
    run = [
        subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
        for _ in "12"
    ]
    assert run[0].stdout.strip() != "[]"
    assert run[1].stdout.strip() == "[]"


def test_the_specification_is_plain_vega_lite_that_reads_nothing_from_anywhere():
    spec = json.loads(draw(RANKING).spec)
    assert spec["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6")
    assert all(set(layer["data"]) == {"name"} for layer in spec["layer"])
