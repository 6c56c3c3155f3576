"""A site whose every text is an attack does nothing but show it."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from playwright.sync_api import Browser, Page

from generator.assembly.site import build_site
from tests.browser.conftest import Findings, _Quiet, _serve
from tests.browser.headers import read_headers
from tests.conftest import SITE_URL
from tests.hostile import write_hostile_tree
from tests.trees import faults

SWEEP = """() => {
    const bad = [];
    for (const element of document.querySelectorAll("*")) {
        const name = element.tagName.toLowerCase();
        if (["iframe", "object", "embed", "style", "video", "audio", "marquee", "math", "template"].includes(name)) {
            bad.push(name);
        }
        if (name === "script" && !element.src && !/json$/.test(element.type)) bad.push("script: " + element.textContent.slice(0, 60));
        if (name === "base" && element.href !== location.href && element.hasAttribute("href")) bad.push(element.outerHTML);
        if (name === "meta" && element.httpEquiv && !/^(x-ua-compatible|content-type)$/i.test(element.httpEquiv)) bad.push(element.outerHTML);
        for (const attribute of element.attributes) {
            const value = attribute.value.replace(/[\\u0000-\\u0020]/g, "");
            if (attribute.name.startsWith("on") || attribute.name === "style" && !element.closest("svg, .rr-chart__live")) {
                bad.push(`${name} ${attribute.name}=${value.slice(0, 60)}`);
            }
            if (/^(href|src|srcset|action|formaction|poster|data|xlink:href)$/.test(attribute.name)
                    && /^(javascript|data|vbscript|file|blob):/i.test(value)) {
                bad.push(`${name} ${attribute.name}=${value.slice(0, 60)}`);
            }
            if (["action", "formaction", "src"].includes(attribute.name) && /evil/.test(value)) bad.push(element.outerHTML.slice(0, 90));
        }
    }
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    bad.push(...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => "twice: " + id));
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    if (!middle || getComputedStyle(middle).position === "fixed") bad.push("covered by " + (middle && middle.outerHTML.slice(0, 90)));
    return bad;
}"""
"""What a page must not hold, whatever was proposed."""


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_hostile_tree(tmp_path_factory.mktemp("hostile"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE_URL)  # without it there are no feeds, no sitemap and no pictures for shared links
        result = build_site(root, root / "site", lambda _step, _detail: None)
    assert faults(result.problems) == ()
    return root / "site"


@pytest.fixture(scope="session")
def hostile_url(hostile_site: Path) -> Iterator[str]:
    yield from _serve(hostile_site, type("_Guarded", (_Quiet,), {"rules": read_headers(hostile_site)}))


@pytest.fixture(scope="session")
def unguarded_url(hostile_site: Path) -> Iterator[str]:
    yield from _serve(hostile_site, _Quiet)


class Tripwire:
    """A page that writes down whatever ran, was fetched or was forbidden."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.sprung: list[str] = []
        self.findings = Findings(home)
        self.findings.watch(page)
        page.on("dialog", self._close)
        page.expose_function("rrTrip", lambda: self.sprung.append("rrTrip"))

    def _close(self, dialog: Any) -> None:
        self.sprung.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, address: str) -> list[str]:
        self.page.goto(address, wait_until="load")
        self.page.evaluate(
            """() => document.querySelectorAll("article *, header *").forEach((element) => {
                for (const kind of ["mouseover", "focus", "toggle"]) element.dispatchEvent(new Event(kind, {bubbles: true}));
            })"""
        )
        return self.problems()

    def problems(self) -> list[str]:
        found = [*self.sprung, *self.findings.all(), *self.page.evaluate(SWEEP)]
        if not self.page.url.startswith(self.findings.home):
            found.append(f"led to {self.page.url}")
        return found


@pytest.fixture
def tripwire(chromium: Browser, hostile_url: str) -> Iterator[Tripwire]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield Tripwire(context.new_page(), hostile_url)
    context.close()


def _pages(site: Path) -> list[str]:
    """Every page in Vietnamese, and the English ones that hold most."""
    found = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    return [
        page for page in found if not page.startswith("en/") or re.match(r"en/(reports/.*|about/|units/h|data/)", page)
    ]


def test_nothing_runs_and_nothing_is_fetched(tripwire, hostile_site, hostile_url):
    pages = _pages(hostile_site)

    found = {page: problems for page in pages if (problems := tripwire.open(f"{hostile_url}/{page}"))}

    assert found == {}
    assert len(pages) > 30


@pytest.mark.parametrize(
    "page", ["index.html", "about/index.html", "reports/huyen/2022-Q3/index.html", "compare/index.html"]
)
def test_nothing_runs_on_a_host_that_sends_no_headers_either(chromium, unguarded_url, page):
    context = chromium.new_context()
    wire = Tripwire(context.new_page(), unguarded_url)

    assert wire.open(f"{unguarded_url}/{page}") == []
    context.close()


@pytest.mark.parametrize("policy", ["full-text search", "the small index"])
def test_search_shows_attacks_as_text(tripwire, chromium, hostile_site, hostile_url, policy):
    if policy == "the small index":
        tripwire.page.add_init_script("delete window.WebAssembly")
    tripwire.open(f"{hostile_url}/search/index.html?q=script")
    tripwire.page.wait_for_function("document.querySelectorAll('main li a, article li a').length > 3")
    tripwire.page.goto(f"{hostile_url}/search/index.html?q=%3Cimg+src%3Dx+onerror%3DrrTrip()%3E%22+onfocus%3DrrTrip()")
    tripwire.page.wait_for_timeout(300)

    assert tripwire.problems() == []


def test_addresses_carry_nothing_into_a_page(tripwire, hostile_url):
    evil = "%22%3E%3Cimg%20src=x%20onerror=rrTrip()%3E"

    for page in ("compare", "progress", "search", "units/huyen"):
        for part in (
            f"?i={evil}&u={evil}&unit={evil}&q={evil}&indicator=on-time-rate&units=huyen,{evil}",
            f"#{evil}",
            "#javascript:rrTrip()",
        ):
            assert tripwire.open(f"{hostile_url}/{page}/index.html{part}") == []


def test_files_for_programs_are_whole_and_hold_no_formulas(hostile_site):
    feeds = [*hostile_site.rglob("feed.xml")]
    assert len(feeds) == 2
    for path in (*feeds, hostile_site / "sitemap.xml"):
        names = {element.tag.rpartition("}")[2] for element in ET.parse(path).iter()}
        assert not names & {"script", "img", "svg", "a"}, path
    for path in hostile_site.rglob("*.svg"):
        assert not re.search(r"<script|<foreignObject|\son\w+=|href=", path.read_text(encoding="utf-8")), path
    headers = (hostile_site / "_headers").read_text(encoding="utf-8").splitlines()
    assert [line for line in headers if not re.fullmatch(r"/[\w./*-]*|  [A-Z][A-Za-z-]+: [^<>]+|#.*|", line)] == []
    for path in hostile_site.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))
    cells = 0
    for path in (hostile_site / "data").rglob("*.csv"):
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))):
            cells += len(row)
            assert not [cell for cell in row if re.match(r"\s*[=+@]|-(?!\d+(\.\d+)?$)", cell)], path
    assert cells > 500
    for path in (hostile_site / "data").rglob("*.xlsx"):
        for sheet in openpyxl.load_workbook(path):
            assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"], path
