"""Contradictions that only declared facts make provable: one set counted in two tables, a part of a time and the whole of it."""

import pytest

from generator.audit import audit
from generator.dataset.dataset import Dataset
from generator.load import load_catalogue
from generator.problems import Severity, message
from tests.audits import MORE_PROSE, findings, told
from tests.trees import INDICATORS, REPORT, added, edit

ISO = """\
- id: {name}
  names: {{vi: "{vi}", en: "{en}"}}
  definition: {{vi: Đếm thủ tục., en: Procedures counted.}}
  measure: dossier
  kind: stock
  better: neither
  breakdown: [tier]
  sums: [tier]
  {more}
"""
PROCEDURES = (
    ISO.format(name="announced", vi="Đã chuẩn hóa", en="Standardised", more="same_set: under-iso + without-iso")
    + ISO.format(name="under-iso", vi="Theo ISO", en="Under ISO", more="related: []")
    + ISO.format(name="without-iso", vi="Chưa theo ISO", en="Without ISO", more="related: []")
)


def stated(indicator, section, **tiers):
    return "".join(
        MORE_PROSE.format(section=section, indicator=indicator, rest=f"breakdown: {{tier: {tier}}}, value: {value}")
        for tier, value in tiers.items()
    )


def counted(tmp_path, announced, under, without):
    rows = stated("announced", "II.3", **announced) + stated("under-iso", "II.6", **under)
    rows += stated("without-iso", "II.6", **without)
    return [each for each in findings(tmp_path, added(INDICATORS, PROCEDURES) | added(REPORT, rows)) if each.figures]


def test_one_set_that_two_tables_count_differently(tmp_path):
    """Communes agree to the unit, so the rows count the same thing; districts do not."""
    (only,) = counted(
        tmp_path,
        {"district": 115, "commune": 118},
        {"district": 191, "commune": 113},
        {"district": 0, "commune": 5},
    )

    assert only.problem.severity is Severity.CONTRADICTION
    assert message(only.problem, "en") == (
        "Standardised, District, Q3 2022: 115 in section II.3, but the rows that count the same things elsewhere give 191: "
        "191 + 0 (section II.6; section II.6)."
    )
    assert message(only.problem, "vi") == (
        "Đã chuẩn hóa, Cấp huyện, quý III/2022: mục II.3 ghi 115, nhưng các dòng đếm cùng những đối tượng ấy ở chỗ khác "
        "cho kết quả 191: 191 + 0 (mục II.6; mục II.6)."
    )
    assert [str(each.value) for each in only.figures[: only.marked]] == ["115", "191", "0"]


def test_a_difference_of_parts_is_not_told_again_of_their_sum(tmp_path):
    whole = MORE_PROSE.format(section="II.3", indicator="announced", rest="value: 233")
    rows = stated("announced", "II.3", district=115, commune=118) + whole
    rows += stated("under-iso", "II.6", district=191, commune=113) + stated(
        "without-iso", "II.6", district=0, commune=5
    )

    codes = [code for code, _ in told(tmp_path, added(INDICATORS, PROCEDURES) | added(REPORT, rows))]

    assert codes == ["set-counted-differently"]


def test_rows_that_are_blank_are_not_taken_for_nought(tmp_path):
    assert counted(tmp_path, {"district": 115}, {"district": 191}, {}) == []


FLOW = """\
- id: received
  names: {{vi: Hồ sơ tiếp nhận, en: Dossiers received}}
  definition: {{vi: Số hồ sơ tiếp nhận., en: Dossiers received.}}
  measure: dossier
  kind: flow
  better: neither
  {more}
"""


def compared(tmp_path, more, quarter, months):
    rows = MORE_PROSE.format(section="II.3", indicator="received", rest=f"value: {quarter}")
    rows += MORE_PROSE.format(section="II.6", indicator="received", rest=f"period: 2022-9M, value: {months}")
    found = findings(tmp_path, added(INDICATORS, FLOW.format(more=more)) | added(REPORT, rows))
    return [each for each in found if each.code == "part-of-time-exceeds"]


def test_a_quarter_has_as_much_as_the_nine_months_it_is_a_part_of(tmp_path):
    (only,) = compared(tmp_path, "over_time: steady", 5106, 5106)

    assert only.problem.severity is Severity.CONTRADICTION
    assert message(only.problem, "en") == (
        "Dossiers received, Q3 2022: printed 5,106 in section II.3, as many as the 5,106 printed for "
        "First nine months of 2022 in section II.6."
    )
    assert message(only.problem, "vi") == (
        "Hồ sơ tiếp nhận, quý III/2022: mục II.3 in 5.106, bằng đúng con số 5.106 in cho 9 tháng đầu năm 2022 ở mục II.6."
    )
    assert len(only.figures[: only.marked]) == 2


@pytest.mark.parametrize(
    ("more", "quarter", "months", "found"),
    [
        # A quarter may have all there was of what is done now and then, and of small numbers.
        ("over_time: adds", 5106, 5106, False),
        ("over_time: steady", 9, 9, False),
        ("over_time: steady", 1869, 5106, False),
        ("over_time: adds", 5107, 5106, True),
        ("over_time: steady", 5107, 5106, True),
        # An average of a quarter may well be above that of the year.
        ("related: []", 5107, 5106, False),
    ],
)
def test_what_a_part_of_a_time_cannot_have(tmp_path, more, quarter, months, found):
    assert bool(compared(tmp_path, more, quarter, months)) is found


def test_days_that_the_report_declares_count_and_not_those_of_the_period(tmp_path):
    """From October on, a half-year and its year are no part and whole."""
    rows = MORE_PROSE.format(section="II.3", indicator="received", rest="value: 900")
    rows += MORE_PROSE.format(section="II.6", indicator="received", rest="period: 2022, value: 800")
    indicator = added(INDICATORS, FLOW.format(more="over_time: adds"))
    covers = edit(REPORT, "  as_of: 2022-09-15\n", "  covers: {from: 2021-10-12, to: 2022-09-15}\n")[REPORT]

    assert "part-of-time-exceeds" in dict(told(tmp_path / "period", indicator | added(REPORT, rows)))
    assert "part-of-time-exceeds" not in dict(told(tmp_path / "days", indicator | {REPORT: covers + rows}))


REAL = {
    # Annex 7B counts 191 standardised district procedures under ISO and none without, annex 3B 115 standardised ones.
    ("cu-chi/2020-Q1", "set-counted-differently", "t-3b-1.1"),
    # “Trong 9 tháng đầu năm … 396/5106 hồ sơ”, and both numbers in the column of the third quarter.
    ("ngan-son/2022-Q3", "part-of-time-exceeds", "t-appendix-7.2.4-1"),
    ("ngan-son/2022-Q3", "part-of-time-exceeds", "t-appendix-7.2.4-2"),
}


def test_the_real_reports_have_these_and_no_others(root):
    found = audit(Dataset.of(load_catalogue(root).catalogue))
    codes = {code for _, code, _ in REAL}

    assert {(each.report, each.code, each.figures[0].source.anchor) for each in found if each.code in codes} == REAL
