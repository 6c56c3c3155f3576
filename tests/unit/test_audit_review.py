"""Findings that were reviewed stay with their reason; corrections are used, and what was printed stays beside them."""

from decimal import Decimal

import pytest

from generator.assembly.site import load_and_check
from generator.audit import audit
from generator.audit.listing import listing
from generator.dataset.dataset import Dataset
from generator.load import load_catalogue
from generator.load.corrections import as_shown, corrected
from generator.problems import Severity, message
from tests.trees import REPORT, edit, write_tree

WRONG = edit(REPORT, '"99,17%"', '"97,19%"')[REPORT]
REVIEWED = "reviewed:\n  - {{finding: {finding}, {figure}reason: {{vi: Đã hỏi huyện, en: The district was asked}}}}\n"
CORRECTED = "corrections:\n  - {{{figure}, expects: '{expects}', value: '{value}', kind: printing, reason: {{vi: In sai, en: Misprinted}}}}\n"
BY_ROW = 'table: main, row: "1.3", '
BY_INDICATOR = "indicator: on-time-rate, period: 2022-Q3, "


def dataset(tmp_path, report):
    return Dataset.of(load_catalogue(write_tree(tmp_path, {REPORT: report})).catalogue)


@pytest.mark.parametrize("figure", [BY_ROW, BY_INDICATOR, "indicator: on-time-rate, "])
def test_a_reviewed_finding_keeps_its_place_and_gets_its_reason(tmp_path, figure):
    made = dataset(tmp_path, WRONG + REVIEWED.format(finding="rate-differs", figure=figure))

    (only,) = audit(made)
    assert only.acknowledged is not None
    assert only.acknowledged.in_language("en") == "The district was asked"
    assert [each.finding for each in listing(made).of("huyen/2022-Q3")] == [only]
    assert [each.finding for each in listing(made).beside(only.figures[0])] == [only]


def test_check_tells_of_no_finding_that_was_reviewed(tmp_path):
    open_one = load_and_check(write_tree(tmp_path, {REPORT: WRONG}))[1]
    reviewed = load_and_check(
        write_tree(tmp_path, {REPORT: WRONG + REVIEWED.format(finding="rate-differs", figure=BY_ROW)})
    )[1]

    assert [each.code for each in open_one] == ["rate-differs"]
    assert reviewed == ()


@pytest.mark.parametrize(
    ("finding", "figure"),
    [
        ("sum-differs", BY_ROW),
        ("rate-differs", 'table: main, row: "1.2", '),
        ("rate-differs", "indicator: on-time-rate, period: 2019, "),
        ("rate-differs", ""),
        ("no-such-thing", BY_ROW),
    ],
)
def test_a_review_of_nothing_is_a_warning(tmp_path, finding, figure):
    _, problems = load_and_check(
        write_tree(tmp_path, {REPORT: WRONG + REVIEWED.format(finding=finding, figure=figure)})
    )

    assert [(each.code, each.severity) for each in problems] == [
        ("rate-differs", Severity.CONTRADICTION),
        ("reviewed-nothing", Severity.WARNING),
    ]
    assert finding in message(problems[1], "vi")
    assert str(problems[1].place) == f"{REPORT}:26:5"


@pytest.mark.parametrize(
    ("figure", "expects", "value", "used"),
    [
        ('table: main, row: "1.3"', "97,19%", "99,17%", "99.17"),
        ('table: tiers, row: "1", column: commune', "900", "901", "901"),
        ('table: years, row: "1", column: 2021', "not-reported", "98%", "98"),
        ("indicator: on-time-rate, period: 2019", "83,3%", "83,4%", "83.4"),
        ("indicator: resolved, breakdown: {tier: commune}", "900", "901", "901"),
    ],
)
def test_a_correction_is_used_and_what_is_printed_stays(tmp_path, figure, expects, value, used):
    made = dataset(tmp_path, WRONG + CORRECTED.format(figure=figure, expects=expects, value=value))

    ((figure_now, correction),) = corrected(made.catalogue.observations)
    assert figure_now.value == Decimal(used)
    assert as_shown(figure_now) == expects
    assert correction.kind == "printing"
    before = dataset(tmp_path, WRONG)
    assert len(before.catalogue.observations) == len(made.catalogue.observations)
    assert len([each for each in made.catalogue.observations if each not in before.catalogue.observations]) == 1


def test_a_corrected_figure_contradicts_nothing_any_more(tmp_path):
    report = WRONG + CORRECTED.format(figure='table: main, row: "1.3"', expects="97,19%", value="99,17%")

    assert load_and_check(write_tree(tmp_path, {REPORT: report}))[1] == ()


def test_findings_have_addresses_of_their_own(tmp_path):
    twice = WRONG.replace("commune: 900", "commune: 1900")
    made = dataset(tmp_path, twice)

    assert [each.anchor for each in listing(made).of("huyen/2022-Q3")] == [
        "part-exceeds-whole-t-tiers-1_2",
        "rate-differs-t-main-1.3",
    ]


def test_contradictions_never_stop_a_build(tmp_path):
    _, problems = load_and_check(write_tree(tmp_path, {REPORT: WRONG}))

    assert not any(each.severity is Severity.ERROR for each in problems)
