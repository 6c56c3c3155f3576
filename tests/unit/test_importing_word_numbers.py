"""Numbers that Word writes by itself are read as they are printed: rows of appendices and sections of the prose are known by them."""

import zipfile

import pytest

from generator.importing.document import Paragraph, Table
from generator.importing.reading.docx import read_docx

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
ROOT = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
)
PARTS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="a" Type="{RELATIONS}/numbering" Target="numbering.xml"/>'
    f'<Relationship Id="b" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>'
)


def level(at, form, text, *more):
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{"".join(more)}<w:lvlText w:val="{text}"/></w:lvl>'


OF_FORM = (
    level(0, "upperRoman", "%1"),
    level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
)
LISTS = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{"".join(OF_FORM)}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="8">{level(0, "decimal", "%1.", """<w:pStyle w:val="Muc"/>""")}{level(1, "lowerLetter", "%2)")}'
    f"{level(2, 'bullet', '•')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="8"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>'
)
STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style></w:styles>'
)


def paragraph(text, number=None, at=0, style=""):
    told = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        told += f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{told}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(tmp_path, *blocks):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", ROOT)
        package.writestr("word/_rels/document.xml.rels", PARTS)
        package.writestr("word/numbering.xml", LISTS)
        package.writestr("word/styles.xml", STYLES)
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{''.join(blocks)}</w:body></w:document>")
    return read_docx(path).blocks


def texts(blocks):
    return [each.text for each in blocks if isinstance(each, Paragraph)]


def test_rows_have_the_numbers_of_their_level(tmp_path):
    rows = [
        (0, "Cải cách thể chế"),
        (1, "Văn bản đã ban hành"),
        (2, "Nghị quyết"),
        (1, "Văn bản đã rà soát"),
        (0, "Tổ chức"),
        (1, "Cơ quan"),
    ]
    cells = "".join(
        f"<w:tr><w:tc>{paragraph('', 1, at)}</w:tc><w:tc>{paragraph(label)}</w:tc></w:tr>" for at, label in rows
    )
    (table,) = read(tmp_path, f"<w:tbl>{cells}</w:tbl>")
    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows] == ["I", "1.1", "1.1.1", "1.2", "II", "2.1"]
    assert [row[1].text for row in table.rows] == [label for _, label in rows]


def test_headings_are_numbered_by_their_style_and_by_that_on_which_it_stands(tmp_path):
    blocks = read(
        tmp_path, paragraph("Kết quả", style="Muc"), paragraph("Hạn chế", style="MucCon"), paragraph("Không số")
    )
    assert texts(blocks) == ["1. Kết quả", "2. Hạn chế", "Không số"]


def test_a_list_with_a_start_of_its_own_begins_there(tmp_path):
    blocks = read(
        tmp_path,
        paragraph("một", 2),
        paragraph("a", 2, 1),
        paragraph("b", 2, 1),
        paragraph("năm", 3),
        paragraph("sáu", 3),
    )
    assert texts(blocks) == ["1. một", "a) a", "b) b", "5. năm", "6. sáu"]


@pytest.mark.parametrize("number", ["0", "99"])
def test_a_paragraph_that_is_taken_out_of_its_list_or_of_one_that_is_not_there_has_no_number(number, tmp_path):
    assert texts(read(tmp_path, paragraph("một", number, style="Muc"))) == ["một"]


def test_bullets_are_no_numbers(tmp_path):
    (text,) = texts(read(tmp_path, paragraph("ý", 2, 2)))
    assert text.strip("•- ") == "ý"
