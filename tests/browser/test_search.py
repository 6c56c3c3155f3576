"""Search in Chromium: with Pagefind, under a policy that forbids WebAssembly, and from a folder; by keyboard, on a phone, without JavaScript."""

import re
import unicodedata
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from generator.finish.search_copy import article_of
from tests.browser.layout import overhanging
from tests.browser.test_accessibility import OPTIONS

HIT = "article .rr-search__hit"
SIMPLE = "Chỉ tìm trong tiêu đề"
LAND = "Đăng ký đất đai"


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _ask(page: Page, question: str) -> list[str]:
    """Ask on the search page, and return what its results say."""
    status = page.locator("article .rr-search__status")
    page.locator("#rr-search-page-q").fill("")
    expect(status).to_have_text("")
    page.locator("#rr-search-page-q").fill(question)
    expect(status).to_contain_text(":" if question != "zzqqxx" else "zzqqxx")
    return page.locator(HIT).all_inner_texts()


@pytest.fixture
def search_page(open_page, guarded_url):
    """The Vietnamese search page, with Pagefind."""
    visit = open_page(f"{guarded_url}/search/index.html")
    yield visit.page
    visit.assert_clean()
    assert SIMPLE not in visit.page.locator("article .rr-search__status").inner_text()


def test_text_is_found_however_it_is_typed(search_page):
    """One page for all of these: starting Pagefind is what takes long."""
    for question in ("đất đai", "dat dai", "Đất Đai", _nfd("đất đai")):
        assert any("đất đai" in found.lower() for found in _ask(search_page, question)[:3]), question
    for question in ("đề xuất", "de xuat", _nfd("đề xuất")):
        assert any("đề xuất" in found.lower() for found in _ask(search_page, question)[:3]), question
    for question in ("số hóa", "số hoá", "so hoa", _nfd("số hoá")):
        assert any("số hóa" in found.lower() for found in _ask(search_page, question)[:2]), question
    assert _ask(search_page, "zzqqxx") == []


def test_exact_accents_come_first(search_page):
    """Without accents `tinh` is tỉnh, tính, tinh and tình; with them it is one of these."""
    _ask(search_page, "tính")

    first = search_page.locator(f"{HIT} mark").first.inner_text()

    assert first.lower() == "tính"


def test_units_documents_and_indicators_are_found_by_name_and_number(search_page):
    for question, title in {
        "UBND huyện Khánh Sơn": "Huyện Khánh Sơn",
        "People's Committee of Trần Đề District": "Huyện Trần Đề",
        "BHXH Khanh Hoa": "Bảo hiểm xã hội tỉnh Khánh Hòa",
        "951": "Huyện Trần Đề",
        "ty le ho so giai quyet dung han": "Tỷ lệ hồ sơ giải quyết đúng hạn",
    }.items():
        assert _ask(search_page, question)[0].startswith(title), question
    for question in ("61/2018/NĐ-CP", "61/2018/ND-CP", "61/2018/nđ-cp"):
        found = _ask(search_page, question)
        assert "61/2018/NĐ-CP" in found[0], question
        assert search_page.locator(f"{HIT} a[href$='/documents/#document-decree-61-2018']").count() == 1


def test_words_that_nobody_wrote_find_nothing(search_page):
    for question in ("xyzzy", "asdfgh", "bibtex"):
        search_page.locator("#rr-search-page-q").fill(question)
        expect(search_page.locator("article .rr-search__status")).to_contain_text(f"“{question}”")
        assert search_page.locator(HIT).count() == 0


def test_of_units_of_like_name_that_of_today_comes_first_and_then_that_which_has_reports(search_page):
    for question, titles in {
        "tran de": ("Xã Trần Đề", "Huyện Trần Đề"),
        "khanh son": ("Xã Khánh Sơn", "Huyện Khánh Sơn"),
        "huyen khanh son": ("Huyện Khánh Sơn",),
        "khanh hoa": ("Tỉnh Khánh Hòa (từ", "Tỉnh Khánh Hòa (đến"),
    }.items():
        found = _ask(search_page, question)
        assert all(map(str.startswith, found, titles)), (question, found[:2])


def test_words_side_by_side_come_before_words_that_are_scattered(search_page, built_site):
    _ask(search_page, "dat dai")

    links = [each.get_attribute("href") for each in search_page.locator(f"{HIT} .rr-search__title").all()]
    paths = [urlsplit(link).path.strip("/") for link in links]
    side_by_side = [" dat dai " in _folded_words(built_site / path / "index.html") for path in paths]
    assert side_by_side[0]
    assert side_by_side == sorted(side_by_side, reverse=True)


def _folded_words(page: Path) -> str:
    """The words of a page's article without accents, one space between them."""
    article = re.sub(r"<[^>]+>", " ", article_of(page.read_text(encoding="utf-8"))).lower().replace("đ", "d")
    plain = "".join(letter for letter in _nfd(article) if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain))


def test_results_say_unit_period_and_area(search_page):
    assert _ask(search_page, "tỷ lệ thủ tục hành chính nội bộ đã rà soát")

    facts = search_page.locator(f"{HIT} .rr-search__facts").first

    expect(facts).to_contain_text("Đơn vị: Huyện Trần Đề")
    expect(facts).to_contain_text("Kỳ báo cáo: 2023")
    expect(facts).to_contain_text("Lĩnh vực: Cải cách thủ tục hành chính")


def test_filters_narrow_the_results_and_stand_in_the_address(open_page, guarded_url):
    visit = open_page(f"{guarded_url}/search/index.html?q=ho+so&area=digital-government")
    page = visit.page
    titles = page.locator(f"{HIT} .rr-search__title")
    status = page.locator("article .rr-search__status")

    expect(titles.filter(has_text="hồ sơ trực tuyến").first).to_be_visible()
    assert titles.filter(has_text="đúng hạn").count() == 0
    expect(status).to_have_text(re.compile(r"\d"))
    every = int(re.sub(r"\D", "", status.inner_text()))
    page.locator("#rr-search-page-unit").select_option("khanh-son")
    page.locator("#rr-search-page-year").select_option("2017")
    page.wait_for_url("**/search/?q=ho+so&unit=khanh-son&year=2017&area=digital-government")
    expect(status).not_to_have_text(f"Kết quả: {every}")
    expect(status).to_have_text(re.compile(r"\d"))
    assert 0 < int(re.sub(r"\D", "", status.inner_text())) < every
    page.locator("header a[hreflang='en']").click()
    page.wait_for_url("**/en/search/?q=ho+so&unit=khanh-son&year=2017&area=digital-government")
    assert page.locator("#rr-search-page-unit").input_value() == "khanh-son"
    visit.assert_clean()


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_search_opens_from_anywhere_and_is_walked_by_keyboard(open_page, guarded_url, key):
    visit = open_page(f"{guarded_url}/en/about/index.html")
    page = visit.page
    assert (
        page.evaluate(
            "performance.getEntriesByType('resource').filter(each => /search\\/|pagefind/.test(each.name)).length"
        )
        == 0
    )

    page.keyboard.press(key)
    dialog = page.locator("#rr-search")
    expect(dialog.locator("input")).to_be_focused()
    page.keyboard.type("on time/")  # in a field, "/" is a letter
    expect(dialog.get_by_role("status")).to_contain_text("Results: ")
    expect(dialog.locator("input")).to_have_value("on time/")
    page.keyboard.press("ArrowDown")
    expect(dialog.locator(".rr-search__title").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(dialog.locator("input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press(key)
    dialog.locator("input").fill("on time")
    dialog.locator("mark").first.wait_for()
    page.keyboard.press("ArrowDown")
    target = dialog.locator(".rr-search__title").first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")
    visit.assert_clean()


def test_the_single_key_can_be_switched_off(open_page, guarded_url):
    visit = open_page(f"{guarded_url}/search/index.html")
    visit.page.locator(".rr-search-page__help summary").click()
    visit.page.locator(".rr-search-page__shortcut input").uncheck()

    visit.page.goto(f"{guarded_url}/about/index.html")
    visit.page.keyboard.press("/")
    assert not visit.page.locator("#rr-search").is_visible()
    visit.page.keyboard.press("Control+k")

    expect(visit.page.locator("#rr-search")).to_be_visible()


@pytest.mark.parametrize("where", ["policy without WebAssembly", "folder"])
def test_without_pagefind_the_small_index_answers(open_page, strict_url, built_site, where):
    home = strict_url if where.startswith("policy") else built_site.as_uri()
    visit = open_page(f"{home}/search/index.html?q={quote(_nfd('số hoá'))}", home=home)
    page = visit.page

    expect(page.locator(HIT).first).to_contain_text("số hóa")
    expect(page.locator("article .rr-search__status")).to_contain_text(SIMPLE)
    assert _ask(page, "UBND huyen Khanh Son")[0].startswith("Huyện Khánh Sơn")
    assert _ask(page, "de xuat")
    _ask(page, "61/2018/nd-cp")
    page.locator(f"{HIT} a[href$='#document-decree-61-2018']").click()
    expect(page.locator("#document-decree-61-2018")).to_be_in_viewport()
    visit.assert_clean()


@pytest.mark.parametrize(("scheme", "language"), [("light", "vi"), ("dark", "en")])
def test_the_dialog_can_be_used_by_everybody_on_a_phone(open_page, guarded_url, scheme, language):
    folder, question = ("en/", "on time") if language == "en" else ("", "dat dai")
    visit = open_page(
        f"{guarded_url}/{folder}about/index.html", device="phone", color_scheme=scheme, reduced_motion="reduce"
    )
    page = visit.page

    page.locator(".rr-search-open").click()
    page.locator("#rr-search input").fill(question)
    page.locator("#rr-search .rr-search__hit").first.wait_for()

    found = Axe().run(page, options=OPTIONS).response["violations"]
    assert [each["id"] for each in found] == []
    assert overhanging(page) == []
    page.locator("#rr-search .rr-search__all").click()
    page.locator(HIT).first.wait_for()
    assert page.locator("#rr-search-page-q").input_value() == question
    found = Axe().run(page, options=OPTIONS).response["violations"]
    assert [each["id"] for each in found] == []
    assert overhanging(page) == []
    visit.assert_clean()


def test_without_javascript_the_link_leads_to_lists(open_page, site_url):
    visit = open_page(f"{site_url}/units/khanh-son/index.html", java_script_enabled=False)

    visit.page.locator("header .rr-search-open").click()

    expect(visit.page.locator(".rr-search-page__without")).to_be_visible()
    targets = [link.get_attribute("href") for link in visit.page.locator(".rr-search-page__lists a").all()]
    assert targets == [f"../{name}/index.html" for name in ("units", "reports", "indicators", "documents", "glossary")]
    visit.assert_clean()


def test_no_other_search_is_in_the_pages(built_site):
    assert not list(built_site.rglob("search_index.json"))
    for page in built_site.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        assert "md-search" not in html
        assert html.count('role="search"') <= 2
