"""Every kind of page opens whole, in both languages, on a desk and on a phone, with and without a web server."""

import pytest
from playwright.sync_api import Page

from tests.browser.charts import wait_for_chart
from tests.browser.kinds import IN_BOTH_LANGUAGES, IN_ONE_LANGUAGE, KINDS, LANGUAGES, OTHER, PAGES, WITH_CHARTS, path_of
from tests.browser.layout import overhanging


@pytest.mark.parametrize(("kind", "language"), PAGES)
def test_page_is_whole(open_page, site_url, built_site, kind, language):
    # Vietnamese on a phone, as most readers come; the longer English lines on a desk. (320 px: test_reading.py.)
    device = "phone" if language == "vi" else "desktop"
    visit = open_page(f"{site_url}/{path_of(built_site, kind, language)}", device=device)

    visit.page.wait_for_timeout(300)  # what scripts do after loading may fail as well
    visit.assert_clean()
    assert visit.page.locator("html").get_attribute("lang") == language
    assert visit.page.locator("h1").count() == 1
    assert visit.page.title().strip()
    assert overhanging(visit.page) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in IN_ONE_LANGUAGE])
def test_language_switch_leads_to_the_same_page(open_page, site_url, built_site, kind):
    language = "vi"
    visit = open_page(f"{site_url}/{path_of(built_site, kind, language)}")
    other = OTHER[language]

    _switch_language(visit.page, other)

    assert _plain(visit.page.url) == _plain(f"{site_url}/{path_of(built_site, kind, other)}")
    assert visit.page.locator("html").get_attribute("lang") == other
    visit.assert_clean()


def _plain(address: str) -> str:
    """An address without fragment and index.html, which pages leave out where a server shows it."""
    return address.split("#", maxsplit=1)[0].removesuffix("index.html")


def _switch_language(page: Page, language: str) -> None:
    with page.expect_navigation(wait_until="load"):
        page.locator(f"header a[hreflang='{language}']").click()


@pytest.mark.parametrize(("kind", "language"), IN_BOTH_LANGUAGES)
def test_page_opens_from_a_folder(open_page, built_site, kind, language):
    """As from a USB stick: no web server, the same page, the same language switch."""
    home = built_site.as_uri()
    visit = open_page(f"{home}/{path_of(built_site, kind, language)}", home=home)
    other = OTHER[language]

    _switch_language(visit.page, other)

    assert _plain(visit.page.url) == _plain(f"{home}/{path_of(built_site, kind, other)}")
    assert visit.page.locator("html").get_attribute("lang") == other
    visit.assert_clean()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_missing_page_says_so_at_any_depth(open_page, site_url, prefix):
    visit = open_page(f"{site_url}/{prefix}units/no-such-unit/index.html", status=404)

    # Chromium itself writes the 404 of the page to the console.
    visit.findings.console_errors[:] = [text for text in visit.findings.console_errors if "404" not in text]
    visit.assert_clean()
    assert visit.page.locator("h1").is_visible()
    assert {link.get_attribute("hreflang") for link in visit.page.locator("article a[hreflang]").all()} == set(
        LANGUAGES
    )
    for language in LANGUAGES:
        said = visit.page.locator(f"article [lang={language}]:has(.rr-lede)")
        assert said.locator(".rr-lede").inner_text()
        assert said.locator("form input[name=q]").is_visible()
    visit.page.locator("article [lang=en] input").fill("land")
    visit.page.locator("article [lang=en] button").click()
    visit.page.wait_for_url("**/en/search/index.html?q=land")


@pytest.mark.parametrize("kind", KINDS)
def test_page_bears_the_headers_that_the_site_asks_for(open_page, guarded_url, built_site, kind):
    visit = open_page(f"{guarded_url}/{path_of(built_site, kind, 'vi')}")

    if kind in WITH_CHARTS:
        wait_for_chart(visit.page)
    visit.assert_clean()
    assert visit.page.context.cookies() == []


@pytest.mark.parametrize("kind", KINDS)
def test_page_runs_where_nothing_but_the_sites_own_files_is_allowed(open_page, strict_url, built_site, kind):
    visit = open_page(f"{strict_url}/{path_of(built_site, kind, 'vi')}")

    if kind in WITH_CHARTS:
        wait_for_chart(visit.page)
    visit.assert_clean()
