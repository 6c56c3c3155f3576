"""The filters of the page of progress: by keyboard, by address, on a phone, and not needed without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.layout import overhanging
from tests.browser.test_accessibility import ALL_DRAWN, OPTIONS

TARGETS = ".rr-target"


def shown(page: Page) -> list[tuple[str, str]]:
    """Unit and verdict of the targets that can be seen."""
    return page.eval_on_selector_all(
        TARGETS, "all => all.filter(each => each.offsetParent).map(each => [each.dataset.unit, each.dataset.verdict])"
    )


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_filters_work_by_keyboard_and_tell_the_address(open_page, guarded_url, device):
    visit = open_page(f"{guarded_url}/en/progress/index.html", device=device)
    page = visit.page
    everything = len(shown(page))
    said = page.get_by_role("status")
    assert said.inner_text() == f"{everything} of {everything} targets shown"

    page.get_by_label("Unit", exact=True).focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("m")

    found = shown(page)
    assert found
    assert {tuple(each) for each in found} == {("khanh-son", "missed")}
    assert page.url.endswith("/en/progress/?unit=khanh-son&verdict=missed#list")
    assert said.inner_text() == f"{len(found)} of {everything} targets shown"
    assert overhanging(page) == []

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert len(shown(page)) == everything
    assert page.url.endswith("/en/progress/#list")
    assert page.evaluate("document.activeElement.id") == "filter-unit"
    visit.assert_clean()


def test_an_address_can_be_shared_and_kept_in_the_other_language(open_page, site_url):
    visit = open_page(f"{site_url}/progress/?unit=ngan-son&verdict=no-data#list")
    page = visit.page
    first = shown(page)
    assert {tuple(each) for each in first} == {("ngan-son", "no-data")}
    assert page.locator("h3:visible").all_inner_texts() == ["Huyện Ngân Sơn"]

    with page.expect_navigation(wait_until="load"):
        page.locator("header a[hreflang='en']").click()

    assert shown(page) == first
    visit.assert_clean()


def test_an_address_that_no_filter_knows_shows_everything(open_page, site_url):
    visit = open_page(f"{site_url}/progress/?unit=%3Cscript%3E&verdict=wonderful")

    assert len(shown(visit.page)) == visit.page.locator(TARGETS).count()
    visit.assert_clean()


def test_filters_that_nothing_fits_say_so(open_page, site_url):
    page = open_page(f"{site_url}/en/progress/?unit=cu-chi&area=apparatus").page

    assert shown(page) == []
    assert page.get_by_role("status").inner_text() == "No target fits all of these filters."


def test_the_page_of_a_unit_leads_to_its_targets(open_page, site_url):
    page = open_page(f"{site_url}/en/units/khanh-son/").page

    with page.expect_navigation(wait_until="load"):
        page.locator(".rr-verdicts a.rr-verdict--missed").first.click()

    assert {tuple(each) for each in shown(page)} == {("khanh-son", "missed")}


def test_without_scripts_everything_is_there(open_page, site_url):
    page = open_page(f"{site_url}/progress/?unit=ngan-son", java_script_enabled=False).page

    assert not page.locator(".rr-filters").is_visible()
    assert page.locator(TARGETS).last.is_visible()
    details = page.locator(f"{TARGETS} details").first
    details.locator("summary").click()
    assert details.locator("li").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_reasons_and_filters_are_accessible_on_a_phone(open_page, site_url, scheme):
    page = open_page(f"{site_url}/en/progress/?unit=ngan-son", device="phone", color_scheme=scheme).page
    page.evaluate("document.querySelectorAll('article details').forEach(each => { each.open = true; })")
    page.add_style_tag(content=ALL_DRAWN)

    found = Axe().run(page, options=OPTIONS).response["violations"]

    assert [violation["id"] for violation in found] == []
    assert overhanging(page) == []
