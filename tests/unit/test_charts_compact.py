"""A picture is written once and briefly, and looks as Vega drew it."""

import re
import xml.etree.ElementTree as ET

import pytest

from generator.charts import compact as module
from generator.charts import svg as cleaning
from generator.charts.compact import compact
from generator.charts.draw import draw
from tests.unit.chart_examples import ALL


def _compacted(inner: str) -> str:
    root = ET.fromstring(f"<svg>{inner}</svg>")
    compact(root)
    return ET.tostring(root, encoding="unicode").replace(" />", "/>")[len("<svg>") : -len("</svg>")]


@pytest.mark.parametrize("data", ALL, ids=lambda data: data.title[:4] + data.kind)
def test_no_pixel_changes(data, monkeypatch):
    # A circle of two arcs and one called a circle differ in a shade at their edge: these are held against each other below.
    monkeypatch.setattr(module, "_CIRCLE", re.compile("(?!)"))
    brief = draw(data).svg
    monkeypatch.setattr(cleaning, "compact", lambda _: None)
    whole = draw(data).svg

    assert len(brief) < len(whole)
    assert _pixels(brief) == _pixels(whole)


def _pixels(svg: str) -> bytes:
    import vl_convert

    alone = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1).replace("currentColor", "#123456")
    return vl_convert.svg_to_png(alone, scale=2)


def test_what_all_marks_say_is_said_by_their_group():
    marks = '<g><rect fill="red" width="1" opacity="0.5"/><rect fill="red" width="2" opacity="0.5"/></g>'
    assert _compacted(marks) == '<g fill="red"><rect width="1" opacity="0.5"/><rect width="2" opacity="0.5"/></g>'


def test_what_only_some_marks_say_stays_with_them():
    marks = '<g fill="none"><rect fill="red"/><rect/></g>'
    assert _compacted(marks) == marks


def test_bars_of_one_look_are_one_path_and_others_are_not():
    bars = '<path d="M0,0h1v1h-1Z"/><path d="M2,0h1v1h-1Z"/><path d="M4,0h1v1h-1Z" opacity="0.5"/>'
    assert _compacted(bars) == '<path d="M0,0h1v1h-1ZM2,0h1v1h-1Z"/><path d="M4,0h1v1h-1Z" opacity="0.5"/>'


def test_a_round_mark_is_a_circle_at_its_place():
    mark = '<path transform="translate(34.5,51.5)" d="M3.9,0A3.9,3.9,0,1,1,-3.9,0A3.9,3.9,0,1,1,3.9,0"/>'
    assert _compacted(mark) == '<circle cx="34.5" cy="51.5" r="3.9"/>'


def test_lines_of_the_grid_are_one_path():
    grid = (
        '<line transform="translate(0,198)" x2="345" y2="0"/><line x2="345"/><line transform="translate(9,0)" y2="4"/>'
    )
    assert _compacted(grid) == '<path d="M0,198h345M0,0h345M9,0v4"/>'


def test_groups_and_labels_without_anything_are_left_out():
    nested = '<g transform="translate(1,2)"><g transform="translate(3,4.5)"><g><text>a</text><text/></g></g></g>'
    assert _compacted(nested) == '<g transform="translate(4,6.5)"><text>a</text></g>'
