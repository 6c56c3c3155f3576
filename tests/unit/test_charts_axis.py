"""Where a value axis begins, ends and has its ticks."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.charts.axis import axis_range

_numbers = st.floats(min_value=-1e9, max_value=1e9).map(lambda number: round(number, 3))


@given(st.lists(_numbers, min_size=1, max_size=20), st.booleans())
def test_every_value_lies_on_the_axis(values, from_zero):
    assume(max(values) == min(values) or max(values) - min(values) > 1e-6 * max(map(abs, values)))
    axis = axis_range(values, from_zero=from_zero)
    slack = (axis.high - axis.low) * 1e-6
    assert axis.low - slack <= min(values)
    assert max(values) <= axis.high + slack
    assert axis.low < axis.high
    assert 2 <= len(axis.ticks) <= 9


@given(st.lists(_numbers, min_size=1, max_size=20))
def test_bars_begin_at_zero(values):
    axis = axis_range(values, from_zero=True)
    assert axis.low <= 0 <= axis.high


def test_shares_do_not_run_past_a_hundred_percent():
    axis = axis_range([97.2, 99.9], from_zero=False, lower=0, upper=100)
    assert axis.high == 100


def test_a_share_over_a_hundred_percent_is_still_shown():
    assert axis_range([97, 103], from_zero=False, lower=0, upper=100).high >= 103


def test_counts_have_no_ticks_between_whole_numbers():
    axis = axis_range([0, 1, 2], from_zero=True, integer=True)
    assert all(tick == int(tick) for tick in axis.ticks)


def test_a_line_that_comes_near_zero_begins_there():
    assert axis_range([8, 20], from_zero=False, lower=0).low == 0


def test_a_line_far_from_zero_does_not():
    assert axis_range([93, 98], from_zero=False, lower=0, upper=100).low > 90


def test_ticks_are_shown_with_as_many_decimals_as_they_need():
    assert axis_range([80, 92], from_zero=False).decimals == 1  # 82,5
    assert axis_range([0, 100], from_zero=True).decimals == 0


def test_no_values_no_axis():
    with pytest.raises(ValueError, match="at least one"):
        axis_range([], from_zero=True)
