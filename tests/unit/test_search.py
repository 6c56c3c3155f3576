"""What search reads of the pages: the copies for Pagefind, the small index, and the facets."""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.finish import search
from generator.finish.search import SearchIndexError, index_pages, joined_entry
from generator.finish.search_copy import CELL, TABLE, TABLE_END, article_of, search_copy
from generator.finish.search_letters import coded
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


def test_words_are_written_bare_with_their_accents_behind_them_and_ids_as_they_are():
    copy = search_copy('<h2 id="đất">Đất đai</h2><p title="đ">x &lt; an</p>', "vi", "Đề án", Facets(names=("Đầu mối",)))

    assert f'<h2 id="đất">{coded("Đất")} {coded("đai")}</h2>' in copy
    assert '<p title="đ">x &lt; an</p>' in copy
    assert f'<meta data-pagefind-meta="title[content]" content="{coded("Đề án")}">' in copy
    assert f'id="rr-names" data-pagefind-weight="6">{coded("Đầu mối")}</p>' in copy


def test_whoever_reads_the_copy_knows_which_accents_were_left_out():
    bare = [re.sub("[\ue000-\uf8ef]", "", coded(word)) for word in ("Đất", "quí", "quý", "KỸ", "ÐỀ", "on")]

    assert bare == ["Dat", "qui", "qui", "KI", "DE", "on"]
    assert len({coded(word) for word in ("so", "số", "sơ", "sổ", "Số")}) == 5
    assert coded(unicodedata.normalize("NFD", "số")) == coded("số")
    # Letters that are two in small letters, or one letter of another alphabet.
    assert coded("İıſK") == "İıſK"
    assert coded("hộp 97,55% (2023)") == f"{coded('hộp')} 97,55% (2023)"


def test_tables_and_their_cells_can_be_told_from_sentences():
    copy = search_copy(
        "<p>Một.</p><table><tr><th>Mã</th><td>951</td></tr></table><dl><dt>Hồ sơ</dt><dd>Giấy tờ.</dd></dl>",
        "en",
        "x",
        Facets(),
    )

    words = re.sub("<[^>]+>", " ", copy[copy.index("<main") :]).split()
    assert words[:1] + words[1:7] == [coded("Một") + ".", TABLE, coded("Mã"), CELL, "951", CELL, TABLE_END]


def test_facets_become_what_results_say_and_what_readers_filter_by():
    facets = Facets(kind="Báo cáo", unit='Sa Pa "A"', units=("a", "b"), years=(2020, 2021), areas=("x",))

    copy = search_copy("", "vi", "t", facets)

    for fact in (
        'filter="unit-a[content]" content="yes"',
        'filter="unit-b[content]" content="yes"',
        'filter="year-2021[content]" content="yes"',
        'filter="area-x[content]" content="yes"',
        'meta="unit[content]" content="Sa Pa &quot;A&quot;"',
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
        index_pages(copies, tmp_path / site)

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


def test_languages_indexed_one_after_another_give_the_index_of_all(tmp_path):
    """Pagefind needs the memory of one language at a time; nobody who searches can tell."""
    for lang, text in (("vi", "Đất đai"), ("en", "Land"), ("fr", "Terre")):
        for copies in (tmp_path / "together", tmp_path / lang):
            (copies / lang).mkdir(parents=True)
            copy = search_copy(f"<p>{text}</p>", lang, text, Facets(units=("a", "b"), years=(2020, 2021)))
            (copies / lang / "index.html").write_text(copy, encoding="utf-8")

    together = index_pages(tmp_path / "together", tmp_path / "one")
    alone = [index_pages(tmp_path / lang, tmp_path / "each" / lang) for lang in ("vi", "en", "fr")]

    files = {path.relative_to(folder): path.read_bytes() for folder in alone for path in _files(folder)}
    files[Path("pagefind-entry.json")] = joined_entry((folder / "pagefind-entry.json").read_bytes() for folder in alone)
    assert files == {path.relative_to(together): path.read_bytes() for path in _files(together)}


def _files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_pagefind_complains_of_is_told(tmp_path, monkeypatch):
    def fail(*_, **__):
        return subprocess.CompletedProcess([sys.executable], 1, "", "no\n ink")

    monkeypatch.setattr(search.subprocess, "run", fail)

    with pytest.raises(SearchIndexError, match="no ink"):
        index_pages(tmp_path, tmp_path / "site")


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


def test_a_report_says_its_period_and_pages_about_it_do_not(facets):
    assert (facets["reports/huyen/2022-Q3"].entity, facets["reports/huyen/2022-Q3"].period_id) == ("report", "2022-Q3")
    assert facets["reports/huyen/2022-Q3/audit"].entity == ""


def test_units_and_indicators_answer_with_their_newest_figures(facets):
    """In full, with where it stands: of an indicator for each unit, of a unit for each indicator."""
    (area, unit, value, period, source), *_ = facets["indicators/on-time-rate"].figures

    assert (area, unit) == ("procedures", "Huyện Mẫu")
    assert ("procedures", "on-time-rate", value, period, source) in facets["units/huyen"].figures
    assert value.endswith(" %")
    assert source.startswith("reports/huyen/")
