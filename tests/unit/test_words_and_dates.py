"""What the audit finds in words and dates: numbers nobody knows, rises that were falls, days that cannot be."""

import pytest

from generator.assembly.site import load_and_check
from generator.problems import explain
from tests.trees import INDICATORS, REPORT, SUMMARY, added, edit, write_tree


def dated(date, more=""):
    """The report with a date of its own."""
    return edit(REPORT, "  as_of: 2022-09-15\n", f"  date: {date}\n{more}")[REPORT]


CITED = """\
references:
  - id: decree
    name: {{vi: Nghị định số 61/2018/NĐ-CP, en: Decree 61/2018/NĐ-CP}}
    number: 61/2018/NĐ-CP
    {line}
"""


LOOKED_FOR = {
    "bare-number",
    "prose-direction",
    "impossible-date",
    "impossible-date-in-prose",
    "cited-after-report",
    "dated-before-end",
    "figures-after-report",
    "covers-other-days",
    "number-contradicts-date",
    "repeated-figure",
    "document-cited-twice",
    "duplicate-code",
    "duplicate-name",
    "unused-entry",
    "unread-file",
}
"""What checks of the figures find in these trees is for other tests."""


def problems_of(tmp_path, changes):
    return [each for each in load_and_check(write_tree(tmp_path, changes))[1] if each.code in LOOKED_FOR]


def found(tmp_path, changes):
    """The problems of a changed tree, as codes with their places."""
    return [(each.code, str(each.place)) for each in problems_of(tmp_path, changes)]


def narrative(text):
    return {SUMMARY: text}


@pytest.mark.parametrize(
    "text",
    [
        "Đã giải quyết 1.200 hồ sơ, đúng hạn 1.190 (99,17 %).",
        "Khoảng 1.000 hồ sơ, hơn 99 % đúng hạn.",
        "Cấp huyện 300, cấp xã 900 hồ sơ; năm 2018 đạt 81,8 %.",
        "Chỉ tiêu là 95 %.",
        "Ngày 10/6/2020, theo Nghị định số 61/2018/NĐ-CP, ở mức độ 3, 4, có một tổ.",
    ],
)
def test_numbers_of_the_report_its_targets_and_names_may_stand_in_prose(tmp_path, text):
    assert found(tmp_path, narrative(text)) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Đã giải quyết 1.201 hồ sơ.", f"{SUMMARY}:1:15"),
        ('Đạt {{ value("on-time-rate") }}, tức\n1.189 hồ sơ.', f"{SUMMARY}:2:1"),
        ("Khoảng 1.300 hồ sơ.", f"{SUMMARY}:1:8"),
        ("Có hai mươi mốt xã.", f"{SUMMARY}:1:4"),
    ],
)
def test_a_number_that_the_report_does_not_know_is_told(tmp_path, text, place):
    assert found(tmp_path, narrative(text)) == [("bare-number", place)]


RISE = 'Tỷ lệ tăng từ {{{{ value("on-time-rate", period="{first}") }}}} lên {{{{ value("on-time-rate", period="{second}") }}}}.'
FALL = 'It fell from {{{{ value("on-time-rate", period="{first}") }}}} to {{{{ value("on-time-rate", period="{second}") }}}}.'


def test_a_sentence_that_fits_its_figures_is_fine(tmp_path):
    assert found(tmp_path, narrative(RISE.format(first="2018", second="2019"))) == []


def test_a_fall_that_was_a_rise_is_told_with_both_figures(tmp_path):
    english = "content/en/reports/huyen/2022-Q3/summary.md"
    (problem,) = problems_of(tmp_path, {english: FALL.format(first="2018", second="2019")})

    assert (problem.code, str(problem.place)) == ("prose-direction", f"{english}:1:60")
    assert explain(problem, "en").startswith(
        "The sentence tells of a fall, but the figures go from 81.8% (2018) to 83.3% (2019)."
    )
    assert "81,8 % (năm 2018)" in explain(problem, "vi")


def test_a_rise_that_was_none_is_told_in_vietnamese_prose(tmp_path):
    changes = narrative(RISE.format(first="2018", second="2019"))
    changes |= edit(REPORT, '2018: "81,8%"', '2018: "83,4%"')

    assert [code for code, _ in found(tmp_path, changes)] == ["prose-direction"]


@pytest.mark.parametrize(
    ("date", "more", "codes"),
    [
        ("2022-09-30", "", []),
        ("2022-09", "", []),
        ("2022-10-05", "", []),
        ("2022-09-20", "", ["dated-before-end"]),
        ("2022-08", "", ["dated-before-end"]),
        ("2022-09-13", "  covers: {from: 2022-06-15, to: 2022-09-14}\n", ["figures-after-report"]),
        ("2022-09-20", "  as_of: 2022-09-15\n", []),
        ("2022-09-20", "  covers: {from: 2022-07-01, to: 2022-09-15}\n", []),
        ("2022-10-05", "  as_of: 2022-11-15\n", ["figures-after-report"]),
        ("2022-11-05", "  covers: {from: 2022-07-01, to: 2022-10-31}\n", ["covers-other-days"]),
        ("2022-10-05", "  covers: {from: 2022-03-01, to: 2022-09-30}\n", ["covers-other-days"]),
        ("2022-10-05", "  covers: {from: 2022-06-15, to: 2022-09-13}\n", []),
    ],
)
def test_a_report_is_as_old_as_what_it_tells(tmp_path, date, more, codes):
    assert [code for code, _ in found(tmp_path, {REPORT: dated(date, more)})] == codes


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("date: 2018-04-23", []),
        ("date: 2022-10-23", ["cited-after-report", "number-contradicts-date"]),
        ('printed_date: "24/02/2014"', ["number-contradicts-date"]),
        ('printed_date: "26/0/2018"', ["impossible-date"]),
        ('printed_date: "31 tháng 4 năm 2018"', ["impossible-date"]),
        ('printed_date: "29/02/2018"', ["impossible-date"]),
        ("subject: {vi: Hội nghị ngày 30/02/2018}", ["impossible-date"]),
    ],
)
def test_a_cited_document_has_a_day_that_can_be(tmp_path, line, codes):
    changes = {REPORT: dated("2022-10-05") + CITED.format(line=line)}

    assert [code for code, _ in found(tmp_path, changes)] == codes


def test_an_impossible_date_in_a_cell_is_told_at_the_figure(tmp_path):
    changes = edit(REPORT, "1.1: 1200", '1.1: {value: 1200, printed: "1200 (đến 31/9/2022)"}')

    assert found(tmp_path, changes) == [("impossible-date", f"{REPORT}:10:20")]


def test_an_impossible_date_of_ours_is_a_mistake_unless_it_is_quoted(tmp_path):
    assert found(tmp_path, narrative("Ngày 31/9/2022 huyện họp.")) == [("impossible-date-in-prose", f"{SUMMARY}:1:6")]
    assert found(tmp_path, narrative("Báo cáo in “31/9/2022”.")) == []


def test_what_stands_twice_is_told_at_the_second_place(tmp_path):
    prose = '  - section: II.2\n    indicator: on-time-rate\n    values: {2018: "81,8%"}\n'
    assert found(tmp_path, added(REPORT, prose)) == [("repeated-figure", f"{REPORT}:27:20")]
    other = prose.replace("II.2", "II.3")
    assert found(tmp_path, added(REPORT, other)) == []


def test_a_whole_printed_beside_two_of_its_parts_is_no_duplicate(tmp_path):
    parts = "".join(
        f'  - section: III\n    indicator: resolved\n    value: {{value: 109, printed: "{part}/109"}}\n'
        for part in (2, 107)
    )

    assert "repeated-figure" not in [code for code, _ in found(tmp_path, added(REPORT, parts))]


def test_a_citation_is_told_once_whatever_its_id(tmp_path):
    cited = CITED.format(line="date: 2018-04-23")
    twice = cited + cited.partition("\n")[2].replace("id: decree", "id: other")
    another = cited + cited.partition("\n")[2].replace("id: decree", "id: other").replace("04-23", "05-23")

    assert [code for code, _ in found(tmp_path, added(REPORT, twice))] == ["document-cited-twice"]
    assert found(tmp_path, added(REPORT, another)) == []


@pytest.mark.parametrize(
    ("life", "codes"),
    [
        ("", ["duplicate-code"]),
        ("valid_to: 2020-12-31", []),
    ],
)
def test_a_code_belongs_to_one_unit_at_a_time(tmp_path, life, codes):
    unit = "id: xa\nlevel: district\nnames: {vi: Huyện Cũ}\ncode: '001'\n" + life + "\n"
    changes = added("data/units/huyen.yml", "code: '001'\nvalid_from: 2021-01-01\n") | {"data/units/xa.yml": unit}

    assert [code for code, _ in found(tmp_path, changes)] == codes


def test_indicators_are_told_apart_by_their_names(tmp_path):
    changes = edit(INDICATORS, "Hồ sơ đúng hạn, en: Dossiers on time", "Hồ sơ đã giải quyết, en: Dossiers on time")

    assert [code for code, _ in found(tmp_path, changes)] == ["duplicate-name"]


@pytest.mark.parametrize(
    ("file", "entry"),
    [
        ("data/measures.yml", "- {id: more, type: count, names: {vi: Khác}}\n"),
        ("data/breakdowns.yml", "- {id: more, names: {vi: Khác}, categories: [{id: a, names: {vi: A}}]}\n"),
        ("data/areas.yml", "- {id: more, names: {vi: Khác}, definition: {vi: Khác}}\n"),
        (
            INDICATORS,
            "- {id: more, names: {vi: Khác}, definition: {vi: Khác}, measure: dossier, kind: flow, better: neither}\n",
        ),
    ],
)
def test_what_nothing_uses_is_told(tmp_path, file, entry):
    assert [code for code, _ in found(tmp_path, added(file, entry))] == ["unused-entry"]


def test_a_file_of_another_kind_is_told_and_a_hidden_one_is_not(tmp_path):
    changes = {"data/reports/scan.pdf": b"%PDF", "content/vi/.draft.txt": "x", "content/vi/photo.png": b"x"}

    assert found(tmp_path, changes) == [
        ("unread-file", "content/vi/photo.png"),
        ("unread-file", "data/reports/scan.pdf"),
    ]
