"""A raised mark of a footnote is none of the number before it, and what is struck out or hidden is no figure, in every format."""

import zipfile
from decimal import Decimal
from types import SimpleNamespace

import pytest
import xlsxwriter

from generator.importing.document import Cell
from generator.importing.doubts import DRAWN, FOOTNOTE, MARKED, STRUCK
from generator.importing.mapping.values import read_cell
from generator.importing.reading.docx import read_docx
from generator.importing.reading.html import read_html
from generator.importing.reading.odf import read_odf
from generator.importing.reading.pdf_marks import is_scan, mark_letters
from generator.importing.reading.xlsx import read_xlsx
from generator.importing.recognising.labels import words_of
from generator.load import load_catalogue
from tests.conftest import ROOT
from tests.unit.test_importing_word_numbers import PARTS, TYPES, W
from tests.unit.test_importing_word_numbers import ROOT as PACKAGE_ROOT

LEFT_OUT = ("", (STRUCK,))


def cells(blocks):
    return [(cell.text, cell.doubts) for block in blocks for row in block.rows for cell in row]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("46<sup>1</sup>", ("46¹", ())),
        ('46<span style="vertical-align: super">(2)</span>', ("46⁽²⁾", ())),
        ("<s>4</s>6", ("6", (STRUCK,))),
        ("<del>96,10%</del>97,55%", ("97,55%", (STRUCK,))),
        ('<span style="text-decoration: line-through">4</span>6', ("6", (STRUCK,))),
        ("<strike>46</strike>", LEFT_OUT),
        ("<ins>46</ins>", ("46", ())),
    ],
)
def test_in_html(written, read):
    assert cells(read_html("a.html", f"<table><tr><td>1<td>{written}</table>").blocks)[1] == read


def run(text, told=""):
    return f"<w:r><w:rPr>{told}</w:rPr><w:t>{text}</w:t></w:r>"


DRAWINGS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
# As Word writes it: for programs that know its drawings, and for those that do not.
BOX = (
    "<w:r><mc:AlternateContent>"
    '<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p>{0}</w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{0}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (run("46") + run("1", '<w:vertAlign w:val="superscript"/>'), ("46¹", ())),
        (run("4", "<w:strike/>") + run("6"), ("6", (STRUCK,))),
        (run("4", "<w:dstrike/>") + run("6"), ("6", (STRUCK,))),
        (run("9", "<w:vanish/>") + run("12"), ("12", (STRUCK,))),
        ("<m:oMath><m:r><m:t>97,5</m:t></m:r></m:oMath>" + run("%"), ("97,5%", ())),
        (
            "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup></m:oMath>",
            ("106", (MARKED,)),
        ),
        (run("9", '<w:vanish w:val="false"/>') + run("12"), ("912", ())),
        (run("46") + BOX.format(run("12")), ("46", (DRAWN,))),
        (BOX.format(run("12")), ("", (DRAWN,))),
        (BOX.format(run(" ")) + run("46"), ("46", ())),
    ],
)
def test_in_word(written, read, tmp_path):
    path = tmp_path / "a.docx"
    cell = f"<w:tc><w:p>{written}</w:p></w:tc>"
    body = f"<w:tbl><w:tr><w:tc><w:p>{run('1')}</w:p></w:tc>{cell}</w:tr></w:tbl>"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", PACKAGE_ROOT)
        package.writestr("word/_rels/document.xml.rels", PARTS)
        package.writestr("word/document.xml", f"<w:document {W} {DRAWINGS}><w:body>{body}</w:body></w:document>")
    assert cells(read_docx(path).blocks)[1] == read


def test_in_excel(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    above, struck = book.add_format({"font_script": 1}), book.add_format({"font_strikeout": True})
    old = book.add_format({"font_name": ".VnTime"})
    sheet = book.add_worksheet()
    for row in range(4):
        sheet.write_string(row, 0, str(row + 1))
    sheet.write_rich_string(0, 1, "46", above, "1")
    sheet.write_rich_string(1, 1, struck, "4", "6")
    sheet.write_number(2, 1, 46, struck)
    sheet.write_rich_string(3, 1, "Số ", old, "hå s¬")
    book.close()
    found = cells(read_xlsx(path).blocks)
    assert found[1::2] == [("46¹", ()), ("6", (STRUCK,)), LEFT_OUT, ("Số hồ sơ", ())]


def test_marks_in_the_cell_itself_which_openpyxl_does_not_tell_are_a_doubt(tmp_path):
    path, other = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["1", "PLAIN"])
    book.close()
    rich = '<is><r><t>46</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is>'
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(
                    b'<c r="B1" t="s"><v>1</v></c>', f'<c r="B1" t="inlineStr">{rich}</c>'.encode()
                )
            target.writestr(name, content)
    assert cells(read_xlsx(other).blocks)[1] == ("461", (MARKED,))


OTHER = "<table:table-cell><text:p>x</text:p></table:table-cell>"
STYLES = """<office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="33% 58%"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties style:text-line-through-type="none" style:text-position="0% 100%"/></style:style>
<style:style style:name="ce1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>
</office:automatic-styles>"""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            '<table:table-cell><text:p>46<text:span text:style-name="T1">1</text:span></text:p></table:table-cell>',
            ("46¹", ()),
        ),
        (
            '<table:table-cell><text:p><text:span text:style-name="T2">4</text:span>6</text:p></table:table-cell>',
            ("6", (STRUCK,)),
        ),
        (
            '<table:table-cell><text:p><text:span text:style-name="T3">4</text:span>6</text:p></table:table-cell>',
            ("6", (STRUCK,)),
        ),
        (
            '<table:table-cell><text:p><text:span text:style-name="T4">4</text:span>6</text:p></table:table-cell>',
            ("46", ()),
        ),
        (
            '<table:table-cell table:style-name="ce1" office:value-type="float" office:value="46"><text:p>46</text:p></table:table-cell>',
            LEFT_OUT,
        ),
    ],
)
def test_in_open_document(written, read, tmp_path):
    path = tmp_path / "a.ods"
    row = f"<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell>{written}{OTHER}</table:table-row>"
    body = f'<office:body><table:table table:name="s">{row}</table:table></office:body>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("content.xml", f"<office:document-content>{STYLES}{body}</office:document-content>")
    assert cells(read_odf(path).blocks)[1] == read


def letters(text, size=12.0, left=100.0, top=50.0):
    return [
        {"text": each, "size": size, "x0": left + at * 6, "x1": left + at * 6 + 6, "top": top, "bottom": top + size}
        for at, each in enumerate(text)
    ]


def marked(*parts, lines=()):
    page = SimpleNamespace(chars=[each for part in parts for each in part], lines=list(lines), rects=[])
    mark_letters(page)
    return "".join(each["text"] for each in page.chars)


def line(height, left=100.0, right=112.0):
    return {"x0": left, "x1": right, "top": height, "bottom": height, "height": 0.0, "width": right - left}


def test_in_a_pdf_smaller_letters_that_stand_higher_are_raised():
    assert marked(letters("46"), letters("12", 7.0, 112.0, 50.0)) == "46¹²"


def test_in_a_pdf_letters_on_the_line_are_not_raised_however_small():
    assert marked(letters("46"), letters("12", 7.0, 112.0, 55.0)) == "4612"
    assert marked(letters("46"), letters("12", 12.0, 112.0, 50.0)) == "4612"


def test_in_a_pdf_a_line_through_letters_strikes_them_out_and_one_below_does_not():
    assert marked(letters("46"), letters("7", left=112.0), lines=[line(56.5)]) == "\ue0ff\ue0ff7"
    assert marked(letters("46"), lines=[line(61.5)]) == "46"


def test_a_page_that_is_a_picture_is_known_and_one_with_an_emblem_is_not():
    page = SimpleNamespace(width=600, height=800, images=[{"width": 595, "height": 790}])
    assert is_scan(page)
    page.images = [{"width": 80, "height": 80}]
    assert not is_scan(page)


def test_a_raised_mark_is_taken_off_with_a_doubt_and_a_label_is_the_same_with_it():
    measures = load_catalogue(ROOT).catalogue.measures
    for printed, value in (("46¹", "46"), ("97,55%²", "97,55%")):
        made = read_cell(Cell(printed), measures["percent" if "%" in printed else "dossier"])
        assert made.figure == {"value": value, "printed": printed}
        assert [each.message for each in made.doubts] == [FOOTNOTE]
    assert words_of("Số hồ sơ¹²") == words_of("Số hồ sơ")


def test_a_struck_number_of_a_workbook_is_no_figure():
    measures = load_catalogue(ROOT).catalogue.measures
    assert read_cell(Cell("", doubts=(STRUCK,)), measures["dossier"]).figure == "not-reported"
    assert read_cell(Cell("46", number=Decimal(46)), measures["dossier"]).figure == "46"
