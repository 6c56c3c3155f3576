"""What a unit's figures are made of, what they are measured against, and beside whom they stand."""

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.dataset.peers import peers_of
from generator.dataset.plans import plans_of
from generator.dataset.wholes import whole_of
from tests.trees import INDICATORS, REPORT, write_tree

NO_TEXTS = {f"content/{lang}/reports/huyen/2022-Q3/summary.md": None for lang in ("vi", "en")}
COUNTED = "names: {vi: A, en: A}, definition: {vi: A., en: A.}, measure: dossier, better: neither"
DECLARED = f"""\
- {{id: to-resolve, {COUNTED}, kind: flow, breakdown: [tier], sums: [tier], formula: resolved + pending}}
- {{id: resolved, {COUNTED}, kind: flow, breakdown: [tier], formula: on-time + late}}
- {{id: on-time, {COUNTED}, kind: flow, breakdown: [tier], within: [resolved]}}
- {{id: late, {COUNTED}, kind: flow, breakdown: [tier]}}
- {{id: pending, {COUNTED}, kind: stock, breakdown: [tier]}}
- {{id: planned, {COUNTED}, kind: flow, of_year: true}}
- {{id: done, {COUNTED}, kind: cumulative, within: [{{indicator: planned, as: plan}}]}}
- {{id: done-in-quarter, {COUNTED}, kind: flow, within: [{{indicator: planned, as: plan}}]}}
- id: on-time-rate
  names: {{vi: Tỷ lệ, en: Rate}}
  definition: {{vi: A., en: A.}}
  measure: percent
  kind: flow
  better: higher
  formula: on-time / resolved
"""
FORM = "data/forms/bieu.yml"


def _report(figures, unit="huyen", period="2022-Q3"):
    lines = "".join(f"- {{section: I, indicator: {name}, value: {value!r}{more}}}\n" for name, value, more in figures)
    return f"unit: {unit}\nperiod: {period}\ndocument: {{title: {{vi: A}}}}\nprose:\n{lines}"


def _tier(name):
    return f", breakdown: {{tier: {name}}}"


def _dataset(folder, *figures, more=None) -> Dataset:
    tree = write_tree(
        folder,
        {
            **NO_TEXTS,
            INDICATORS: DECLARED,
            FORM: None,
            "data/targets/huyen.yml": None,
            REPORT: _report(figures),
            **(more or {}),
        },
    )
    catalogue, problems = load_and_check(tree)
    assert [str(each.code) for each in problems if each.severity.value == "error"] == []
    return Dataset.of(catalogue)


def _parts(whole):
    return [[(part.indicator, int(part.value)) for part in row.parts] for row in whole.rows]


def test_a_whole_is_split_down_to_its_last_stated_parts_one_row_a_tier(tmp_path):
    figures = [
        (name, value, _tier(tier))
        for tier, values in (("district", (9, 1, 2)), ("commune", (90, 0, 0)))
        for name, value in zip(("on-time", "late", "pending"), values, strict=True)
    ]
    whole = whole_of(_dataset(tmp_path, *figures), "huyen", "to-resolve")

    assert [row.breakdown for row in whole.rows] == [(("tier", "district"),), (("tier", "commune"),)]
    assert _parts(whole) == [
        [("on-time", 9), ("late", 1), ("pending", 2)],
        [("on-time", 90), ("late", 0), ("pending", 0)],
    ]
    assert [row.stated for row in whole.rows] == [None, None]


def test_parts_that_do_not_add_up_to_the_stated_whole_make_none(tmp_path):
    made = _dataset(tmp_path, ("resolved", 12, ""), ("on-time", 9, ""), ("late", 1, ""))
    whole = whole_of(made, "huyen", "resolved")

    assert whole is None


@pytest.mark.parametrize("asked", ["resolved", "on-time-rate", "on-time"])
def test_what_is_not_stated_of_a_whole_is_the_rest_whichever_side_is_asked_for(tmp_path, asked):
    made = _dataset(tmp_path, ("resolved", 12, ""), ("on-time", 9, ""))
    whole = whole_of(made, "huyen", asked)

    assert whole.indicator == "resolved"
    assert _parts(whole) == [[("on-time", 9), ("resolved", 3)]]
    assert whole.rows[0].parts[-1].observation is None
    assert whole.is_telling


def test_a_whole_of_one_part_tells_nothing(tmp_path):
    whole = whole_of(_dataset(tmp_path, ("on-time", 9, ""), ("late", 0, "")), "huyen", "resolved")

    assert not whole.is_telling


def test_rough_figures_are_no_parts(tmp_path):
    made = _dataset(tmp_path, ("on-time", "trên 9", ""), ("late", 1, ""))

    assert whole_of(made, "huyen", "resolved") is None


def test_a_plan_of_the_year_stands_beside_what_counts_since_january_and_not_beside_a_quarter(tmp_path):
    made = _dataset(tmp_path, ("planned", 40, ", period: 2022"), ("done", 30, ""), ("done-in-quarter", 10, ""))

    assert [(pair.result.indicator, int(pair.share)) for pair in plans_of(made, "huyen")] == [("done", 75)]


def _neighbours(rates, period="2022-Q3", level="district"):
    more = {}
    for number, rate in enumerate(rates):
        unit = f"huyen-{number}"
        more[f"data/units/{unit}.yml"] = f"id: {unit}\nlevel: {level}\nparent: tinh\nnames: {{vi: Huyện {number}}}\n"
        more[f"data/reports/{unit}/{period}.yml"] = _report([("on-time-rate", rate, "")], unit, period)
    return more


def test_peers_are_units_of_the_level_with_a_figure_for_the_same_time(tmp_path):
    made = _dataset(tmp_path, ("on-time-rate", "97%", ""), more=_neighbours(["80%", "90%", "95%", "99%"]))
    ((found),) = peers_of(made, "huyen", "on-time-rate")

    assert (found.own.observation.exact, found.middle, found.half) == (97, 95, (90, 97))
    assert found.of_one_time


@pytest.mark.parametrize(
    "more",
    [_neighbours(["80%"]), _neighbours(["80%", "90%"], period="2021"), _neighbours(["80%", "90%"], level="commune")],
    ids=["two are no peers", "another length of time", "another level"],
)
def test_others_are_no_peers(tmp_path, more):
    assert peers_of(_dataset(tmp_path, ("on-time-rate", "97%", ""), more=more), "huyen", "on-time-rate") == ()


def test_of_four_units_no_middle_half_is_drawn(tmp_path):
    made = _dataset(tmp_path, ("on-time-rate", "97%", ""), more=_neighbours(["80%", "90%", "95%"]))

    assert peers_of(made, "huyen", "on-time-rate")[0].half is None
