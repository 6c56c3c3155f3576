"""Links that people write in Markdown, turned into links of the built site.

A link may name another file of `content/` (`method.md`, `procedures.md#one-stop`) or a page of the site (`/units/khanh-son/`).
"""

from __future__ import annotations

import re
from html import escape, unescape

from generator.load.content_targets import content_target
from generator.model.place import Place
from generator.pages.page import link

_HREF = re.compile(r'(<a\b(?:[^>"]|"[^"]*")*?\shref=")([^"]*)(")')
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)


def resolve_links(html: str, place: Place, page_path: str) -> str:
    """The HTML of a content file with its links as seen from the page it stands on. Unknown targets stay as written."""

    def resolve(match: re.Match[str]) -> str:
        return f"{match[1]}{escape(_target(unescape(match[2]), place, page_path))}{match[3]}"

    return _HREF.sub(resolve, html)


def _target(target: str, place: Place, page_path: str) -> str:
    if _SCHEME.match(target):
        return target
    address, _, fragment = target.partition("#")
    if address.startswith("/"):
        return link(page_path, address.removesuffix("index.html").strip("/"), fragment)
    meant = content_target(target, place)
    return target if meant is None else link(page_path, meant[0], fragment or meant[1])
