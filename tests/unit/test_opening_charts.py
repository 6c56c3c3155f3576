"""Which charts the page of a unit opens with, and which a narrative may ask for."""

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.pages.charts.by_name import Asked, ShapedCharts
from generator.pages.charts.maker import ChartMaker
from generator.pages.charts.opening import FEWEST, MOST, opening_charts
from tests.quarters import UNIT, write_quarters
from tests.trees import SUMMARY, write_tree


@pytest.fixture(scope="module")
def two_years(tmp_path_factory):
    catalogue, _ = load_and_check(write_quarters(tmp_path_factory.mktemp("quarters"), 2023, 2024))
    return ChartMaker(Dataset.of(catalogue), "vi", None)


@pytest.fixture(scope="module")
def real(root):
    catalogue, _ = load_and_check(root)
    return ChartMaker(Dataset.of(catalogue), "vi", None)


def _kinds(maker, unit):
    return {each.anchor.split("-")[1] if not each.is_course else "course" for each in opening_charts(unit, maker)}


def test_a_unit_of_two_years_opens_with_one_chart_of_every_rule_that_can_be_drawn(two_years):
    found = opening_charts(UNIT, two_years)

    assert FEWEST <= len(found) <= MOST
    assert {"course", "whole", "years", "plans"} <= _kinds(two_years, UNIT)
    assert len({each.anchor for each in found}) == len(found)


def test_the_same_quarter_of_other_years_has_a_bar_a_year(two_years):
    (chosen,) = (each.chosen for each in opening_charts(UNIT, two_years) if each.anchor.startswith("chart-years-"))

    assert chosen.data.kind == "bars"
    assert chosen.data.periods == ("quý IV/2023", "quý IV/2024")


def test_every_unit_that_reports_opens_with_three_to_six_charts_and_none_shows_a_figure_in_doubt_as_plain(real):
    reporting = {report.unit for report in real.dataset.catalogue.reports.values()}

    assert reporting
    for unit in reporting:
        found = opening_charts(unit, real)
        assert FEWEST <= len(found) <= MOST, unit


def test_a_unit_without_figures_opens_with_nothing(two_years):
    assert opening_charts("tinh", two_years) == []


def test_a_figure_in_doubt_makes_no_whole_and_no_plan(real):
    # Ngân Sơn prints two numbers of civil servants present.
    pairs = ShapedCharts(real).pairs("ngan-son")

    assert pairs
    assert "civil-servants-present" not in {pair.result.indicator for pair in pairs}
    assert ShapedCharts(real).whole(Asked.of("ngan-son", "online-dossiers", real.dataset)) is None


def _problems(folder, text):
    _, problems = load_and_check(write_tree(folder, {SUMMARY: text}))
    return [(each.code, each.suggestion, each.allowed) for each in problems if each.place.file == SUMMARY]


def test_a_chart_that_would_show_nothing_names_the_shapes_that_could_be_drawn(tmp_path):
    ((code, _, allowed),) = _problems(tmp_path, '{{ chart("resolved", shape="peers") }}\n')

    assert code == "empty-chart"
    assert allowed == ('shape="breakdown"',)


def test_a_chart_without_a_shape_takes_the_first_that_one_report_allows(tmp_path):
    assert _problems(tmp_path, '{{ chart("resolved") }}\n') == []


def test_a_chart_looks_at_all_reports_of_the_unit(tmp_path):
    earlier = (
        "unit: huyen\nperiod: 2021-Q3\ndocument: {title: {vi: A}}\n"
        "prose:\n- {section: I, indicator: on-time, value: 1100}\n"
    )
    tree = {SUMMARY: '{{ chart("on-time") }}\n', "data/reports/huyen/2021-Q3.yml": earlier}
    _, problems = load_and_check(write_tree(tmp_path, tree))

    assert [each.code for each in problems if each.place.file == SUMMARY] == []


def test_a_misspelt_shape_is_told_with_the_nearest(tmp_path):
    ((code, suggestion, allowed),) = _problems(tmp_path, '{{ chart("resolved", shape="braekdown") }}\n')

    assert (code, suggestion) == ("unknown-shape", ("breakdown",))
    assert "whole" in allowed
