"""What a chart may and may not be asked to show."""

import pytest

from generator.charts.model import ChartSeries
from tests.unit.chart_examples import chart, points


def test_a_point_outside_the_periods_is_refused():
    with pytest.raises(ValueError, match="2030"):
        chart(ChartSeries("A", points({"2030": 1})))


def test_a_series_given_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        chart(ChartSeries("A", points({"2019": 1})), ChartSeries("A", points({"2020": 1})))


def test_a_period_given_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        chart(ChartSeries("A", points({"2019": 1})), periods=("2019", "2019"))


def test_a_unit_in_two_groups_of_a_ranking_is_refused():
    with pytest.raises(ValueError, match="twice"):
        chart(ChartSeries("A", points({"2019": 1})), ChartSeries("B", points({"2019": 2})), kind="ranking")


def test_a_chart_without_series_is_refused():
    with pytest.raises(ValueError, match="no series"):
        chart()


def test_a_chart_knows_whether_there_is_anything_to_draw():
    assert chart(ChartSeries("A", points({"2019": 0}))).has_values
    assert not chart(ChartSeries("A", points({"2019": None}))).has_values
