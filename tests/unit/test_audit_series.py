"""Figures over time: what jumps, stays the same, falls within a year, or is left empty."""

import pytest

from generator.problems import Severity, message
from tests.audits import MORE_PROSE, findings, row, told
from tests.trees import FORM, INDICATORS, REPORT, added, edit

BUDGET = """\
- id: spent
  names: {vi: Kinh phí đã chi, en: Budget spent}
  definition: {vi: Số đã chi., en: What was spent.}
  measure: dossier
  kind: cumulative
  better: neither
"""


YEARS = ("2016", "2017", "2018", "2019", "2020", "2021")


@pytest.mark.parametrize(
    ("values", "jumps"),
    [
        (("90%", "92%", "0%", "91%", "90%", "93%"), ["2018"]),
        (("10%", "12%", "95%", "11%", "10%", "13%"), ["2018"]),
        (("10%", "30%", "60%", "61%", "90%", "93%"), []),
        (("0%", "0%", "0%", "100%", "100%", "100%"), []),
    ],
)
def test_a_rate_that_jumps(tmp_path, values, jumps):
    report = row({year: f'"{value}"' for year, value in zip(YEARS, values, strict=True)})[REPORT]
    # Neither the rate of the quarter nor those of the prose belong here.
    report = report.replace('1.3: "99,17%"', "1.3: not-reported")
    report = report.replace('{2018: "81,8%", 2019: "83,3%"}', '{2011-2015: "83,3%"}')

    found = [each for each in findings(tmp_path, {REPORT: report}) if each.code == "jump"]
    assert [str(each.figures[0].period) for each in found] == jumps


def counts(*values, indicator="resolved"):
    """The table over years for a count."""
    form = edit(
        FORM, "Rate}, indicator: on-time-rate}\n  - id: tiers", f"Count}}, indicator: {indicator}}}\n  - id: tiers"
    )
    years = row(dict(zip(YEARS, values, strict=False)))
    # The number of the quarter would show that such sizes occur.
    return form | {REPORT: years[REPORT].replace("1.1: 1200", "1.1: not-reported")}


@pytest.mark.parametrize(
    ("values", "jumps"),
    [
        (("12", "230", "190", "330"), ["2016"]),
        (("1230", "12", "19", "33"), ["2016"]),
        (("12", "23", "19", "330"), ["2019"]),
        (("1", "2", "1", "33"), []),
        (("0", "230", "190", "330"), []),
        (("5", "60", "600", "6000"), []),
        (("12", "230", "190"), []),
    ],
)
def test_a_count_that_jumps(tmp_path, values, jumps):
    found = [each for each in findings(tmp_path, counts(*values)) if each.code == "jump"]

    assert [str(each.figures[0].period) for each in found] == jumps


@pytest.mark.parametrize(
    ("values", "jumps"),
    [
        (("198", "222", "2460", "314", "287"), ["2018"]),
        (("88", "88", "8", "87"), ["2018"]),
        (("88", "8", "87"), ["2017"]),
        # It stays there, or it was small anyway.
        (("198", "222", "246", "2314"), []),
        (("8", "1", "7"), []),
        (("88", "8", "2"), []),
        (("88", "20", "87"), []),
    ],
)
def test_a_stock_that_leaps_and_comes_back(tmp_path, values, jumps):
    def yearly(name):
        """Without the figure of the quarter, which stands in the same line."""
        changes = counts(*values, indicator=name)
        return changes | {REPORT: changes[REPORT].replace('1.2: "1.190"', "1.2: not-reported")}

    stock, flow = (
        [str(each.figures[0].period) for each in findings(tmp_path / name, yearly(name)) if each.code == "jump"]
        for name in ("on-time", "resolved")
    )

    assert stock == jumps
    # Fewer people may be trained in a year than in those before and after.
    assert flow == []


def test_a_leap_is_worth_a_look_and_no_contradiction(tmp_path):
    """What a check itself calls possible is not said to be impossible."""
    (only,) = [each for each in findings(tmp_path, counts("12", "230", "190", "330")) if each.code == "jump"]

    assert only.problem.severity is Severity.NOTE
    assert not only.is_contradiction


def test_a_size_that_the_row_has_in_a_quarter_is_in_proportion(tmp_path):
    """12.350 for a year beside 15.000 for the first quarter of another: the programme was small, no digit is missing."""
    quarter = MORE_PROSE.format(section="II.3", indicator="resolved", rest="period: 2021-Q1, value: 15")
    changes = counts("12", "230", "190", "330")

    assert "jump" in dict(told(tmp_path / "alone", changes))
    assert "jump" not in dict(told(tmp_path / "beside", changes | {REPORT: changes[REPORT] + quarter}))


def test_a_sign_that_the_paper_does_not_print_is_not_quoted(tmp_path):
    """“0” is not “0%”, although both are read as nought per cent."""
    report = row({"2017": '"90%"', "2018": '"92%"', "2019": "0", "2020": '"91%"', "2021": '"93%"'})[REPORT]
    report = report.replace('1.3: "99,17%"', "1.3: not-reported")
    report = report.replace('{2018: "81,8%", 2019: "83,3%"}', '{2011-2015: "83,3%"}')
    (only,) = [each for each in findings(tmp_path, {REPORT: report}) if each.code == "jump"]

    assert message(only.problem, "vi").startswith("Tỷ lệ đúng hạn, năm 2019: bản in ghi 0, ")
    assert message(only.problem, "en").startswith("On-time rate, 2019: printed 0, ")


def test_a_count_that_stays_the_same_for_years(tmp_path):
    found = [each for each in findings(tmp_path, counts("440", "440", "440", "440", "12")) if each.code == "unchanged"]

    assert [message(each.problem, "en") for each in found] == [
        "Dossiers resolved, 2016: printed 440 in 4 columns in a row, though it is counted anew in each period."
    ]
    assert "unchanged" not in dict(told(tmp_path, counts("440", "440", "440", "441")))
    assert "unchanged" not in dict(told(tmp_path, counts("2", "2", "2", "2")))


def test_a_running_total_that_falls(tmp_path):
    spent = MORE_PROSE.format(
        section="II.3", indicator="spent", rest="values: {2022-Q1: 30, 2022-H1: 25, 2022-9M: 40, 2023-Q1: 5}"
    )

    assert told(tmp_path, added(INDICATORS, BUDGET) | added(REPORT, spent)) == [
        (
            "cumulative-falls",
            "Budget spent, First half of 2022: printed 25, less than the 30 counted since January by Q1 2022 already.",
        )
    ]


def test_a_column_left_empty(tmp_path):
    second = edit(
        FORM,
        "Rate}, indicator: on-time-rate}\n  - id: tiers",
        'Rate}, indicator: on-time-rate}\n      - {code: "2", label: {vi: Số, en: Count}, indicator: resolved}\n  - id: tiers',
    )
    rows = '      1: ["97,5%", {later}]\n      2: [12, {later}]\n'

    def changed(columns, later):
        return second | edit(
            REPORT,
            'columns: [2020, 2021]\n    rows:\n      1: ["97,5%", not-reported]\n',
            f"columns: {columns}\n    rows:\n{rows.format(later=later)}",
        )

    assert told(tmp_path, changed("[2020, 2021]", "not-reported")) == [
        ("empty-column", "Table years: the column 2021 is empty, though its time had passed when the report was dated.")
    ]
    assert told(tmp_path, changed("[2020, 2022]", "not-reported")) == []
    assert told(tmp_path, changed("[2020, 2021]", "none-occurred")) == []
