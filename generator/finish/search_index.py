"""The small index of a language: names and headings without their text, as a script that also loads from `file://`.

The search uses it where Pagefind cannot start: without a web server, or where a policy forbids WebAssembly.

The script calls `rrSearch.register(lang, index)`; an index is `{"pages": [...], "parts": [...]}` with

- a page: `[address, title, description, kind, unit, period, area, names, unit ids, years, area ids, reporting]`, the address relative to the
  language's home page, the names one text, `reporting` 1 for a unit that has reports;
- a part: `[position of its page in "pages", id, text]`: a heading, a document or a term.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from generator.pages.page import Facets

COMMON = 12
"""A heading that stands on more pages than this says nothing about any of them."""

# Headings, documents of a report, and the terms and documents of lists.
_PART = re.compile(
    r'<h[2-6][^>]*\sid="(?P<heading>[^"]+)"[^>]*>(?P<title>.*?)</h[2-6]>'
    r'|<li id="(?P<reference>ref-[^"]+)">(?P<document>.*?)</li>'
    r'|<div id="(?P<entry>[^"]+)"><dt>(?P<term>.*?)</dt>',
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class IndexedPage:
    """A page as search knows it. `parts` are what `parts_of` returns."""

    path: str
    title: str
    description: str
    facets: Facets
    parts: tuple[tuple[str, str], ...]


def search_index(pages: Sequence[IndexedPage], lang: str) -> str:
    """The script of a language. The same pages give the same text."""
    parts = [(number, anchor, text) for number, page in enumerate(pages) for anchor, text in page.parts]
    uses = Counter(text for _, _, text in parts)
    index = {
        "pages": [_entry(page) for page in pages],
        "parts": [part for part in parts if uses[part[2]] <= COMMON],
    }
    written = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return f"rrSearch.register({json.dumps(lang)}, {unicodedata.normalize('NFC', written)});\n"


def _entry(page: IndexedPage) -> list[object]:
    facets = page.facets
    address = f"{page.path}/index.html" if page.path else "index.html"
    texts = [
        page.title,
        page.description,
        facets.kind,
        facets.unit,
        facets.period,
        facets.area,
        "; ".join(facets.names),
    ]
    return [address, *texts, facets.units, facets.years, facets.areas, int(facets.reporting)]


def parts_of(article: str) -> Iterator[tuple[str, str]]:
    """The id and text of each heading, document and term in what `article_of` returns."""
    for found in _PART.finditer(article):
        anchor = found["heading"] or found["reference"] or found["entry"]
        text = " ".join(unescape(_TAG.sub(" ", found["title"] or found["document"] or found["term"] or "")).split())
        if text:
            yield unescape(anchor), text
