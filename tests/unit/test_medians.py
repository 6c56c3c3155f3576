"""The median of a level: over comparable units and periods, and silent where it would mislead."""

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.dataset.medians import level_median
from tests.trees import INDICATORS, added, faults, write_tree

PER_HEAD = """\
- {id: per-dossier, names: {vi: Số ngày}, definition: {vi: Số ngày.}, measure: dossier, kind: flow, better: lower, formula: resolved / on-time}
"""


def median_of(folder, figures, *, indicator="on-time-rate", unit="a", levels=()):
    """The median beside the newest figure of `unit`; `figures` are those by period that each unit's report states."""
    changes = added(INDICATORS, PER_HEAD)
    for name, told in figures.items():
        level = dict(levels).get(name, "commune")
        changes[f"data/units/{name}.yml"] = f"id: {name}\nlevel: {level}\nnames: {{vi: {name}}}\n"
        changes[f"data/reports/{name}/2011-2020.yml"] = (
            f"unit: {name}\nperiod: 2011-2020\ndocument: {{title: {{vi: A}}}}\n"
            f"prose:\n- {{section: I, indicator: {indicator}, values: {told}}}\n"
        )
    catalogue, problems = load_and_check(write_tree(folder, changes))
    assert faults(problems) == ()
    dataset = Dataset.of(catalogue)
    latest = dataset.series[indicator, unit, ()].latest
    assert latest is not None
    return level_median(latest, dataset)


def test_the_median_takes_the_newest_figure_of_each_unit(tmp_path):
    found = median_of(tmp_path, {"a": "{2019: 90}", "b": "{2018: 10, 2020: 80}", "c": "{2018: 99}", "d": "{2019: 70}"})

    assert found is not None
    assert (found.value, found.units, str(found.first), str(found.last)) == (85, 4, "2018", "2020")


@pytest.mark.parametrize(
    "figures",
    [
        {"a": "{2019: 90}", "b": "{2019: 80}"},
        {"a": "{2019: 90}", "b": "{2019: 80}", "c": "{2019-Q1: 70}"},
        {"a": "{2019-Q1: 90}", "b": "{2019-Q1: 80}", "c": "{2019-Q2: 70}"},
        {"a": "{2019: 90}", "b": "{2019: 80}", "c": "{2019: not-reported}"},
    ],
)
def test_fewer_than_three_units_of_the_same_kind_of_period_have_no_median(tmp_path, figures):
    assert median_of(tmp_path, figures) is None


def test_units_of_another_level_do_not_count(tmp_path):
    figures = {"a": "{2019: 90}", "b": "{2019: 80}", "c": "{2019: 70}"}

    assert median_of(tmp_path, figures, levels=[("c", "province")]) is None


@pytest.mark.parametrize(
    ("indicator", "compared"), [("resolved", False), ("per-dossier", True), ("on-time-rate", True)]
)
def test_counts_that_grow_with_the_unit_are_not_compared(tmp_path, indicator, compared):
    figures = {"a": "{2019: 30}", "b": "{2019: 20}", "c": "{2019: 10}"}

    found = median_of(tmp_path, figures, indicator=indicator)
    assert (found is not None) is compared
