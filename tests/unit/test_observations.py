"""From the figures of a report to observations: what each is a value of, and where it stands."""

from collections import Counter
from decimal import Decimal

import pytest

from generator.assembly.site import load_and_check
from generator.model.dates import PartialDate
from generator.model.observation import Status
from generator.model.period import Period
from tests.trees import FORM, REPORT, added, edit, faults, write_tree

NOT_REPORTED, NONE, REPORTED = Status.NOT_REPORTED, Status.NONE_OCCURRED, Status.REPORTED


def observations(folder, changes=None, table=None, row=None):
    catalogue, problems = load_and_check(write_tree(folder, changes))
    assert faults(problems) == ()
    return [
        each for each in catalogue.observations if table in (None, each.source.table) and row in (None, each.source.row)
    ]


def test_every_figure_of_the_smallest_report(tmp_path):
    found = [
        (str(each.period), each.indicator, dict(each.breakdown), each.status.value, each.value, each.source.anchor)
        for each in observations(tmp_path)
    ]

    assert found == [
        ("2022-Q3", "resolved", {}, "reported", Decimal(1200), "t-main-1.1"),
        ("2022-Q3", "on-time", {}, "reported", Decimal(1190), "t-main-1.2"),
        ("2022-Q3", "on-time-rate", {}, "reported", Decimal("99.17"), "t-main-1.3"),
        ("2022-Q3", None, {}, "reported", Decimal(1), "t-main-1.4"),
        ("2020", "on-time-rate", {}, "reported", Decimal("97.5"), "t-years-1"),
        ("2021", "on-time-rate", {}, "not-reported", None, "t-years-1_2"),
        ("2022-Q3", "resolved", {"tier": "district"}, "reported", Decimal(300), "t-tiers-1"),
        ("2022-Q3", "resolved", {"tier": "commune"}, "reported", Decimal(900), "t-tiers-1_2"),
        ("2018", "on-time-rate", {}, "reported", Decimal("81.8"), "p-on-time-rate.2018.ii-2"),
        ("2019", "on-time-rate", {}, "reported", Decimal("83.3"), "p-on-time-rate.2019.ii-2"),
    ]


def test_every_figure_knows_its_file_line_and_column(tmp_path):
    lines = (write_tree(tmp_path) / REPORT).read_text(encoding="utf-8").splitlines()

    for each in observations(tmp_path):
        assert each.place.file == REPORT
        start = lines[each.place.line - 1][each.place.column - 1 :]
        assert start.strip('"')[0] in {"1", "9", "x", "n", "3", "8"}
    assert [(each.place.line, each.place.column) for each in observations(tmp_path, table="tiers")] == [
        (20, 21),
        (20, 35),
    ]


@pytest.mark.parametrize(
    ("given", "figures"),
    [
        ("{district: 300, commune: 900}", [300, 900]),
        ("{commune: 900, district: 300}", [300, 900]),
        ("[300, 900]", [300, 900]),
        ("{commune: 900}", [NOT_REPORTED, 900]),
        ("{all: 5}", [5, 5]),
        ("{all: {status: none-occurred, printed: Không có}}", [NONE, NONE]),
        ("{all: not-applicable}", [Status.NOT_APPLICABLE] * 2),
        ("[none-occurred, {value: 900, printed: '900 (xã)'}]", [NONE, 900]),
    ],
)
def test_figures_are_laid_out_over_the_columns(tmp_path, given, figures):
    found = observations(tmp_path, edit(REPORT, "{district: 300, commune: 900}", given), "tiers")

    assert [each.status if each.value is None else each.value for each in found] == figures
    assert [dict(each.breakdown) for each in found] == [{"tier": "district"}, {"tier": "commune"}]
    assert all(each.place.line == 20 for each in found)


@pytest.mark.parametrize("given", ["[300]", "[300, 900, 5]", "300", "[]"])
def test_a_row_with_too_few_or_too_many_figures_is_refused(tmp_path, given):
    changes = edit(REPORT, "{district: 300, commune: 900}", given)

    _, problems = load_and_check(write_tree(tmp_path, changes))

    assert [(each.code, str(each.place)) for each in problems] == [("wrong-number-of-cells", f"{REPORT}:20:10")]


def test_shares_that_a_cell_prints_are_observations_of_their_own(tmp_path):
    cell = '{value: 28, printed: "28 (huyện 27, xã 01)", parts: {tier: {district: 27, commune: "01"}}}'

    whole, district, commune = observations(tmp_path, edit(REPORT, "1200", cell), "main", "1.1")

    assert (whole.value, whole.printed, whole.part, whole.breakdown) == (28, "28 (huyện 27, xã 01)", False, ())
    assert (district.value, district.part, district.breakdown) == (27, True, (("tier", "district"),))
    assert (commune.value, commune.printed, commune.breakdown) == (1, "01", (("tier", "commune"),))
    assert commune.source == whole.source
    assert (commune.place.line, whole.place.column < commune.place.column) == (10, True)


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("1200", None),
        ('"1200"', None),
        ('"02"', "02"),
        ('"1.200"', "1.200"),
        ('{value: "1.200", printed: "1. 200"}', "1. 200"),
        ('{status: not-reported, printed: "-"}', "-"),
        ("not-reported", None),
    ],
)
def test_what_the_paper_shows_is_kept_where_it_is_more_than_the_number(tmp_path, given, printed):
    (found,) = observations(tmp_path, edit(REPORT, "1200", given), "main", "1.1")

    assert found.printed == printed


def test_a_note_goes_with_its_figure(tmp_path):
    (found,) = observations(tmp_path, edit(REPORT, "1200", "{value: 5, note: {vi: Gồm cả thứ bảy}}"), "main", "1.1")

    assert found.note.in_language("en") == "Gồm cả thứ bảy"


def test_words_are_kept_as_words(tmp_path):
    (found,) = observations(
        tmp_path,
        edit(FORM, "measure: yes-no", "measure: text")
        | edit(REPORT, "1.4: x", "1.4: 12.350 phiếu")
        | added("data/measures.yml", "- {id: text, type: text, names: {vi: lời văn}}\n"),
        "main",
        "1.4",
    )

    assert (found.value, found.words, found.status) == (None, "12.350 phiếu", REPORTED)


def test_periods_stand_in_columns_or_in_rows(tmp_path):
    changes = edit(FORM, "indicator: on-time}", "indicator: on-time, period: 2015}")
    changes[FORM] = (
        changes[FORM]
        .replace("breakdown: {tier: district}}", "period: Q1}")
        .replace("breakdown: {tier: commune}}", "period: 9M}")
    )

    assert [str(each.period) for each in observations(tmp_path, changes, "main")] == [
        "2022-Q3",
        "2015",
        "2022-Q3",
        "2022-Q3",
    ]
    assert [str(each.period) for each in observations(tmp_path, changes, "tiers")] == ["2022-Q1", "2022-9M"]
    assert [str(each.period) for each in observations(tmp_path, changes, "years")] == ["2020", "2021"]


def test_a_row_may_be_about_another_unit(tmp_path):
    changes = edit(FORM, "indicator: on-time}", "indicator: on-time, unit: tinh}")

    assert [each.unit for each in observations(tmp_path, changes, "main")] == ["huyen", "tinh", "huyen", "huyen"]


def test_a_stock_of_the_reports_own_period_stands_as_of_the_reports_date(tmp_path):
    dates = {each.indicator: each.as_of for each in observations(tmp_path, table="main")}

    assert dates == {"resolved": None, "on-time": PartialDate(2022, 9, 15), "on-time-rate": None, None: None}


def test_a_column_says_as_of_when_it_stands(tmp_path):
    changes = edit(REPORT, "[2020, 2021]", "[2020, {period: 2021-Q1, label: {vi: Đến 31/3}, as_of: 2021-03-31}]")

    _, last = observations(tmp_path, changes, "years")

    assert (last.period, last.as_of) == (Period.parse("2021-Q1"), PartialDate(2021, 3, 31))


def test_no_two_figures_of_a_report_have_the_same_address(tmp_path):
    codes = ["1", "1-1", "1-2", "1-1-1", "2", "2-2", "4.6", "4.6#2", "4.6-2"]
    rows = "".join(f'\n      - {{code: "{code}", label: {{vi: Tỷ lệ}}, indicator: on-time-rate}}' for code in codes)
    changes = edit(FORM, '\n      - {code: "1", label: {vi: Tỷ lệ, en: Rate}, indicator: on-time-rate}', rows)
    changes |= edit(REPORT, '1: ["97,5%", not-reported]', "\n      ".join(f'"{code}": [1, 2]' for code in codes))

    anchors = Counter(each.source.anchor for each in observations(tmp_path, changes))

    assert len(anchors) == 10 - 2 + 2 * len(codes)
    assert set(anchors.values()) == {1}


def test_a_figure_of_an_unknown_indicator_is_left_out_and_told_once(tmp_path):
    catalogue, problems = load_and_check(write_tree(tmp_path, edit(FORM, "indicator: on-time}", "indicator: on-tim}")))

    assert [each.code for each in problems] == ["unknown-indicator"]
    assert "1.2" not in {each.source.row for each in catalogue.observations}


BY_FIELD = """\
id: bieu
names: {vi: Biểu mẫu, en: Sample form}
tables:
  - id: main
    title: {vi: Theo lĩnh vực, en: By field}
    columns:
      - {code: resolved, label: {vi: Đã giải quyết, en: Resolved}, indicator: resolved}
      - {code: remark, label: {vi: Ghi chú, en: Remark}, measure: dossier, not_indicator: {vi: Ghi chú, en: A remark}}
    rows:
      - {code: "1", label: {vi: Hộ tịch, en: Civil status}, not_indicator: {vi: Một lĩnh vực, en: One field only}}
      - {code: "2", label: {vi: Tổng số, en: Total}}
"""
FILLED = """\
unit: huyen
period: 2022-Q3
form: bieu
document: {title: {vi: Báo cáo mẫu, en: Sample report}}
tables:
  main:
    rows:
      1: [5, 1]
      2: [70, 2]
"""


def test_a_row_or_column_that_is_no_indicator_is_counted_nowhere_whatever_it_meets(tmp_path):
    catalogue, _ = load_and_check(write_tree(tmp_path, {FORM: BY_FIELD, REPORT: FILLED}))

    assert [(each.indicator, each.measure, each.value, each.source.anchor) for each in catalogue.observations] == [
        (None, "dossier", 5, "t-main-1"),
        (None, "dossier", 1, "t-main-1_2"),
        ("resolved", "dossier", 70, "t-main-2"),
        (None, "dossier", 2, "t-main-2_2"),
    ]


def test_shares_of_a_cell_belong_to_the_indicator_of_its_column(tmp_path):
    with_shares = FILLED.replace("[70, 2]", "[70, {value: 2, parts: {tier: {district: 2}}}]")
    columns = BY_FIELD.replace("measure: dossier, not_indicator: {vi: Ghi chú, en: A remark}", "indicator: on-time")

    _, problems = load_and_check(write_tree(tmp_path, {FORM: columns, REPORT: with_shares}))

    assert [(each.code, str(each.place)) for each in problems if each.code == "undeclared-breakdown"] == [
        ("undeclared-breakdown", f"{REPORT}:9:51")
    ]
