"""Two units side by side: all that both report, under an address that can be shared, made from the files of these two alone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.layout import overhanging
from tests.browser.test_accessibility import OPTIONS
from tests.browser.test_compare import address

PAIR = "units=khanh-son,tran-de"
ROWS = "#rr-compare-output .rr-compare__both tbody tr"


def test_two_units_chosen_show_all_that_both_report(open_page, site_url):
    visit = open_page(address(site_url))
    page = visit.page
    page.locator("#rr-compare-output a").last.wait_for()

    page.get_by_label("First unit").select_option("khanh-son")
    page.get_by_label("Second unit").select_option("tran-de")

    expect(page.locator("#rr-compare-title")).to_have_text("Khánh Sơn District and Trần Đề District")
    page.locator(ROWS).first.wait_for()
    assert page.url.endswith(f"/en/compare/?{PAIR}")
    # As many indicators as are offered, every one of which both report, and says of how many periods.
    offered = [text for text in page.locator("#rr-compare-indicator option").all_inner_texts() if "periods:" in text]
    told = page.locator(f"{ROWS} th a").evaluate_all(
        "all => all.map(a => new URL(a.href).searchParams.get('indicator'))"
    )
    assert len(set(told)) == len(offered) > 10
    assert page.locator("#rr-compare-status").inner_text() == f"Indicators that both report: {len(offered)}."
    for row in page.locator(ROWS).all():
        assert row.locator("td .rr-value").count() == 2
        assert re.search(r"Periods: \d+ and \d+; \d+ in common", row.inner_text())
    assert page.locator("#rr-compare-units").is_hidden()
    visit.assert_clean()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_address_of_a_pair_is_restored_from_the_files_of_these_two_alone(open_page, guarded_url, scheme):
    visit = open_page(address(guarded_url, PAIR, "vi"), device="phone", color_scheme=scheme)
    page = visit.page
    page.locator(ROWS).first.wait_for()

    assert [page.locator(f"#rr-compare-{each}").input_value() for each in ("one", "two")] == ["khanh-son", "tran-de"]
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').map(each => each.name).filter(name => name.includes('assets/compare/'))"
    )
    assert loaded
    assert all(re.search(r"assets/compare/units/(khanh-son|tran-de)/", name) for name in loaded)
    assert overhanging(page) == []
    assert Axe().run(page, options=OPTIONS).response["violations"] == []
    visit.assert_clean()


def test_an_indicator_of_a_pair_leads_to_the_comparison_of_the_two_and_back(open_page, site_url):
    visit = open_page(address(site_url, PAIR))
    page = visit.page
    page.locator(ROWS).first.wait_for()

    page.locator(f"{ROWS} th a").first.click()

    page.locator("#rr-compare-units input:checked").first.wait_for()
    chosen = page.locator("#rr-compare-units input:checked").evaluate_all("all => all.map(box => box.value)")
    assert sorted(chosen) == ["khanh-son", "tran-de"]
    expect(page.locator("#rr-compare-indicator option", has_text="periods:").first).to_be_attached()
    page.locator("#rr-compare-indicator").select_option("")
    page.locator(ROWS).first.wait_for()
    assert page.url.endswith(f"?{PAIR}")
    visit.assert_clean()


def test_an_indicator_says_how_many_periods_each_unit_has(open_page, site_url):
    page = open_page(address(site_url, "indicator=dossiers-on-time-rate")).page
    page.locator("#rr-compare-output a").last.wait_for()

    for label in page.locator("#rr-compare-units label").all_inner_texts():
        assert re.search(r"periods: [1-9]\d*$", label)


def test_two_units_without_anything_in_common_say_so(open_page, site_url):
    visit = open_page(address(site_url, "units=khanh-hoa-police,cu-chi"))

    expect(visit.page.locator("#rr-compare-status")).to_contain_text("no indicator in common")
    visit.assert_clean()


def test_it_works_from_a_folder(open_page, built_site):
    home = built_site.as_uri()
    visit = open_page(f"{home}/compare/index.html?{PAIR}", home=home)

    visit.page.locator(ROWS).first.wait_for()
    visit.assert_clean()
