"""Cells that print several figures ("Số lượng: 4 / Tỷ lệ: 80% / Điểm số: 2,5"), imported as the form of Decision 766 has them."""

import pytest

from generator.importing.mapping.placed import Certainty
from generator.importing.mapping.tables import Vocabulary
from generator.importing.outcome import outcome_of
from generator.importing.reading.html import read_html
from generator.importing.writing.facts import facts_of
from generator.importing.writing.report import report_text
from generator.load import load_catalogue
from generator.load.entries import read_entry
from generator.load.yaml_tree import parse_yaml
from generator.model.period import Period
from generator.model.report import Report
from tests.real_paper import write_paper

AS_THE_FORM = "Số lượng: 1.204<br>/ Tỷ lệ: 80,5% <br>/ Điểm số: 2,5"
WITHOUT_SIGNS = "Số lượng: 1.204 <br> Tỷ lệ: 80,5% <br> Điểm số: 2,5"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return load_catalogue(write_paper(tmp_path_factory.mktemp("paper"))).catalogue


def imported(cell, catalogue):
    """A table of the form with one unit, whose cells of several figures all print the same."""
    columns = catalogue.forms["qd766-payment"].tables[0].fixed_columns
    heads = "".join(f"<th>{each.label.root['vi']}</th>" for each in columns)
    cells = "".join(f"<td>{cell if each.figures else '7'}</td>" for each in columns)
    html = (
        "<p>BÁO CÁO</p><p>Theo dõi thanh toán trực tuyến</p>"
        f"<table><tr><th>STT</th><th>Đơn vị</th>{heads}</tr><tr><td>1</td><td>Tỉnh Vĩnh Phúc</td>{cells}</tr></table>"
    )
    words = Vocabulary(catalogue.indicators, catalogue.measures, catalogue.units, catalogue.breakdowns)
    return outcome_of(read_html("a.html", html), "vinh-phuc", Period.parse("2021-Q3"), catalogue.forms, words)


def told(outcome):
    (table,) = outcome.tables
    return {each.column: each for each in table.placed}


def test_a_cell_as_the_form_prints_it_stays_as_it_is_printed(catalogue):
    cell = told(imported(AS_THE_FORM, catalogue))["with-payments"]
    assert cell.figure == "Số lượng: 1.204 / Tỷ lệ: 80,5% / Điểm số: 2,5"
    assert cell.certainty is Certainty.SURE


def test_figures_that_are_printed_otherwise_are_taken_in_their_order_with_a_doubt(catalogue):
    cell = told(imported(WITHOUT_SIGNS, catalogue))["with-payments"]
    assert cell.figure == {
        "figures": {"count": "1.204", "rate": "80,5%", "points": "2,5"},
        "printed": "Số lượng: 1.204 Tỷ lệ: 80,5% Điểm số: 2,5",
    }
    assert cell.certainty is Certainty.GUESSED


@pytest.mark.parametrize(
    "cell", ["1.204 (80,5%)", "80,5% / 1.204 / 2,5", "Số lượng: 1.204,5 / Tỷ lệ: 80,5% / Điểm số: 2,5"]
)
def test_a_cell_in_which_figures_lack_or_are_none_of_their_measure_is_left_for_a_person(cell, catalogue):
    made = told(imported(cell, catalogue))["with-payments"]
    assert made.figure is None
    assert made.certainty is Certainty.LEFT
    assert "Số lượng: {count} / Tỷ lệ: {rate}" in made.doubts[0].in_language("vi")


def test_a_cell_without_a_number_is_read_as_any_other(catalogue):
    assert told(imported("", catalogue))["with-payments"].figure == "not-reported"
    assert told(imported("Không có", catalogue))["with-payments"].figure == {
        "status": "none-occurred",
        "printed": "Không có",
    }


@pytest.mark.parametrize("cell", [AS_THE_FORM, WITHOUT_SIGNS])
def test_the_report_has_each_figure_under_its_own_indicator(cell, catalogue):
    outcome = imported(cell, catalogue)
    text = report_text("vinh-phuc", "2021-Q3", "qd766-payment", facts_of(outcome), outcome.tables)
    tree, problems = parse_yaml(text, "a.yml")
    assert not problems
    report, problems = read_entry(Report, tree, "a.yml")
    assert not problems
    (entry,) = report.tables["payment"].lists["units"]
    value = entry.values.by_column["with-payments"]
    assert (str(value.value) if value.value else {code: str(each) for code, each in value.figures.items()}) in (
        "Số lượng: 1.204 / Tỷ lệ: 80,5% / Điểm số: 2,5",
        {"count": "1.204", "rate": "80,5%", "points": "2,5"},
    )
