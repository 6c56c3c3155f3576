"""Links that people write in Markdown, turned into links of the built site.

A link may name another file of `content/` (`method.md`, `procedures.md#one-stop`) or a page of the site (`/units/khanh-son/`).
"""

from __future__ import annotations

import posixpath
import re
from html import escape, unescape

from generator.model.place import Place
from generator.pages.page import link

_HREF = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)
_PLAIN_PARTS = 1
_NARRATIVE_PARTS = 4


def resolve_links(html: str, place: Place, page_path: str) -> str:
    """The HTML of a content file with its links as seen from the page it stands on. Unknown targets stay as written."""
    folder = posixpath.dirname(place.file.split("/", 2)[2] if place.file.count("/") >= 2 else "")  # noqa: PLR2004

    def resolve(match: re.Match[str]) -> str:
        target = _target(unescape(match[2]), folder, page_path)
        return f"{match[1]}{escape(target)}{match[3]}"

    return _HREF.sub(resolve, html)


def _target(target: str, folder: str, page_path: str) -> str:
    if _SCHEME.match(target):
        return target
    address, _, fragment = target.partition("#")
    if address.startswith("/"):
        return link(page_path, address.removesuffix("index.html").strip("/"), fragment)
    if not address.endswith(".md"):
        return target
    parts = posixpath.normpath(posixpath.join(folder, address)).removesuffix(".md").split("/")
    if len(parts) == _PLAIN_PARTS:
        return link(page_path, "" if parts[0] == "index" else parts[0], fragment)
    if len(parts) == _NARRATIVE_PARTS and parts[0] == "reports":
        return link(page_path, "/".join(parts[:3]), fragment or parts[3])
    return target
