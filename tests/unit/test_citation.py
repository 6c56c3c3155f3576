"""How a page is cited: in words, for LaTeX, for reference managers; what a site without an address does instead."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.model.banner import Banner
from generator.model.edition import Edition
from generator.pages.citation.citation import Citation, CitedReport
from generator.pages.markup.slots import SlotStore, fill_slots
from generator.pages.render import all_pages, page_context
from tests.trees import REPORT, edit, faults, write_tree

ROOT = Path(__file__).resolve().parent.parent.parent
SITE = "https://cchc.example.vn/"
DATED = edit(REPORT, "  as_of:", "  number: 123/BC-UBND\n  date: 2022-09-20\n  as_of:")
DATED[REPORT] += "published: 2026-11-21\n"


@pytest.fixture
def pages(tmp_path):
    """The pages of a small tree by path, slots filled."""

    def made(changes=DATED, lang="en", site_url=SITE, banner=None):
        catalogue, problems = load_and_check(write_tree(tmp_path, changes))
        assert faults(problems) == ()
        slots = SlotStore()
        templates = ROOT / "site_templates" / "pages"
        context = page_context(Dataset.of(catalogue), lang, templates, slots, None, site_url=site_url)
        context = replace(context, banner=banner)
        return {page.path: (page, fill_slots(page.body, slots.contents)) for page in all_pages(context)}

    return made


def texts(html):
    found = re.findall(r'(?s)class="rr-cite__text"[^>]*>(.*?)</(?:p|pre)>', html)
    return [each.replace("&#39;", "'").replace("&amp;", "&") for each in found]


def test_a_report_is_cited_with_its_document_and_its_permanent_address(pages):
    _, html = pages()["reports/huyen/2022-Q3"]

    words, bibtex, ris = texts(html)

    assert words == (
        "Sample District. “Sample report”, No. 123/BC-UBND, dated 20 September 2022. Shown on the page “Sample District: Q3 2022” of "
        "Public administration reform reports. Licence: CC BY 4.0. https://cchc.example.vn/en/reports/huyen/2022-Q3/"
    )
    assert bibtex.startswith("@misc{reform-reports-reports-huyen-2022-q3-en,\n")
    assert (
        "  year = {2022},\n  date = {2022-09-20},\n  url = {https://cchc.example.vn/en/reports/huyen/2022-Q3/},\n"
        in bibtex
    )
    assert "  author = {{Sample District}},\n  title = {{Sample report}},\n  number = {123/BC-UBND},\n" in bibtex
    assert ris.splitlines()[:4] == [
        "TY  - RPRT",
        "AU  - Sample District",
        "TI  - Sample report",
        "PB  - Sample District",
    ]
    assert {"PY  - 2022", "DA  - 2022/09/20/"} <= set(ris.splitlines())
    assert ris.splitlines()[-1] == "ER  - "
    assert "UR  - https://cchc.example.vn/en/reports/huyen/2022-Q3/" in ris.splitlines()


def test_a_citation_speaks_the_language_of_its_page(pages):
    words = texts(pages(lang="vi")["reports/huyen/2022-Q3"][1])[0]

    assert words.startswith("Huyện Mẫu. “Báo cáo mẫu”, số 123/BC-UBND, ngày 20/9/2022. ")
    assert words.endswith(" https://cchc.example.vn/reports/huyen/2022-Q3/")


def test_a_document_that_prints_a_month_only_is_dated_by_it(pages):
    """“ngày tháng 9/2022” is no Vietnamese."""
    changes = {REPORT: DATED[REPORT].replace("date: 2022-09-20", "date: 2022-09")}

    words, bibtex, _ = texts(pages(changes, lang="vi")["reports/huyen/2022-Q3"][1])

    assert "“Báo cáo mẫu”, số 123/BC-UBND, tháng 9/2022. " in words
    assert "note = {Số 123/BC-UBND, tháng 9/2022. " in bibtex
    assert "ngày tháng" not in words + bibtex


def test_what_a_document_does_not_print_is_not_cited(pages):
    words = texts(pages({})["reports/huyen/2022-Q3"][1])[0]

    assert words.startswith("Sample District. “Sample report”. Shown on")


def test_every_page_says_how_to_cite_it_and_home_stands_for_the_site(pages):
    made = pages()

    uncited = {path for path, (_, html) in made.items() if html.count('<details class="rr-cite"') != 1}
    assert uncited == {"search"}
    assert texts(made[""][1])[0] == (
        "Public administration reform reports. Licence: CC BY 4.0. https://cchc.example.vn/en/"
    )
    assert texts(made["units/huyen"][1])[0].startswith(
        "Public administration reform reports. “Sample District”. Licence"
    )
    assert "  date = {2026-11-21},\n" in texts(made["units/huyen"][1])[1]


def test_without_a_site_address_a_script_fills_in_where_the_reader_is(pages):
    words, *others = texts(pages(site_url="")["units/huyen"][1])

    here = '<span class="rr-cite__here">/en/units/huyen/</span>'
    assert words.endswith(here)
    assert all(here in other for other in others)


@pytest.mark.parametrize(
    ("site_url", "where"),
    [
        (f"{SITE}archive/2022/", f"{SITE}archive/2022/en/units/huyen/"),
        ("", "reform-reports-2022/data/site/en/units/huyen/index.html"),
    ],
)
def test_a_page_of_a_snapshot_is_cited_with_its_edition_and_where_every_copy_has_it(pages, site_url, where):
    html = pages(site_url=site_url, banner=Banner(Edition(2022), date(2023, 2, 2)))["units/huyen"][1]

    words, bibtex, ris = texts(html)

    assert words.endswith(f"“Sample District”. Snapshot of 2022, taken on 2 February 2023. Licence: CC BY 4.0. {where}")
    assert f"  {'url' if site_url else 'howpublished'} = {{{where}}}" in bibtex
    assert "note = {Snapshot of 2022, taken on 2 February 2023. CC BY 4.0.}" in bibtex
    assert {
        f"{'UR' if site_url else 'AV'}  - {where}",
        "N1  - Snapshot of 2022, taken on 2 February 2023.",
    } <= set(ris.splitlines())
    assert ("data-place=" in html) == (not site_url)
    assert "rr-cite__here" not in html
    assert "may be revised" not in html


def test_a_snapshot_does_not_say_that_there_are_no_others(pages):
    made = pages(banner=Banner(Edition(2022), date(2023, 2, 2), SITE))

    assert "later ones are not here" in made["archive"][1]
    assert f'href="{SITE}en/archive/"' in made["archive"][1]
    assert "been taken yet" not in made["archive"][1] + made["revisions"][1]


def test_only_reports_tell_search_engines_of_scholars_what_they_are(pages):
    made = pages()

    assert "citation" not in made["units/huyen"][0].markdown()
    tags = made["reports/huyen/2022-Q3"][0].meta["citation"]
    assert tags["title"] == "Sample District: Q3 2022. Sample report"
    assert tags["technical_report_number"] == "123/BC-UBND"
    assert tags["publication_date"] == "2026/11/21"
    assert tags["public_url"] == f"{SITE}en/reports/huyen/2022-Q3/"


def test_signs_of_latex_and_of_html_do_no_harm():
    report = CitedReport("A & B", "50% <b>x</b> {y} a_b #1 C:\\", "", "", "2026-11-21")
    citation = Citation("en", "Site", "T & <U>", "reports/x/2020", f"{SITE}x/", "/x/", report)

    assert r"title = {{50\% <b>x</b> \{y\} a\_b \#1 C:\textbackslash{}}}" in citation.bibtex()
    assert r"T \& <U>" in citation.bibtex()
    assert "<" not in citation.written(citation.text())
    assert "\N{OBJECT REPLACEMENT CHARACTER}" not in citation.written(citation.ris())


def test_a_page_of_a_snapshot_leads_to_no_source(pages):
    named = {"data/site.yml": "repository: {kind: gitea, url: https://git.example.vn/x}\ncontact: cchc@example.vn\n"}

    assert "git.example.vn" in pages(named)["reports/huyen/2022-Q3"][1]
    for _, html in pages(named, banner=Banner(Edition(2022), date(2023, 2, 2), SITE)).values():
        assert "git.example.vn" not in html
        assert "cchc@example.vn" not in html
