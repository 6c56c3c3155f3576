"""Readers: what real files hold is read as it is shown, and hostile files end in a message."""

import zipfile
from io import BytesIO

import openpyxl
import pytest

from generator.importing.document import Paragraph, Table
from generator.importing.reading.apart import Readers
from generator.importing.reading.docx import read_docx
from generator.importing.reading.faults import UnreadableError
from generator.importing.reading.file import read_document
from generator.importing.reading.fonts import to_unicode
from generator.importing.reading.html import read_html
from generator.importing.reading.odf import read_odf
from generator.importing.reading.xlsx import read_xlsx
from tools.imports.formats import docx_with

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def cell(inside, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{inside}</w:p></w:tc>"


def run(text, font=""):
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>' if font else ""
    return f"<w:r>{fonts}<w:t>{text}</w:t></w:r>"


def word(tmp_path, rows):
    path = tmp_path / "a.docx"
    path.write_bytes(docx_with(f"<w:document {WORD}><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>"))
    return [[each.text for each in row] for row in read_docx(path).blocks[0].rows]


def test_word_keeps_insertions_drops_deletions_and_reads_content_controls(tmp_path):
    rows = (
        f"<w:tr>{cell(run('1'))}"
        + cell(
            f'<w:del w:id="1"><w:r><w:delText>96,10%</w:delText></w:r></w:del><w:ins w:id="2">{run("97,55%")}</w:ins>'
        )
        + "</w:tr>"
        + f"<w:sdt><w:sdtContent><w:tr>{cell(run('2'))}{cell(run('14'))}</w:tr></w:sdtContent></w:sdt>"
    )
    assert word(tmp_path, rows) == [["1", "97,55%"], ["2", "14"]]


def test_a_row_of_word_that_begins_later_keeps_its_columns(tmp_path):
    later = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell(run("b"))}{cell(run("c"))}</w:tr>'
    rows = f"<w:tr>{cell(run('1'))}{cell(run('2'))}{cell(run('3'))}</w:tr>{later}"
    assert word(tmp_path, rows) == [["1", "2", "3"], ["", "b", "c"]]


def test_text_in_old_fonts_and_symbols_becomes_unicode(tmp_path):
    rows = f"<w:tr>{cell(run('Uû ban nh©n d©n', '.VnTime'))}{cell(run('Caûi caùch haønh chính', 'VNI-Times'))}{cell(run('³', 'Symbol'))}</w:tr>"
    assert word(tmp_path, rows) == [["Uỷ ban nhân dân", "Cải cách hành chính", "≥"]]


@pytest.mark.parametrize(
    ("typed", "font", "read"),
    [
        ("hå s¬", ".VnTime", "hồ sơ"),
        ("hå s¬", ".VnTimeH", "HỒ SƠ"),
        ("hoà sô", "VNI-Times", "hồ sơ"),
        ("ñuùng haïn", "VNI-Times", "đúng hạn"),
        ("hå s¬", "Times New Roman", "hå s¬"),
    ],
)
def test_the_font_says_how_letters_are_meant(typed, font, read):
    assert to_unicode(typed, font) == read


def test_a_workbook_tells_merged_heads_percent_days_and_failed_formulas(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["STT", "Chỉ tiêu", "Kết quả", None, "Ghi chú"])
    sheet.append([1.2, "Tỷ lệ", 0.9755, "=1/0", "x"])
    sheet.merge_cells("C1:D1")
    sheet["C2"].number_format = "0.00%"
    path = tmp_path / "a.xlsx"
    book.save(path)
    (table,) = read_xlsx(path).blocks
    assert [(each.text, each.columns) for each in table.rows[0]] == [
        ("STT", 1),
        ("Chỉ tiêu", 1),
        ("Kết quả", 2),
        ("Ghi chú", 1),
    ]
    number, _, rate, formula, _ = table.rows[1]
    assert (number.text, rate.text, rate.format, formula.failed) == ("1,2", "97,55%", "%", True)


def test_html_leaves_out_scripts_and_what_is_hidden_and_keeps_spans():
    page = "<p>Biểu</p><script>x</script><table><tr><td colspan=2>a</td></tr><tr><td>1<td><p>2</p><p style='display:none'>3</p></table>"
    paragraph, table = read_html("a.html", page).blocks
    assert (paragraph, isinstance(table, Table)) == (Paragraph("Biểu"), True)
    assert [[(each.text, each.columns) for each in row] for row in table.rows] == [[("a", 2)], [("1", 1), ("2", 1)]]


def open_document(tmp_path, body, name="a.ods"):
    path = tmp_path / name
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "content.xml", f"<office:document-content><office:body>{body}</office:body></office:document-content>"
        )
    return path


def test_a_million_empty_rows_of_opendocument_cost_nothing(tmp_path):
    row = "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>"
    empty = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    path = open_document(tmp_path, f'<table:table table:name="s">{row}{empty}</table:table>')
    (table,) = read_odf(path).blocks
    assert [[each.text for each in row] for row in table.rows] == [["a", "1"]]


def packed(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def refused(path):
    with pytest.raises(UnreadableError) as fault:
        {".docx": read_docx, ".xlsx": read_xlsx, ".ods": read_odf}[path.suffix](path)
    return fault.value.message


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".ods"])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(suffix, tmp_path):
    path = packed(tmp_path / f"a{suffix}", {"word/document.xml": b"0" * 250_000_000})
    assert path.stat().st_size < 1_000_000
    assert "would need more than" in refused(path)


@pytest.mark.parametrize(
    ("suffix", "part"), [(".docx", "word/document.xml"), (".xlsx", "xl/workbook.xml"), (".ods", "content.xml")]
)
def test_entities_are_refused(suffix, part, tmp_path):
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    assert "declares entities" in refused(packed(tmp_path / f"a{suffix}", {part: bomb}))


def test_a_thousand_sheets_and_a_million_rows_are_refused(tmp_path):
    sheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
    many = packed(tmp_path / "many.xlsx", {f"xl/worksheets/sheet{number}.xml": sheet for number in range(1000)})
    assert "sheets; at most" in refused(many)
    rows = sheet.replace("<sheetData/>", "<sheetData>" + "<row/>" * 1_000_000 + "</sheetData>")
    assert "would need more than" in refused(packed(tmp_path / "long.xlsx", {"xl/worksheets/sheet1.xml": rows}))


def test_spoilt_files_of_each_format_end_in_a_message_and_the_others_are_read(tmp_path):
    whole = BytesIO()
    openpyxl.Workbook().save(whole)
    paths = []
    for suffix in (".docx", ".xlsx", ".xls", ".ods", ".odt", ".pdf"):
        path = tmp_path / f"spoilt{suffix}"
        path.write_bytes(b"%PDF-1.4 nothing" if suffix == ".pdf" else whole.getvalue()[:900] + b"\x00\xff" * 300)
        paths.append(path)
    good = tmp_path / "good.html"
    good.write_text("<p>Báo cáo</p>", encoding="utf-8")
    with Readers(2) as readers:
        made = dict(readers.read_all([*paths, good]))
    assert [isinstance(made[each], UnreadableError) for each in paths] == [True] * len(paths)
    assert made[good].blocks == (Paragraph("Báo cáo"),)


def test_a_file_of_no_known_format_and_an_empty_one_are_told(tmp_path):
    for name, content, told in (
        ("a.exe", b"x", "none of the formats"),
        ("a.docx", b"", "is empty"),
        ("a.txt", b"\xff\xfe", "no text in UTF-8"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UnreadableError, match=told):
            read_document(tmp_path / name)
