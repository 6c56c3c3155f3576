"""Takes the pictures of the documentation: `docs/images/<lang>/<name>.webp`, of the built site and of the editor at work on this tree.

    make screenshots                             all of them, of site/
    python -m tools.screenshots --site DIR       of a site that stands elsewhere; CHROMIUM names the browser

The names stay, so a new picture takes the place of the old one. Nothing is saved in the editor.
"""

from __future__ import annotations

import argparse
import base64
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from generator.assembly.site import read_tree
from generator.editor.desk import Desk
from generator.i18n.messages import translate
from generator.live_server import LiveServer, Served

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
WIDTH = 960
QUALITY = 45
"""Letters stay sharp, and a picture takes some tens of kilobytes."""
PATIENCE = 120_000
REPORT = "ngan-son/2022-Q3"
"""The report that the tutorial changes."""
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage")
_SIGN_IN = {"vi": "Đăng nhập", "en": "Login"}


@dataclass(frozen=True)
class Picture:
    """What one picture shows: an address below the server's, how high it is, and what is done on the page first."""

    name: str
    address: Callable[[str], str]
    height: int
    prepare: Callable[[Page, str], None] = lambda _page, _lang: None


def _page(path: str) -> Callable[[str], str]:
    return lambda lang: f"{'' if lang == 'vi' else f'{lang}/'}{path}index.html"


def _entry(path: str) -> Callable[[str], str]:
    return lambda lang: f"admin/?lang={lang}#/collections/{path}"


def _sign_in(page: Page, lang: str) -> None:
    page.get_by_role("button", name=_SIGN_IN[lang], exact=True).click()


def _form(page: Page, lang: str) -> None:
    _sign_in(page, lang)
    figure = page.locator(".rr-figure input").nth(3)
    figure.wait_for()
    figure.scroll_into_view_if_needed()


def _narrative(page: Page, lang: str) -> None:
    _sign_in(page, lang)
    page.locator(".rr-prose textarea").first.wait_for()


def _figure(page: Page, _lang: str) -> None:
    figure = page.locator(".rr-table a.rr-figure").nth(2)
    figure.scroll_into_view_if_needed()
    figure.click()
    page.wait_for_timeout(500)


PICTURES = (
    Picture("report", _page(f"reports/{REPORT}/"), 620),
    Picture("figure", _page(f"reports/{REPORT}/"), 720, _figure),
    Picture("editor-report", _entry(f"reports/entries/{REPORT}"), 680, _form),
    Picture("editor-narrative", _entry(f"narratives/entries/reports/{REPORT}/summary"), 680, _narrative),
)
LANGUAGES = ("vi", "en")


def main() -> None:
    parser = argparse.ArgumentParser(description="Take the pictures of the documentation.")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site (default: site/)")
    site = parser.parse_args().site.resolve()
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=list(_ARGUMENTS))
        for lang in LANGUAGES:
            for picture in PICTURES:
                path = IMAGES / lang / f"{picture.name}.webp"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(_taken(browser, f"{address}{picture.address(lang)}", picture, lang))
                print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")
        browser.close()


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """The site with the editor of this tree beside it."""
    catalogue = read_tree(ROOT)[0].catalogue

    def say(message: str, **values: object) -> str:
        return translate("vi", message, **values)

    desk = Desk(ROOT, ROOT / "site_templates", catalogue, say, str)
    with LiveServer(Served(site, b"", b"", lambda: None, desk), "127.0.0.1", 0, lambda _: None) as server:
        yield server.address


def _taken(browser: Browser, address: str, picture: Picture, lang: str) -> bytes:
    size = {"width": WIDTH, "height": picture.height}
    context = browser.new_context(viewport=size, locale=lang, color_scheme="light", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    picture.prepare(page, lang)
    page.wait_for_load_state("networkidle")
    page.mouse.move(0, 0)
    # Playwright writes PNG and JPEG; the browser itself knows WebP, which is a third of that.
    told = context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    context.close()
    return base64.b64decode(told["data"])


if __name__ == "__main__":
    main()
