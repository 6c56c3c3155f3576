"""What the specification of a chart says: joined and broken lines, hollow points, axes, labels."""

from dataclasses import replace

import pytest

from generator.charts.ends import spread_apart
from generator.charts.model import ChartPoint, ChartSeries, ChartTarget, ChartThreshold
from generator.charts.page_font import wrapped
from generator.charts.shapes import build_shapes
from generator.charts.spec import breaks, chart_spec, gaps, has_brief_periods
from tests.unit import chart_examples
from tests.unit.chart_examples import (
    BARS,
    RANKING,
    TWO_TIERS,
    WITH_BREAK,
    WITH_GAP,
    WITH_PARTIAL,
    WITH_ROUGH,
    chart,
    points,
)


@pytest.fixture(scope="module")
def shapes():
    return build_shapes()


def _runs(spec):
    runs: dict[int, list[str]] = {}
    for row in spec["datasets"]["points"]:
        runs.setdefault(row["run"], []).append(row["period"])
    return list(runs.values())


def _layer(spec, name):
    return next((layer for layer in spec["layer"] if layer["name"] == name), None)


def test_a_line_breaks_across_a_missing_year(shapes):
    assert _runs(chart_spec(WITH_GAP, shapes)) == [["2019", "2020"], ["2022", "2023"]]


def test_a_line_breaks_across_a_year_that_has_no_point_at_all(shapes):
    data = chart(ChartSeries("A", points({"2019": 1, "2021": 2})))
    assert _runs(chart_spec(data, shapes)) == [["2019"], ["2021"]]


def test_a_missing_year_keeps_its_place_on_the_axis(shapes):
    spec = chart_spec(WITH_GAP, shapes)
    assert _layer(spec, "line")["encoding"]["x"]["scale"]["domain"] == ["2019", "2020", "2021", "2022", "2023"]


def test_a_line_breaks_where_figures_stop_being_comparable_and_a_rule_shows_it(shapes):
    spec = chart_spec(WITH_BREAK, shapes)
    assert _runs(spec) == [["2019", "2020"], ["2021", "2022"]]
    assert breaks(WITH_BREAK) == ("2021",)
    assert spec["datasets"]["breaks"] == [{"category": "2021"}]


def test_a_partial_point_is_hollow_and_stands_alone(shapes):
    spec = chart_spec(WITH_PARTIAL, shapes)
    assert _runs(spec) == [["2021", "2022"], ["2023"]]
    assert _layer(spec, "partial")["mark"]["filled"] is False
    assert [row["period"] for row in spec["datasets"]["points"] if row["partial"]] == ["2023"]


def test_a_rough_point_has_a_sign_of_its_own_and_no_line_runs_through_it(shapes):
    spec = chart_spec(WITH_ROUGH, shapes)
    assert _runs(spec) == [["2019"], ["2020"], ["2021"], ["2022"], ["2023"]]
    assert _layer(spec, "rough")["mark"]["filled"] is False
    signs = {row["period"]: row.get("rough") for row in spec["datasets"]["points"]}
    # Nearly 80 lies below the sign, over 90 above it, about 96 on either side.
    assert signs == {"2019": None, "2020": "triangle-down", "2021": None, "2022": "triangle-up", "2023": "diamond"}
    assert breaks(WITH_ROUGH) == ()


def test_charts_without_rough_figures_carry_no_layer_for_them(shapes):
    assert "rough" not in {layer["name"] for layer in chart_spec(WITH_GAP, shapes)["layer"]}


def test_a_partial_point_is_no_break_in_comparability():
    assert breaks(WITH_PARTIAL) == ()


def test_series_are_never_joined_to_each_other(shapes):
    spec = chart_spec(TWO_TIERS, shapes)
    by_run = {row["run"]: row["series"] for row in spec["datasets"]["points"]}
    assert all(by_run[row["run"]] == row["series"] for row in spec["datasets"]["points"])


def test_few_series_are_named_at_the_end_of_their_lines(shapes):
    spec = chart_spec(TWO_TIERS, shapes)
    assert {row["label"] for row in spec["datasets"]["ends"]} == {"Cấp huyện", "Cấp xã"}
    assert _layer(spec, "line")["encoding"]["color"]["legend"] is None


def test_labels_of_lines_that_end_close_together_do_not_overlap(shapes):
    lower, upper = sorted(row["label_at"] for row in chart_spec(TWO_TIERS, shapes)["datasets"]["ends"])
    assert upper - lower > 0.5  # percent, where the lines themselves are 0.4 apart


def test_lines_that_end_at_one_spot_are_told_apart_by_a_legend(shapes):
    data = chart(
        ChartSeries("Cấp huyện", points({"2019": 91, "2023": 100})),
        ChartSeries("Cấp xã", points({"2019": 90, "2023": 99.9})),
    )
    spec = chart_spec(data, shapes)
    assert not spec["datasets"].get("ends")
    assert _layer(spec, "line")["encoding"]["color"]["legend"] is not None


def test_the_last_value_stands_over_its_mark_where_a_target_follows_and_beside_it_otherwise(shapes):
    line = ChartSeries("A", points({"2019": 70, "2020": 72}))
    followed = chart(line, targets=(ChartTarget("2021", 60, "60 %"),), periods=("2019", "2020", "2021"))
    ending = chart(line, periods=("2019", "2020"))

    (over,), (beside,) = (chart_spec(data, shapes)["datasets"]["ends"] for data in (followed, ending))
    assert over["align"] == "center"
    assert over["dy"] < 0
    assert beside["align"] == "left"
    assert beside["dy"] == 0


def test_the_last_value_keeps_off_the_axis_of_periods(shapes):
    data = chart(ChartSeries("A", points({"2019": 70, "2020": 0})), periods=("2019", "2020"))

    ((row,)) = chart_spec(data, shapes)["datasets"]["ends"]
    assert row["dy"] < 0


def test_lines_that_end_before_the_last_period_are_named_in_a_legend(shapes):
    data = replace(TWO_TIERS, periods=(*TWO_TIERS.periods, "2024"), targets=(ChartTarget("2024", 60, ""),))

    assert "ends" not in chart_spec(data, shapes)["datasets"]


def test_labels_are_pushed_apart_and_kept_under_the_roof():
    assert spread_apart([1, 1, 10], 2, 10) == [1, 3, 10]
    assert spread_apart([9.5, 10], 2, 10) == [8, 10]


def test_a_single_line_tells_its_last_value_instead_of_its_name(shapes):
    assert [row["label"] for row in chart_spec(WITH_GAP, shapes)["datasets"]["ends"]] == ["98 %"]


@pytest.mark.parametrize(
    "series",
    [
        tuple(ChartSeries(name, points({"2019": 90, "2020": 91})) for name in "ABCD"),
        tuple(ChartSeries(name, points({"2019": 90})) for name in ("A", "Văn phòng Ủy ban nhân dân")),
        (ChartSeries("A", points({"2019": 90})), ChartSeries("B", points({"2019": 90, "2020": 91}))),
    ],
    ids=["many", "long names", "different ends"],
)
def test_otherwise_a_legend_names_the_series(shapes, series):
    spec = chart_spec(chart(*series), shapes)
    assert "ends" not in spec["datasets"]
    assert _layer(spec, "whole")["encoding"]["color"]["legend"]["columns"] >= 1


def test_bars_begin_at_zero(shapes):
    assert _layer(chart_spec(BARS, shapes), "whole")["encoding"]["y"]["scale"]["domain"][0] == 0


def test_a_missing_bar_is_marked_so_that_it_is_not_taken_for_zero(shapes):
    rows = chart_spec(BARS, shapes)["datasets"]["gaps"]
    assert [(row["series"], row["period"], row["shown"]) for row in rows] == [("Kế hoạch", "2020", "không báo cáo")]


def test_a_ranking_keeps_the_order_and_says_why_a_unit_has_no_figure(shapes):
    spec = chart_spec(RANKING, shapes)
    assert [row["category"].replace("\n", " ") for row in spec["datasets"]["units"]] == list(RANKING.periods)
    assert [row["shown"] for row in spec["datasets"]["gaps"]] == ["không báo cáo"]


def test_a_ranking_grows_with_its_units(shapes):
    few = chart_spec(chart(ChartSeries("A", points({"u1": 1})), kind="ranking", periods=("u1",)), shapes)
    names = tuple(f"u{number}" for number in range(40))
    many = chart_spec(chart(ChartSeries("A", points(dict.fromkeys(names, 1.0))), kind="ranking", periods=names), shapes)
    assert many["height"] > 40 * 18 > few["height"]


def test_a_threshold_is_drawn_labelled_and_within_the_axis(shapes):
    data = chart(
        ChartSeries("A", points({"2019": 97, "2020": 98})), thresholds=(ChartThreshold("Mục tiêu", 90, "90 %"),)
    )
    spec = chart_spec(data, shapes)
    assert spec["datasets"]["thresholds"] == [{"label": "Mục tiêu 90 %", "value": 90}]
    assert _layer(spec, "line")["encoding"]["y"]["scale"]["domain"][0] <= 90


def test_tooltips_show_values_as_the_page_does_under_translated_labels(shapes):
    spec = chart_spec(WITH_GAP, shapes)
    assert "97,55 %" in {row["shown"] for row in spec["datasets"]["points"]}
    assert [line["title"] for line in _layer(spec, "hover")["encoding"]["tooltip"]] == ["Chuỗi", "Kỳ", "Giá trị"]


def test_gaps_are_found_per_series_and_per_unit():
    assert gaps(WITH_GAP) == ("2021",)
    assert gaps(TWO_TIERS) == ("2021", "2022")
    assert gaps(RANKING) == ("Xã Tây Khánh Sơn",)


def test_long_names_are_wrapped_into_lines_of_like_length():
    assert wrapped("Sở Nông nghiệp và Môi trường", 150) == "Sở Nông nghiệp\nvà Môi trường"
    assert wrapped("2023", 30) == "2023"


def test_nothing_to_draw_is_an_error(shapes):
    with pytest.raises(ValueError, match="no values"):
        chart_spec(chart(ChartSeries("A", points({"2019": None}))), shapes)


@pytest.mark.parametrize("data", chart_examples.ALL, ids=lambda data: data.kind)
def test_a_filled_shape_is_still_valid_and_leaves_the_shape_as_it_was(shapes, data):
    import altair as alt

    before = repr(shapes)
    alt.LayerChart.from_dict(chart_spec(data, shapes))
    assert repr(shapes) == before


def _layer(spec, name):
    return next((layer for layer in spec["layer"] if layer["name"] == name), None)


def test_a_target_is_a_mark_at_its_own_period_and_the_axis_reaches_it(shapes):
    data = replace(TWO_TIERS, targets=(ChartTarget("2020", 40, "40 %"),))
    spec = chart_spec(data, shapes)

    ((mark),) = spec["datasets"]["targets"]
    assert (mark["category"], mark["value"], mark["label"]) == ("2020", 40, "40 %")
    assert _layer(spec, "target")["encoding"]["y"]["scale"]["domain"][0] <= 40


def test_the_label_of_a_target_keeps_away_from_the_figures(shapes):
    over, under = (
        chart_spec(replace(WITH_GAP, targets=(ChartTarget("2020", value, "x"),)), shapes)["datasets"]["targets"][0]
        for value in (99, 80)
    )
    assert over["lift"] < 0 < under["lift"]


def test_targets_whose_labels_would_touch_have_marks_alone(shapes):
    years = tuple(str(year) for year in range(2015, 2024))
    line = ChartSeries("A", points(dict.fromkeys(years, 50.0)))
    targets = tuple(ChartTarget(year, 60, "60,25 %") for year in years)

    rows = chart_spec(chart(line, periods=years, targets=targets), shapes)["datasets"]["targets"]
    assert {row["label"] for row in rows} == {""}


def test_a_part_of_a_year_takes_a_line_for_the_part_and_one_for_the_year(shapes):
    periods = ("2017", "2018", "2019", "2020", "2021", "quý I/2022")
    data = chart(ChartSeries("A", points(dict.fromkeys(periods, 9.0))), kind="bars", periods=periods)

    axis = _layer(chart_spec(data, shapes), "whole")["encoding"]["x"]
    assert axis["scale"]["domain"][-1] == "quý I\n2022"
    assert {period.count("\n") for period in axis["scale"]["domain"]} == {1}


def test_the_name_of_a_unit_has_the_width_of_a_phone_above_its_bar(shapes):
    spec = chart_spec(RANKING, shapes)
    assert spec["datasets"]["units"][0]["category"] == "Sở Nông nghiệp và Môi trường"
    assert _layer(spec, "unit")["encoding"]["y"]["bandPosition"] == 0


def test_a_target_outside_the_periods_is_an_error():
    with pytest.raises(ValueError, match="targets outside"):
        replace(WITH_GAP, targets=(ChartTarget("2030", 90, ""),))


def _bars_of(count, brief):
    names = tuple(str(2000 + number) for number in range(count))
    made = tuple(replace(point, brief=brief) for point in points(dict.fromkeys(names, 7.0)))
    return chart(ChartSeries("A", made), kind="bars", periods=names)


@pytest.mark.parametrize(("count", "brief", "labelled"), [(5, "12", True), (5, "2.040.000", False), (20, "123", False)])
def test_values_stand_on_bars_only_where_a_phone_has_room_for_them(shapes, count, brief, labelled):
    spec = chart_spec(_bars_of(count, brief), shapes)

    assert bool(_layer(spec, "label")) is labelled


def test_bars_and_lines_of_counts_start_at_zero(shapes):
    for kind in ("bars", "line"):
        data = chart(ChartSeries("A", points({"2019": 21, "2020": 20})), kind=kind, integer=True, upper=None)
        assert _layer(chart_spec(data, shapes), "whole")["encoding"]["y"]["scale"]["domain"][0] == 0


def test_a_line_of_shares_shows_a_fifth_of_their_range_at_least(shapes):
    data = chart(ChartSeries("A", points({"2019": 99, "2020": 98, "2021": 100})))
    low, high = _layer(chart_spec(data, shapes), "line")["encoding"]["y"]["scale"]["domain"]
    assert (low, high) == (80, 100)


def _in_doubt(kind="line", value=0.0, brief="0 %"):
    odd = ChartPoint("2023", value, brief, brief=brief, sign="?")
    return chart(ChartSeries("A", (*points({"2020": 75, "2021": 86, "2022": 89}), odd)), kind=kind)


@pytest.mark.parametrize("kind", ["line", "bars"])
def test_a_figure_in_doubt_is_its_sign_apart_and_has_no_say_in_the_axis(shapes, kind):
    spec = chart_spec(_in_doubt(kind), shapes)
    low, high = _layer(spec, "whole")["encoding"]["y"]["scale"]["domain"]
    (row,) = spec["datasets"]["doubts"]

    assert {each["period"] for each in spec["datasets"]["points"]} == {"2020", "2021", "2022"}
    assert row["label"] == "? 0 %"
    assert low <= row["value"] <= high
    assert kind == "bars" or low > 60


def test_a_figure_in_doubt_within_the_axis_stands_at_its_own_height(shapes):
    (row,) = chart_spec(_in_doubt(value=81.0, brief="81 %"), shapes)["datasets"]["doubts"]
    assert (row["value"], row["lift"]) == (81, 0)


def test_a_line_does_not_run_through_a_figure_in_doubt(shapes):
    odd = ChartPoint("2021", 0.0, "0 %", sign="≠")
    data = chart(ChartSeries("A", (*points({"2020": 75}), odd, *points({"2022": 76, "2023": 77}))))
    assert _runs(chart_spec(data, shapes)) == [["2020"], ["2022", "2023"]]
    assert gaps(data) == ("2019",)


def test_a_figure_in_doubt_has_no_bar_in_a_ranking_but_stands_there_with_its_sign(shapes):
    odd = ChartPoint("Xã B", 300.0, "300 %", sign="≠")
    data = chart(ChartSeries("Xã", (*points({"Xã A": 90}), odd)), kind="ranking", periods=("Xã A", "Xã B"))
    spec = chart_spec(data, shapes)

    assert [row["period"] for row in spec["datasets"]["points"]] == ["Xã A"]
    assert [row["shown"] for row in spec["datasets"]["gaps"]] == ["≠ 300 %"]


def test_points_at_one_place_stand_beside_each_other(shapes):
    same, close = {"2022": 97, "2023": 98}, {"2022": 60, "2023": 98.1}
    rows = chart_spec(chart(ChartSeries("A", points(same)), ChartSeries("B", points(close))), shapes)["datasets"][
        "points"
    ]
    moved = {(row["series"], row["period"]): row.get("dodge", 0) for row in rows}

    assert moved["A", "2023"] == -moved["B", "2023"] != 0
    assert moved["A", "2022"] == moved["B", "2022"] == 0


def test_the_lowest_point_of_a_cut_axis_stands_above_its_end_and_there_is_no_ground_line(shapes):
    cut = chart_spec(chart(ChartSeries("A", points({"2021": 80, "2022": 90, "2023": 99}))), shapes)
    whole = chart_spec(chart(ChartSeries("A", points({"2021": 10, "2022": 90, "2023": 99}))), shapes)

    assert _layer(cut, "line")["encoding"]["y"]["scale"]["domain"][0] == 75
    assert _layer(cut, "line")["encoding"]["x"]["axis"]["domain"] is False
    assert _layer(whole, "line")["encoding"]["x"]["axis"]["domain"] is True


def _quarters(count):
    names = tuple(f"quý {number % 4 + 1}/{2020 + number // 4}" for number in range(count))
    brief = tuple(f"{number % 4 + 1}\n{2020 + number // 4}" for number in range(count))
    return chart(ChartSeries("A", points(dict.fromkeys(names, 7.0))), kind="bars", periods=names, brief_periods=brief)


def test_bars_that_lie_close_have_each_its_part_of_the_year_and_the_year_under_the_first(shapes):
    spec = chart_spec(_quarters(20), shapes)
    expression = _layer(spec, "whole")["encoding"]["x"]["axis"]["labelExpr"]

    assert _layer(spec, "whole")["encoding"]["x"]["scale"]["domain"][:5] == [
        "1\n2020",
        "2\n2020",
        "3\n2020",
        "4\n2020",
        "1\n2021",
    ]
    assert expression.startswith("indexof([0, 4, 8, 12, 16]")
    assert has_brief_periods(_quarters(20))
    assert not has_brief_periods(_quarters(3))
    assert not has_brief_periods(replace(BARS, brief_periods=("’19", "’20", "’21")))
