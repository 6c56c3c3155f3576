"""Words of drawings that lie over a sheet are of no cell: they are left out, the cells beneath are doubted, and the worksheet says what they were."""

import struct

import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.document import Table
from generator.importing.doubts import DRAWN
from generator.importing.outcome import Outcome, without_persons
from generator.importing.reading.drawings import Drawn, words_told
from generator.importing.reading.odf import read_odf
from generator.importing.reading.xls import read_xls
from generator.importing.reading.xls_drawings import drawn_on_sheets
from generator.importing.reading.xlsx import read_xlsx
from generator.importing.worksheet.words import summary
from generator.model.period import Period
from tests.unit.test_importing_readers import open_document

TOLD = ("Words of drawings on the sheet “Biểu 1” were left out: “12 & khác” (B1), “Đã duyệt” (D3).",)


def told(document):
    return tuple(each.in_language("en") for each in document.doubts)


def doubted(document):
    tables = [each for each in document.blocks if isinstance(each, Table)]
    return [cell.text for each in tables for row in each.rows for cell in row if DRAWN in cell.doubts]


def test_in_excel(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Biểu 1")
        for row in range(4):
            sheet.write_row(row, 0, [f"{row}{column}" for column in range(5)])
        # Two columns and one row of cells wide and high, and one within a cell.
        sheet.insert_textbox(0, 1, "12 &\nkhác", {"width": 128, "height": 20})
        sheet.insert_textbox(2, 3, "Đã duyệt", {"width": 30, "height": 10})
        sheet.insert_textbox(3, 0, "", {"width": 30, "height": 10})
        sheet.write_comment(3, 1, "46")
        book.add_worksheet("Biểu 2").write_row(0, 0, ["1", "2"])

    document = read_xlsx(path)

    assert told(document) == TOLD
    assert doubted(document) == ["01", "02", "23"]


def record(kind, content):
    return struct.pack("<HH", kind, len(content)) + content


def box(words, place, kind=6):
    """The records of a drawing: its place, what kind it is, how many letters it has, the letters."""
    left, left_part, top, top_part, right, right_part, bottom, bottom_part = place
    anchor = struct.pack(
        "<HHI9H", 0, 0xF010, 18, 2, left, left_part, top, top_part, right, right_part, bottom, bottom_part
    )
    letters = b"\1" + words.encode("utf-16-le")
    return (
        record(0xEC, b"\0" * 30 + anchor)
        + record(0x5D, struct.pack("<HHHHH", 0x15, 18, kind, 1, 0) + b"\0" * 12 + b"\0" * 4)
        + record(0x1B6, b"\0" * 10 + struct.pack("<HHI", len(words), 16, 0))
        # Long texts stand in several records.
        + record(0x3C, letters[:7])
        + (record(0x3C, b"\1" + letters[7:]) if letters[7:] else b"")
        + record(0x3C, b"\0" * 16)
    )


def text(words):
    return struct.pack("<HB", len(words), 1) + words.encode("utf-16-le")


def old_workbook(sheets):
    """The records of a workbook with one font and one format of cells; `sheets` are the records of each beside its cells, by name."""
    font = record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\5\0Arial")
    begin = font + record(0xE0, struct.pack("<HHH", 0, 0, 1) + b"\0" * 14)
    bodies = [
        record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
        + b"".join(
            record(0x204, struct.pack("<HHH", row, column, 0) + text(f"{row}{column}"))
            for row in range(4)
            for column in range(5)
        )
        + own
        + record(0x0A, b"")
        for own in sheets.values()
    ]
    head = record(0x809, struct.pack("<HHHHII", 0x600, 0x5, 0, 0, 0, 0)) + begin
    at = len(head) + sum(4 + 8 + 2 * len(name) for name in sheets) + 4
    for name, body in zip(sheets, bodies, strict=True):
        head += record(0x85, struct.pack("<IBBBB", at, 0, 0, len(name), 1) + name.encode("utf-16-le"))
        at += len(body)
    return head + record(0x0A, b"") + b"".join(bodies)


def test_in_old_excel(tmp_path):
    drawn = (
        box("12 & khác", (1, 0, 0, 0, 3, 0, 1, 0))
        + box("46", (1, 0, 3, 0, 1, 5, 3, 5), kind=0x19)
        + box("Đã duyệt", (3, 100, 2, 9, 3, 200, 2, 99))
    )
    path = tmp_path / "a.xls"
    path.write_bytes(old_workbook({"Biểu 2": b"", "Biểu 1": drawn, "Biểu 3": b""}))

    document = read_xls(path)

    assert told(document) == TOLD
    assert doubted(document) == ["01", "02", "23"]


@given(st.binary(max_size=300), st.integers(0, 400))
def test_a_spoilt_old_workbook_has_no_drawings_and_fails_nowhere(noise, at):
    sheets = record(0x85, struct.pack("<IBBBB", 18, 0, 0, 2, 0) + b"B1") + record(0x0A, b"")
    whole = sheets + record(0x809, b"\0" * 16) + box("12", (1, 0, 0, 0, 3, 0, 1, 0)) + record(0x0A, b"")

    assert drawn_on_sheets(whole) == {"B1": [Drawn("12", 1, 2, 1, 3)]}
    drawn_on_sheets(whole[:at] + noise + whole[at + len(noise) :])


def test_in_open_document(tmp_path):
    stamp = "<draw:custom-shape><text:p>ĐÃ DUYỆT</text:p></draw:custom-shape>"
    picture = "<draw:frame><draw:image><text:p/></draw:image><svg:title>Huy hiệu</svg:title></draw:frame>"
    box = (
        "<draw:frame table:end-cell-address=\"'Biểu 1'.C2\"><draw:text-box>"
        "<text:p><text:span>1</text:span>2</text:p><text:p>khác</text:p></draw:text-box></draw:frame>"
    )
    row = (
        f"<table:table-cell>{stamp}<text:p>Đã giải quyết</text:p></table:table-cell>"
        f'<table:table-cell office:value-type="float" office:value="46">{box}<text:p>46</text:p></table:table-cell>'
        "<table:table-cell><text:p>7</text:p></table:table-cell>"
        f"<table:table-cell>{picture}<office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>x</text:p></table:table-cell>"
        f"<table:table-cell>{stamp}</table:table-cell>"
    )
    second = "".join(f"<table:table-cell><text:p>{each}</text:p></table:table-cell>" for each in "abcd")
    of_page = f"<table:shapes>{stamp}</table:shapes>"
    path = open_document(
        tmp_path,
        f'<table:table table:name="Biểu 1">{of_page}<table:table-row>{row}</table:table-row><table:table-row>{second}</table:table-row></table:table>',
    )

    document = read_odf(path)

    assert doubted(document) == ["Đã giải quyết", "46", "7", "", "b", "c"]
    assert told(document) == (
        "Words of drawings on the sheet “Biểu 1” were left out: “ĐÃ DUYỆT”, “ĐÃ DUYỆT” (A1), “12 khác” (B1), “ĐÃ DUYỆT” (E1).",
    )


def test_of_many_drawings_and_long_words_the_worksheet_shows_the_beginning():
    (doubt,) = words_told("Biểu 1", [Drawn("x" * 100)] * 30)
    said = doubt.in_language("en")

    assert said.count("“" + "x" * 79 + "…”") == 20
    assert said.endswith("” ….")


def test_of_words_that_look_like_personal_data_only_the_kind_is_said_and_in_the_language_asked_for():
    doubts = tuple(words_told("Biểu 1", [Drawn("Liên hệ: 0912 345 678")]))
    outcome = without_persons(Outcome("a.xlsx", "ngan-son", Period.parse("2022-Q3"), None, 0.0, doubts=doubts))

    assert list(summary(outcome, "en"))[-2:] == [
        "Words of drawings on the sheet “Biểu 1” were left out: ….",
        "Left out, because it looks like a telephone number.",
    ]
    assert list(summary(outcome, "vi"))[-2] == "Đã bỏ qua chữ trong hình vẽ trên trang tính “Biểu 1”: …."
