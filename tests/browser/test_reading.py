"""Pages serve everybody: at any width and zoom, by keyboard, without scripts, and on a slow line before any script."""

import gzip

import pytest

from tests.browser.kinds import IN_ONE_LANGUAGE, KINDS, LANGUAGES, path_of
from tests.browser.layout import overhanging

HEAVIEST = 150_000
"""Bytes of compressed HTML that a unit's page may have."""
READING = ("home", "unit", "report over years", "indicator", "area")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_at_320_pixels_which_is_also_a_zoom_of_400_percent_scrolls_only_down(
    open_page, site_url, built_site, kind
):
    language = "vi" if kind in IN_ONE_LANGUAGE else "en"
    visit = open_page(f"{site_url}/{path_of(built_site, kind, language)}", viewport={"width": 320, "height": 256})

    assert overhanging(visit.page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", READING)
def test_a_page_says_all_without_scripts(open_page, site_url, built_site, kind, language):
    visit = open_page(f"{site_url}/{path_of(built_site, kind, language)}", java_script_enabled=False)
    page = visit.page

    visit.assert_clean()
    assert len(page.locator("article").inner_text()) > 500
    assert page.locator("header nav a").filter(visible=True).count() >= 8
    for picture in page.locator("figure.rr-chart").filter(visible=True).all():
        assert picture.locator("svg").bounding_box()["height"] > 80
        assert picture.locator("[role=img]").get_attribute("aria-label")


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_slow_line_text_and_charts_come_before_any_script(chromium, site_url, built_site, language):
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    held = []
    # Whatever is asked for as a script never arrives, but for the one that sets the colours.
    page.route("**/*.js", lambda route: route.continue_() if "boot.js" in route.request.url else held.append(route))
    page.goto(f"{site_url}/{path_of(built_site, 'unit', language)}", wait_until="commit")

    chart = page.locator("figure.rr-chart svg").first
    chart.wait_for(state="visible")
    assert page.locator(".rr-card__value").first.is_visible()
    assert chart.bounding_box()["height"] > 80
    for route in held:
        route.abort()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_scripts_come_after_the_text_and_vega_only_when_a_chart_is_near(open_page, site_url, built_site, language):
    for kind in ("glossary", "unit"):
        visit = open_page(f"{site_url}/{path_of(built_site, kind, language)}")
        early = visit.page.locator("script[src]:not([defer])").evaluate_all("all => all.map(each => each.src)")
        loaded = visit.page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")

        assert [address.rsplit("/", 1)[-1] for address in early if "vega" not in address] == ["boot.js"]
        if kind == "glossary":
            assert not [address for address in loaded if "vega" in address]


def test_the_largest_page_of_a_unit_is_light(built_site):
    sizes = {page: len(gzip.compress(page.read_bytes(), mtime=0)) for page in built_site.glob("**/units/*/index.html")}

    assert len(sizes) > 50
    heaviest = max(sizes, key=lambda page: sizes[page])
    assert sizes[heaviest] < HEAVIEST, f"{heaviest}: {sizes[heaviest]}"


@pytest.mark.parametrize("kind", ["home", "unit", "indicators"])
@pytest.mark.parametrize("colours", ["none", "active"])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(open_page, site_url, built_site, kind, colours):
    visit = open_page(f"{site_url}/{path_of(built_site, kind, 'vi')}", forced_colors=colours, reduced_motion="reduce")
    page, seen = visit.page, []

    for _ in range(30):
        page.keyboard.press("Tab")
        focus = page.evaluate(
            """() => {
              const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
              return {text: (at.ariaLabel || at.innerText || at.id || at.tagName).trim().slice(0, 40), body: at === document.body,
                      shown: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
                      ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2};
            }"""
        )
        assert not focus["body"]
        assert focus["shown"], focus
        assert focus["ring"], focus
        seen.append(focus["text"])

    assert len(set(seen)) > 15


SUMMARIES = "article details > summary"


@pytest.mark.parametrize("kind", ["unit", "report over years", "data"])
def test_the_keyboard_reaches_what_is_folded_and_shows_where_it_is(open_page, site_url, built_site, kind):
    page = open_page(f"{site_url}/{path_of(built_site, kind, 'vi')}").page
    shown = page.locator(SUMMARIES).filter(visible=True)
    assert shown.count()

    for summary in shown.all()[:3]:
        # To the element before it and on with the key, so that the focus is that of a keyboard.
        summary.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")

        assert summary.evaluate("element => element === document.activeElement")
        style, width = summary.evaluate("e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineWidth]")
        assert style == "solid"
        assert float(width.removesuffix("px")) >= 2


def test_a_page_loads_few_style_sheets(open_page, site_url, built_site):
    visit = open_page(f"{site_url}/{path_of(built_site, 'unit', 'vi')}")
    loaded = visit.page.evaluate("performance.getEntriesByType('resource').map(each => new URL(each.name).pathname)")

    sheets = [path for path in loaded if path.endswith(".css")]
    assert "/assets/css/site.css" in sheets
    assert len(sheets) <= 3
    assert "@import" not in (built_site / "assets/css/site.css").read_text(encoding="utf-8")


def test_an_address_opens_the_table_that_holds_it(open_page, site_url):
    address = f"{site_url}/reports/cu-chi/2020-Q1/index.html"
    page = open_page(address).page
    name = page.locator("details.rr-more--table:not([open]) tr[id]").last.get_attribute("id")
    cell = page.locator(f"[id='{name}']")
    assert not cell.is_visible()

    page.evaluate("name => { location.hash = name; }", name)

    cell.wait_for(state="visible")
    assert cell.evaluate("element => element.matches(':target')")
