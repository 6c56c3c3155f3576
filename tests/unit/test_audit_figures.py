"""Every check of figures finds the contradiction it is for, says the arithmetic, and leaves alone what agrees."""

import pytest

from generator.audit import all_checks, all_kinds, arithmetic
from generator.load import load_catalogue
from generator.problems import Severity, explain, message
from tests.audits import MORE_PROSE, findings, row, told
from tests.trees import FORM, INDICATORS, REPORT, added, edit, write_tree


def test_figures_that_agree_are_left_alone(tmp_path):
    assert told(tmp_path, {}) == []


def test_a_rate_that_its_numbers_do_not_give(tmp_path):
    (only,) = findings(tmp_path, edit(REPORT, '"99,17%"', '"97,19%"'))

    assert message(only.problem, "en") == (
        "On-time rate, Q3 2022: printed 97.19%; the report's own figures give 99.17% (1,190 of 1,200)."
    )
    assert message(only.problem, "vi") == (
        "Tỷ lệ đúng hạn, quý III/2022: bản in ghi 97,19 %; theo chính các số của báo cáo thì được 99,17 % (1.190 trên 1.200)."
    )
    assert (only.code, only.printed, str(only.follows)) == ("rate-differs", "97,19%", "99.17")
    assert arithmetic(only, "vi") == "1.190 trên 1.200"
    assert [str(each.value) for each in only.figures] == ["97.19", "1190", "1200"]
    assert str(only.problem.place) == f"{REPORT}:12:12"
    assert only.problem.severity is Severity.CONTRADICTION


def test_a_rate_that_was_cut_off_is_a_note(tmp_path):
    (only,) = findings(tmp_path, edit(REPORT, '"99,17%"', '"99,1%"'))

    assert only.code == "rate-truncated"
    assert message(only.problem, "en").endswith("more precisely 99.167% (1,190 of 1,200).")
    assert only.problem.severity is Severity.NOTE


def test_a_rate_needs_all_its_numbers_and_no_zero_below(tmp_path):
    assert told(tmp_path, edit(REPORT, "1.1: 1200", "1.1: not-reported") | edit(INDICATORS, "[tier]", "[]")) == []
    assert "rate-differs" not in dict(told(tmp_path, edit(REPORT, "1.1: 1200", "1.1: 0")))


def test_one_of_several_formulas_is_enough(tmp_path):
    both = edit(INDICATORS, "on-time / resolved", "[on-time / resolved, 100 - late-rate]")
    late = "- id: late-rate\n  names: {vi: Tỷ lệ trễ, en: Late rate}\n  definition: {vi: Trễ., en: Late.}\n  measure: percent\n  kind: flow\n  better: lower\n"
    changes = {INDICATORS: both[INDICATORS] + late}
    stated = MORE_PROSE.format(section="II.3", indicator="late-rate", rest='value: "2,81%"')

    assert told(tmp_path, changes | {REPORT: edit(REPORT, '"99,17%"', '"97,19%"')[REPORT] + stated}) == []
    assert [
        code for code, _ in told(tmp_path, changes | {REPORT: edit(REPORT, '"99,17%"', '"95%"')[REPORT] + stated})
    ] == ["rate-differs"]


def test_a_term_that_is_stated_twice_may_be_either(tmp_path):
    """The difference itself is told of once, by its own check."""
    twice = added(REPORT, MORE_PROSE.format(section="II.3", indicator="on-time", rest="value: 1150"))
    changed = {REPORT: twice[REPORT].replace('"99,17%"', '"95,83%"')}

    assert told(tmp_path, changed) == [
        ("stated-differently", "Dossiers on time, Q3 2022: 1,190 in appendix, row 1.2, but 1,150 in section II.3.")
    ]


def test_of_two_statements_the_one_that_does_not_follow_is_told_of(tmp_path):
    """Both are stated; the other one fits, and that they differ is told besides."""
    other = MORE_PROSE.format(section="II.3", indicator="on-time-rate", rest='value: "99,17%"')

    assert told(tmp_path, {REPORT: edit(REPORT, '"99,17%"', '"97,19%"')[REPORT] + other}) == [
        (
            "rate-differs",
            "On-time rate, Q3 2022: printed 97.19%; the report's own figures give 99.17% (1,190 of 1,200).",
        ),
        ("stated-differently", "On-time rate, Q3 2022: 97.19% in appendix, row 1.3, but 99.17% in section II.3."),
    ]


def test_what_is_stated_twice_alike_is_told_of_once(tmp_path):
    again = MORE_PROSE.format(section="II.3", indicator="on-time-rate", rest='value: "97,19%"')

    assert [code for code, _ in told(tmp_path, {REPORT: edit(REPORT, '"99,17%"', '"97,19%"')[REPORT] + again})] == [
        "rate-differs"
    ]


@pytest.mark.parametrize("kind", ["part", "plan", "places"])
def test_a_statement_above_its_bound_is_found_though_another_fits(tmp_path, kind):
    within = edit(INDICATORS, "  kind: stock\n", f"  kind: stock\n  within: [{{indicator: resolved, as: {kind}}}]\n")
    other = MORE_PROSE.format(section="II.3", indicator="on-time", rest="value: 1190")
    report = {REPORT: edit(REPORT, '1.2: "1.190"', "1.2: 1290")[REPORT].replace('"99,17%"', "not-reported") + other}

    assert len(told(tmp_path, within | report)) == 2
    assert "1,290, more than" in told(tmp_path, within | report)[0][1]


def test_rough_figures_are_held_against_nothing(tmp_path):
    rough = MORE_PROSE.format(section="II.3", indicator="on-time", rest="value: {value: 1000, printed: trên 1.000}")

    assert told(tmp_path, added(REPORT, rough)) == []


def test_two_tables_are_told_apart_by_their_titles(tmp_path):
    twice = row({"2020": '"97,5%"', "2022-Q3": '"98,17%"'})

    assert (
        "stated-differently",
        "On-time rate, Q3 2022: 99.17% in table “Results”, row 1.3, but 98.17% in table “Over the years”, row 1.",
    ) in told(tmp_path, twice)


def test_fewer_digits_are_no_other_statement(tmp_path):
    shorter = MORE_PROSE.format(section="II.3", indicator="on-time-rate", rest='value: "99,2%"')

    assert told(tmp_path, added(REPORT, shorter)) == []


@pytest.mark.parametrize(
    ("day", "found"), [("2022-09", True), ("2022-09-15", True), ("2022-08-31", False), ("2022-08", False)]
)
def test_statements_of_other_days_may_differ(tmp_path, day, found):
    other = MORE_PROSE.format(section="II.3", indicator="on-time", rest=f"as_of: {day}, value: 1150")

    assert ("stated-differently" in dict(told(tmp_path, added(REPORT, other)))) is found


SUMS = edit(INDICATORS, "  breakdown: [tier]\n", "  breakdown: [tier]\n  sums: [tier]\n")


def test_a_whole_that_is_not_the_sum_of_its_parts(tmp_path):
    (only,) = findings(tmp_path, SUMS | edit(REPORT, "commune: 900", "commune: 800"))

    assert message(only.problem, "en") == (
        "Dossiers resolved, Q3 2022: printed 1,200; its parts in the report add up to 1,100: 300 + 800."
    )
    assert only.code == "sum-differs"


@pytest.mark.parametrize(
    ("third", "found"), [("", ["sum-differs"]), ("    - {id: province, names: {vi: Cấp tỉnh, en: Province}}\n", [])]
)
def test_parts_of_a_report_that_is_entered_in_part_may_stand_on_paper(tmp_path, third, found):
    """An excerpt that ends before the third tier says nothing of it: its two tiers are all there is only where no third is."""
    breakdowns = added("data/breakdowns.yml", third) if third else {}
    report = edit(REPORT, "commune: 900", "commune: 800")
    report[REPORT] = report[REPORT].replace("form: bieu\n", "form: bieu\nentry: partial\n")

    assert [code for code, _ in told(tmp_path, SUMS | breakdowns | report)] == found


def test_parts_that_are_blank_are_not_zero(tmp_path):
    assert told(tmp_path, SUMS | edit(REPORT, "commune: 900", "commune: not-reported")) == []
    assert [code for code, _ in told(tmp_path, SUMS | edit(REPORT, "commune: 900", "commune: none-occurred"))] == [
        "sum-differs"
    ]


def test_a_formula_that_adds_up_takes_parts_for_a_whole_that_is_not_stated(tmp_path):
    total = (
        "- id: total\n  names: {vi: Tổng, en: Total}\n  definition: {vi: Tổng., en: Total.}\n  measure: dossier\n"
        "  kind: flow\n  better: neither\n  formula: resolved + on-time\n"
    )
    changes = {INDICATORS: SUMS[INDICATORS] + total}
    report = edit(REPORT, "1.1: 1200", "1.1: not-reported")[REPORT]
    stated = MORE_PROSE.format(section="II.3", indicator="total", rest="value: 2400")

    (only,) = [each for each in findings(tmp_path, changes | {REPORT: report + stated}) if each.code == "sum-differs"]
    assert arithmetic(only, "en") == "(300 + 900) + 1,190"
    assert str(only.follows) == "2390"


def test_a_part_above_its_whole(tmp_path):
    assert told(tmp_path, edit(REPORT, "commune: 900", "commune: 1900")) == [
        (
            "part-exceeds-whole",
            "Dossiers resolved, Commune, Q3 2022: printed 1,900, more than the whole it is a part of (Dossiers resolved, Q3 2022: 1,200).",
        )
    ]


@pytest.mark.parametrize(
    ("kind", "code"),
    [("part", "part-exceeds-whole"), ("plan", "done-exceeds-plan"), ("places", "present-exceeds-assigned")],
)
def test_what_cannot_exceed_another_figure(tmp_path, kind, code):
    within = edit(INDICATORS, "  kind: stock\n", f"  kind: stock\n  within: [{{indicator: resolved, as: {kind}}}]\n")
    more = edit(REPORT, '"1.190"', '"1.290"')

    found = dict(told(tmp_path, within | more))
    assert "printed 1,290, more than" in found[code]
    assert code not in dict(told(tmp_path, within))


def test_a_note_explains_more_people_than_posts(tmp_path):
    within = edit(INDICATORS, "  kind: stock\n", "  kind: stock\n  within: [{indicator: resolved, as: places}]\n")
    noted = edit(REPORT, '"1.190"', '{value: "1.290", note: {vi: Gồm hợp đồng}}')

    assert "present-exceeds-assigned" not in dict(told(tmp_path, within | noted))


def test_some_parts_that_are_already_too_much(tmp_path):
    three = edit(
        "data/breakdowns.yml",
        "    - {id: commune",
        "    - {id: province, names: {vi: Tỉnh, en: Province}}\n    - {id: commune",
    )
    form = edit(
        FORM,
        "      - {code: commune,",
        "      - {code: province, label: {vi: Tỉnh}, breakdown: {tier: province}}\n      - {code: commune,",
    )
    parts = "{district: 300, province: not-reported, commune: %s}"

    def changed(commune):
        return SUMS | three | form | edit(REPORT, "{district: 300, commune: 900}", parts % commune)

    assert told(tmp_path, changed(700)) == []
    assert told(tmp_path, changed(950)) == [
        (
            "parts-exceed",
            "Dossiers resolved, Q3 2022: printed 1,200; parts of it already add up to 1,250: 300 + 950.",
        )
    ]


def test_parts_of_something_within_a_whole_are_together_no_more_than_it(tmp_path):
    """What they add up to is not stated, but lies within the whole."""
    both = (
        "- id: both\n  names: {vi: Cả hai, en: Both}\n  definition: {vi: Cả hai., en: Both.}\n  measure: dossier\n"
        "  kind: flow\n  better: neither\n  within: [on-time]\n  formula: resolved + late\n"
        "- id: late\n  names: {vi: Trễ, en: Late}\n  definition: {vi: Trễ., en: Late.}\n  measure: dossier\n"
        "  kind: flow\n  better: lower\n"
    )

    def changed(number):
        late = MORE_PROSE.format(section="II.3", indicator="late", rest=f"value: {number}")
        report = edit(REPORT, "1.1: 1200", "1.1: 1100")[REPORT].replace('"99,17%"', "not-reported")
        return added(INDICATORS, both) | {REPORT: report + late}

    assert (
        "parts-exceed",
        "Dossiers on time, Q3 2022: printed 1,190; parts of it already add up to 1,200: 1,100 + 100.",
    ) in told(tmp_path, changed(100))
    assert "parts-exceed" not in dict(told(tmp_path, changed(90)))


RISE = """\
- id: rise
  names: {vi: Mức tăng, en: Rise in the on-time rate}
  definition: {vi: Mức tăng., en: Rise.}
  measure: percent
  kind: flow
  better: higher
  rise_of: on-time-rate
"""


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ('period: 2019, value: "1,5"', []),
        # From 2018 to the last year within the run.
        ('period: 2018-2021, value: "15,7"', []),
        (
            'period: 2018-2021, value: "15,4"',
            ["Rise in the on-time rate, 2018–2021: printed 15.4; the report's own figures give 15.7% (97.5% − 81.8%)."],
        ),
        (
            'period: 2019, value: "2,5"',
            ["Rise in the on-time rate, 2019: printed 2.5; the report's own figures give 1.5% (83.3% − 81.8%)."],
        ),
        # Counted from any earlier year, it may be right.
        ('period: 2020, value: "15,7"', []),
        ('period: 2020, value: "14,2"', []),
        # Nothing earlier is stated, or nothing for the period.
        ('period: 2018, value: "9,9"', []),
        ('period: 2021, value: "9,9"', []),
    ],
)
def test_a_rise_that_the_figures_before_and_after_do_not_give(tmp_path, rest, found):
    risen = MORE_PROSE.format(section="II.3", indicator="rise", rest=rest)

    assert [
        text for code, text in told(tmp_path, added(INDICATORS, RISE) | added(REPORT, risen)) if code == "rise-differs"
    ] == found


def test_a_count_with_decimals_that_a_report_prints_is_published(tmp_path):
    half = edit(REPORT, '1.2: "1.190"', '1.2: {value: "1.190,5", printed: "1.190,5"}')

    assert (
        "fraction-counted",
        "Dossiers on time, Q3 2022: printed 1,190.5, but dossiers are counted in whole numbers.",
    ) in told(tmp_path, half)
    assert load_catalogue(write_tree(tmp_path, half)).problems == ()


def test_a_value_outside_its_unit_of_measure(tmp_path):
    limited = edit("data/measures.yml", 'en: "{}%"}\n', 'en: "{}%"}\n  maximum: 100\n')
    more = row({"2020": '{value: "120%", printed: "120%"}', "2021": "97"})

    assert told(tmp_path, limited | more) == [
        ("outside-measure", "On-time rate, 2020: printed 120%, but its unit of measure allows nothing beyond 100%.")
    ]
    unbounded = edit(INDICATORS, "  better: higher\n", "  better: higher\n  unbounded: true\n")
    assert told(tmp_path, limited | more | unbounded) == []


def test_what_cannot_be_is_the_papers_only_where_the_file_says_so(tmp_path):
    """Typed alone it is taken for a slip, and nobody is accused; the figure is then left open."""
    slip, vouched = (
        edit(REPORT, '1.2: "1.190"', "1.2: -5"),
        edit(REPORT, '1.2: "1.190"', '1.2: {value: -5, printed: "-5"}'),
    )

    assert [each.code for each in load_catalogue(write_tree(tmp_path / "slip", slip)).problems] == ["below-measure"]
    assert told(tmp_path / "slip", slip) == []
    assert load_catalogue(write_tree(tmp_path / "vouched", vouched)).problems == ()
    assert [code for code, _ in told(tmp_path / "vouched", vouched)] == ["rate-differs", "outside-measure"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_kind_says_what_it_is_about(lang):
    for check in all_checks():
        kind = check.kind
        assert kind in all_kinds()
        assert kind.title
        assert kind.explanation
        assert kind.message
        assert check.find.__doc__
        assert kind.severity in (Severity.CONTRADICTION, Severity.NOTE, Severity.WARNING, Severity.ERROR)


def test_a_broken_tree_is_audited_as_far_as_it_goes(tmp_path):
    """Whatever else is wrong, the audit neither fails nor hides what it can find."""
    broken = edit(INDICATORS, "measure: percent", "measure: per-cent") | edit(REPORT, "commune: 900", "commune: 1900")

    assert [code for code, _ in told(tmp_path, broken)] == ["part-exceeds-whole"]
    for changes in (
        edit(INDICATORS, "on-time / resolved", "on-time/resolved"),
        edit(INDICATORS, "[tier]", "[tiers]"),
        edit(INDICATORS, "  kind: stock\n", "  kind: stock\n  within: [nothing]\n"),
        edit(REPORT, "form: bieu", "form: biu"),
    ):
        assert isinstance(told(tmp_path, changes), list)


def test_a_finding_tells_what_to_do(tmp_path):
    (only,) = findings(tmp_path, edit(REPORT, '"99,17%"', '"97,19%"'))

    assert explain(only.problem, "en").endswith("If it was typed as printed, leave it: readers see both.")
