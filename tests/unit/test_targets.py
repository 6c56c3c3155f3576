"""Whether a target is met follows from two numbers and the way it compares them."""

from decimal import Decimal

import pytest
from jinja2 import Environment

from generator.build import load_and_check
from generator.dataset.dataset import Dataset
from generator.model.target import Comparison
from generator.pages.context import Context
from generator.pages.slots import SlotStore
from generator.pages.targets import is_met, target_row
from tests.trees import write_tree


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


def verdict(folder, period, values, threshold="80%"):
    """The verdict on a target for the on-time rate of `period`, where the report states `values`."""
    target = f"- {{id: t, indicator: on-time-rate, unit: tinh, period: {period}, threshold: '{threshold}', comparison: at-least, source: {{vi: Kế hoạch}}}}\n"
    report = f"unit: tinh\nperiod: 2011-2020\ndocument: {{title: {{vi: A}}}}\nprose:\n- {{section: I, indicator: on-time-rate, values: {values}}}\n"
    catalogue, problems = load_and_check(
        write_tree(folder, {"data/targets/t.yml": target, "data/reports/tinh/2011-2020.yml": report})
    )
    assert problems == ()
    context = Context(Dataset.of(catalogue), "en", Environment(autoescape=True), SlotStore(), None)  # type: ignore[arg-type]
    return target_row(catalogue.targets["t"], context).verdict


@pytest.mark.parametrize(
    ("period", "values", "said"),
    [
        ("2019", "{2018: 90, 2019: 85}", "achieved"),
        ("2019", "{2018: 90, 2019: 75}", "missed"),
        ("2020", "{2019: 85, 2020-Q1: 90}", "on the way (figure of Q1 2020)"),
        ("2021-2030", "{2019: 85}", "no figure for this period"),
    ],
)
def test_a_verdict_follows_from_the_figures_of_the_period(tmp_path, period, values, said):
    assert verdict(tmp_path, period, values) == said
