"""Pages as Markdown, for programs that read pages for people: text, tables and links, and nothing that only serves the eye or the hand."""

import pytest

from generator.finish.llms import llms_file
from generator.finish.markdown_copy import markdown_copy
from generator.finish.search_pieces import IndexedPage
from generator.pages.page import Facets


def body(article: str) -> str:
    return markdown_copy(article, {}).removeprefix("---\n---\n\n").removesuffix("\n")


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            '<h2 id="a">Hồ sơ<a class="headerlink" href="#a">¶</a></h2><p>Một <strong>hai</strong>.</p>',
            "## Hồ sơ\n\nMột **hai**.",
        ),
        ('<p>Xem <a href="../x/index.html?a=1&amp;b=2">Huyện X</a> .</p>', "Xem [Huyện X](../x/index.html?a=1&b=2)."),
        ("<p>Có:</p><ul><li>một</li><li><p>hai</p><p>2020</p></li></ul>", "Có:\n\n- một\n- hai 2020"),
        ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1. a\n  - b\n2. c"),
        ("<dl><dt>CCHC</dt><dd>cải cách</dd></dl>", "**CCHC**\n\ncải cách"),
        ("<p>a * b | c [d]</p>", "a \\* b \\| c \\[d\\]"),
        ("<nav>đường dẫn</nav><form><button>Tìm</button></form><script>1</script><p>x</p>", "x"),
        ('<p><span aria-hidden="true">≠</span><span class="rr-sr">Mâu thuẫn</span></p>', "≠"),
        ("<p>97,55 %<small>năm 2023</small></p>", "97,55 % năm 2023"),
    ],
)
def test_what_a_page_says_is_markdown(html, markdown):
    assert body(html) == markdown


def test_tables_keep_their_columns():
    html = (
        "<table><caption>Hồ sơ</caption><thead><tr><th>Chỉ tiêu</th><th colspan='2'>2023</th></tr></thead>".replace(
            "'", '"'
        )
        + '<tbody><tr><th scope="row"><a href="i.html">Tiếp nhận</a></th><td>14.083</td><td>hồ sơ</td></tr></tbody></table>'
    )

    assert (
        body(html)
        == "**Hồ sơ**\n\n| Chỉ tiêu | 2023 |  |\n| --- | --- | --- |\n| [Tiếp nhận](i.html) | 14.083 | hồ sơ |"
    )


def test_a_chart_is_what_is_said_of_it_and_its_table():
    html = (
        '<figure class="rr-chart"><figcaption>Hài lòng</figcaption><div role="img" aria-label="Từ 75 đến 89 %."><svg><text>7</text></svg></div>'
        "<table><tr><th>2019</th></tr><tr><td>89</td></tr></table></figure>"
    )

    assert body(html) == "Hài lòng\n\n*Từ 75 đến 89 %.*\n\n| 2019 |\n| --- |\n| 89 |"


def test_the_head_says_what_the_page_is_and_the_end_how_it_is_cited():
    html = (
        '<h1>X</h1><details class="rr-cite"><p class="rr-cite__text">UBND X. “Báo cáo”. <span>/x/</span></p></details>'
    )

    assert markdown_copy(html, {"title": 'Huyện "X"', "language": "vi", "address": ""}) == (
        '---\ntitle: "Huyện \\"X\\""\nlanguage: "vi"\n---\n\n# X\n\n---\n\nUBND X. “Báo cáo”. /x/\n'
    )


def test_the_list_for_programs_names_where_reading_begins_in_each_language():
    pages = {
        "vi": [
            IndexedPage("", "Trang chủ", "Báo cáo của từng đơn vị.", Facets(), ()),
            IndexedPage("units", "Đơn vị", "", Facets(), ()),
            IndexedPage("units/x", "Huyện X", "Cải cách tại X.", Facets(entity="unit", reporting=True), ()),
            IndexedPage("units/y", "Huyện Y", "", Facets(entity="unit"), ()),
            IndexedPage("reports/x/2020", "X: 2020", "", Facets(entity="report"), ()),
        ],
        "en": [IndexedPage("units/x", "District X", "", Facets(entity="unit", reporting=True), ())],
    }

    lines = llms_file("Báo cáo cải cách hành chính", pages, "https://cchc.example.vn/").splitlines()

    assert lines[:3] == ["# Báo cáo cải cách hành chính", "", "> Báo cáo của từng đơn vị."]
    assert "- [Huyện X](https://cchc.example.vn/units/x/index.md): Cải cách tại X." in lines
    assert "- [X: 2020](https://cchc.example.vn/reports/x/2020/index.md)" in lines
    assert "- [District X](https://cchc.example.vn/en/units/x/index.md)" in lines
    assert not any("Huyện Y" in line for line in lines)
