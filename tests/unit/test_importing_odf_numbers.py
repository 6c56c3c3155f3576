"""Numbers that LibreOffice writes by itself are read as they are printed: rows of appendices and sections of the prose are known by them."""

import zipfile

import pytest

from generator.importing.document import Paragraph
from generator.importing.reading.odf import read_odf

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)


def level(at, form, *, bullet=False, **more):
    kind = "bullet" if bullet else "number"
    told = "".join(f' {name.replace("_", ":", 1).replace("_", "-")}="{value}"' for name, value in more.items())
    return f'<text:list-level-style-{kind} text:level="{at}" style:num-format="{form}"{told}/>'


COMMON = (
    '<text:list-style style:name="Biểu">'
    + level(1, "I")
    + level(2, "1", text_display_levels=2)
    + level(3, "1", loext_num_list_format="%2%.%3%)", style_num_prefix="ignored")
    + '</text:list-style><text:list-style style:name="Ý">'
    + level(1, "1", style_num_prefix="(", style_num_suffix=")", text_start_value=4)
    + level(2, "a", style_num_suffix=")")
    + level(3, "", bullet=True)
    + "</text:list-style>"
    + '<text:outline-style style:name="Outline">'
    + '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
    + '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
)
HEADER = (
    '<office:master-styles><text:list text:style-name="Ý"><text:list-item><text:p>đầu trang</text:p></text:list-item></text:list>'
    '<text:list text:style-name="Ý"><text:list-item><text:p>chân trang</text:p></text:list-item></text:list></office:master-styles>'
)


def items(*inside, style="", more=""):
    named = f' text:style-name="{style}"' if style else ""
    return (
        f"<text:list{named}{more}>"
        + "".join(f"<text:list-item>{each}</text:list-item>" for each in inside)
        + "</text:list>"
    )


def p(text=""):
    return f"<text:p>{text}</text:p>"


def read(tmp_path, body, *, own=""):
    path = tmp_path / "a.odt"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("styles.xml", f"<office:document-styles {SPACES}>{COMMON}{HEADER}</office:document-styles>")
        package.writestr(
            "content.xml",
            f"<office:document-content {SPACES}>{own}<office:body>{body}</office:body></office:document-content>",
        )
    return read_odf(path).blocks


def texts(blocks):
    return [each.text for each in blocks if isinstance(each, Paragraph)]


def test_rows_of_a_table_have_the_numbers_of_their_level(tmp_path):
    continued = ' text:continue-numbering="true"'
    numbers = [
        items(p(), style="Biểu"),
        items(items(p()), style="Biểu", more=continued),
        items(items(items(p())), style="Biểu", more=continued),
        items(items(p()), style="Biểu", more=continued),
        items(p(), style="Biểu", more=continued),
        items(items(p()), style="Biểu", more=continued),
    ]
    rows = "".join(
        f"<table:table-row><table:table-cell>{number}</table:table-cell><table:table-cell>{p('x')}</table:table-cell></table:table-row>"
        for number in numbers
    )

    (table,) = read(tmp_path, f"<table:table>{rows}</table:table>")

    assert [row[0].text for row in table.rows] == ["I", "I.1", "1.1)", "I.2", "II", "II.1"]


def test_only_the_first_paragraph_of_an_item_is_numbered_and_bullets_are_no_numbers(tmp_path):
    made = read(
        tmp_path, items(p("một") + p("tiếp"), p("hai") + items(p("a") + items(p("chấm")), p("b")), p("ba"), style="Ý")
    )

    assert texts(made) == ["(4) một", "tiếp", "(5) hai", "a) a", "chấm", "b) b", "(6) ba"]


def test_an_item_that_only_holds_deeper_lists_counts(tmp_path):
    assert texts(read(tmp_path, items(items(p("x")), p("y"), style="Ý"))) == ["a) x", "(5) y"]


def test_a_head_of_a_list_has_no_number(tmp_path):
    body = '<text:list text:style-name="Ý"><text:list-header><text:p>Gồm</text:p></text:list-header><text:list-item><text:p>x</text:p></text:list-item></text:list>'

    assert texts(read(tmp_path, body)) == ["Gồm", "(4) x"]


def test_a_list_goes_on_where_it_says_so_and_begins_anew_where_not(tmp_path):
    one = items(p("a"), style="Ý", more=' xml:id="l1"')
    other = items(p("khác"), style="Biểu")
    by_id = items(p("b"), style="Ý", more=' xml:id="l2" text:continue-list="l1"')
    by_style = items(p("c"), style="Ý", more=' text:continue-numbering="true"')
    anew = items(p("d"), style="Ý")

    assert texts(read(tmp_path, one + other + by_id + by_style + anew)) == [
        "(4) a",
        "I khác",
        "(5) b",
        "(6) c",
        "(4) d",
    ]


def test_an_item_may_begin_elsewhere_and_in_another_style(tmp_path):
    body = (
        '<text:list text:style-name="Ý"><text:list-item text:start-value="9"><text:p>x</text:p></text:list-item>'
        '<text:list-item text:style-override="Biểu"><text:p>y</text:p></text:list-item></text:list>'
    )

    assert texts(read(tmp_path, body)) == ["(9) x", "X y"]


def test_headings_are_numbered_by_the_outline(tmp_path):
    body = (
        '<text:h text:outline-level="1"><text:number>I.</text:number>Kết quả</text:h><text:h text:outline-level="2">Thể chế</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">Phụ lục</text:h><text:h text:outline-level="1">Hạn chế</text:h>'
        '<text:h text:outline-level="1" text:restart-numbering="true" text:start-value="7">Bảy</text:h>'
    )

    assert texts(read(tmp_path, body)) == ["I. Kết quả", "Thể chế", "Phụ lục", "II. Hạn chế", "VII. Bảy"]


@pytest.mark.parametrize(("synchronous", "number"), [("true", "bb) x"), ("false", "ab) x")])
def test_letters_go_on_as_the_style_says(synchronous, number, tmp_path):
    own = f'<text:list-style style:name="Chữ">{level(1, "a", style_num_suffix=")", style_num_letter_sync=synchronous, text_start_value=28)}</text:list-style>'

    assert texts(read(tmp_path, items(p("x"), style="Chữ"), own=own)) == [number]


def test_a_list_whose_style_is_not_there_has_no_numbers(tmp_path):
    assert texts(read(tmp_path, items(p("x"), style="Không có"))) == ["x"]


def test_numbers_beyond_all_lists_cost_nothing(tmp_path):
    many = "9" * 9
    own = f'<text:list-style style:name="Chữ">{level(1, "a", style_num_letter_sync="true", text_start_value=many)}</text:list-style>'
    body = f'<text:h text:outline-level="{many}">Kết quả</text:h>' + items(p("x"), style="Chữ")

    assert texts(read(tmp_path, body, own=own)) == ["I. Kết quả", "a x"]
