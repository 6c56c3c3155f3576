"""The sitemap: every page with its versions in other languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from generator.model.shelf import ARCHIVE
from generator.model.text import DEFAULT_LANGUAGE

NOT_LISTED = frozenset({"search"})
"""Pages that hold nothing of their own; neither do those in the folder of the archive, which tell what was taken out of it."""


def sitemap(site_url: str, paths: Mapping[str, Sequence[str]], changed: Mapping[str, str]) -> str:
    """The sitemap (sitemaps.org 0.9 with xhtml alternates).

    `paths` are page paths by language; `site_url` ends in a slash; `changed` are the days (ISO 8601) of the pages that have one.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for lang, pages in paths.items():
        for path in pages:
            if path in NOT_LISTED or path.startswith(f"{ARCHIVE}/"):
                continue
            lines.append(f"<url><loc>{escape(page_address(site_url, lang, path))}</loc>")
            if path in changed:
                lines.append(f"<lastmod>{changed[path]}</lastmod>")
            lines += [
                f'<xhtml:link rel="alternate" hreflang="{other}" href="{escape(page_address(site_url, other, path))}"/>'
                for other, others in paths.items()
                if path in others
            ]
            if path in paths.get(DEFAULT_LANGUAGE, ()):
                default = escape(page_address(site_url, DEFAULT_LANGUAGE, path))
                lines.append(f'<xhtml:link rel="alternate" hreflang="x-default" href="{default}"/>')
            lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""])


def page_address(site_url: str, lang: str, path: str) -> str:
    """The canonical address of a page: no `index.html`, the default language at the root."""
    folder = "" if lang == DEFAULT_LANGUAGE else f"{lang}/"
    return f"{site_url}{folder}{path}/" if path else f"{site_url}{folder}"
