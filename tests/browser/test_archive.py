"""Past years as readers find them: the version selector, the list of snapshots, and old addresses that lead on, all from the disk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from generator.assembly.site import build_site
from tests.browser.layout import in_one_row, overhanging
from tests.browser.test_accessibility import OPTIONS
from tests.editions import shelve, site_of
from tests.trees import added, faults, write_tree

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group("a small site with an archive")]

GONE = "units/xa-cu"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A small site with two editions and a renamed unit."""
    root = write_tree(tmp_path_factory.mktemp("archive"), added("data/units/huyen.yml", "former_ids: [huyen-cu]\n"))
    shelve(root, "2022", site_of("2022", "units/huyen"))
    shelve(root, "2020", site_of("2020", GONE))
    result = build_site(root, root / "site", lambda *_: None)
    assert not faults(result.problems)
    return root / "site"


@pytest.fixture
def from_disk(open_page, site):
    """Opens a page of the small site without a server and without a network."""

    def open_from_disk(path: str, **options):
        return open_page(f"{site.as_uri()}/{path}", home=site.as_uri(), offline=True, **options)

    return open_from_disk


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_selector_opens_and_leads_by_the_keyboard(from_disk, site, scripts):
    visit = from_disk("en/units/huyen/index.html", java_script_enabled=scripts)
    page = visit.page
    page.locator(".rr-version > summary").focus()

    page.keyboard.press("Enter")
    expect(page.locator(".rr-version__list")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".rr-version").get_by_role("link", name="2022")).to_be_focused()
    page.keyboard.press("Enter")

    page.wait_for_url(f"{site.as_uri()}/archive/2022/en/units/huyen/index.html")
    expect(page.locator("h1")).to_contain_text("2022 en/units/huyen")
    visit.assert_clean()


def test_escape_closes_the_selector_and_gives_the_focus_back(from_disk):
    page = from_disk("index.html").page
    page.locator(".rr-version > summary").click()
    page.keyboard.press("Tab")

    page.keyboard.press("Escape")

    expect(page.locator(".rr-version__list")).to_be_hidden()
    expect(page.locator(".rr-version > summary")).to_be_focused()


def test_on_a_phone_the_selector_fits_and_leads_to_the_list(from_disk, site):
    visit = from_disk("en/units/huyen/index.html", device="phone")
    page = visit.page
    bar = page.locator(".rr-masthead__tools").bounding_box()
    menu = page.locator(".rr-menu > summary").bounding_box()
    assert bar["y"] < menu["y"] + menu["height"], "the tools stand beside the menu"

    assert page.locator(".rr-version__word").inner_text() == "See as of …"
    assert page.locator(".rr-version__word").bounding_box()["width"] > 40
    page.locator(".rr-version > summary").tap()

    assert overhanging(page) == []
    for link in page.locator(".rr-version__list a").all():
        assert link.bounding_box()["height"] >= 24
    page.locator(".rr-version__list a").last.tap()
    page.wait_for_url(f"{site.as_uri()}/en/archive/index.html")
    assert overhanging(page) == []
    page.locator(".rr-checksum > summary").first.tap()
    assert overhanging(page) == []
    visit.assert_clean()


def test_on_the_narrowest_screen_nothing_scrolls_sideways(from_disk):
    page = from_disk("en/archive/index.html", viewport={"width": 320, "height": 640}).page

    assert overhanging(page) == []
    assert in_one_row(page), "the masthead is the name of the site and one row"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_list_and_the_open_selector(from_disk, scheme):
    page = from_disk("archive/index.html", color_scheme=scheme).page
    found = Axe().run(page, options=OPTIONS).response["violations"]
    page.locator(".rr-version > summary").click()
    # What it lies upon for a moment is none of it.
    found += Axe().run(page, context=".rr-version", options=OPTIONS).response["violations"]

    assert not found, [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"en/{GONE}", f"archive/2020/en/{GONE}"),
        ("units/huyen-cu", "units/huyen"),
        ("reports/huyen-cu/2022-Q3", "reports/huyen/2022-Q3"),
    ],
)
def test_an_old_address_leads_on(from_disk, site, scripts, old, new):
    visit = from_disk(f"{old}/index.html", java_script_enabled=scripts)

    visit.page.wait_for_url(f"{site.as_uri()}/{new}/index.html")
    visit.assert_clean()


def test_the_anchor_of_a_figure_is_taken_along(from_disk, site):
    visit = from_disk("reports/huyen-cu/2022-Q3/index.html#t-main-1.1")

    visit.page.wait_for_url(f"{site.as_uri()}/reports/huyen/2022-Q3/index.html#t-main-1.1")
