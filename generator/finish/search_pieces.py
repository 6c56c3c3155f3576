"""What the small search shows of each page: its names and facts, and the headings, documents and terms in it, in scripts of its own.

A script depends on its page alone. A page with much in it has several, so that a question that one document answers does not load a thousand.

Each calls `rrSearch.register("p/units/khanh-son", piece)`; a piece is `[title, description, kind, unit, period, area, names, standing, parts, entity,
period_id, figures]`: the names one text, `standing` 1 for a unit that has reports and 2 more for a former one, each part `[id, text]`, and each figure of an indicator
`[area, unit, figure, period, address]`. The newest figures of a unit stand in scripts of their own, one an area.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from generator.pages.page import Facets

MOST_TEXT = 2000
"""So many letters of parts stand in one script."""
UNIT, ASIDE = "unit", "aside"
FIGURES_SHOWN = 3
"""So many figures answer for an indicator; that of a unit which was asked for is there in any case."""

# Headings, documents of a report, and the terms and documents of lists.
_PART = re.compile(
    r'<h[2-6][^>]*\sid="(?P<heading>[^"]+)"[^>]*>(?P<title>.*?)</h[2-6]>'
    r'|<li id="(?P<reference>ref-[^"]+)">(?P<document>.*?)</li>'
    r'|<div id="(?P<entry>[^"]+)"><dt>(?P<term>.*?)</dt>',
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Part:
    """A place in a page that answers by itself: a heading, or else a document or a term."""

    anchor: str
    text: str
    heading: bool


@dataclass(frozen=True)
class IndexedPage:
    """A page as search knows it. `parts` are what `parts_of` returns."""

    path: str
    title: str
    description: str
    facets: Facets
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Piece:
    """What one script holds of a page; only the `first` of a page is found by its names and facts."""

    page: IndexedPage
    parts: tuple[Part, ...]
    number: int

    @property
    def first(self) -> bool:
        return self.number == 1

    @property
    def name(self) -> str:
        """`units/khanh-son`; of further ones `documents~2`. That of the home page is `~1`."""
        if self.page.path and self.first:
            return self.page.path
        return f"{self.page.path}~{self.number}"

    @property
    def script(self) -> str:
        """The script. The same page gives the same text."""
        page, facets = self.page, self.page.facets
        names = "; ".join(facets.names)
        texts = [page.title, page.description, facets.kind, facets.unit, facets.period, facets.area, names]
        parts = [[part.anchor, part.text] for part in self.parts]
        figures = [] if facets.entity == UNIT else list(facets.figures[:FIGURES_SHOWN])
        entity = ASIDE if facets.aside else facets.entity
        return registering(
            f"p/{self.name}", [*texts, facets.reporting + 2 * facets.former, parts, entity, facets.period_id, figures]
        )


def pieces_of(page: IndexedPage) -> Iterator[Piece]:
    """The pieces of a page, at least one."""
    parts: list[Part] = []
    number = size = 1
    for part in page.parts:
        if parts and size + len(part.text) > MOST_TEXT:
            yield Piece(page, tuple(parts), number)
            number, size, parts = number + 1, 0, []
        parts.append(part)
        size += len(part.text)
    yield Piece(page, tuple(parts), number)


def figure_scripts(page: IndexedPage) -> Iterator[tuple[str, str]]:
    """The newest figures of a unit, by area and indicator: name of a script, and the script. None for other pages."""
    if page.facets.entity != UNIT:
        return
    areas: dict[str, dict[str, list[str]]] = {}
    for area, indicator, *told in page.facets.figures:
        areas.setdefault(area, {})[indicator] = told
    for area, figures in areas.items():
        name = f"f/{page.path}/{area}"
        yield name, registering(name, figures)


def registering(name: str, value: object) -> str:
    """A script that hands the search a value under a name."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"rrSearch.register({json.dumps(name, ensure_ascii=False)},{unicodedata.normalize('NFC', written)});\n"


def parts_of(article: str) -> Iterator[Part]:
    """Each heading, document and term in what `article_of` returns."""
    for found in _PART.finditer(article):
        anchor = found["heading"] or found["reference"] or found["entry"]
        text = " ".join(unescape(_TAG.sub(" ", found["title"] or found["document"] or found["term"] or "")).split())
        if text:
            yield Part(unescape(anchor), text, bool(found["heading"]))
