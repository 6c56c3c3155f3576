"""Checks that every link inside the site leads somewhere: to a file that is there, and to an id in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

_LINK = re.compile(r'<(?:a|link|img|script)\b(?:[^>"]|"[^"]*")*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]+)"')
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


@dataclass(frozen=True)
class BrokenLink:
    """A link that leads nowhere: the page it stands on, relative to the site, and its target as written."""

    page: str
    target: str


def broken_links(site: Path, unchecked: Sequence[str] = ()) -> list[BrokenLink]:
    """The broken links of a built site, page by page. Raises OSError.

    Links of pages in the folders `unchecked` (each ends in a slash) are not looked at; links into them are.
    """
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}

    @cache
    def text_of(page: str) -> str:
        return pages[page].read_text(encoding="utf-8")

    @cache
    def ids_of(page: str) -> frozenset[str]:
        return frozenset(unescape(found) for found in _ID.findall(text_of(page)))

    def leads_somewhere(page: str, target: str) -> bool:
        address, _, fragment = target.partition("#")
        address = address.partition("?")[0]
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(address))) if address else page
        if path not in files:
            return False
        return not fragment or path not in pages or unquote(fragment) in ids_of(path)

    # A server shows the error page for any address, so its links are absolute.
    checked = (
        page
        for page in sorted(pages)
        if posixpath.basename(page) != "404.html" and not page.startswith(tuple(unchecked))
    )
    return [
        BrokenLink(page, target)
        for page in checked
        for target in dict.fromkeys(_targets(text_of(page)))
        if not leads_somewhere(page, target)
    ]


def _targets(html: str) -> Iterator[str]:
    """The links of a page that stay inside the site."""
    for found in _LINK.findall(html):
        target = unescape(found)
        if target and not _SCHEME.match(target) and not target.startswith("/"):
            yield target
