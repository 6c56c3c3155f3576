"""Narratives as HTML: safe whatever they hold, figures in the place of expressions, another language where there is none."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.assembly.site import load_and_check
from generator.charts.cache import Cache
from generator.dataset.dataset import Dataset
from generator.load.expressions import read_expressions
from generator.model.narrative import GlossaryEntry, Markdown
from generator.model.place import Place
from generator.model.text import text
from generator.pages.markup.abbreviations import Abbreviations
from generator.pages.markup.slots import SlotStore, fill_slots
from generator.pages.render import render_pages
from tests.trees import REPORT, SUMMARY, write_tree

REPORT_PAGE = "reports/huyen/2022-Q3"


@pytest.fixture
def pages(tmp_path, root):
    """Renders a tree with changes: the pages of a language by path, their slots filled."""

    def render(changes=None, lang="vi") -> dict[str, str]:
        catalogue, _ = load_and_check(write_tree(tmp_path / "tree", changes))
        slots = SlotStore()
        made = render_pages(
            Dataset.of(catalogue), lang, root / "site_templates" / "pages", slots, Cache(tmp_path / "cache")
        )
        return {page.path: fill_slots(page.markdown(), slots.contents) for page in made}

    return render


def prose(page: str) -> str:
    """The narrative of a report's page."""
    return page.split('<div class="rr-prose">')[1].split("\n## ", maxsplit=1)[0]


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        '<p onclick="alert(1)">Một</p>',
        "[Một](javascript:alert(1))",
        '<a href="JaVaScRiPt:alert(1)">Một</a>',
        "[Một](data:text/html;base64,PHNjcmlwdD4=)",
        '<iframe src="https://example.com"></iframe>',
        "<style>body { display: none }</style>",
        '<p style="position: fixed">Một</p>',
        '<form action="https://example.com"><input></form>',
        '<svg><script href="x"/></svg>',
        '<object data="x"></object><embed src="x"><base href="//x"><link rel="stylesheet" href="x"><meta http-equiv="refresh">',
        "<<script>script>alert(1)<</script>/script>",
        '<a href="x" title="{{ value(1) }}">Một</a>',
    ],
)
def test_nothing_dangerous_is_left_of_html(pages, written):
    shown = prose(pages({SUMMARY: f"Lời.\n\n{written}\n"})[REPORT_PAGE])

    assert "Lời." in shown
    assert not re.search(
        r"(?i)<(script|img|iframe|style|form|input|svg|object|embed|base|link|meta)|<[^>]*\s(on\w+|style|src)\s*=|<[^>]*(javascript|data):",
        shown,
    )


def test_harmless_html_and_markdown_stay(pages):
    written = (
        "### Đầu đề\n\n**Đậm**, <sub>2</sub> và [liên kết](https://example.com/).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )

    shown = prose(pages({SUMMARY: written})[REPORT_PAGE])

    for each in (
        "<h3>Đầu đề</h3>",
        "<strong>Đậm</strong>",
        "<sub>2</sub>",
        'href="https://example.com/"',
        "<td>1</td>",
    ):
        assert each in shown


def test_an_expression_becomes_the_figure_with_a_link_to_its_source(pages):
    for lang, figure in (("vi", "99,17 %"), ("en", "99.17%")):
        page = pages(lang=lang)[REPORT_PAGE]

        anchor, shown = re.search(r'<a class="rr-value" href="[^"#]*#([^"]+)"[^>]*>([^<]*)</a>', prose(page)).groups()
        assert (anchor, shown.replace("\N{NO-BREAK SPACE}", " ")) == ("t-main-1.3", figure)
        assert f'id="{anchor}"' in page


def test_every_figure_that_is_linked_has_its_address_on_the_page(pages):
    made = pages()
    linked = {each for page in made.values() for each in re.findall(r'class="rr-value" href="[^"#]*#([^"]+)"', page)}

    assert linked
    assert {each for each in linked if f'id="{each}"' not in made[REPORT_PAGE]} == set()


def test_a_figure_may_stand_in_a_section_of_the_prose(pages):
    page = pages({SUMMARY: '{{ value("on-time-rate", period="2018", section="II.2") }}\n'})[REPORT_PAGE]

    assert re.search(r'href="[^"]*#p-on-time-rate.2018.ii-2"[^>]*>81,8', prose(page))


def test_a_figure_may_carry_its_unit(pages):
    page = pages({SUMMARY: '{{ value("resolved", with_unit=true) }} và {{ value("resolved") }}\n'})[REPORT_PAGE]

    assert re.findall(r">([^<]*)</a>", prose(page)) == ["1.200 hồ sơ", "1.200"]


def test_a_table_stands_alone_and_not_in_a_paragraph(pages):
    shown = prose(pages({SUMMARY: 'Trước.\n\n{{ table("resolved", "on-time") }}\n\nSau.\n'})[REPORT_PAGE])

    assert "<table" in shown
    assert not re.search(r"<p>\s*<div", shown)
    assert shown.index("Trước.") < shown.index("<table") < shown.index("Sau.")


def test_what_is_not_translated_is_shown_in_the_other_language_and_says_so(pages):
    made = pages({"content/en/reports/huyen/2022-Q3/summary.md": None, "content/en/about.md": None}, lang="en")

    for path, words in ((REPORT_PAGE, "Huyện giải quyết đúng hạn"), ("about", "Lời giới thiệu.")):
        notice, foreign = re.search(
            r'(?s)<p class="rr-notice">(.*?)</p>\s*<div lang="vi">(.*?)</div>', made[path]
        ).groups()
        assert "Tiếng Việt" in notice
        assert words in foreign


def test_a_text_of_the_data_without_translation_is_marked_with_its_language(pages):
    changes = {"data/units/huyen.yml": "id: huyen\nlevel: district\nnames: {vi: Huyện Mẫu}\n"}
    changes["data/reports/huyen/2022-Q3.yml"] = (
        "unit: huyen\nperiod: 2022-Q3\ndocument: {title: {vi: Báo cáo chỉ có tiếng Việt}}\n"
    )

    assert '<span lang="vi">Báo cáo chỉ có tiếng Việt</span>' in pages(changes, lang="en")[REPORT_PAGE]


@pytest.mark.parametrize("lang", ["vi", "en", "fr"])
def test_every_language_has_the_same_pages(pages, lang):
    assert pages(lang=lang).keys() == pages(lang="vi").keys() >= {
        "", "about", "method", "glossary", "units", "units/huyen", "units/tinh", "reports", REPORT_PAGE,
        "areas", "areas/procedures", "indicators", "indicators/on-time-rate",
    }  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("{}%#\"'()[]<>\\/=, \nvaluechart1é&;|-*_`")))
def test_no_text_makes_reading_its_expressions_fail(written):
    page = Markdown("vi", written, Place("content/vi/about.md", 1, 1))

    expressions, problems = read_expressions(page)

    for each in (*expressions, *problems):
        assert 1 <= each.place.line <= written.count("\n") + 1


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{{ value.__class__ }}", "unknown-expression"),
        ("{{ value(value('x')) }}", "unknown-expression"),
        ("{{ ''.__class__.__mro__ }}", "unknown-expression"),
        ("{{ open('/etc/passwd') }}", "unknown-expression"),
        ("{{ value('a' ~ 'b') }}", "unknown-expression"),
        ("{{ value(*['a']) }}", "unknown-expression"),
        ("{{ value('a') + value('b') }}", "unknown-expression"),
        ("{% include 'x' %}", "broken-expression"),
        ("{# x #}", "broken-expression"),
        ("{{ value('a') ", "broken-expression"),
        ("{{ }}", "broken-expression"),
        ("{{ " + "(" * 400 + " }}", "broken-expression"),
        ("{{ value('" + "a" * 600 + "') }}", "broken-expression"),
    ],
)
def test_only_a_call_with_plain_words_is_an_expression(written, code):
    expressions, (problem,) = read_expressions(Markdown("vi", f"Một\nhai {written}", Place("f.md", 1, 1)))

    assert expressions == []
    assert (problem.code, str(problem.place)) == (code, "f.md:2:5")


@pytest.fixture
def abbreviations():
    return {
        entry.id: entry
        for entry in (
            GlossaryEntry(id="a", abbreviation="TTHC", term=text("thủ tục hành chính", en="administrative procedure"), definition=text("…")),
            GlossaryEntry(id="b", abbreviation="VBQPPL", aliases=("QPPL", "văn bản"), term=text('văn bản "luật"'), definition=text("…")),
        )
    }  # fmt: skip


TTHC = '<abbr title="thủ tục hành chính">TTHC</abbr>'


@pytest.mark.parametrize(
    ("html", "explained"),
    [
        ("<p>TTHC và TTHC</p>", f"<p>{TTHC} và TTHC</p>"),
        ("<p>Số TTHC.</p><p>TTHC</p>", f"<p>Số {TTHC}.</p><p>TTHC</p>"),
        ('<p title="TTHC">(TTHC)</p>', f'<p title="TTHC">({TTHC})</p>'),
        ('<p title="a > TTHC">x</p>', '<p title="a > TTHC">x</p>'),
        ("<svg><text>TTHC</text></svg> TTHC", f"<svg><text>TTHC</text></svg> {TTHC}"),
        ("<script>TTHC</script><style>TTHC</style><code>TTHC</code>", "<script>TTHC</script><style>TTHC</style><code>TTHC</code>"),
        ("<option>TTHC</option>", "<option>TTHC</option>"),
        ('<abbr title="x">TTHC</abbr>', '<abbr title="x">TTHC</abbr>'),
        ("ATTHC TTHCs TTHC-2 tthc", "ATTHC TTHCs TTHC-2 tthc"),
        ("<br/>TTHC<br>", f"<br/>{TTHC}<br>"),
        ("văn bản QPPL", 'văn bản <abbr title="văn bản &quot;luật&quot;">QPPL</abbr>'),
        ("không có gì", "không có gì"),
    ],
)  # fmt: skip
def test_an_abbreviation_is_explained_once_where_it_is_text(abbreviations, html, explained):
    assert Abbreviations(abbreviations, "vi").explain(html) == explained


def test_an_abbreviation_is_explained_in_the_readers_language_too(abbreviations):
    assert 'title="administrative procedure (thủ tục hành chính)"' in Abbreviations(abbreviations, "en").explain("TTHC")


def test_without_a_glossary_nothing_is_explained():
    assert Abbreviations({}, "vi").explain("TTHC") == "TTHC"


@pytest.mark.parametrize(("newest", "shown"), [("90%", "<figure"), ("81%", "<table")])
def test_a_chart_that_would_show_nothing_is_shown_as_a_table(pages, newest, shown):
    figures = f'{{2018: "81%", 2019: "81%", 2020: "{newest}"}}'
    report = f"unit: huyen\nperiod: 2022-Q3\ndocument: {{title: {{vi: A}}}}\nprose:\n- {{section: I, indicator: on-time-rate, values: {figures}}}\n"

    told = prose(pages({REPORT: report, SUMMARY: '{{ chart("on-time-rate") }}\n'})[REPORT_PAGE])

    assert re.findall("<figure|<table", told)[0] == shown
