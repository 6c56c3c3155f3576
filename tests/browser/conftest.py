"""What browser tests ask for: the built site over HTTP, a Chromium, and pages that write down whatever goes wrong."""

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, expect, sync_playwright

from tests.browser.headers import Rules, headers_for, read_headers

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
)
DEVICES: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "phone": {
        "viewport": {"width": 360, "height": 740},
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
    },
}
# Patience in milliseconds: only ever used up by a test that fails.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)


class _Quiet(SimpleHTTPRequestHandler):
    """A plain static host: folders show their index, what is missing shows 404.html."""

    protocol_version = "HTTP/1.1"
    rules: Rules = []

    def log_message(self, *_: object) -> None:
        pass

    def end_headers(self) -> None:
        for name, value in headers_for(self.rules, self.path).items():
            # Browsers would remember it for other servers of this machine, and these speak no TLS.
            if name != "Strict-Transport-Security":
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A browser that leaves a page hangs up; anything else is worth a traceback.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _serve(folder: Path, handler: type[_Quiet]) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Where the built site is served, without a slash at the end."""
    yield from _serve(built_site, _Quiet)


@pytest.fixture(scope="session")
def guarded_url(built_site: Path) -> Iterator[str]:
    """The same, with the headers that the site asks its host to send."""
    yield from _serve(built_site, type("_Guarded", (_Quiet,), {"rules": read_headers(built_site)}))


@pytest.fixture(scope="session")
def strict_url(built_site: Path) -> Iterator[str]:
    """The same, on a host that allows nothing but the site's own files: no WebAssembly, no data: or blob: address."""
    rules: Rules = [("/*", {"Content-Security-Policy": "default-src 'self'"})]
    yield from _serve(built_site, type("_Strict", (_Quiet,), {"rules": rules}))


@dataclass
class Findings:
    """What went wrong in a page since it was opened."""

    home: str
    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    broken_resources: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)
    expected_status: int = HTTPStatus.OK

    def watch(self, page: Page) -> None:
        page.on("console", lambda message: self.console_errors.append(message.text) if self._bad(message) else None)
        page.on("pageerror", lambda error: self.page_errors.append(str(error)))
        page.on("requestfailed", self._note_failure)
        page.on("request", self._note_request)
        page.on("response", self._note_response)

    @staticmethod
    def _bad(message: Any) -> bool:
        return message.type in {"error", "assert"}

    def _note_failure(self, request: Request) -> None:
        # A reader who moves on ends what is still loading.
        if request.failure != "net::ERR_ABORTED":
            self.broken_resources.append(f"{request.url}: {request.failure}")

    def _note_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"data", "blob"}:
            return
        if not request.url.startswith(self.home):
            self.foreign_requests.append(request.url)

    def _note_response(self, response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST and response.status != self.expected_status:
            self.broken_resources.append(f"{response.url}: {response.status}")

    def all(self) -> list[str]:
        return [
            *(f"console: {text}" for text in self.console_errors),
            *(f"page error: {text}" for text in self.page_errors),
            *(f"broken: {text}" for text in self.broken_resources),
            *(f"another host: {text}" for text in self.foreign_requests),
        ]


@dataclass(frozen=True)
class Visit:
    """An open page and what went wrong in it."""

    page: Page
    findings: Findings

    def assert_clean(self) -> None:
        assert not self.findings.all(), "\n".join([self.page.url, *self.findings.all()])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # The shell has no window and takes a third of the time; `build --pdf` is tested with the browser that people have.
    named = os.environ.get("HEADLESS") or os.environ.get("CHROMIUM")
    executable = shutil.which(named) if named else next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        pytest.fail("no Chromium: run `make test`, which installs one, or set CHROMIUM=/path/to/it", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens an address in a fresh context: `open_page(url, device="phone", java_script_enabled=False)`."""
    contexts: list[BrowserContext] = []

    def open_address(
        url: str, *, device: str = "desktop", home: str = "", status: int = HTTPStatus.OK, **options: Any
    ) -> Visit:
        context = chromium.new_context(**{**DEVICES[device], **options})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        address = urlsplit(url)
        findings = Findings(home or f"{address.scheme}://{address.netloc}/", expected_status=status)
        findings.watch(page)
        response = page.goto(url, wait_until="load")
        if address.scheme == "http":
            assert response is not None
            assert response.status == status, f"{url}: {response.status}"
        return Visit(page, findings)

    yield open_address
    for context in contexts:
        context.close()
