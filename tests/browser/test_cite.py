"""A reader takes a citation or the address of one figure along, by mouse, by keyboard and by hand."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.conftest import SITE_URL

REPORT = "reports/khanh-son/2011-2020/index.html"
ADDRESS = f"{SITE_URL}en/reports/khanh-son/2011-2020/"


@pytest.fixture
def report(open_page, guarded_url):
    """The English page of a report with its tables unfolded; what is copied can be read back."""

    def opened(**options):
        allowed = ["clipboard-read", "clipboard-write"]
        visit = open_page(f"{guarded_url}/en/{REPORT}", permissions=allowed, **options)
        visit.page.evaluate("document.querySelectorAll('.rr-more--table').forEach(each => { each.open = true; })")
        return visit

    return opened


def copied(page):
    return page.evaluate("navigator.clipboard.readText()")


def test_a_citation_is_copied_whole(report):
    visit = report()
    visit.page.locator("#cite > summary").click()

    visit.page.locator(".rr-cite__entry", has=visit.page.get_by_text("BibTeX")).get_by_role("button").click()

    visit.page.get_by_role("status").get_by_text("Copied").wait_for()
    assert copied(visit.page).startswith("@misc{")
    assert f"url = {{{ADDRESS}}}" in copied(visit.page)
    visit.assert_clean()


def test_a_figure_gives_its_address_and_a_citation_and_nothing_jumps(report):
    visit = report()
    page = visit.page
    figure = page.locator("#t-1-6-3_4 a")
    figure.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")

    figure.click()

    panel = page.get_by_role("dialog")
    told = panel.locator("p").last.inner_text()
    assert re.search(
        r"2018: 86\.30%\. People's Committee of Khánh Sơn District\. “.*”, .* of Public administration reform reports\. ",
        told,
    )
    assert f"{ADDRESS}#t-1-6-3_4" in told
    assert page.evaluate("location.hash") == "#t-1-6-3_4"
    assert page.evaluate("scrollY") == before
    panel.get_by_role("button", name="Copy the address").click()
    panel.get_by_text("Copied").wait_for()
    assert copied(page) == f"{ADDRESS}#t-1-6-3_4"
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag22aa"]}).response["violations"]
    assert [each["id"] for each in found] == []
    visit.assert_clean()


def test_a_figure_is_taken_into_a_list_of_references(report):
    """By whatever reads BibTeX or RIS: with its own key, value and address, and the authority that issued it as author."""
    page = report().page
    page.locator("#t-1-6-3_4 a").click()
    panel = page.get_by_role("dialog")
    found = {}
    for kind in ("BibTeX", "RIS"):
        panel.get_by_role("button", name=kind).click()
        panel.get_by_text("Copied").first.wait_for()
        found[kind] = copied(page)

    assert found["BibTeX"].startswith(
        "@misc{reform-reports-reports-khanh-son-2011-2020-en-t-1-6-3-4,\n  author = {{People's Committee"
    )
    assert re.search(r"\n  note = \{.*2018: 86\.30\\%\. ", found["BibTeX"])
    assert f"url = {{{ADDRESS}#t-1-6-3_4}}" in found["BibTeX"]
    assert re.search(r"\nN1  - .*2018: 86\.30%\nER  - ", found["RIS"])
    assert f"UR  - {ADDRESS}#t-1-6-3_4" in found["RIS"]


def test_on_a_phone_the_panel_does_not_cover_its_figure(report):
    page = report(device="phone").page
    page.evaluate("document.getElementById('t-1-6-3_4').scrollIntoView({block: 'end'})")

    page.locator("#t-1-6-3_4 a").tap()

    figure, panel = page.locator("#t-1-6-3_4 a").bounding_box(), page.get_by_role("dialog").bounding_box()
    assert figure["y"] + figure["height"] <= panel["y"]


def test_figures_are_reached_and_left_by_keyboard(report):
    page = report().page
    first = page.locator("#t-1-1 a")
    first.focus()

    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    assert page.evaluate("location.hash") == "#t-1-1-1_2"
    assert page.evaluate("document.activeElement.textContent") == "Copy the address"
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert page.evaluate("document.activeElement.closest('td').id") == "t-1-1-1_2"
    # One stop of the Tab key a table, not one a figure.
    assert page.locator("#t-1-1").locator("xpath=ancestor::table").locator("a.rr-figure[tabindex='0']").count() == 1


def test_a_figure_of_the_prose_keeps_its_old_address_as_well(report):
    page = report().page
    row = page.locator("tr:has(#p-1)")

    old = page.evaluate("document.getElementById('p-1').closest('tr').id")

    assert re.fullmatch(r"p-[a-z0-9-]+\.[0-9A-Z-]+(\.[a-z0-9-]+)+", old)
    row.locator("a.rr-figure").click()
    assert page.evaluate("decodeURIComponent(location.hash)") == f"#{old}"
    assert page.locator("tr:target").count() == 1


def test_without_javascript_citations_are_there_and_addresses_lead_to_figures(open_page, site_url):
    page = open_page(f"{site_url}/en/{REPORT}#t-1-6-3_4", java_script_enabled=False).page

    assert page.locator("td:target").inner_text().strip() == "86.30%"
    page.locator("#cite > summary").click()
    assert page.locator("#cite").get_by_text(ADDRESS).first.is_visible()
    assert page.get_by_role("button", name="Copy").count() == 0
