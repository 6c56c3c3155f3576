"""Charts whose rows lie below each other: where bars begin and end, and what stands below them."""

import pytest

from generator.charts.describe import describe
from generator.charts.figure import notes_html
from generator.charts.shapes import build_shapes
from generator.charts.spec import chart_spec
from tests.unit.chart_examples import PEERS, ROWS, WHOLE, WORDS


@pytest.fixture(scope="module")
def shapes():
    return build_shapes()


def _layer(spec, name):
    return next(layer for layer in spec["layer"] if layer["name"] == name)


def test_the_parts_of_a_whole_follow_each_other_and_nought_has_no_bar(shapes):
    rows = chart_spec(WHOLE, shapes)["datasets"]["points"]
    assert [(row["series"], row["start"], row["end"]) for row in rows] == [
        ("Đúng hạn", 0, 97.5),
        ("Trễ hạn", 97.5, 100),
    ]


def test_the_figure_of_every_part_stands_below_its_bar_behind_its_colour_also_nought(shapes):
    told = chart_spec(WHOLE, shapes)["datasets"]["told"]
    assert [(row["series"], row["label"]) for row in told] == [
        ("Đúng hạn", "390.000.000 (97,5 %)"),
        ("Trễ hạn", "10 (2,5 %)"),
        ("Quá hạn", "0 (0 %)"),
    ]
    assert all(row["text_dx"] > row["dx"] for row in told)


def test_figures_for_which_a_phone_has_no_room_go_on_in_the_next_line(shapes):
    told = chart_spec(WHOLE, shapes)["datasets"]["told"]
    assert told[0]["dy"] == told[1]["dy"] < told[2]["dy"]
    assert told[2]["dx"] == 0


def test_a_plan_is_a_mark_within_the_axis(shapes):
    spec = chart_spec(ROWS, shapes)
    low, high = _layer(spec, "whole")["encoding"]["x"]["scale"]["domain"]
    assert [row["value"] for row in spec["datasets"]["targets"]] == [100, 100]
    assert low == 0
    assert high >= 100


def test_the_unit_is_filled_its_peers_are_hollow_and_dots_at_one_place_are_all_seen(shapes):
    spec = chart_spec(PEERS, shapes)
    rows = spec["datasets"]["points"]
    assert _layer(spec, "whole")["encoding"]["fill"]["scale"]["range"][1] == "transparent"
    assert {row["series"] for row in rows if row["partial"]} == {"Đơn vị khác"}
    moved = [row["dodge"] for row in rows if row["value"] >= 98]
    assert len(set(moved)) == 3
    assert "dodge" not in next(row for row in rows if row["value"] == 90)


def test_median_and_middle_half_are_drawn(shapes):
    datasets = chart_spec(PEERS, shapes)["datasets"]
    assert [(row["low"], row["high"]) for row in datasets["bands"]] == [(94, 98.05)]
    assert [row["middle"] for row in datasets["medians"]] == [98]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (WHOLE, "Cấp huyện: Đúng hạn 390 hồ sơ (97,5 %); Trễ hạn 10 hồ sơ (2,5 %); Quá hạn 0 hồ sơ (0 %)."),
        (ROWS, "Nhiệm vụ: 35 trên 46. Thu ngân sách: 13 trên 23."),
        (PEERS, "Đúng hạn: 98 %; trung vị 98 %."),
    ],
    ids=["whole", "rows", "peers"],
)
def test_the_text_alternative_tells_every_row(data, told):
    assert describe(data, WORDS).endswith(told)


@pytest.mark.parametrize("data", [WHOLE, ROWS, PEERS], ids=["whole", "rows", "peers"])
def test_the_signs_of_charts_over_time_are_not_explained_here(data):
    assert notes_html(data, WORDS) == ""
