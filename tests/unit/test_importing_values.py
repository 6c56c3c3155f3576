"""What a cell says in its unit of measure, and what is said of it where that had to be decided."""

from decimal import Decimal

import pytest

from generator.importing.document import Cell
from generator.importing.mapping.values import read_cell
from generator.load import load_catalogue
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def measures():
    return load_catalogue(ROOT).catalogue.measures


SURE = [
    ("14", "document", "14"),
    ("02", "document", "02"),
    ("1.851", "dossier", "1.851"),
    ("97,55%", "percent", "97,55%"),
    ("98.49%", "percent", "98.49%"),
    ("100 %", "percent", "100 %"),
    ("", "document", "not-reported"),
    ("Không phát sinh", "document", {"status": "none-occurred", "printed": "Không phát sinh"}),
    ("Không có", "percent", {"status": "none-occurred", "printed": "Không có"}),
]
DECIDED = [
    ("69.843,53 2", "million-vnd", {"value": "69.843,532", "printed": "69.843,53 2"}),
    ("191 cả huyện, xã", "procedure", {"value": "191", "printed": "191 cả huyện, xã"}),
    ("12[3]", "document", {"value": "12", "printed": "12[3]"}),
    ("05 TTHC", "procedure", {"value": "05", "printed": "05 TTHC"}),
    ("-", "percent", {"status": "not-reported", "printed": "-"}),
    ("x", "document", {"status": "not-reported", "printed": "x"}),
    ("Không có TTHC ở mức độ 3", "percent", {"status": "none-occurred", "printed": "Không có TTHC ở mức độ 3"}),
    (
        "28 (huyện 27, xã 01)",
        "procedure",
        {"value": "28", "printed": "28 (huyện 27, xã 01)", "parts": {"tier": {"district": "27", "commune": "01"}}},
    ),
]


@pytest.mark.parametrize(("printed", "measure", "figure"), SURE)
def test_what_is_printed_plainly_is_taken_as_it_is(printed, measure, figure, measures):
    reading = read_cell(Cell(printed), measures[measure])
    assert (reading.figure, reading.certain) == (figure, True)


@pytest.mark.parametrize(("printed", "measure", "figure"), DECIDED)
def test_what_had_to_be_decided_keeps_its_print_and_is_marked(printed, measure, figure, measures):
    reading = read_cell(Cell(printed), measures[measure])
    assert (reading.figure, reading.certain) == (figure, False)
    assert reading.doubts


@pytest.mark.parametrize(
    ("printed", "measure"), [("12 345", "percent"), ("45%", "document"), ("gần 80 hồ sơ, 3 hồ sơ", "document")]
)
def test_what_has_two_readings_is_never_a_number_without_a_warning(printed, measure, measures):
    reading = read_cell(Cell(printed), measures[measure])
    assert not reading.certain


def test_shares_that_do_not_add_up_are_not_written(measures):
    reading = read_cell(Cell("28 (huyện 27, xã 02)"), measures["procedure"])
    assert reading.figure == {"value": "28", "printed": "28 (huyện 27, xã 02)"}


def test_a_rate_that_a_workbook_keeps_as_a_fraction_is_read_by_its_format_alone(measures):
    shown = read_cell(Cell("97,55%", number=Decimal("0.9755"), format="0.00%"), measures["percent"])
    assert (shown.figure, shown.certain) == ("97,55%", True)
    bare = read_cell(Cell("0.9755", number=Decimal("0.9755"), format="General"), measures["percent"])
    assert (bare.figure, bare.certain) == (None, False)


def test_a_failed_formula_is_no_empty_cell(measures):
    reading = read_cell(Cell("#DIV/0!", failed=True), measures["percent"])
    assert (reading.figure, reading.certain) == (None, False)
