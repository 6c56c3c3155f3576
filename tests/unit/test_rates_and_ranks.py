"""Rates of three wholes, changes in points, points out of the highest score, and ranks with the places gained."""

import pytest

from generator.assembly.site import load_and_check
from generator.audit import audit
from generator.dataset.dataset import Dataset
from generator.load import load_catalogue
from generator.model.unlike import are_unlike, first_of_unlike, unlike
from generator.pages.figures.figure import shown
from generator.problems import message
from tests.trees import FILES, INDICATORS, REPORT, SUMMARY, edit, faults, write_tree

MEASURES = "data/measures.yml"
PLAIN = """\
- id: {id}
  names: {{vi: {vi}, en: {en}}}
  definition: {{vi: {vi}., en: {en}.}}
  measure: {measure}
  kind: flow
  better: {better}
{more}"""


def indicator(id_, measure="dossier", better="neither", more=""):
    name = id_.replace("-", " ").capitalize()
    return PLAIN.format(id=id_, vi=f"{name} (vi)", en=name, measure=measure, better=better, more=more)


DEFINED = {
    INDICATORS: FILES[INDICATORS]
    .replace("kind: stock", "kind: flow")
    .replace("  related: [resolved]\n", "  unlike: [of-due-rate]\n")
    + indicator("due")
    + indicator("of-due-rate", "percent", "higher", "  formula: on-time / due\n")
    + indicator("rate-rise", "percentage-point", "higher", "  rise_of: on-time-rate\n")
    + indicator("standing", "rank", "lower")
    + indicator("places-gained", "place", "higher", "  rise_of: standing\n")
    + indicator("score", "point", "higher"),
    MEASURES: FILES[MEASURES]
    + """\
- {id: percentage-point, type: decimal, names: {vi: điểm phần trăm, en: points}, pattern: {vi: "{} điểm phần trăm", en: "{} percentage points"}, signs: ["%"]}
- {id: rank, type: count, names: {vi: thứ hạng, en: rank}, pattern: {vi: "thứ {}", en: "rank {}"}, minimum: 1, out_of: true}
- {id: place, type: count, names: {vi: bậc, en: places}, pattern: {vi: "{} bậc", en: "{} places"}, minimum: -100}
- {id: point, type: decimal, names: {vi: điểm, en: points}, pattern: {vi: "{} điểm", en: "{} points"}, out_of: true}
""",
}
HEAD = "unit: huyen\nperiod: 2022-Q3\ndocument: {title: {vi: Báo cáo, en: Report}}\nprose:\n"


def stating(*figures):
    lines = [f"  - {{section: II, indicator: {name}, {rest}}}\n" for name, rest in figures]
    return {**DEFINED, REPORT: HEAD + "".join(lines), SUMMARY: "Lời.\n", SUMMARY.replace("/vi/", "/en/"): "Words.\n"}


def told(tmp_path, *figures):
    catalogue = load_catalogue(write_tree(tmp_path, stating(*figures))).catalogue
    return {each.code: message(each.problem, "en") for each in audit(Dataset.of(catalogue))}


def value(number):
    return f'value: "{number}"'


RESOLVED, DUE, ON_TIME = ("resolved", value("20.000")), ("due", value("19.944")), ("on-time", value("19.255"))


def test_a_rate_of_the_dossiers_due_that_is_said_to_be_of_those_resolved_is_told(tmp_path):
    found = told(tmp_path, RESOLVED, DUE, ON_TIME, ("on-time-rate", value("96,55%")))

    assert list(found) == ["rate-of-another-whole"]
    assert "Of due rate" in found["rate-of-another-whole"]
    assert "19,255 of 19,944" in found["rate-of-another-whole"]


def test_it_is_told_where_the_whole_that_it_says_is_not_stated_at_all(tmp_path):
    assert list(told(tmp_path, DUE, ON_TIME, ("on-time-rate", value("96,55%")))) == ["rate-of-another-whole"]


def test_a_rate_of_what_it_says_is_not_told(tmp_path):
    assert (
        told(tmp_path, RESOLVED, DUE, ON_TIME, ("on-time-rate", value("96,28%")), ("of-due-rate", value("96,55%")))
        == {}
    )


def test_a_rate_of_nothing_that_is_stated_differs_as_before(tmp_path):
    assert list(told(tmp_path, RESOLVED, DUE, ON_TIME, ("on-time-rate", value("90%")))) == ["rate-differs"]


def test_rates_that_must_not_be_taken_for_each_other_know_it_from_both_sides(tmp_path):
    catalogue = load_catalogue(write_tree(tmp_path, DEFINED)).catalogue

    assert unlike("on-time-rate", catalogue) == ("of-due-rate",)
    assert unlike("of-due-rate", catalogue) == ("on-time-rate",)
    assert are_unlike(["resolved", "of-due-rate", "on-time-rate"], catalogue) == ("of-due-rate", "on-time-rate")
    assert first_of_unlike(["on-time-rate", "due", "of-due-rate"], str, catalogue) == ["on-time-rate", "due"]


def test_no_chart_may_show_both(tmp_path):
    changes = stating(("on-time-rate", value("96%")), ("of-due-rate", value("96%")))
    changes[SUMMARY] = '{{ chart("on-time-rate", "of-due-rate") }}\n'
    problems = load_and_check(write_tree(tmp_path, changes))[1]

    assert "unlike-in-one-chart" in [each.code for each in problems]


def test_a_change_of_a_rate_printed_in_percent_is_told_to_be_in_points(tmp_path):
    figure = ("rate-rise", 'value: {value: "-3,86%", printed: "giảm 3,86 %"}')
    catalogue = load_catalogue(write_tree(tmp_path, stating(figure))).catalogue
    (stated,) = catalogue.observations

    assert (str(stated.value), stated.printed) == ("-3.86", "giảm 3,86 %")
    assert shown(stated, catalogue, "en", with_unit=True) == "−3.86 percentage points"
    assert "percentage points" in told(tmp_path, figure)["points-as-percent"]


def test_a_change_in_points_that_is_printed_so_is_not_told(tmp_path):
    assert told(tmp_path, ("rate-rise", 'value: {value: "-3,86", printed: "giảm 3,86 điểm"}')) == {}


@pytest.mark.parametrize("cell", ['value: "8/63"', "value: {value: 8, of: 63}"])
def test_a_rank_says_out_of_how_many(tmp_path, cell):
    catalogue = load_catalogue(write_tree(tmp_path, stating(("standing", cell)))).catalogue
    (stated,) = catalogue.observations

    assert (stated.value, stated.out_of) == (8, 63)
    assert shown(stated, catalogue, "en") == "8/63"
    assert shown(stated, catalogue, "vi", with_unit=True) == "thứ 8 trên 63"
    assert shown(stated, catalogue, "en", with_unit=True) == "rank 8 out of 63"


def test_points_say_out_of_how_many_at_most(tmp_path):
    catalogue = load_catalogue(write_tree(tmp_path, stating(("score", 'value: "9,5/10"')))).catalogue

    assert [(str(each.value), str(each.out_of)) for each in catalogue.observations] == [("9.5", "10")]


def test_only_what_is_out_of_something_is_read_with_a_stroke(tmp_path):
    problems = load_and_check(write_tree(tmp_path, stating(("resolved", 'value: "8/63"'))))[1]

    assert "not-a-number" in [each.code for each in problems]


def test_more_than_the_highest_score_is_told(tmp_path):
    assert list(told(tmp_path, ("score", 'value: "11/10"'))) == ["more-than-out-of"]


def test_places_gained_are_those_between_the_ranks(tmp_path):
    ranks = ("standing", 'values: {2021-Q3: "32/63", 2022-Q3: "8/63"}')

    assert told(tmp_path, ranks, ("places-gained", value("24"))) == {}
    assert list(told(tmp_path, ranks, ("places-gained", value("23")))) == ["rise-differs"]


def test_what_a_rule_changed_stands_beside_nothing_that_was_counted_before(tmp_path):
    changes = {**DEFINED, INDICATORS: DEFINED[INDICATORS] + indicator("whole-process", more="  replaces: [due]\n")}
    catalogue = load_catalogue(write_tree(tmp_path, changes)).catalogue

    assert are_unlike(["due", "whole-process"], catalogue) == ("due", "whole-process")
    assert are_unlike(["whole-process", "due"], catalogue) == ("whole-process", "due")
    assert unlike("whole-process", catalogue) == ()


def test_points_of_the_unit_itself_stand_beside_those_it_was_given(tmp_path):
    """No excerpt has both, so this tree has: one indicator, two figures of one place and period, each out of its highest score."""
    scoring = """\
- id: scoring
  names: {vi: Người chấm, en: Who scored}
  categories:
    - {id: self, names: {vi: Tự chấm, en: Self-scored}}
    - {id: appraised, names: {vi: Thẩm định, en: Appraised}}
"""
    figures = [
        ("score", f'breakdown: {{scoring: {who}}}, value: "{points}/10"')
        for who, points in (("self", "9,5"), ("appraised", "8,25"))
    ]
    changes = stating(*figures)
    changes["data/breakdowns.yml"] = FILES["data/breakdowns.yml"] + scoring
    changes[INDICATORS] = changes[INDICATORS] + "  breakdown: [scoring]\n"
    catalogue, problems = load_and_check(write_tree(tmp_path, changes))

    assert faults(problems) == ()
    assert [(dict(each.breakdown)["scoring"], shown(each, catalogue, "en")) for each in catalogue.observations] == [
        ("self", "9.5/10"),
        ("appraised", "8.25/10"),
    ]
    assert len(Dataset.of(catalogue).select(indicator="score", unit="huyen")) == 2
    assert audit(Dataset.of(catalogue)) == ()


def test_an_indicator_that_names_an_unknown_one_is_told(tmp_path):
    changes = edit(INDICATORS, "  related: [resolved]\n", "  unlike: [resolve]\n  replaces: [late]\n")

    assert [each.code for each in load_and_check(write_tree(tmp_path, changes))[1]] == ["unknown-indicator"] * 2
