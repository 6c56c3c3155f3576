"""A plan of the year stands under the year, whatever report states it; everything that needs it finds it there."""

from decimal import Decimal

from generator.changes.state import State
from generator.dataset.dataset import Dataset
from generator.dataset.verdicts import Verdict, judge_all
from generator.load import load_catalogue
from tests.audits import MORE_PROSE, told
from tests.trees import FORM, INDICATORS, REPORT, added, edit, write_tree

PLAN = """\
- id: planned
  names: {vi: Việc theo kế hoạch năm, en: Planned for the year}
  definition: {vi: Số việc của kế hoạch năm., en: Pieces of work in the plan of the year.}
  measure: dossier
  kind: flow
  better: neither
  of_year: true
- id: done
  names: {vi: Việc đã xong, en: Done}
  definition: {vi: Số việc đã xong., en: Pieces of work done.}
  measure: dossier
  kind: cumulative
  better: higher
  within: [{indicator: planned, as: plan}]
- id: done-rate
  names: {vi: Tỷ lệ xong, en: Share done}
  definition: {vi: Tỷ lệ đã xong., en: Share done.}
  measure: percent
  kind: cumulative
  better: higher
  formula: done / planned
"""


def tree(done=35, rate="76,09%"):
    stated = {"planned": "46", "done": str(done), "done-rate": f'"{rate}"'}
    rows = (MORE_PROSE.format(section="I.2", indicator=each, rest=f"value: {value}") for each, value in stated.items())
    return added(INDICATORS, PLAN) | added(REPORT, "".join(rows))


def test_it_stands_under_the_year_and_keeps_the_address_it_had(tmp_path):
    catalogue = load_catalogue(write_tree(tmp_path, tree())).catalogue
    (plan,) = [each for each in catalogue.observations if each.indicator == "planned"]

    assert str(plan.period) == "2022"
    assert plan.source.anchor == "p-planned.2022-Q3.i-2"


def test_a_row_of_a_form_stands_under_the_year_as_well(tmp_path):
    form = edit(
        FORM,
        "label: {vi: Đúng hạn, en: On time}, indicator: on-time}",
        "label: {vi: Kế hoạch, en: Plan}, indicator: planned}",
    )
    catalogue = load_catalogue(write_tree(tmp_path, added(INDICATORS, PLAN) | form)).catalogue
    (plan,) = [each for each in catalogue.observations if each.indicator == "planned"]

    assert (str(plan.period), plan.source.anchor) == ("2022", "t-main-1.2")


def test_a_plan_for_several_years_stays_one_for_several_years(tmp_path):
    rows = MORE_PROSE.format(section="I.2", indicator="planned", rest="period: 2021-2025, value: 46")
    catalogue = load_catalogue(write_tree(tmp_path, added(INDICATORS, PLAN) | added(REPORT, rows))).catalogue

    assert [str(each.period) for each in catalogue.observations if each.indicator == "planned"] == ["2021-2025"]


def test_what_was_done_in_a_quarter_is_held_against_the_plan_of_the_year(tmp_path):
    assert told(tmp_path / "agrees", tree()) == []
    assert told(tmp_path / "rate", tree(rate="80%")) == [
        ("rate-differs", "Share done, Q3 2022: printed 80%; the report's own figures give 76% (35 of 46).")
    ]
    assert told(tmp_path / "more", tree(done=47, rate="102,17%")) == [
        ("done-exceeds-plan", "Done, Q3 2022: printed 47, more than was planned (Planned for the year, 2022: 46).")
    ]


def test_formulas_of_an_edit_and_targets_find_it(tmp_path):
    target = "- {id: plan, indicator: done, unit: huyen, period: 2022, threshold_from: planned, comparison: at-least, source: {vi: Kế hoạch}}\n"
    state = State.of(write_tree(tmp_path, tree() | {"data/targets/plan.yml": target}))
    period = next(each.period for each in state.catalogue.observations if each.indicator == "done")
    (judged,) = [each for each in judge_all(state.dataset) if each.target.id == "plan"]

    assert round(state.computed("done / planned", ("done-rate", "huyen", ()), period), 2) == Decimal("76.09")
    assert (judged.threshold, judged.verdict) == (46, Verdict.ON_THE_WAY)


def test_the_real_plans_stand_under_their_year(root):
    """“Kế hoạch Cải cách hành chính năm 2022 … 46 nhiệm vụ”, in a report on the third quarter; Khánh Hòa's stand so already."""
    catalogue = load_catalogue(root).catalogue
    plans = {each for each in catalogue.indicators if catalogue.indicators[each].of_year}

    assert {"par-plan-items", "par-plan-tasks", "budget-revenue-plan", "public-investment-plan"} <= plans
    assert {
        str(each.period) for each in catalogue.observations if each.indicator in plans and each.period.is_partial_year
    } == set()
    assert Dataset.of(catalogue).series[("par-plan-tasks", "ngan-son", ())].observations[-1].period.part == ""
