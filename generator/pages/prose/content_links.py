"""Links that people write in Markdown, turned into links of the built site.

A link may name another file of `content/` (`method.md`, `procedures.md#one-stop`) or a page of the site (`/units/khanh-son/`).
In a snapshot, words that link to a page which is no part of it stay, without the link.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from html import escape, unescape

from generator.load.content_targets import content_target
from generator.model.place import Place
from generator.pages.page import link

_HREF = re.compile(r'(<a\b(?:[^>"]|"[^"]*")*?\shref=")([^"]*)(")')
_ANCHOR = re.compile(r'<a\b(?:[^>"]|"[^"]*")*?\shref="([^"]*)"(?:[^>"]|"[^"]*")*>(.*?)</a>', re.DOTALL)
_DEPTHS = {"units": 2, "reports": 3}
"""How many names make the path of a unit or a report."""
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)


def resolve_links(html: str, place: Place, page_path: str, hidden: Collection[str] = ()) -> str:
    """The HTML of a content file with its links as seen from the page it stands on. Unknown targets stay as written.

    `hidden` are paths of pages that this site leaves out: nothing links to them or to what is below them.
    """

    def resolve(match: re.Match[str]) -> str:
        return f"{match[1]}{escape(_target(unescape(match[2]), place, page_path))}{match[3]}"

    def kept(match: re.Match[str]) -> str:
        return match[2] if _page(unescape(match[1]), place) in hidden else match[0]

    return _HREF.sub(resolve, _ANCHOR.sub(kept, html) if hidden else html)


def _page(target: str, place: Place) -> str:
    """The unit or report that a link leads to, as the path of its page: also from a page below it, as `coverage/`."""
    address = "" if _SCHEME.match(target) else target.partition("#")[0]
    meant = content_target(target, place) if address else None
    path = meant[0] if meant else address.removesuffix("index.html").strip("/") if address.startswith("/") else ""
    parts = path.split("/")
    return "/".join(parts[: _DEPTHS.get(parts[0], len(parts))])


def _target(target: str, place: Place, page_path: str) -> str:
    if _SCHEME.match(target):
        return target
    address, _, fragment = target.partition("#")
    if address.startswith("/"):
        return link(page_path, address.removesuffix("index.html").strip("/"), fragment)
    meant = content_target(target, place)
    return target if meant is None else link(page_path, meant[0], fragment or meant[1])
