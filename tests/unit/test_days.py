"""Days that a source gives to a document, a table, a column, a passage or one figure: the nearest declaration holds."""

from datetime import date

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.comparability import figures
from generator.dataset.covered import covered_until
from generator.dataset.dataset import Dataset
from generator.pages.appendix.days import table_days
from generator.pages.figures.covered_words import covered_words
from tests.audits import told
from tests.trees import REPORT, added, edit, faults, write_tree

DOCUMENT = edit(REPORT, "  as_of: 2022-09-15\n", "  covers: {from: 2022-01-01, to: 2022-09-20}\n")
PASSAGE = """\
  - section: II.3
    covers: {from: 2022-06-15, to: 2022-09-09}
    figures:
      - indicator: resolved
        value: 1185
      - indicator: on-time
        as_of: 2022-09-01
        value: 1180
      - indicator: resolved
        period: 2021
        value: 4000
"""


def catalogue_of(tmp_path, changes):
    catalogue, problems = load_and_check(write_tree(tmp_path, changes))
    assert faults(problems) == ()
    return catalogue


def days_said(catalogue, lang="en"):
    """What readers are told of the days of each figure that has any, by its place in the report."""
    said = {each.id.partition("#")[2]: covered_words(each, catalogue, lang) for each in catalogue.observations}
    return {place: words for place, words in said.items() if words}


def days_known(catalogue):
    return {each.id.partition("#")[2]: str(each.covers or each.as_of or "") for each in catalogue.observations}


def in_table(cells, *, table=""):
    """The tree whose table by tier gives its own days, and cells."""
    old = "  tiers:\n    rows:\n      1: {district: 300, commune: 900}"
    return edit(REPORT, old, f"  tiers:\n{table}    rows:\n      1: {cells}")


def test_the_days_of_a_document_are_known_of_its_figures_and_said_at_none(tmp_path):
    catalogue = catalogue_of(tmp_path, DOCUMENT)

    known = days_known(catalogue)
    assert known["t-main-1.1"] == known["t-tiers-1"] == "2022-01-01/2022-09-20"
    assert known["t-years-1"] == known["p-on-time-rate.2018.ii-2"] == ""
    assert days_said(catalogue) == {}


def test_the_days_of_a_table_hold_for_it_and_for_nothing_else(tmp_path):
    table = in_table("{district: 300, commune: 900}", table="    covers: {from: 2022-06-15, to: 2022-09-09}\n")
    said = days_said(catalogue_of(tmp_path, table))

    assert said == dict.fromkeys(("t-tiers-1", "t-tiers-1_2"), "covers 15 June 2022 to 9 September 2022")


@pytest.mark.parametrize(
    ("cells", "table", "district", "commune"),
    [
        (
            "{district: 300, commune: 900}",
            "    as_of: 2022-09-05\n",
            "as of 5 September 2022",
            "as of 5 September 2022",
        ),
        (
            "{district: 300, commune: 900}",
            "    as_of: 2022-09-05\n    days: {commune: {as_of: 2022-08-31}}\n",
            "as of 5 September 2022",
            "as of 31 August 2022",
        ),
        (
            "{district: {value: 300, as_of: 2022-07-31}, commune: 900}",
            "    as_of: 2022-09-05\n    days: {district: {as_of: 2022-08-31}}\n",
            "as of 31 July 2022",
            "as of 5 September 2022",
        ),
    ],
)
def test_the_nearest_declaration_holds(tmp_path, cells, table, district, commune):
    said = days_said(catalogue_of(tmp_path, in_table(cells, table=table)))

    assert (said["t-tiers-1"], said["t-tiers-1_2"]) == (district, commune)


def test_a_nearer_declaration_holds_whole(tmp_path):
    changes = in_table("{district: 300, commune: 900}", table="    as_of: 2022-09-05\n")
    changes[REPORT] = changes[REPORT].replace("  as_of: 2022-09-15\n", "  covers: {from: 2022-06-10, to: 2022-09-20}\n")
    catalogue = catalogue_of(tmp_path, changes)
    (district,) = (each for each in catalogue.observations if each.source.anchor == "t-tiers-1")

    # The days that the document covers are those of other figures.
    assert (str(district.as_of), district.covers) == ("2022-09-05", None)


def test_a_passage_gives_its_days_to_its_figures_of_the_reports_own_period(tmp_path):
    catalogue = catalogue_of(tmp_path, added(REPORT, PASSAGE))

    assert days_said(catalogue) == {
        "p-resolved.2022-Q3.ii-3": "covers 15 June 2022 to 9 September 2022",
        "p-on-time.2022-Q3.ii-3": "as of 1 September 2022",
    }
    assert days_said(catalogue, "vi")["p-resolved.2022-Q3.ii-3"] == "lấy từ 15/6/2022 đến 09/9/2022"


def test_figures_of_passages_count_among_those_of_the_prose(tmp_path):
    catalogue = catalogue_of(tmp_path, added(REPORT, PASSAGE))
    figures = [each for each in catalogue.observations if each.source.section == "II.3"]

    assert [each.source.anchor for each in figures] == [
        "p-resolved.2022-Q3.ii-3",
        "p-on-time.2022-Q3.ii-3",
        "p-resolved.2021.ii-3",
    ]
    assert [each.source.old_anchor for each in figures] == ["p-2", "p-3", "p-4"]


def test_a_column_that_the_form_does_not_have_is_told_of(tmp_path):
    changes = in_table("{district: 300, commune: 900}", table="    days: {comune: {as_of: 2022-08-31}}\n")
    _, problems = load_and_check(write_tree(tmp_path, changes))

    (problem,) = faults(problems)
    assert (problem.code, problem.suggestion) == ("unknown-column", ("commune",))


def test_how_far_a_figure_reaches_follows_the_nearest_days(tmp_path):
    catalogue = catalogue_of(tmp_path, added(REPORT, PASSAGE))
    until = {each.source.anchor: covered_until(each, catalogue) for each in catalogue.observations}

    assert until["p-resolved.2022-Q3.ii-3"] == date(2022, 9, 9)
    assert until["p-on-time.2022-Q3.ii-3"] == date(2022, 9, 1)
    assert until["t-main-1.1"] == date(2022, 9, 15)
    assert until["p-resolved.2021.ii-3"] == date(2021, 12, 31)


def test_no_figure_reaches_beyond_the_date_of_its_report(tmp_path):
    catalogue = catalogue_of(tmp_path, edit(REPORT, "  as_of: 2022-09-15\n", "  date: 2022-09-12\n"))

    assert {covered_until(each, catalogue) for each in catalogue.observations if each.source.table == "main"} == {
        date(2022, 9, 12)
    }


def test_the_page_of_a_report_says_the_days_of_a_table_once(tmp_path):
    table = in_table("{district: 300, commune: 900}", table="    covers: {from: 2022-06-15, to: 2022-09-09}\n")
    values = catalogue_of(tmp_path, table).reports["huyen/2022-Q3"].tables["tiers"]

    assert table_days(values, "en") == "The figures of this table cover 15 June 2022 to 9 September 2022."
    assert table_days(values, "vi") == "Số liệu của bảng này lấy từ 15/6/2022 đến 09/9/2022."


def codes(tmp_path, changes):
    return [code for code, _ in told(tmp_path, changes)]


def test_days_of_a_passage_explain_a_report_dated_before_its_period_had_ended(tmp_path):
    early = edit(REPORT, "  as_of: 2022-09-15\n", "  date: 2022-09-12\n")
    explained = {REPORT: early[REPORT] + PASSAGE}

    assert "dated-before-end" in codes(tmp_path / "one", early)
    assert "dated-before-end" not in codes(tmp_path / "two", explained)


def test_days_given_to_an_earlier_year_explain_nothing(tmp_path):
    early = edit(REPORT, "  as_of: 2022-09-15\n", "  date: 2022-09-12\n")
    other = "  - {section: II.4, indicator: on-time, period: 2021, as_of: 2021-12-31, value: 4000}\n"

    assert "dated-before-end" in codes(tmp_path, {REPORT: early[REPORT] + other})


def test_only_the_figures_of_a_passage_cover_its_days(tmp_path):
    early = PASSAGE.replace("from: 2022-06-15", "from: 2021-10-12")
    found = told(tmp_path, added(REPORT, early))

    sentence = (
        "The report gives figures for 12 October 2021 to 9 September 2022, which goes beyond its period, Q3 2022."
    )
    assert [each for each in found if each[0] == "covers-other-days"] == [("covers-other-days", sentence)]


def test_days_change_what_a_figure_is_compared_with_and_no_others(tmp_path):
    tiers = in_table("{district: not-reported, commune: 900}")
    early = PASSAGE.replace("from: 2022-06-15", "from: 2021-10-12")
    early = early.replace("value: 1185", "breakdown: {tier: district}\n        value: 298")
    catalogue = catalogue_of(tmp_path, {REPORT: tiers[REPORT] + early})

    found = figures(Dataset.of(catalogue), catalogue.indicators["resolved"])
    spans = {each.observation.source.anchor: str(each.span) for each in found if each.has_number}
    assert spans == {
        "t-main-1.1": "months-3",
        "t-tiers-1_2": "months-3",
        "p-resolved.2022-Q3.tier-district.ii-3": "months-11",
        "p-resolved.2021.ii-3": "months-12",
    }
