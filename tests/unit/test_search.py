"""What search reads of the pages: the copies for Pagefind, the small index, and the facets."""

import subprocess
import sys
import unicodedata

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.finish import search
from generator.finish.search import SearchIndexError, index_site
from generator.finish.search_copy import article_of, search_copy, searchable
from generator.pages.markup.slots import SlotStore
from generator.pages.page import Facets
from generator.pages.render import render_pages
from tests.trees import INDICATORS, REPORT, added, edit, faults, write_tree

UNIT = "data/units/huyen.yml"


def test_only_the_text_of_the_article_is_read():
    html = (
        "<body><header>đầu trang</header><article class='x'><nav>đường dẫn</nav><h1 id='a'>Đất đai"
        '<a class="headerlink" href="#a">¶</a></h1><script type="application/json">{"spec":1}</script><svg><text>7</text></svg>'
        '<details class="rr-chart__data"><summary>Bảng</summary>8</details><p>Một.</p>'
        '<div class="rr-downloads"><ul><li>CSV <small>22 kB</small></li></ul></div><pre class="rr-code">import pandas</pre>'
        '<details class="rr-cite" id="cite"><summary>Trích dẫn</summary><div><pre>@misc{}</pre></div></details></article></body>'
    )

    article = article_of(html)

    assert "Đất đai" in article
    assert "Một." in article
    for left_out in ("đầu trang", "đường dẫn", "¶", "spec", "7", "8", "CSV", "pandas", "Trích dẫn", "@misc"):
        assert left_out not in article
    assert article_of("<body>không có bài</body>") == ""


def test_what_a_mark_opens_is_no_text_of_the_page():
    """It stands on the page of contradictions; a search for a figure would find each of them twice."""
    html = (
        '<article><p>30%<button class="rr-flag" popovertarget="f"><span class="rr-sr">Mâu thuẫn</span></button>'
        '<span class="rr-flag__note" id="f" popover><span class="rr-flag__text">bản in ghi 42 %</span><a href="x">Vì sao</a></span> sau</p>'
        '<p>12%<span class="rr-flag__note rr-flag__note--look" id="l" popover>bản in ghi 44 %<a href="x">Vì sao</a></span>'
        '<a class="rr-flag rr-flag--look" href="x"><span class="rr-sr">bản in ghi 45 %</span></a></p>'
        '<p>Đạt 30% <a class="rr-flag" href="x" title="t"><span aria-hidden="true">≠</span><span class="rr-sr">bản in ghi 43 %</span></a>; rồi</p></article>'
    )

    article = article_of(html)

    for left_out in ("Mâu thuẫn", "bản in ghi", "Vì sao", "≠"):
        assert left_out not in article
    for kept in ("30%", "sau", "Đạt", "; rồi"):
        assert kept in article


def test_d_with_stroke_becomes_a_letter_with_a_mark_in_text_and_not_in_ids():
    copy = search_copy('<h2 id="đất">Đất đai</h2><p title="đ">x &lt; đ</p>', "vi", "Đề án", Facets(names=("Đầu mối",)))

    assert '<h2 id="đất">D\u0335ất d\u0335ai</h2>' in copy
    assert '<p title="đ">x &lt; d\u0335</p>' in copy
    assert '<meta data-pagefind-meta="title[content]" content="D\u0335ề án">' in copy
    assert 'id="rr-names" data-pagefind-weight="6">D\u0335ầu mối</p>' in copy


def test_decomposed_text_is_composed():
    assert searchable(unicodedata.normalize("NFD", "số hóa")) == "số hóa"


def test_the_cells_of_a_table_are_words_of_their_own():
    copy = search_copy("<tr><th>Mã số</th><td>951</td></tr><dt>Kỳ</dt><dd>2020</dd>", "vi", "x", Facets())

    assert "<th>Mã số</th> <td>951</td>" in copy
    assert "<dt>Kỳ</dt> <dd>2020</dd>" in copy


def test_facets_become_what_results_say_and_what_readers_filter_by():
    facets = Facets(kind="Báo cáo", unit='Huyện "A"', units=("a", "b"), years=(2020, 2021), areas=("x",))

    copy = search_copy("", "vi", "t", facets)

    for fact in (
        'filter="unit-a[content]" content="yes"',
        'filter="unit-b[content]" content="yes"',
        'filter="year-2021[content]" content="yes"',
        'filter="area-x[content]" content="yes"',
        'meta="unit[content]" content="Huyện &quot;A&quot;"',
    ):
        assert f"<meta data-pagefind-{fact}>" in copy
    assert "period[content]" not in copy


def test_the_same_copies_give_the_same_index(tmp_path):
    copies = tmp_path / "copies"
    for lang, text in (("vi", "Đất đai"), ("en", "Land"), ("fr", "Terre")):
        (copies / lang).mkdir(parents=True)
        copy = search_copy(
            f"<p>{text}</p>", lang, text, Facets(units=("a", "b", "c", "d"), years=tuple(range(2000, 2025)))
        )
        (copies / lang / "index.html").write_text(copy, encoding="utf-8")

    for site in ("one", "other"):
        index_site(copies, tmp_path / site)

    one, other = (
        {
            path.relative_to(tmp_path / site): path.read_bytes()
            for path in (tmp_path / site).rglob("*")
            if path.is_file()
        }
        for site in ("one", "other")
    )
    assert one == other
    assert len(one) > 5


def test_what_pagefind_complains_of_is_told(tmp_path, monkeypatch):
    def fail(*_, **__):
        return subprocess.CompletedProcess([sys.executable], 1, "", "no\n ink")

    monkeypatch.setattr(search.subprocess, "run", fail)

    with pytest.raises(SearchIndexError, match="no ink"):
        index_site(tmp_path, tmp_path / "site")


@pytest.fixture(scope="module")
def facets(root, tmp_path_factory):
    """The facets of a small site's Vietnamese pages, by path."""
    changes = added(
        UNIT, 'code: "951"\nauthority: {vi: Ủy ban nhân dân huyện Mẫu}\naliases: [Xứ Mẫu]\npredecessors: [cu]\n'
    )
    changes |= added(
        "content/glossary.yml",
        "- id: committee\n  abbreviation: UBND\n  term: {vi: Ủy ban nhân dân}\n  definition: {vi: Cơ quan.}\n",
    )
    changes |= edit(REPORT, "  as_of:", "  number: 12/BC-UBND\n  as_of:")
    changes |= {
        "data/units/cu.yml": "id: cu\nlevel: district\nnames: {vi: Huyện Cũ, en: Old District}\nvalid_to: 2000-01-01\nsuccessors: [huyen]\n"
    }
    assert INDICATORS not in changes
    catalogue, problems = load_and_check(write_tree(tmp_path_factory.mktemp("facets"), changes))
    assert faults(problems) == ()
    made = render_pages(Dataset.of(catalogue), "vi", root / "site_templates" / "pages", SlotStore(), None)
    return {each.path: each.facets for each in made}


def test_a_unit_is_found_by_all_of_its_names(facets):
    unit = facets["units/huyen"]

    assert set(unit.names) >= {
        "Huyện Mẫu",
        "Sample District",
        "Ủy ban nhân dân huyện Mẫu",
        "UBND huyện Mẫu",
        "951",
        "Xứ Mẫu",
        "Huyện Cũ",
    }
    assert (unit.units, unit.areas) == (("huyen",), ("procedures",))
    assert unit.period == "2018–2022"
    assert unit.reporting
    assert not facets["units/cu"].reporting


def test_a_report_is_found_by_its_number_and_filtered_by_its_unit_and_year(facets):
    report = facets["reports/huyen/2022-Q3"]

    assert "12/BC-UBND" in report.names
    assert (report.kind, report.unit, report.period) == ("Báo cáo", "Huyện Mẫu", "quý III/2022")
    assert (report.units, report.years, report.areas) == (("huyen",), (2022,), ("procedures",))


def test_an_indicator_tells_its_area_and_who_reports_it(facets):
    indicator = facets["indicators/on-time-rate"]

    assert (indicator.unit, indicator.area, indicator.period) == ("Huyện Mẫu", "Thủ tục", "2018–2022")
    assert "On-time rate" in indicator.names


def test_pages_that_name_everything_are_found_by_nothing(facets):
    """The search page itself, and the list of ids, which would answer every question for an indicator."""
    assert sorted(path for path, each in facets.items() if each.hidden) == ["data/indicators", "search"]
