"""Whether a target is met follows from two numbers and the way it compares them."""

from decimal import Decimal

import pytest

from generator.model.target import Comparison
from generator.pages.targets import is_met


@pytest.mark.parametrize(
    ("actual", "comparison", "met"),
    [
        ("80", Comparison.AT_LEAST, True),
        ("79.99", Comparison.AT_LEAST, False),
        ("80", Comparison.AT_MOST, True),
        ("80.01", Comparison.AT_MOST, False),
        ("80", Comparison.EXACTLY, True),
        ("81", Comparison.EXACTLY, False),
    ],
)
def test_a_figure_meets_a_threshold_or_not(actual, comparison, met):
    assert is_met(Decimal(actual), Decimal(80), comparison) is met
