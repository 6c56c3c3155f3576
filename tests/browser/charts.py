"""Where charts are in a page, and when they are ready."""

from playwright.sync_api import Locator, Page

FIGURE = "figure.rr-chart"
PICTURE = ".rr-chart__picture"
LIVE = ".rr-chart__live svg"


def wait_for_chart(page: Page) -> Locator:
    """The first figure of the page, once it was touched and has become interactive."""
    figure = page.locator(FIGURE).first
    figure.locator(PICTURE).click()
    figure.locator(LIVE).wait_for(state="visible")
    return figure


def open_folded(page: Page) -> None:
    """Unfold everything that readers can unfold themselves, which needs no script of the page."""
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
