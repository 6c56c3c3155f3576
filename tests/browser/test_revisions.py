"""A reader meets a figure that a snapshot stated otherwise: the mark, what it opens, and the way to all revisions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from generator.assembly.site import build_site
from tests.browser.conftest import _Quiet, _serve
from tests.trees import REPORT, edit, faults, write_tree
from tests.vintages import frozen

PAGE = "en/reports/huyen/2022-Q3/index.html"
CELL = "t-main-1.3"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def revised_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small site stands whose snapshot of 2023 had another rate."""
    root: Path = tmp_path_factory.mktemp("revised")
    write_tree(root, frozen("2023", edit(REPORT, '1.3: "99,17%"', '1.3: "97,55%"')))
    result = build_site(root, root / "site", lambda _step, _detail: None)
    assert faults(result.problems) == ()
    yield from _serve(root / "site", _Quiet)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_mark_opens_by_keyboard_what_the_edition_said(open_page, revised_url, scripts):
    visit = open_page(f"{revised_url}/{PAGE}", java_script_enabled=scripts)
    page = visit.page
    mark, note = page.locator(f'[popovertarget="revised-{CELL}"]'), page.locator(f'[id="revised-{CELL}"]')
    assert note.is_hidden()

    mark.focus()
    page.keyboard.press("Enter")

    assert "Revised: the 2023 edition said 97.55%" in note.inner_text()
    page.keyboard.press("Escape")
    assert note.is_hidden()
    assert mark.evaluate("each => each === document.activeElement")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/revisions/**#edition-2023-huyen-2022-Q3")
    assert page.locator(":target").inner_text().strip().startswith("Sample District, Q3 2022")
    visit.assert_clean()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_the_mark_is_large_enough_and_the_note_stays_on_the_screen(open_page, revised_url, scheme):
    page = open_page(f"{revised_url}/{PAGE}", device="phone", color_scheme=scheme).page
    mark, note = page.locator(f'[popovertarget="revised-{CELL}"]'), page.locator(f'[id="revised-{CELL}"]')
    mark.evaluate("each => each.scrollIntoView({block: 'end'})")
    box = mark.bounding_box()

    mark.tap()

    assert min(box["width"], box["height"]) >= 24
    place = note.bounding_box()
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 360
    page.wait_for_function("([m, n]) => m.getBoundingClientRect().bottom <= n.getBoundingClientRect().top", arg=[mark.element_handle(), note.element_handle()])  # fmt: skip
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [each["id"] for each in found] == []


def test_the_address_of_a_figure_leaves_the_mark_out(open_page, revised_url):
    page = open_page(f"{revised_url}/{PAGE}").page
    cell = page.locator(f"[id='{CELL}']")

    assert cell.locator("a.rr-figure").inner_text().strip() == "99.17%"
    assert cell.locator("a.rr-figure .rr-flag").count() == 0


def test_the_list_of_revisions_has_no_barrier(open_page, revised_url):
    visit = open_page(f"{revised_url}/revisions/index.html", device="phone")

    found = Axe().run(visit.page, options={"runOnly": RULES}).response["violations"]

    assert [each["id"] for each in found] == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
    visit.page.set_viewport_size({"width": 320, "height": 640})
    tables = visit.page.locator(".rr-table-scroll").evaluate_all("all => all.map(e => e.scrollWidth - e.clientWidth)")
    assert set(tables) == {0}, "the new value is in sight, too"
    visit.assert_clean()
