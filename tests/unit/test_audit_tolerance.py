"""Rounding, cutting off and adding up: what printed digits can stand for, whatever the numbers."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.audit.tolerance import Agreement, Interval, agreement, far_off, same_number, shown, step

COUNTS = st.integers(0, 10**9)
DIGITS = st.integers(0, 4)
NUMBERS = st.decimals(-(10**6), 10**6, places=3, allow_nan=False, allow_infinity=False)


def exact_rate(part: int, whole: int) -> Interval:
    rate = Interval.exact(part).over(Interval.exact(whole), 100)
    assert rate is not None
    return rate


def printed(part: int, whole: int, digits: int, rounding: str) -> Decimal:
    """The rate in percent as somebody prints it."""
    rate = Fraction(100 * part, whole)
    finer = Decimal(rate.numerator * 10**20 // rate.denominator).scaleb(-20)
    return finer.quantize(Decimal(1).scaleb(-digits), rounding)


@given(part=COUNTS, whole=st.integers(1, 10**9), digits=DIGITS)
def test_a_rate_that_was_computed_and_rounded_agrees(part, whole, digits):
    assume(part <= 1000 * whole)
    rounded = printed(part, whole, digits, ROUND_HALF_UP)

    assert agreement(rounded, exact_rate(part, whole)) is Agreement.ROUNDED


@given(part=COUNTS, whole=st.integers(1, 10**9), digits=DIGITS)
def test_a_half_may_be_rounded_either_way(part, whole, digits):
    assume(part <= 1000 * whole)
    rounded = printed(part, whole, digits, ROUND_HALF_EVEN)

    assert agreement(rounded, exact_rate(part, whole)) is Agreement.ROUNDED


@given(part=COUNTS, whole=st.integers(1, 10**9), digits=DIGITS)
def test_a_rate_that_was_cut_off_is_never_taken_for_wrong(part, whole, digits):
    assume(part <= 1000 * whole)
    cut = printed(part, whole, digits, ROUND_DOWN)
    found = agreement(cut, exact_rate(part, whole))

    assert found is not Agreement.DIFFERS
    if cut != printed(part, whole, digits, ROUND_HALF_UP) and found is Agreement.ROUNDED:
        # Only exactly between two printed numbers both are right.
        assert 2 * abs(Fraction(100 * part, whole) - Fraction(cut)) == step(cut)


@given(part=COUNTS, whole=st.integers(1, 10**9), digits=DIGITS, units=st.integers(2, 50), up=st.booleans())
def test_a_rate_two_digits_off_is_always_found(part, whole, digits, units, up):
    assume(part <= 1000 * whole)
    right = printed(part, whole, digits, ROUND_HALF_UP)
    wrong = right + units * (1 if up else -1) * Decimal(1).scaleb(-digits)
    assume(wrong >= 0)

    assert agreement(wrong, exact_rate(part, whole)) is Agreement.DIFFERS


@given(one=NUMBERS, other=NUMBERS)
def test_being_the_same_number_is_mutual(one, other):
    assert same_number(one, other) == same_number(other, one)
    assert same_number(one, one)


@given(value=NUMBERS, digits=st.integers(0, 2), rounding=st.sampled_from([ROUND_HALF_UP, ROUND_DOWN]))
def test_fewer_digits_are_the_same_number(value, digits, rounding):
    assert same_number(value, value.quantize(Decimal(1).scaleb(-digits), rounding))


@given(numbers=st.lists(COUNTS, min_size=1, max_size=8), off=st.integers(-5, 5))
def test_counts_add_up_exactly_or_not_at_all(numbers, off):
    total = Interval.exact(0)
    for each in numbers:
        total += Interval.exact(each)
    found = agreement(Decimal(sum(numbers) + off), total, exact=True)

    assert (found is Agreement.ROUNDED) == (off == 0)


@given(numbers=st.lists(NUMBERS, min_size=1, max_size=8), digits=st.integers(0, 2))
def test_a_sum_of_rounded_amounts_is_never_taken_for_wrong(numbers, digits):
    finest = Decimal(1).scaleb(-digits)
    total = Interval.exact(0)
    for each in numbers:
        total += Interval.rounded(each.quantize(finest, ROUND_HALF_UP))
    whole = sum(numbers, Decimal(0)).quantize(finest, ROUND_HALF_UP)

    assert agreement(whole, total) is Agreement.ROUNDED


@given(a=NUMBERS, b=NUMBERS)
def test_a_difference_is_the_sum_turned_round(a, b):
    one, other = Interval.rounded(a), Interval.rounded(b)
    back = one - other + other

    assert back.low <= one.low <= one.high <= back.high


@given(
    value=st.fractions(Fraction(1, 1000), 10**6), others=st.lists(st.fractions(Fraction(1, 1000), 10**6), min_size=1)
)
def test_a_number_is_far_off_upwards_or_downwards_alike(value, others):
    assert far_off(value, others, 10) == far_off(1 / value, [1 / each for each in others], 10)


def test_nothing_is_divided_by_zero():
    assert Interval.exact(5).over(Interval.exact(0), 100) is None
    assert Interval.exact(5).over(Interval.rounded(Decimal(0))) is None


@pytest.mark.parametrize(
    ("rate", "part", "whole", "expected"),
    [
        ("7.75", 396, 5106, Agreement.TRUNCATED),
        ("7.76", 396, 5106, Agreement.ROUNDED),
        ("5.75", 396, 5106, Agreement.DIFFERS),
        ("11.99", 3095, 25801, Agreement.TRUNCATED),
        ("76", 35, 46, Agreement.ROUNDED),
        ("83.35", 504, 607, Agreement.DIFFERS),
        ("12.5", 1, 8, Agreement.ROUNDED),
        ("13", 1, 8, Agreement.ROUNDED),
        ("12", 1, 8, Agreement.ROUNDED),
    ],
)
def test_rates_of_real_reports(rate, part, whole, expected):
    assert agreement(Decimal(rate), exact_rate(part, whole)) is expected


def test_what_is_below_zero_is_cut_off_towards_zero():
    assert agreement(Decimal("-1.2"), Interval.exact(Decimal("-1.29"))) is Agreement.TRUNCATED
    assert agreement(Decimal("-1.2"), Interval.exact(Decimal("-1.3"))) is Agreement.DIFFERS
    assert agreement(Decimal("0.0"), Interval.exact(Decimal("-0.09"))) is Agreement.TRUNCATED
    assert agreement(Decimal("0.0"), Interval.exact(Decimal("-0.1"))) is Agreement.DIFFERS


def test_what_follows_has_the_digits_of_what_is_printed():
    third = Fraction(100, 3)

    assert [str(shown(third, Decimal(like), more=more)) for like, more in (("33.0", 0), ("33", 0), ("33", 2))] == [
        "33.3",
        "33",
        "33.33",
    ]
    assert str(shown(Fraction(45), Decimal("44.44"))) == "45"
