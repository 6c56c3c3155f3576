"""On paper: A4 sheets with page numbers and their source, everything unfolded, nothing that only a screen can use."""

import os
import shutil

import pdfplumber
import pytest

from generator.assembly.site import build_site
from tests.trees import write_tree

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("print")]
"""Together, because a site with PDF is made for all of them."""

REPORT_ID = "huyen/2022-Q3"
PDF = f"reports/{REPORT_ID}/huyen-2022-Q3.pdf"


@pytest.fixture(scope="module")
def printed(tmp_path_factory, finished):
    tree = write_tree(tmp_path_factory.mktemp("tree"))
    shutil.copytree(finished / ".cache", tree / ".cache")
    result = build_site(tree, tree / "site", lambda *_: None, pdf=True)
    assert result.published, result.problems
    return tree


def test_each_report_is_a_pdf_in_each_language_and_its_page_links_to_it(printed):
    for folder in ("", "en/"):
        pdf = (printed / "site" / f"{folder}{PDF}").read_bytes()
        page = (printed / "site" / f"{folder}reports/{REPORT_ID}/index.html").read_text(encoding="utf-8")

        assert pdf.startswith(b"%PDF-")
        assert f'href="{PDF.rpartition("/")[2]}"' in page


def test_a_pdf_holds_no_path_of_the_machine_and_is_the_same_when_made_again(printed):
    first = (printed / "site" / PDF).read_bytes()
    build_site(printed, printed / "again", lambda *_: None, pdf=True)

    assert b"file:" not in first
    assert os.fsencode(printed) not in first
    assert (printed / "again" / PDF).read_bytes() == first


def test_a_site_without_pdf_links_to_none(built_site):
    assert not list(built_site.rglob("*.pdf"))
    assert ".pdf" not in (built_site / "reports/khanh-son/2011-2020/index.html").read_text(encoding="utf-8")


def test_without_a_browser_nothing_is_built_and_the_message_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    tree = write_tree(tmp_path / "tree")

    result = build_site(tree, tree / "site", lambda *_: None, pdf=True)

    assert [problem.code for problem in result.problems] == ["no-pdf-browser"]
    assert not (tree / "site").exists()


def test_a_page_that_cannot_be_printed_leaves_the_old_site(printed, monkeypatch, tmp_path):
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\necho 'no paper' >&2\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(broken))
    before = (printed / "site" / PDF).read_bytes()

    result = build_site(printed, printed / "site", lambda *_: None, pdf=True)

    assert {(problem.code, problem.words["reason"]) for problem in result.problems} == {("pdf-failed", "no paper")}
    assert (printed / "site" / PDF).read_bytes() == before


@pytest.mark.parametrize("path", ["units/khanh-son/index.html", "en/reports/ngan-son/2022-Q3/index.html"])
def test_paper_shows_the_source_and_no_controls(open_page, site_url, path):
    visit = open_page(f"{site_url}/{path}", color_scheme="dark")
    visit.page.emulate_media(media="print")

    assert visit.page.locator(".rr-print-head").is_visible()
    assert visit.page.locator(".rr-print-head").inner_text().strip()
    for control in (
        ".rr-masthead",
        ".md-sidebar",
        ".rr-footer",
        ".rr-chart__tools",
        ".rr-chart__data",
        ".headerlink",
        ".rr-cite",
    ):
        assert not visit.page.locator(f"{control} >> visible=true").count(), control
    ground = visit.page.evaluate("getComputedStyle(document.body).getPropertyValue('--rr-ground').trim()")
    assert ground == "#fff"


@pytest.mark.parametrize("path", ["units/khanh-son/index.html", "en/reports/khanh-son/2011-2020/index.html"])
def test_names_in_wide_tables_have_room_on_paper(open_page, site_url, path):
    # The width of the text on an A4 sheet, in CSS pixels.
    visit = open_page(f"{site_url}/{path}", viewport={"width": 673, "height": 900})
    visit.page.emulate_media(media="print")

    widths = visit.page.locator(".rr-table:not(.rr-chart *) tbody th[scope=row]").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().width)"
    )
    assert widths
    assert min(widths) >= 120
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 673
    captioned = visit.page.locator("details.rr-more:has(> .rr-table-scroll caption) > summary >> visible=true")
    assert not captioned.count()


def test_what_is_folded_on_a_screen_is_open_on_paper(open_page, site_url):
    visit = open_page(f"{site_url}/units/khanh-son/index.html")
    table = visit.page.locator("details.rr-more > .rr-table-scroll").first
    assert not table.is_visible()

    visit.page.emulate_media(media="print")

    assert table.evaluate("element => element.getBoundingClientRect().height") > 20
    # A table goes on where the sheet ends, instead of beginning on the next one.
    kept = visit.page.locator("article details.rr-more").evaluate_all(
        "all => all.map(e => getComputedStyle(e).breakInside)"
    )
    assert set(kept) == {"auto"}


@pytest.mark.parametrize("unit", ["khanh-son", "khanh-hoa"])
def test_the_last_sheet_of_a_unit_is_no_leftover(open_page, site_url, tmp_path, unit):
    """What came before and after a unit stands at its head; its repetition, and links that lead nowhere on paper, took a sheet of their own."""
    page = open_page(f"{site_url}/units/{unit}/index.html").page
    page.pdf(path=tmp_path / "a.pdf", prefer_css_page_size=True)

    with pdfplumber.open(tmp_path / "a.pdf") as pdf:
        last = (pdf.pages[-1].extract_text() or "").splitlines()
        printed = "\n".join(each.extract_text() or "" for each in pdf.pages)

    assert len(last) > 15
    assert "So sánh với đơn vị khác" not in printed
