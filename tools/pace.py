"""Measures how pages feel on a slow phone: the longest task while one loads and while it is used, how long an input waits, what jumps.

For each kind of page, in Chromium with a slow line, on a phone and on a desktop; several sites in turn, so that before and after are measured in
one run. What a task takes is the processor time of the page's thread, times four for a phone four times slower than this machine: other work that
the machine does meanwhile does not count. How long an input waits is clock time in a page that Chromium slows down four times; other work
does lengthen it.

Usage: python -m tools.pace SITE [SITE]...                         a page of every kind, of each built site
       python -m tools.pace SITE --pages units/huyen/index.html    these pages instead
Prints Markdown.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import ARGUMENTS
from tests.browser.kinds import KINDS

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 2,
}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1366, "height": 768}}
SLOWER = 4
LINE = {"offline": False, "latency": 100, "downloadThroughput": 400_000, "uploadThroughput": 100_000}
_REST = 1500
"""Milliseconds after which what a page or an input sets going has ended."""
_KEYS = 80
"""Milliseconds from key to key of somebody who types fast."""
_TYPED = "ho so dung han tran de 2023"
_TRACED = ["__metadata", "blink.user_timing", "devtools.timeline", "disabled-by-default-devtools.timeline"]
_MARK = "rr-pace"
_WATCH = """
window.seen = {inputs: [], shift: 0};
const watch = (type, note, more) => new PerformanceObserver(list => list.getEntries().forEach(note)).observe({type, buffered: true, ...more});
watch("event", each => { if (each.interactionId) seen.inputs.push(each.processingStart - each.startTime); }, {durationThreshold: 16});
watch("layout-shift", each => { if (!each.hadRecentInput) seen.shift += each.value; });
"""


@dataclass(frozen=True)
class Visit:
    """One page seen once: milliseconds of the longest tasks and of the longest wait of an input, and the sum of layout shifts."""

    loading: float
    used: float
    delay: float
    phone_shift: float
    desktop_shift: float


def main() -> int:
    """Measure the sites in turn and print a table."""
    words = argparse.ArgumentParser(prog="python -m tools.pace", description=(__doc__ or "").partition("\n")[0])
    words.add_argument("sites", nargs="+", type=Path, metavar="SITE", help="a built site")
    words.add_argument("--pages", nargs="*", metavar="PATH", help="paths in the sites, instead of a page of every kind")
    words.add_argument(
        "--rounds", type=int, default=3, help="visits of each page; the median is told (default: %(default)s)"
    )
    asked = words.parse_args()
    for site in asked.sites:
        if not (site / "index.html").exists():
            words.error(f"{site} is no built site")
    rows = []
    with sync_playwright() as playwright, _served(asked.sites) as homes:
        browser = playwright.chromium.launch(executable_path=_browser(), args=list(ARGUMENTS))
        for name, paths in _wanted(asked.sites, asked.pages):
            seen: list[list[Visit]] = [[] for _ in homes]
            for _ in range(asked.rounds):
                for nth, (home, path) in enumerate(zip(homes, paths, strict=True)):
                    if path:
                        seen[nth].append(_visit(browser, f"{home}/{path}", name))
            rows.append((name, seen))
            print(name, file=sys.stderr)
        browser.close()
    print(_table([str(site) for site in asked.sites], rows))
    return 0


def _wanted(sites: list[Path], pages: list[str] | None) -> Iterator[tuple[str, list[str]]]:
    if pages:
        yield from ((page, [page] * len(sites)) for page in pages)
        return
    for kind, path_in in KINDS.items():
        yield kind, [path if (path := _path(site, path_in)) and (site / path).exists() else "" for site in sites]


def _path(site: Path, path_in: Callable[[Path], str]) -> str:
    try:
        return path_in(site)
    except (OSError, StopIteration):
        return ""


def _browser() -> str | None:
    named = os.environ.get("HEADLESS") or os.environ.get("CHROMIUM") or "chromium"
    return shutil.which(named)


@contextmanager
def _served(sites: list[Path]) -> Iterator[list[str]]:
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) for site in sites]
    for each in servers:
        threading.Thread(target=each.serve_forever, daemon=True).start()
    yield [f"http://127.0.0.1:{each.server_port}" for each in servers]
    for each in servers:
        each.shutdown()
        each.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass


# ------------------------------------------------------------------------------------------------------- one page


def _visit(browser: Browser, address: str, kind: str) -> Visit:
    with _opened(browser, PHONE) as page:
        browser.start_tracing(page=page, categories=_TRACED)
        _go(page, address)
        loading = _longest_task(browser, page)
        browser.start_tracing(page=page, categories=_TRACED)
        _use(page, kind)
        page.wait_for_timeout(_REST)
        used = _longest_task(browser, page)
        phone = page.evaluate("seen.shift")
    with _opened(browser, PHONE, SLOWER) as page:
        _go(page, address)
        _use(page, kind)
        page.wait_for_timeout(_REST)
        delays = page.evaluate("seen.inputs")
    with _opened(browser, DESKTOP) as page:
        _go(page, address)
        desktop = page.evaluate("seen.shift")
    return Visit(loading, used, max(delays, default=0), phone, desktop)


def _longest_task(browser: Browser, page: Page) -> float:
    """Milliseconds of the longest task of a page's main thread since tracing began, on the slow phone."""
    # Chromium has pages of its own (its address bar is one), whose tasks are no reader's; the mark tells which thread is the page's.
    page.evaluate("name => performance.mark(name)", _MARK)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    main = {(each["pid"], each["tid"]) for each in events if each["name"] == _MARK}
    tasks = [each for each in events if each["name"] == "RunTask" and (each["pid"], each["tid"]) in main]
    return SLOWER * max((each.get("tdur", 0) for each in tasks), default=0) / 1000


@contextmanager
def _opened(browser: Browser, device: dict[str, Any], slower: int = 1) -> Iterator[Page]:
    context = browser.new_context(**device)
    page = context.new_page()
    page.add_init_script(_WATCH)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    yield page
    context.close()


def _go(page: Page, address: str) -> None:
    page.goto(address, wait_until="load", timeout=120_000)
    page.wait_for_timeout(_REST)


def _use(page: Page, kind: str) -> None:
    """What a reader does first on a page of this kind: ask, filter, touch a chart, or open what is folded."""
    if "search" in kind:
        page.locator(".md-content input[type=search]").first.tap()
        page.keyboard.type(_TYPED, delay=_KEYS)
        page.wait_for_timeout(2 * _REST)
        return
    field = page.locator(".rr-find input >> visible=true")
    chart = page.locator(".rr-chart__picture >> visible=true")
    folded = page.locator("summary >> visible=true")
    if field.count():
        field.first.tap()
        page.keyboard.type("dung han", delay=_KEYS)
    elif chart.count():
        chart.first.scroll_into_view_if_needed()
        chart.first.tap()
        page.wait_for_timeout(2 * _REST)
    elif folded.count():
        folded.first.tap()


# ------------------------------------------------------------------------------------------------------ the table


def _table(sites: list[str], rows: list[tuple[str, list[list[Visit]]]]) -> str:
    columns = {
        "longest task, loading (ms)": lambda each: each.loading,
        "longest task, used (ms)": lambda each: each.used,
        "input delay (ms)": lambda each: each.delay,
        "shift, phone": lambda each: each.phone_shift,
        "shift, desktop": lambda each: each.desktop_shift,
    }
    said = [
        f"Each cell: {' → '.join(sites)}, medians.",
        "",
        f"| page | {' | '.join(columns)} |",
        "|---" * (len(columns) + 1) + "|",
    ]
    for name, seen in rows:
        cells = [" → ".join(_told(visits, of, "shift" in column) for visits in seen) for column, of in columns.items()]
        said.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(said)


def _told(visits: list[Visit], of: Callable[[Visit], float], is_shift: bool) -> str:
    if not visits:
        return "–"
    middle = statistics.median(map(of, visits))
    return f"{middle:.3f}" if is_shift else f"{middle:.0f}"


if __name__ == "__main__":
    sys.exit(main())
