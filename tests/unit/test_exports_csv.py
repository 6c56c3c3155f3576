"""CSV files: their bytes, exact numbers, and text that no spreadsheet runs."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.exports.csv_file import csv_bytes, csv_cell, neutralised

FORMULA_SIGNS = set("=+-@\t\r\n＝＋－＠")
TEXTS = st.text(st.sampled_from("=+-@\t\r\n＝＋－＠' \N{NO-BREAK SPACE}\",;aĐ1"), max_size=8)


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_file_begins_with_the_mark_that_tells_excel_of_utf_8():
    assert csv_bytes(["tên"], [["Đất đai"]]) == b"\xef\xbb\xbf" + "tên\r\nĐất đai\r\n".encode()


def test_quotes_stand_only_where_they_are_needed():
    written = csv_bytes(["a", "b", "c"], [["x, y", 'nói "có"', "hai\ndòng"]]).decode("utf-8-sig")

    assert written == 'a,b,c\r\n"x, y","nói ""có""","hai\ndòng"\r\n'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (Decimal("97.55"), "97.55"),
        (Decimal("97.50"), "97.50"),
        (Decimal("-5.0"), "-5.0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.1") + Decimal("0.2"), "0.3"),
        (3, "3"),
        (date(2020, 6, 3), "2020-06-03"),
        ("12.350", "12.350"),
    ],
)
def test_values_are_written_exactly(value, written):
    assert csv_cell(value) == written


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+84", "-5%", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "'=1", '=HYPERLINK("http://x";"y")'],
)
def test_what_would_begin_a_formula_gets_an_apostrophe(text):
    assert neutralised(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Đúng hạn", "97,55%", "a=b", "2 + 2", "1-1", "x@y"])
def test_other_text_stays_as_it_is(text):
    assert neutralised(text) == text


@given(TEXTS)
@example("\N{NO-BREAK SPACE}=1")
def test_no_text_begins_a_formula_and_none_is_lost(text):
    ((cell,),) = read(csv_bytes(["x"], [[text]]))[1:] or [[""]]

    assert cell[:1] not in FORMULA_SIGNS
    assert cell.lstrip()[:1] not in FORMULA_SIGNS
    assert cell.removeprefix("'") == text
