"""Whatever of a text is not shown as it is written is told where it stands, and no word is lost in silence."""

import re
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.left_out import check
from generator.model.catalogue import Catalogue
from generator.model.narrative import Markdown
from generator.model.place import Place
from generator.problems import Problem, Severity, explain
from tests.markdown_hosts import shown

FILE = "content/vi/about.md"


def found(source: str) -> list[Problem]:
    """What is told of a text."""
    page = Markdown("vi", source, Place(FILE, 1, 1))
    return list(check(Catalogue(languages=("vi",), plain={("vi", "about"): page})))


def told(source: str) -> list[tuple[str, int, int]]:
    """What is told of a text: code, line and column."""
    return [(each.code, each.place.line, each.place.column) for each in found(source)]


@pytest.mark.parametrize(
    ("source", "code", "line", "column"),
    [
        ("Gửi <Phong Noi vu> và\n- Đ <Ủy ban>", "tag-as-text", 1, 5),
        ("Lời\n\n> Đã <script>alert(1)</script>", "html-left-out", 3, 6),
        ("| a |\n|---|\n| <iframe src=x></iframe> |", "html-left-out", 3, 3),
        ("<div>\nĐây <font color=red>đỏ</font>\n</div>", "html-left-out", 2, 5),
        ('Đỏ: <span style="color: red">12</span>', "attribute-left-out", 1, 5),
        ("- Đọc [ở đây](javascript:alert(1))", "link-left-out", 1, 7),
        ("<a href='JaVaScRiPt:x'>x</a>", "link-left-out", 1, 1),
        ("Đọc [ở đây][x]\n\n[x]: file:///c:/x", "link-left-out", 1, 5),
        ("Đọc <ftp://a.vn/b>", "link-left-out", 1, 5),
        ("Như ảnh: ![Biểu đồ](bieu-do.png)", "picture-left-out", 1, 10),
        ("Như ảnh: <img src=a.png alt='Biểu đồ'>", "html-left-out", 1, 10),
        ("Đạt **Kết quả:**đạt và **hai**", "stars-shown", 1, 5),
        ("Gồm 5*3*2 hồ sơ", "stars-between-digits", 1, 6),
        ("Lời:\n\n    Trong quý", "indented-code", 3, 5),
        ("~50 %, 40~50 %", "tildes-shown", 1, 1),
        ("Lời:\n\n-\u00a0Một", "odd-space-in-text", 3, 2),
        ("\u00a0\u00a0- Một", "odd-space-in-text", 1, 1),
        ("##\u202fMột", "odd-space-in-text", 1, 3),
        ("Lời\n\n[^1]: Chú thích", "footnote-unused", 3, 1),
        ("| a |\n|---|\n| b | **thừa** |", "text-left-out", 3, 9),
        ("Lời\n\n[Ghi chú]: https://vi.example", "text-left-out", 3, 1),
    ],
)
def test_what_is_left_out_is_told_with_its_line_and_column(source, code, line, column):
    assert told(source) == [(code, line, column)]


@pytest.mark.parametrize(
    "source",
    [
        'H<sub>2</sub>O, <span lang="vi">một</span><br>, <!-- ghi chú cho người soạn -->',
        "**Kết quả:** đạt, \\*\\*hai\\*\\*, `**`, 5 * 3 * 2, *nghiêng*, 2*a*",
        "```\n**x** <script> ~a~\n```",
        "Lời[^1] [x][y]\n\n[^1]: Chú\n\n[y]: https://vi.example 'Tên'",
        "| a | b |\n|---|---|\n| {{ value('x') }} | **2** |\n\n1. Một\n   > Hai\n",
        "Từ 5 ~ 7, ~~gạch~~, a~b, <https://vi.example>",
        "[a](b.md) [c](/units/x/) [d](#e) [f](mailto:a@b.vn) [g](?x=1)",
        "a <b và c> d, 3 < 5 > 2",
        "```\n-\u00a0Một\n```\n\n- Đạt 97\u00a0%",
    ],
)
def test_what_is_shown_as_it_is_written_is_not_told(source):
    assert told(source) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Gửi <Phong Noi vu> trước.", "Gửi &lt;Phong Noi vu&gt; trước."),
        ("Gửi <đơn vị> trước.", "Gửi &lt;đơn vị&gt; trước."),
        ("Như ảnh: ![Biểu đồ *hồ sơ*](a.png).", "Như ảnh: Biểu đồ hồ sơ."),
        ("<font color=red>Quan trọng</font> <u>lắm</u>", "<p>Quan trọng lắm</p>"),
        ("[ở đây](javascript:x)", "<p>ở đây</p>"),
        ("<div>\nĐây < là & <Phong> một\n</div>", "Đây &lt; là &amp; &lt;Phong&gt; một"),
        ("<script>alert(1)", "alert(1)"),
    ],
)
def test_words_stay_where_their_markup_goes(source, words):
    assert words in shown(source)


@pytest.mark.parametrize(
    "source", ["Một <script>alert(1)</script> hai", "<script>\nalert(1)\n</script>\n", "<style>alert(1)</style>"]
)
def test_programs_and_styles_are_no_words(source):
    assert "alert" not in shown(source)


def test_what_is_allowed_is_named_in_both_languages():
    (problem,) = found("<font>x</font>")

    assert problem.severity is Severity.WARNING
    for lang in ("vi", "en"):
        assert "<font>" in explain(problem, lang)
        assert "abbr, b, blockquote" in explain(problem, lang)


PIECES = [
    "{}", " {} ", "**{}**", "*{}", "<{}>", "<{} a=b>", "</{}>", "<div>{}</div>\n", "<b>{}</b>", "<font>{}", "[{}](a.md)", "[{}](javascript:x)",
    "![{}](b.png)", "[{}]", "`{}`", "\n\n", "\n", "\n> ", "\n- ", "\n1. ", "\n    ", "\n## ", "\n| {} | {} |\n|---|---|\n| {} | {} | {} |\n",
    "[^{}]", "\n[^1]: {}\n", "[^1]", "~{}~", "<", ">", "&", "&amp;", "\\", "|", "<u>", "<br>", "\n---\n", "<title>", "<textarea>", "<svg>", "<a href='x'>", "<table>", "<li>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_every_word_is_shown_or_told_of(pieces):
    numbers = count()
    source = "".join(re.sub(r"\{\}", lambda _: f"từ{next(numbers)}w", piece) for piece in pieces)

    text = re.sub(r"<[^>]*>", "", shown(source))
    lost = [word for word in re.findall(r"từ\d+w", source) if word not in text]

    said = " ".join(str(each.words) for each in found(source))
    assert [word for word in lost if word not in said] == []


def test_an_expression_in_what_is_left_out_is_named_as_one():
    (problem,) = found("Gồm 5*{{ value('x') }} 3*2")[:1] or found("![{{ value('x') }}]({{ value('y') }}.png)")

    assert "{{ … }}" in str(problem.words)


def test_a_slip_a_thousand_times_is_told_fifty_times():
    assert len(found("<u>a\n" * 1_000)) == 50


def test_all_that_is_allowed_fits_into_the_message():
    (problem,) = found("<font>x</font>")

    assert "ul." in explain(problem, "en")
