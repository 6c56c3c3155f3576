"""The sitemap: every page with its versions in other languages. Where one file may not name them all, an index names several.

Source of the format: sitemaps.org 0.9, with the `xhtml:link` alternates that search engines read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from xml.sax.saxutils import escape

from generator.model.shelf import ARCHIVE
from generator.model.text import DEFAULT_LANGUAGE

SITEMAP = "sitemap.xml"
NOT_LISTED = frozenset({"search"})
"""Pages that hold nothing of their own; neither do those in the folder of the archive, which tell what was taken out of it."""
MOST_PAGES = 25_000
"""In one file. The format allows 50,000 and 50 MiB, and a page takes up to a kilobyte for its addresses in each language."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_NAMES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(site_url: str, paths: Mapping[str, Sequence[str]], changed: Mapping[str, str]) -> dict[str, str]:
    """The sitemap at its address below the top of the site, with the files that it names where there are more pages than one file may hold.

    `paths` are page paths by language; `site_url` ends in a slash; `changed` are the days (ISO 8601) of the pages that have one.
    """
    entries = _entries(site_url, paths, changed)
    files = list(iter(lambda: list(islice(entries, MOST_PAGES)), []))
    if len(files) <= 1:
        return {SITEMAP: _file(files[0] if files else ())}
    parts = {f"sitemap-{number}.xml": _file(each) for number, each in enumerate(files, 1)}
    named = [f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>" for name in parts]
    return {SITEMAP: "\n".join([_HEAD, f"<sitemapindex {_NAMES}>", *named, "</sitemapindex>", ""]), **parts}


def _file(entries: Collection[str]) -> str:
    opened = f'<urlset {_NAMES} xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    return "\n".join([_HEAD, opened, *entries, "</urlset>", ""])


def _entries(site_url: str, paths: Mapping[str, Sequence[str]], changed: Mapping[str, str]) -> Iterator[str]:
    there = {lang: frozenset(pages) for lang, pages in paths.items()}
    for lang, pages in paths.items():
        for path in pages:
            if path not in NOT_LISTED and not path.startswith(f"{ARCHIVE}/"):
                yield "\n".join(_entry(site_url, lang, path, there, changed.get(path)))


def _entry(
    site_url: str, lang: str, path: str, there: Mapping[str, Collection[str]], changed: str | None
) -> Iterator[str]:
    yield f"<url><loc>{escape(page_address(site_url, lang, path))}</loc>"
    if changed:
        yield f"<lastmod>{changed}</lastmod>"
    versions = {other: other for other, pages in there.items() if path in pages}
    if DEFAULT_LANGUAGE in versions:
        versions["x-default"] = DEFAULT_LANGUAGE
    for name, other in versions.items():
        address = escape(page_address(site_url, other, path))
        yield f'<xhtml:link rel="alternate" hreflang="{name}" href="{address}"/>'
    yield "</url>"


def page_address(site_url: str, lang: str, path: str) -> str:
    """The canonical address of a page: no `index.html`, the default language at the root."""
    folder = "" if lang == DEFAULT_LANGUAGE else f"{lang}/"
    return f"{site_url}{folder}{path}/" if path else f"{site_url}{folder}"
