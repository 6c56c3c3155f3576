"""A reader meets a contradiction: the mark beside the figure, what it opens, and the list, by mouse, by keyboard and without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

REPORT = "en/reports/ngan-son/2022-Q3"
CELL = "t-appendix-7.2.4"
TOLD = "printed 5.75%; the report's own figures give 7.76% (396 of 5,106)."
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def mark(page):
    return page.locator(f'[popovertarget="flag-{CELL}"]')


def note(page):
    return page.locator(f'[id="flag-{CELL}"]')


@pytest.mark.parametrize("scripts", [True, False])
def test_the_mark_opens_what_the_reports_own_figures_give(open_page, site_url, scripts):
    visit = open_page(f"{site_url}/{REPORT}/index.html", java_script_enabled=scripts)
    page = visit.page
    assert note(page).is_hidden()

    mark(page).focus()
    page.keyboard.press("Enter")

    assert TOLD in note(page).inner_text()
    page.keyboard.press("Escape")
    assert note(page).is_hidden()
    assert mark(page).evaluate("each => each === document.activeElement")
    mark(page).click()
    note(page).get_by_role("link").click()
    page.wait_for_url(f"**/{REPORT}/audit/**#rate-differs-{CELL}")
    assert TOLD in page.locator(":target").inner_text()
    visit.assert_clean()


def test_the_way_back_from_the_list_is_the_figure(open_page, site_url):
    page = open_page(f"{site_url}/{REPORT}/audit/index.html").page

    page.locator(f"[id='rate-differs-{CELL}']").get_by_role("link", name="5.75%").click()

    page.wait_for_url(f"**/{REPORT}/**#{CELL}")


def test_the_mark_is_no_part_of_the_figures_own_link(open_page, site_url):
    """The script that gives every figure its address leaves the mark beside it."""
    page = open_page(f"{site_url}/{REPORT}/index.html").page
    cell = page.locator(f"[id='{CELL}']")
    cell.scroll_into_view_if_needed()

    expect(cell.locator("a.rr-figure")).to_have_text("5.75%", use_inner_text=True)
    assert cell.locator("a.rr-figure .rr-flag").count() == 0
    assert mark(page).get_attribute("aria-label") is None
    assert mark(page).inner_text().split("\n")[-1] == "Contradiction in the source"


def test_what_is_worth_a_look_opens_under_its_own_mark_and_words(open_page, site_url):
    """A leap may be right; nothing of it speaks of a contradiction."""
    visit = open_page(f"{site_url}/en/reports/khanh-son/2011-2020/index.html#t-1-6-3_6")
    page = visit.page
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    look = page.locator('[popovertarget="look-t-1-6-3_6"]')
    note = page.locator("[id='look-t-1-6-3_6']")

    look.focus()
    page.keyboard.press("Enter")

    assert look.inner_text().split() == ["?", "Worth", "a", "look"]
    assert note.inner_text().startswith("Worth a look")
    assert "printed 0, out of all proportion" in note.inner_text()
    assert "ontradiction" not in note.inner_text()
    note.get_by_role("link").click()
    page.wait_for_url("**/audit/**#jump-t-1-6-3_6")
    assert page.locator(":target").inner_text().startswith("A figure is out of all proportion")
    visit.assert_clean()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_the_note_stays_on_the_screen(open_page, site_url, scheme):
    visit = open_page(f"{site_url}/{REPORT}/index.html", device="phone", color_scheme=scheme)
    page = visit.page
    mark(page).scroll_into_view_if_needed()
    box = mark(page).bounding_box()

    mark(page).tap()

    assert min(box["width"], box["height"]) >= 24
    place = note(page).bounding_box()
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 360
    assert place["y"] + place["height"] <= 740
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [each["id"] for each in found] == []


def test_key_figures_and_prose_lead_to_the_list(open_page, site_url):
    visit = open_page(f"{site_url}/en/units/ngan-son/index.html")
    card = visit.page.locator(".rr-card .rr-flag").first

    assert re.search(r"63 in appendix, row 4\.5\.2, but 64 in section II\.3\.3", card.inner_text())
    card.click()

    visit.page.wait_for_url(f"**/{REPORT}/audit/**#stated-differently-t-appendix-4.5.2")
    visit.assert_clean()


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_list_of_the_site_leads_to_every_report(open_page, site_url, language):
    page = open_page(f"{site_url}/{language}audit/index.html").page

    rows = page.locator("table.rr-table tbody tr")
    assert rows.count() == 5
    total = sum(int(cell.inner_text()) for cell in rows.locator("td:nth-child(2)").all())
    assert total == page.locator(".rr-finding").count() > 0
    page.locator(".rr-finding a").first.click()
    page.locator(".rr-finding:target").wait_for()


ALONE = """() => [...document.querySelectorAll('a.rr-value + a.rr-flag')].filter(flag => {
    const before = [...flag.previousElementSibling.getClientRects()].at(-1), own = flag.getBoundingClientRect();
    return own.height && (own.top > before.bottom || own.bottom < before.top);
}).map(flag => flag.previousElementSibling.textContent)"""


def test_a_mark_never_begins_a_line_apart_from_its_figure(open_page, site_url):
    page = open_page(f"{site_url}/units/ngan-son/index.html").page
    assert page.locator("a.rr-value + a.rr-flag").count() > 1
    apart = {}
    for width in range(320, 440, 4):
        page.set_viewport_size({"width": width, "height": 800})
        apart[width] = page.evaluate(ALONE)

    assert {width: figures for width, figures in apart.items() if figures} == {}
