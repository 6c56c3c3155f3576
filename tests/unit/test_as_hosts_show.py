"""What a reviewer sees in the preview of a repository is what a reader sees on the site, construct by construct."""

import pytest

from tests.markdown_hosts import as_github, as_here, shown

SPECIFICATION = {
    "tabs": "-\tmột\n\n\thai\n\n>\tba\n",
    "precedence": "- `một\n- hai`\n",
    "thematic breaks": "***\n- một\n* * *\n- hai\n\n_____\n",
    "ATX headings": "## Một ##\n### Hai *ba*\n####### không\n#không\n#\n",
    "setext headings": "Một\nhai\n===\n\nBa\n---\n",
    "indented code": "Lời:\n\n    x  y\n\n      z\n\nLời\n    tiếp\n",
    "fenced code": "```py\na  b\n\n  c\n```\n~~~\n`\n~~~\n",
    "code without end": "```\na\n",
    "HTML blocks": "<div>\n*một*\n</div>\n\n<div>\n\n*hai*\n\n</div>\n",
    "comments": "Một <!-- hai --> ba\n\n<!-- bốn -->\n",
    "link definitions": '[Một]: https://vi.example/ "Tên"\n\n[một], [hai][Một], [ba][]\n\n[ba]: <b.md>\n',
    "paragraphs": "một\n  hai\n\n\n   ba\n",
    "tables": "| a | b | c |\n|:--|--:|:-:|\n| 1 | `x \\| y` | **3** |\n| 4 |\n",
    "tables without outer bars": "a | b\n--|--\n1 | 2\n\nLời\n",
    "no table": "| a | b |\n|---|\n| 1 | 2 |\n",
    "a table ends with a block": "| a |\n|---|\n| 1 |\n> hai\n",
    "block quotes": "> một\nhai\n> - ba\n>\n> > bốn\n",
    "list items": "1. một\n\n   hai\n2) ba\n\n- bốn\n\n\n  năm\n",
    "lists start where they say": "3. ba\n4. bốn\n\nLời\n14. không\n",
    "lists tight and loose": "- một\n- hai\n\n* ba\n\n* bốn\n",
    "task lists": "- [x] xong\n- [ ] chưa\n  - [X] con\n",
    "backslashes": "\\*một\\* \\# \\| \\đ a\\\nb\n",
    "entities": "&amp; &copy; &#35; &#x1EA1; &khong; &lt;b&gt;\n",
    "code spans": "`` a ` b `` và ` c ` và `d\n",
    "emphasis": "*một* _hai_ **ba** __bốn__ ***năm*** *a **b** c* a_b_c a*b*c **a *b***\n",
    "stars in stars": "**một **hai** ba** ****bốn****\n",
    "strikethrough": "~~một~~ ~hai~ ~~~ba~~~\n",
    "links": '[một](https://vi.example/ "Tên") [hai](<a b.md>) [ba](ba.md#c) [bốn *năm*](x) [s](/a(b)c)\n',
    "no links": "[một] (hai) [ba](b c) [[bốn]]\n",
    "autolinks": "<https://vi.example/?a=1&b=2> <phong@vi.example>\n",
    "addresses": "https://vi.example/a_b_c?d=(e). (www.vi.example/x), phong@vi.example; http://a.vn/b<br>\n",
    "no addresses": "http:// a@b xwww.vi.example https//vi.example https://…, http://…/a.vn\n",
    "raw HTML": 'H<sub>2</sub>O <span lang="vi">một</span><br>hai\n',
    "hard breaks": "một  \nhai\\\nba\n",
    "soft breaks": "một\nhai \nba\n",
    "footnotes": "Một[^a] hai[^1] ba[^a] bốn[^x].\n\n[^1]: Nguồn *ba*.\n\n[^a]: Đoạn một\n\n    Đoạn hai\n",
}
OFFICES = {
    "a list right after its sentence": "Trong quý, huyện đã làm các việc sau:\n- Ban hành kế hoạch\n- Kiểm tra 5 xã\n",
    "a numbered list right after its sentence": "Gồm:\n1. Một\n2. Hai\n",
    "a list nested by two spaces": "- Cấp huyện\n  - Đúng hạn\n  - Quá hạn\n- Cấp xã\n",
    "a list nested by four spaces": "- Cấp huyện\n    - Đúng hạn\n",
    "a numbered list with a nested one": "1. Một\n   - hai\n   - ba\n2. Bốn\n",
    "plus and hyphen, as offices number": "- Một:\n+ Hai\n+ Ba\n",
    "a table right after its sentence": "Kết quả như sau:\n| Xã | Hồ sơ |\n|---|---:|\n| Sơn Hiệp | 12 |\n",
    "a heading right after a sentence": "Lời.\n### Kết quả\nLời.\n",
    "bold, colon, letter": "**Kết quả:**đạt; **Kết quả**: đạt; **Kết quả:** đạt\n",
    "bold in quotes": 'Đạt **"một cửa"**, “**liên thông**”và **(một)**hai\n',
    "stars as times": "5*3*2 và 5 * 3 * 2\n",
    "an asterisk for a note": "Số liệu* tạm tính\n\n* Nguồn: báo cáo\n",
    "letters and roman numerals": "a) Một\nb) Hai\n\nI. Ba\nII. Bốn\n",
    "hyphens between sentences": "Một.\n- Hai.\n\n– Ba.\n",
    "a year at the beginning of a line": "Tính đến cuối năm\n2023. Sang năm\n",
    "underscores in names": "tệp bao_cao_quy_3.docx và __init__\n",
    "a line of hyphens": "Lời\n\n---\n\nLời\n",
    "a sentence over a line of hyphens": "Lời\n---\nLời\n",
    "numbers of documents": "Quyết định số 61/2018/NĐ-CP, 18-NQ/TW #5 @phong\n",
    "money and percent": "1.234.567 ₫, ~50 %, <5 %, >3 và $5\n",
    "two spaces at the end": "Một  \nHai\n",
    "a quotation in angle quotes": "> “Lấy người dân làm trung tâm”\n> — Nghị quyết 76\n",
    "a word after a bar": "Huyện | tỉnh\n",
    "a first line indented": "   Trong quý, huyện\n",
}


@pytest.mark.parametrize("source", SPECIFICATION.values(), ids=SPECIFICATION.keys())
def test_what_the_specification_of_github_names_reads_as_there(source):
    assert as_here(source) == as_github(source)


@pytest.mark.parametrize("source", OFFICES.values(), ids=OFFICES.keys())
def test_what_offices_type_reads_as_on_the_host(source):
    assert as_here(source) == as_github(source)


def test_headings_keep_their_order_below_the_headings_of_the_page():
    assert shown("# Một\n\n## Hai\n", top=3) == "<h3>Một</h3>\n<h4>Hai</h4>\n"
    assert shown("### Một\n\n##### Hai\n", top=3) == "<h3>Một</h3>\n<h5>Hai</h5>\n"
    assert shown("# Một\n\n###### Hai\n", top=3) == "<h3>Một</h3>\n<h6>Hai</h6>\n"


def test_code_keeps_its_lines_in_a_template_that_takes_indents_away():
    html = shown("```\na\n\n  b\n```\n")

    assert "\n" not in html.strip()
    assert "a&#10;&#10;  b&#10;" in html


def test_footnotes_lead_there_and_back_by_ids_of_their_text():
    html = shown("Một[^a] và[^a].\n\n[^a]: Nguồn.\n")

    assert 'id="fnref-text-1" href="#fn-text-1"' in html
    assert 'id="fnref-text-1-2" href="#fn-text-1"' in html
    assert html.count('id="fn-text-1"') == 1
    assert 'href="#fnref-text-1-2" aria-label="Về chỗ chú thích 1-2"' in html


def test_a_footnote_that_nothing_refers_to_is_shown_at_the_end():
    assert "Nguồn." in shown("Lời.\n\n[^a]: Nguồn.\n")


SIGN = "\N{OBJECT REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("before", "after", "around"),
    [
        ("**", "**", "<strong>{}</strong>"),
        ("*", "*", "<em>{}</em>"),
        ("[", " hồ sơ](a.md)", ">{} hồ sơ</a>"),
        ("`", "`", "<code>{}</code>"),
        ("~~", "~~", "<del>{}</del>"),
        ("| a |\n|---|\n| ", " |", "<td>{}</td>"),
        ("- ", "", "<li>{}</li>"),
        ("## ", "", "<h2>{}</h2>"),
        ("<b>", "</b>", "<b>{}</b>"),
        ("<div>\n", "\n</div>", "<div>\n{}\n</div>"),
        ("    ", "", "<code>{}&#10;</code>"),
        ("X[^1]\n\n[^1]: ", "", "<p>{} <a"),
        ("![", "](c.png)", "<p>{}</p>"),
    ],
)
def test_an_expression_stays_whole_wherever_it_stands(before, after, around):
    html = shown(f'{before}{{{{ value("dossiers-received", tier="district_a|b") }}}}{after}\n')

    assert around.format(f"{SIGN}0{SIGN}") in html
    assert html.count(SIGN) == 2


def test_an_expression_has_no_place_in_an_attribute():
    assert SIGN not in shown("""[x](b.md '{{ value("x") }}') <b title='{{ value("x") }}'>[y]({{value("x")}})</b>""")


def test_expressions_side_by_side_are_told_apart():
    assert (
        shown('{{ value("a") }}{{ value("b") }}5{{ value("c") }}\n')
        == f"<p>{SIGN}0{SIGN}{SIGN}1{SIGN}5{SIGN}2{SIGN}</p>\n"
    )


@pytest.mark.parametrize(
    "forged",
    [
        "\ufffc0\ufffc",
        "&#xFFFC;0&#xFFFC;",
        "<b>&#65532;0&#65532;</b>",
        "<div>\n&#65532;0&#65532;\n</div>",
        "`\ufffc0\ufffc`",
    ],
)
def test_no_text_can_forge_the_mark_of_an_expression(forged):
    html = shown(f'{{{{ value("x") }}}}\n\n{forged}\n')

    assert html.count(SIGN) == 2
