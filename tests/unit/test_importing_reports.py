"""The tables of the five reports, imported as text, against the figures that were entered by hand.

The texts in tests/importing are the tables of the reports as published, with their heads.
"""

from pathlib import Path

import pytest

from generator.importing.mapping.placed import Certainty
from generator.importing.mapping.tables import Vocabulary
from generator.importing.outcome import outcome_of
from generator.importing.reading.file import read_document
from generator.load import load_catalogue
from generator.model.period import Period
from tests.conftest import ROOT
from tools.imports.compare import Verdict, compare

TEXTS = Path(__file__).parent.parent / "importing"
REPORTS = {
    "ngan-son-2022-q3": ("ngan-son", "2022-Q3", "cchc-quarterly-2022"),
    "tran-de-2023": ("tran-de", "2023", "cchc-annual-tran-de-2023"),
    "khanh-son-2011-2020": ("khanh-son", "2011-2020", "cchc-final-2011-2020"),
    "cu-chi-2020-q1": ("cu-chi", "2020-Q1", "cchc-quarterly-hcmc-2020"),
}
OTHERWISE = {
    # The cell is empty; the hand read the remark beside it (“Chưa thực hiện”) as: none. The worksheet names the remark.
    ("ngan-son-2022-q3", "appendix", "1.5.1"): Verdict.LEFT,
}


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue(ROOT).catalogue


def imported(name, catalogue):
    unit, period, _ = REPORTS[name]
    words = Vocabulary(catalogue.indicators, catalogue.measures)
    return outcome_of(read_document(TEXTS / f"{name}.txt"), unit, Period.parse(period), catalogue.forms, words)


@pytest.mark.parametrize("name", REPORTS)
def test_every_figure_of_a_report_is_placed_as_the_hand_placed_it(name, catalogue):
    unit, period, form = REPORTS[name]
    outcome = imported(name, catalogue)
    assert (outcome.form.id, outcome.certainty > 0.95) == (form, True)
    cells = list(compare(outcome, catalogue.reports[f"{unit}/{period}"], catalogue))
    assert len(cells) > 90
    differing = {(name, each.table, each.row): each.verdict for each in cells if each.verdict is not Verdict.RIGHT}
    assert differing == {place: verdict for place, verdict in OTHERWISE.items() if place[0] == name}


def test_a_report_without_tables_follows_no_form(catalogue):
    words = Vocabulary(catalogue.indicators, catalogue.measures)
    document = read_document(TEXTS / "khanh-hoa-2020-h1.txt")
    outcome = outcome_of(document, "khanh-hoa", Period.parse("2020-H1"), catalogue.forms, words)
    assert outcome.form is None
    assert outcome.placed == []
    assert outcome.title.startswith("Báo cáo Tình hình, kết quả thực hiện công tác cải cách hành chính 06 tháng")


def test_what_was_decided_is_marked_and_what_is_printed_plainly_is_not(catalogue):
    marked = {
        each.row: each.doubts[0].in_language("en")
        for each in imported("ngan-son-2022-q3", catalogue).placed
        if each.certainty is not Certainty.SURE
    }
    assert marked["6.1.1"] == "The number is printed with a space inside: “69.843,53 2”."
    assert marked["3.2.1"] == "Words stand beside the number: “28 (huyện 27, xã 01)”."
    assert "1.1" not in marked


def test_a_row_that_a_page_broke_in_two_is_one_row_again(catalogue):
    found = {each.row: each for each in imported("ngan-son-2022-q3", catalogue).placed}
    assert (found["7.2.2-3"].figure, found["7.2.2-3"].certainty) == ("11", Certainty.SURE)


def test_each_figure_knows_its_line_in_the_source(catalogue):
    lines = (TEXTS / "ngan-son-2022-q3.txt").read_text(encoding="utf-8").split("\n")
    for each in imported("ngan-son-2022-q3", catalogue).placed:
        assert each.printed in lines[each.spot.line - 1].replace("<i>", "").replace("</i>", "")
