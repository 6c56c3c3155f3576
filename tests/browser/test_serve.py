"""`serve` in a browser: many tabs, each as fresh as the files, and the terminal's message where an edit is wrong."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.serving import PAGE, PATIENCE, Served, serving, tree_to_serve, wait_for
from tests.trees import REPORT, edit, write_tree

PANEL = "#rr-serve"
MILLISECONDS = PATIENCE * 1000
NINE = 9
HIDDEN = """
  let hidden = false;
  Object.defineProperty(Document.prototype, "visibilityState", { get: () => (hidden ? "hidden" : "visible") });
  window.setHidden = (now) => { hidden = now; document.dispatchEvent(new Event("visibilitychange")); };
"""


@pytest.fixture
def served(tmp_path: Path, finished: Path) -> Iterator[Served]:
    with serving(tree_to_serve(tmp_path, finished)) as running:
        assert running.address
        yield running


@pytest.fixture
def tabs(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    context.set_default_timeout(MILLISECONDS)
    yield context
    context.close()


def opened(tabs: BrowserContext, served: Served) -> Page:
    page = tabs.new_page()
    page.goto(served.address + PAGE, wait_until="load")
    return page


def figure(page: Page, shown: str) -> None:
    expect(page.get_by_text(shown, exact=True).first).to_be_visible(timeout=MILLISECONDS)


def test_nine_tabs_load_and_each_shows_an_edit(tmp_path, served, tabs):
    pages = [opened(tabs, served) for _ in range(NINE)]

    write_tree(tmp_path, edit(REPORT, "1200", "3456"))

    for page in pages:
        figure(page, "3.456")


def test_a_wrong_edit_is_told_in_the_page_until_it_is_mended(tmp_path, served, tabs):
    complaints: list[str] = []
    page = opened(tabs, served)
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    write_tree(tmp_path, edit(REPORT, "1200", "7.89"))

    panel = page.locator(PANEL)
    expect(panel).to_contain_text("Your last edit has errors", timeout=MILLISECONDS)
    said = panel.locator("pre").inner_text()
    assert f"{REPORT}:10:12" in said
    assert all(line.strip() in served.told() for line in said.splitlines())
    assert panel.get_attribute("lang") == "en"
    assert panel.evaluate("panel => getComputedStyle(panel).position") == "fixed"
    # Also for who comes only now, on whatever page.
    late = tabs.new_page()
    late.goto(f"{served.address}en/units/no-such-unit/", wait_until="load")
    expect(late.locator(PANEL)).to_contain_text("count-with-decimals", timeout=MILLISECONDS)

    # Another mistake takes its place.
    write_tree(tmp_path, edit(REPORT, "1200", "1.2.3"))
    expect(panel).not_to_contain_text("7.89", timeout=MILLISECONDS)
    expect(page.locator(PANEL)).to_have_count(1)

    write_tree(tmp_path, edit(REPORT, "1200", "7891"))
    figure(page, "7.891")
    expect(page.locator(PANEL)).to_have_count(0, timeout=MILLISECONDS)
    assert complaints == []


def test_the_message_goes_away_when_the_edit_is_undone(tmp_path, served, tabs):
    page = opened(tabs, served)
    write_tree(tmp_path, edit(REPORT, "1200", "7.89"))
    expect(page.locator(PANEL)).to_be_visible(timeout=MILLISECONDS)

    write_tree(tmp_path)

    expect(page.locator(PANEL)).to_have_count(0, timeout=MILLISECONDS)
    figure(page, "1.200")


def test_a_tab_of_a_stopped_server_shows_what_the_next_one_has(tmp_path, served, tabs):
    page = opened(tabs, served)
    port = urlsplit(served.address).port
    os.kill(served.process.pid, signal.SIGINT)
    served.process.wait(PATIENCE)
    write_tree(tmp_path, edit(REPORT, "1200", "3456"))

    with serving(tmp_path, port=port) as again:
        assert again.address == served.address
        figure(page, "3.456")


def test_a_hidden_tab_asks_nothing_and_is_fresh_when_it_is_looked_at(tmp_path, served, tabs):
    page = tabs.new_page()
    page.add_init_script(HIDDEN)
    page.goto(served.address + PAGE, wait_until="load")
    seen = opened(tabs, served)
    page.evaluate("setHidden(true)")
    # What was under way when it was hidden.
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    write_tree(tmp_path, edit(REPORT, "1200", "3456"))
    figure(seen, "3.456")
    wait_for(lambda: served.builds() > 1, served.told)

    assert asked == []
    page.evaluate("setHidden(false)")
    figure(page, "3.456")
