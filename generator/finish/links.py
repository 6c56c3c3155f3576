"""Links inside the site: which a page holds, and to which file and id of the site each leads."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

_LINK = re.compile(r'<(?:a|link|img|script)\b[^>"]*?(?:"[^"]*"[^>"]*?)*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]+)"')
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


@dataclass(frozen=True)
class BrokenLink:
    """A link that leads nowhere: the page it stands on, and its target, both relative to the site."""

    page: str
    target: str


def targets_of(html: str) -> Iterator[str]:
    """The links of a page that stay inside the site, as written."""
    for found in _LINK.findall(html):
        target = unescape(found)
        if target and not _SCHEME.match(target) and not target.startswith("/"):
            yield target


def ids_of(html: str) -> frozenset[str]:
    """The ids of a page's elements."""
    return frozenset(unescape(found) for found in _ID.findall(html))


@lru_cache(maxsize=1024)
def _beside(folder: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(address)))


def resolved(page: str, target: str) -> str:
    """The file of the site to which a link of a page leads, with `#` and the id where the link names one."""
    address, _, fragment = target.partition("#")
    address = address.partition("?")[0]
    path = _beside(posixpath.dirname(page), address) if address else page
    return f"{path}#{unquote(fragment)}" if fragment else path
