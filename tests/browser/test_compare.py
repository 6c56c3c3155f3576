"""Comparisons in the browser: chosen by keyboard, shared by address, refused in words, and there without scripts."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from generator.dataset.comparability import Reason, lineage, units_apart
from generator.dataset.dataset import Dataset
from generator.model.catalogue import Catalogue
from generator.model.unit import Unit
from generator.pages.comparing.unit_figures import unit_facts
from tests.browser.kinds import LANGUAGES
from tests.browser.layout import overhanging
from tests.browser.test_accessibility import OPTIONS

REFUSED = "indicator=par-news-items&units=ngan-son,tran-de"
ROUGH = "indicator=sector-dialogue-meetings&units=khanh-hoa,khanh-hoa-police,khanh-hoa-tax&from=2020&to=2020&breakdown="
RANKED = "indicator=dossiers-on-time-rate&units=cu-chi,khanh-son&from=2020&to=2020&breakdown=tier%3Ddistrict"
STATUS = "#rr-compare-status"


def address(site_url: str, query: str = "", language: str = "en") -> str:
    prefix = "" if language == "vi" else f"{language}/"
    return f"{site_url}/{prefix}compare/index.html" + (f"?{query}" if query else "")


def wait_for_result(page: Page) -> None:
    page.locator("#rr-compare-output a").last.wait_for()


def chosen_units(page: Page) -> list[str]:
    return page.locator("#rr-compare-units input:checked").evaluate_all("boxes => boxes.map(box => box.value)")


def test_a_comparison_is_made_by_keyboard_alone(open_page, site_url):
    visit = open_page(address(site_url))
    page = visit.page
    wait_for_result(page)

    page.locator("#rr-compare-filter").focus()
    page.keyboard.type("resolved on time (rate")
    expect(page.locator("#rr-compare-found")).to_have_text("Indicators found: 2")
    page.keyboard.press("Tab")
    page.keyboard.type("Dossiers resolved on time (rate")
    expect(page.locator("#rr-compare-title")).to_have_text("Dossiers resolved on time (rate)")
    page.locator("#rr-compare-none").focus()
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_have_text("Choose at least two units.")
    for unit in ("cu-chi", "ngan-son"):
        page.locator(f"#rr-compare-units input[value={unit}]").focus()
        page.keyboard.press("Space")

    expect(page.locator(".rr-compare__group .rr-compare__bar")).to_have_count(2)
    assert "units=cu-chi,ngan-son" in page.url
    visit.assert_clean()


@pytest.mark.parametrize(("language", "words"), [("vi", "trên 61 cuộc"), ("en", "over 61 sessions")])
def test_a_rough_figure_has_its_words_and_a_bar_without_an_edge(open_page, site_url, language, words):
    visit = open_page(address(site_url, ROUGH, language))
    wait_for_result(visit.page)

    rough = visit.page.locator(".rr-compare__bar--rough")
    expect(rough).to_have_count(1)
    expect(rough.locator(".rr-compare__shown")).to_have_text(words)
    assert rough.locator("rect").evaluate("bar => getComputedStyle(bar).strokeDasharray") == "1px, 3px"
    expect(visit.page.locator("#rr-compare-output .rr-value", has_text=words)).to_have_count(1)
    visit.assert_clean()


@pytest.mark.parametrize("typed", ["dung han", "ĐÚNG HẠN", "đúng hạn"])
def test_indicators_are_found_with_or_without_accents(open_page, site_url, typed):
    page = open_page(address(site_url, language="vi")).page
    wait_for_result(page)

    page.locator("#rr-compare-filter").fill(typed)

    names = page.locator("#rr-compare-indicator option").all_inner_texts()
    assert "Tỷ lệ hồ sơ giải quyết đúng hạn" in [name.strip() for name in names]
    assert page.locator("#rr-compare-indicator option").count() < 40


def test_enter_takes_the_first_indicator_found(open_page, site_url):
    visit = open_page(address(site_url, language="vi"))
    wait_for_result(visit.page)

    visit.page.locator("#rr-compare-filter").fill("ty le ho so giai quyet dung han")
    visit.page.keyboard.press("Enter")

    expect(visit.page.locator("#rr-compare-title")).to_have_text("Tỷ lệ hồ sơ giải quyết đúng hạn")
    assert "indicator=dossiers-on-time-rate" in visit.page.url
    visit.assert_clean()


def test_an_address_is_restored_and_the_back_button_goes_back(open_page, site_url):
    visit = open_page(address(site_url, RANKED))
    page = visit.page
    wait_for_result(page)
    assert chosen_units(page) == ["cu-chi", "khanh-son"]
    assert page.locator("#rr-compare-breakdown").input_value() == "tier=district"
    assert [page.locator(f"#rr-compare-{each}").input_value() for each in ("from", "to")] == ["2020", "2020"]
    assert page.locator(".rr-compare__table thead th").nth(1).inner_text() == "Rank"

    # Each choice is an entry of its own in the history, and stands there before the next one is made.
    page.locator("#rr-compare-units input[value=ngan-son]").check()
    expect(page).to_have_url(re.compile("ngan-son"))
    page.locator("#rr-compare-to").select_option("2023")
    expect(page).to_have_url(re.compile("to=2023"))
    expect(page.locator("#rr-compare-output")).to_contain_text("Ngân Sơn")
    shared = page.url
    page.go_back()
    expect(page).to_have_url(re.compile("to=2020"))
    page.go_back()
    expect(page.locator("#rr-compare-units input[value=ngan-son]")).not_to_be_checked()

    other = open_page(shared).page
    wait_for_result(other)
    assert chosen_units(other) == ["cu-chi", "khanh-son", "ngan-son"]
    assert other.locator("#rr-compare-to").input_value() == "2023"
    visit.assert_clean()


def test_what_cannot_be_compared_is_refused_with_the_reason_but_shown(open_page, site_url):
    visit = open_page(address(site_url, REFUSED))
    wait_for_result(visit.page)

    expect(visit.page.locator(STATUS)).to_contain_text("cannot be compared")
    refused = visit.page.locator(".rr-compare__group--refused")
    assert refused.locator("tbody tr").count() == 2
    assert "The periods are of different length." in refused.inner_text()
    assert visit.page.locator(".rr-compare__bar").count() == 0
    assert all(
        re.search(r"reports/.+#", link)
        for link in refused.locator("a.rr-value").evaluate_all("all => all.map(a => a.href)")
    )
    visit.assert_clean()


def test_a_unit_that_is_broken_down_differently_is_told_of(open_page, site_url):
    page = open_page(address(site_url, RANKED.replace("khanh-son", "khanh-hoa"))).page
    wait_for_result(page)

    row = page.locator(".rr-compare__group--refused tr", has_text="Khánh Hòa")
    assert "broken down differently (Overall)" in row.inner_text()


@pytest.mark.parametrize("query", ["indicator=no-such", "indicator=%3Cscript%3E&units=%22%3E"])
def test_an_address_that_names_nothing_says_so(open_page, site_url, query):
    visit = open_page(address(site_url, query))

    expect(visit.page.locator(STATUS)).to_contain_text("names an indicator")
    visit.page.locator("#rr-compare-indicator").select_option("dossiers-on-time-rate")
    wait_for_result(visit.page)
    visit.assert_clean()


def test_the_address_can_be_copied(open_page, site_url):
    visit = open_page(address(site_url, RANKED), permissions=["clipboard-read", "clipboard-write"])
    wait_for_result(visit.page)

    visit.page.locator("#rr-compare-copy").click()

    expect(visit.page.locator("#rr-compare-copied")).to_have_text("The address is copied.")
    assert visit.page.evaluate("navigator.clipboard.readText()").endswith(f"compare/?{RANKED}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_ready_made_comparisons_are_there(open_page, site_url, language):
    visit = open_page(address(site_url, language=language), java_script_enabled=False)
    page = visit.page
    assert not page.locator("#rr-compare").is_visible()
    assert page.locator("noscript p").is_visible()

    page.locator("a[href$='dossiers-on-time-rate/index.html#compare']").click()

    tables = page.locator(".rr-compare__table")
    assert tables.count() > 1
    assert tables.first.is_visible()
    assert page.locator("#compare").is_visible()
    visit.assert_clean()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (360, "light")])
@pytest.mark.parametrize("query", [RANKED.replace("&to=2020", "&to=2023"), REFUSED])
def test_a_result_fits_a_phone_and_everybody(open_page, site_url, query, width, scheme):
    visit = open_page(
        address(site_url, query, "vi"), viewport={"width": width, "height": 740}, color_scheme=scheme, has_touch=True
    )
    wait_for_result(visit.page)

    assert overhanging(visit.page) == []
    found = Axe().run(visit.page, options=OPTIONS).response["violations"]
    assert [each["id"] for each in found] == []


def test_it_works_under_the_policy_of_a_careful_host(open_page, guarded_url):
    visit = open_page(address(guarded_url, RANKED))
    wait_for_result(visit.page)

    width = visit.page.locator(".rr-compare__bar rect").first.bounding_box()["width"]
    assert width > 20
    visit.assert_clean()


def test_it_works_from_a_folder_and_in_the_other_language(open_page, built_site):
    home = built_site.as_uri()
    visit = open_page(f"{home}/compare/index.html?{RANKED}", home=home)
    wait_for_result(visit.page)

    with visit.page.expect_navigation(wait_until="load"):
        visit.page.locator("header a[hreflang='en']").click()
    wait_for_result(visit.page)

    assert chosen_units(visit.page) == ["cu-chi", "khanh-son"]
    assert "/en/compare/" in visit.page.url
    visit.assert_clean()


def test_figures_of_other_times_stand_side_by_side_and_are_not_ranked(open_page, site_url):
    page = open_page(address(site_url, "indicator=public-service-units&units=cu-chi,ngan-son")).page
    wait_for_result(page)

    expect(page.locator(STATUS)).to_have_text(
        "Comparable figures: 0. Side by side, not the same time: 2. Not comparable with another: 0."
    )
    beside = page.locator(".rr-compare__group--beside")
    assert "of different times" in beside.inner_text()
    assert "Rank" not in beside.locator("thead").inner_text()
    assert [
        re.search(r"\((.+)\)", name)[1] for name in beside.locator(".rr-compare__bar > :first-child").all_inner_texts()
    ] == ["Q3 2022", "Q1 2020"]


def test_the_page_opens_with_a_rate_that_most_units_of_one_level_report(open_page, site_url):
    page = open_page(address(site_url)).page
    wait_for_result(page)

    assert page.locator("#rr-compare-title").inner_text() == "Dossiers resolved on time (rate)"


_ASK = """([first, second]) => {
  const known = JSON.parse(document.getElementById("rr-compare-words").textContent);
  known.units = [["one", "One", "commune", "#"], ["two", "Two", "commune", "#"]];
  const figure = unit => ({unit, breakdown: "", period: "2022", from: 2022, to: 2022, moment: "m", span: "s", contest: "", value: 1, shown: "1", href: "#"});
  const data = {name: "N", page: "#", measure: "m", drawn: true, directed: true, breakdowns: [["", "Overall", 2]], withNumbers: 2, spans: {s: "S"},
    refusals: {}, noNumber: "-", figures: [figure("one"), figure("two")], known: {one: first, two: second}};
  const made = window.rrCompareResult(known, data, {units: ["one", "two"], breakdown: "", from: "2022", to: "2022"});
  const said = made.pieces.map(piece => piece.textContent).join(" ");
  return said.includes(known.lineage) ? "lineage" : said.includes(known.neverTogether) ? "never-together" : "";
}"""


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ({}, {}, None),
        ({"successors": ["two"]}, {}, Reason.LINEAGE),
        ({}, {"predecessors": ["one"]}, Reason.LINEAGE),
        ({"predecessors": ["two"]}, {"valid_to": "2020-01-01"}, Reason.LINEAGE),
        ({"valid_to": "2025-06-30"}, {"valid_from": "2025-07-01"}, Reason.NEVER_TOGETHER),
        ({"valid_from": "2025-07-01"}, {"valid_to": "2025-06-30"}, Reason.NEVER_TOGETHER),
        ({"valid_to": "2025-07-01"}, {"valid_from": "2025-07-01"}, None),
        ({"valid_from": "2020-01-01", "valid_to": "2025-06-30"}, {"valid_to": "2021-01-01"}, None),
    ],
)
def test_the_browser_keeps_apart_the_units_that_the_build_does(open_page, site_url, one, two, reason):
    """The build tells of each unit its days and what it came from; the browser looks at two of them."""
    names = {"level": "commune", "names": {"vi": "Xã", "en": "Commune"}}
    units = {each: Unit.model_validate({"id": each, **names, **more}) for each, more in (("one", one), ("two", two))}
    known, dataset = lineage(units), Dataset.of(Catalogue(("vi",), units=units))
    told = [unit_facts(unit, dataset) for unit in units.values()]
    visit = open_page(address(site_url))

    assert units_apart(units["one"], units["two"], known) is reason
    assert visit.page.evaluate(_ASK, told) == (reason.value if reason else "")
