"""Prints finished pages to PDF with Chromium, from the disk and without JavaScript or network.

The pages' own print rules (`assets/css/print.css`) make the document; nothing else is laid out here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from generator.processes import dying_with_us

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
_SECONDS = 120
"""A page takes two seconds; a browser that hangs must not hang the build."""
_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)
_LINK = re.compile(r'(<a\b[^>]*?\s)href="([^"#][^"]*)"')
_DATES = re.compile(rb"/(CreationDate|ModDate) ?\((D:[^)]*)\)")
_NODE = re.compile(rb"node\d{8}")
_FIXED_DATE = b"D:20000101000000+00'00'"


@dataclass(frozen=True)
class PdfFailure:
    """A page that could not be printed, and what the browser said."""

    page: str
    reason: str


def find_browser(environment: Mapping[str, str]) -> str | None:
    """The browser to print with: the one that CHROMIUM names, else the first that is installed; None without one."""
    named = environment.get("CHROMIUM")
    candidates = (named,) if named else BROWSERS
    return next(filter(None, map(shutil.which, candidates)), None)


def print_pages(
    browser: str, pages: Sequence[tuple[Path, Path, str]], work: Path | None = None
) -> tuple[PdfFailure, ...]:
    """Print pages, one after another, and return those that failed. Raises OSError.

    `pages` gives for each its HTML file, the PDF file to write, and the address where it is published (empty if unknown).
    """
    failures = []
    with tempfile.TemporaryDirectory(prefix="reform-reports-pdf-", dir=work) as profile:
        for html, pdf, address in pages:
            # Beside the page, so that its styles and fonts are found.
            sheet = html.with_name("sheet.tmp.html")
            sheet.write_text(for_paper(html.read_text(encoding="utf-8"), address), encoding="utf-8")
            reason = _print_page(browser, sheet, pdf, profile)
            sheet.unlink()
            if reason:
                failures.append(PdfFailure(html.as_posix(), reason))
    return tuple(failures)


def for_paper(html: str, address: str) -> str:
    """A page as it is printed: without scripts, its links leading to the published site rather than to this machine's disk.

    `address` is where the page is published; without one, links to other pages of the site are no links.
    """

    def published(match: re.Match[str]) -> str:
        target = unescape(match[2])
        if not address and not urlsplit(target).scheme:
            return match[1]
        return f'{match[1]}href="{escape(urljoin(address, target).replace("/index.html", "/"))}"'

    return _LINK.sub(published, _SCRIPT.sub("", html))


def without_time(pdf: bytes) -> bytes:
    """A PDF whose dates tell nothing of when it was made: same pages, same bytes. Offsets in the file stay right."""
    return _DATES.sub(lambda match: match[0].replace(match[2], _FIXED_DATE.ljust(len(match[2]))[: len(match[2])]), pdf)


def without_counters(pdf: bytes) -> bytes:
    """A PDF whose elements are numbered from one on: Chromium goes on counting from whatever else it has drawn."""
    numbers: dict[bytes, bytes] = {}
    return _NODE.sub(lambda match: numbers.setdefault(match[0], b"node%08d" % (len(numbers) + 1)), pdf)


def _print_page(browser: str, html: Path, pdf: Path, profile: str) -> str:
    """Print one page; what went wrong, empty when nothing did."""
    # Chromium's sandbox refuses to run as root, which is who builds in a container. The pages are our own, without scripts.
    sandbox = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    command = [
        browser,
        *_FLAGS,
        *sandbox,
        f"--user-data-dir={profile}",
        f"--print-to-pdf={pdf}",
        html.resolve().as_uri(),
    ]
    try:
        done = subprocess.run(dying_with_us(command), capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return f"no answer within {_SECONDS} s"
    if done.returncode or not pdf.is_file():
        said = done.stderr.decode(errors="replace").strip().splitlines()
        return said[-1] if said else f"exit code {done.returncode}"
    pdf.write_bytes(without_counters(without_time(pdf.read_bytes())))
    return ""
