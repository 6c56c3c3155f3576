"""Workbooks: what Excel finds in them, and that the same figures give the same bytes."""

import io
import os
import time
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.dataset.dataset import Dataset
from generator.exports import xlsx_file
from generator.exports.figures import all_figures
from generator.exports.form_sheets import printed_sheets
from generator.exports.xlsx_file import MOST_ROWS, Sheet, xlsx_bytes
from generator.load import load_catalogue
from tests.other_offices import FILES_OF_06
from tests.trees import write_tree

ROW = ("Huyện Khánh Sơn", Decimal("97.55"), Decimal(14083), 3, True, date(2020, 6, 3), None, "bảng 1, dòng 2")
SHEET = Sheet(
    "Dữ liệu - Data",
    ("tên", "rate", "count", "column", "primary", "day", "nothing", "source"),
    (ROW,),
    ((7, ("https://example.org/reports/x/#t-1-2",)),),
)


EXCELS_ROWS = 1_048_576


@pytest.fixture(autouse=True, scope="module", params=[10_000, 0], ids=["small", "large"])
def _made_in_memory_or_row_by_row(request):
    """Workbooks of many rows are written another way, and hold the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx_file, "_MOST_IN_MEMORY", request.param)
        yield


def opened(*sheets: Sheet):
    return load_workbook(io.BytesIO(xlsx_bytes(sheets, "Số liệu", "CC BY 4.0")))


def test_text_numbers_and_dates_are_what_they_are():
    *found, source = [cell.value for cell in opened(SHEET)["Dữ liệu - Data"][2]]
    day = found.pop(5)

    assert found == ["Huyện Khánh Sơn", 97.55, 14083, 3, True, None]
    assert (day.date(), source) == (date(2020, 6, 3), "bảng 1, dòng 2")


def test_numbers_show_thousands_and_the_decimals_that_they_carry():
    sheet = opened(SHEET)["Dữ liệu - Data"]

    assert [sheet["B2"].number_format, sheet["C2"].number_format] == ["#,##0.00", "#,##0"]


def test_the_source_leads_to_the_figure():
    sheet = opened(SHEET)["Dữ liệu - Data"]

    assert sheet["H2"].hyperlink.target == "https://example.org/reports/x/"
    assert sheet["H2"].hyperlink.location == "t-1-2"


def test_the_header_stays_in_sight_and_can_be_filtered():
    sheet = opened(SHEET)["Dữ liệu - Data"]

    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:H2")


def test_heads_in_words_stand_above_the_names_and_both_stay_in_sight():
    sheet = opened(
        Sheet("x", ("unit_name_vi", "value"), (("Huyện Mẫu", Decimal(3)),), (), ("Đơn vị\nUnit", "Giá trị\nValue"))
    )["x"]

    assert [[cell.value for cell in row] for row in sheet] == [
        ["Đơn vị\nUnit", "Giá trị\nValue"],
        ["unit_name_vi", "value"],
        ["Huyện Mẫu", 3],
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A3", "A2:B3")
    assert sheet["A1"].alignment.wrap_text
    assert sheet.row_dimensions[1].height == 45


@given(st.text(st.sampled_from("=+-@{}'\"()A1 "), max_size=9))
def test_text_is_never_a_formula_nor_a_link(text):
    sheet = opened(Sheet("x", ("a",), ((text,), ("http://example.org",))))["x"]

    assert sheet["A2"].data_type != "f"
    assert (sheet["A2"].value or "") == text
    assert sheet["A3"].hyperlink is None


@pytest.mark.parametrize("zone", ["UTC", "Asia/Ho_Chi_Minh", "America/New_York"])
def test_the_clock_and_its_zone_leave_no_trace(monkeypatch, zone):
    expected = xlsx_bytes([SHEET], "Số liệu", "CC BY 4.0")
    monkeypatch.setitem(os.environ, "TZ", zone)
    time.tzset()
    try:
        made = xlsx_bytes([SHEET], "Số liệu", "CC BY 4.0")
    finally:
        monkeypatch.undo()
        time.tzset()

    assert made == expected
    assert {each.date_time[0] for each in zipfile.ZipFile(io.BytesIO(made)).infolist()} == {1980}


def test_a_table_of_a_report_stands_in_the_workbook_as_the_paper_prints_it(tmp_path):
    catalogue = load_catalogue(write_tree(tmp_path, FILES_OF_06)).catalogue
    report = catalogue.reports["tinh/2024-Q1"]
    (printed,) = printed_sheets(report, all_figures(Dataset.of(catalogue), ""), catalogue)
    sheet = load_workbook(io.BytesIO(xlsx_bytes((), "Số liệu", "CC BY 4.0", (printed,))))["Biểu 06"]

    assert {str(each) for each in sheet.merged_cells.ranges} >= {"A2:A4", "C2:E2", "C3:C4", "D3:E3", "F2:F4"}
    assert [each.value for each in sheet[2]] == ["STT", "Lĩnh vực", "Tiếp nhận", None, None, "Đã giải quyết"]
    assert [each.value for each in sheet[5]] == ["1", "2", "3", "4", "(5)", "6"]
    assert [each.value for each in sheet[7]] == ["1", "Huyện Mẫu", 30, 10, 20, 25]


def test_a_sheet_with_its_heads_holds_no_more_rows_than_excel_opens():
    assert MOST_ROWS + 2 <= EXCELS_ROWS
