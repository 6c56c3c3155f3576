"""Numbers of workbooks are taken as they are shown, and what nobody sees is left out: that is what was printed and signed."""

import zipfile
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.doubts import SHOWN_IN_THOUSANDS, SHOWN_ROUNDED
from generator.importing.reading.number_format import as_printed, shown
from generator.importing.reading.odf import read_odf
from generator.importing.reading.xlsx import read_xlsx

SIGNS = '0#?.,%;"\\[]<>=()-+ _*EeGgadmy/x'


@pytest.mark.parametrize(
    ("kept", "form", "text", "number"),
    [
        ("0.975512345678901", "0.00%", "97,55%", "0.9755"),
        ("0.9755", "0.00%", "97,55%", "0.9755"),
        ("97.55", '0.00"%"', "97,55%", "0.9755"),
        ("97.55", "0.00\\%", "97,55%", "0.9755"),
        ("1234567", "#,##0,", "1235", "1235"),
        ("1234567890", "#,##0.0,,", "1234,6", "1234.6"),
        ("14083", "#,##0", "14083", "14083"),
        ("1.1", "0.00", "1,10", "1.1"),
        ("2.345", "0.##", "2,35", "2.35"),
        ("12", '0" hồ sơ"', "12 hồ sơ", "12"),
        ("-3.5", "#,##0.0;[Red]-#,##0.0", "-3,5", "-3.5"),
        ("0", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_)', "0", "0"),
        ("0.5", "# ?/?", "0,5", "0.5"),
        ("46", "General", "46", "46"),
        ("0.333333333333333", "General", "0,333333333333333", "0.333333333333333"),
        ("3", "[>5]0.0;0", "3", "3"),
    ],
)
def test_a_number_is_shown_as_its_format_says(kept, form, text, number):
    made = shown(Decimal(kept), form)
    assert (made.text, made.number) == (text, Decimal(number))


@pytest.mark.parametrize(
    ("kept", "text", "number"),
    [
        ("0.975512345678901", "97,55%", "0.9755"),
        ("0.9755", "97.55%", "0.9755"),
        ("97.55", "97,55%", "0.9755"),
        ("14083", "14.083", "14083"),
        ("14083", "14,083", "14083"),
        ("1234567", "1.235", "1235"),
        ("12", "12 hồ sơ", "12"),
        ("0.5", "0,5", "0.5"),
    ],
)
def test_a_number_is_known_by_the_text_that_shows_it_in_any_language(kept, text, number):
    made = as_printed(Decimal(kept), text)
    assert made is not None
    assert made.number == Decimal(number)


def test_a_text_that_shows_another_number_settles_nothing():
    assert as_printed(Decimal(0), "-") is None
    assert as_printed(Decimal(46), "47") is None


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(SIGNS, max_size=20))
def test_any_format_shows_something(kept, form):
    number = Decimal(format(kept, ".15g"))
    assert shown(number, form).text


def table_of(values):
    """A workbook with a label and a number in each row, with its format."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["STT", "Chỉ tiêu", "Kết quả", "Kỳ trước"])
    for number, (value, form) in enumerate(values, 1):
        sheet.append([number, f"Dòng {number}", value, 5])
        sheet.cell(number + 1, 3).number_format = form
    return book


def test_a_workbook_gives_what_it_shows_and_tells_where_more_was_typed(tmp_path):
    path = tmp_path / "a.xlsx"
    table_of([(0.9755123456789, "0.00%"), (97.55, '0.00"%"'), (97.55, "0"), (1234567, "#,##0,")]).save(path)
    (table,) = read_xlsx(path).blocks
    told = [(row[2].text, row[2].format, row[2].doubts) for row in table.rows[1:]]
    assert told == [
        ("97,55%", "%", ()),
        ("97,55%", "%", ()),
        ("98", "", (SHOWN_ROUNDED,)),
        ("1235", "", (SHOWN_IN_THOUSANDS,)),
    ]


def test_hidden_rows_and_columns_are_left_out_and_said(tmp_path):
    path = tmp_path / "a.xlsx"
    book = table_of([(1, "0"), (2, "0"), (3, "0")])
    sheet = book.active
    sheet.title = "Biểu 1"
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    book.save(path)
    document = read_xlsx(path)
    (table,) = document.blocks
    assert [[cell.text for cell in row if cell.text] for row in table.rows] == [
        ["STT", "Chỉ tiêu", "Kết quả"],
        ["1", "Dòng 1", "1"],
        ["3", "Dòng 3", "3"],
    ]
    assert tuple(each.in_language("vi") for each in document.doubts) == (
        "Đã bỏ qua các dòng ẩn của trang tính “Biểu 1”: 3.",
        "Đã bỏ qua các cột ẩn của trang tính “Biểu 1”: D.",
    )


def test_a_merged_cell_that_begins_in_a_hidden_row_is_seen_where_it_reaches_further(tmp_path):
    path = tmp_path / "a.xlsx"
    book = table_of([(1, "0"), (2, "0"), (3, "0")])
    book.active.merge_cells("B2:B4")
    book.active.row_dimensions[2].hidden = True
    book.save(path)
    (table,) = read_xlsx(path).blocks
    assert "Dòng 1" in [cell.text for row in table.rows for cell in row]


ODS = """<office:document-content><office:body><office:spreadsheet><table:table table:name="Biểu 1">
<table:table-column/><table:table-column/><table:table-column table:visibility="collapse"/>{rows}
</table:table></office:spreadsheet></office:body></office:document-content>"""


def ods_row(*cells, told=""):
    """A row of texts, or of texts with their kind and what is kept."""
    made = ""
    for text, kind, kept in cells:
        value = f' office:value-type="{kind}" office:value="{kept}"' if kind else ""
        made += f"<table:table-cell{value}><text:p>{text}</text:p></table:table-cell>"
    return f"<table:table-row{told}>{made}</table:table-row>"


def test_open_document_sheets_give_what_they_show_and_leave_out_what_is_hidden(tmp_path):
    five = ("5", "float", "5")
    rows = [
        ods_row(("STT", "", ""), ("Kết quả", "", ""), ("Kỳ trước", "", "")),
        ods_row(("1", "float", "1"), ("97,55%", "percentage", "0.975512345"), five),
        ods_row(("2", "float", "2"), ("7", "float", "7"), five, told=' table:visibility="filter"'),
        ods_row(("3", "float", "3"), ("97,55%", "float", "97.55"), five),
    ]
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("content.xml", ODS.format(rows="".join(rows)))
    document = read_odf(path)
    (table,) = document.blocks
    assert [[cell.text for cell in row if cell.text] for row in table.rows] == [
        ["STT", "Kết quả"],
        ["1", "97,55%"],
        ["3", "97,55%"],
    ]
    assert [row[1].number for row in table.rows[1:]] == [Decimal("0.9755"), Decimal("0.9755")]
    assert tuple(each.in_language("vi") for each in document.doubts) == (
        "Đã bỏ qua các dòng ẩn của trang tính “Biểu 1”: 3.",
        "Đã bỏ qua các cột ẩn của trang tính “Biểu 1”: C.",
    )
