"""The small index of a language, as scripts that also load from `file://`, of which a question loads a few.

The search uses it where Pagefind cannot start: without a web server, or where a policy forbids WebAssembly. Below `assets/search/` are

- `index.js`: `{version, beginnings, common, synonyms}`: the beginnings of words that have a script, headings that stand on so many pages that they
  say nothing about any of them, and pairs of everyday and official words;
- `v.js`: `[version, words]`, the words without accents, for guessing what a mistyped one was meant for;
- `w/3.js`: `[version, {word: [named, told]}]`, the words of the fourth beginning: the numbers of the pieces that have them in their names, and elsewhere;
- `o/3.js`: `[version, names]`, which pieces the numbers from 96 on stand for;
- `p/units/khanh-son.js`: a piece (`search_pieces.py`), and `f/units/khanh-son/procedures.js` the newest figures of a unit in an area.

Numbers begin with what readers more likely mean: short titles, and of equally short ones what is of today. The version tells scripts of two builds
apart.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.finish.search_letters import folded
from generator.finish.search_pieces import UNIT, IndexedPage, Piece, figure_scripts, pieces_of, registering
from generator.finish.search_words import Found, document_words, known_words, split_words, word_shards, words_of
from generator.pages.listing.bare_name import undistinguished
from generator.pages.page import Facets

COMMON = 12
"""A heading that stands on more pages than this says nothing about any of them."""
_YEAR = len("2020")
Synonym = tuple[str, str]
"""Everyday words, and the official ones that pages use."""
NAMED_AT_ONCE = 32
"""So many numbers are explained in one script."""
GLOSSARY = "glossary"
"""The page that whoever asks what a word means is led to."""


def search_files(pages: Sequence[IndexedPage], synonyms: Sequence[Synonym] = ()) -> Iterator[tuple[str, str]]:
    """Path below `assets/search/`, and text, of every script. The same pages and synonyms give the same texts."""
    yield from word_files(pages, synonyms)
    for page in pages:
        yield from page_files(page)


def without_figures(page: IndexedPage) -> IndexedPage:
    """All of a page that its words follow from."""
    return replace(page, facets=replace(page.facets, figures=()))


def page_files(page: IndexedPage) -> Iterator[tuple[str, str]]:
    """The scripts of one page: its pieces and its figures."""
    for piece in pieces_of(page):
        yield f"p/{piece.name}.js", piece.script
    for name, script in figure_scripts(page):
        yield f"{name}.js", script


def word_files(pages: Sequence[IndexedPage], synonyms: Sequence[Synonym]) -> Iterator[tuple[str, str]]:
    """The scripts of all pages together, which know nothing of figures: see `without_figures`."""
    pieces = sorted((piece for page in pages for piece in pieces_of(page)), key=_rank)
    common = _common(pieces)
    words = _words(pieces, common)
    shards = word_shards(words)
    names = [piece.name for piece in pieces]
    about = {
        "beginnings": [beginning for beginning, _ in shards],
        "common": sorted(common),
        "synonyms": [[" ".join(map(folded, split_words(said))), official] for said, official in synonyms],
    }
    version = hashlib.sha256(json.dumps([about, names, [words for _, words in shards]]).encode()).hexdigest()[:8]
    yield "index.js", registering("index", {"version": version, **about})
    yield "v.js", registering("v", [version, known_words(words)])
    for number, (_, inside) in enumerate(shards):
        yield f"w/{number}.js", registering(f"w/{number}", [version, inside])
    for number, start in enumerate(range(0, len(names), NAMED_AT_ONCE)):
        yield f"o/{number}.js", registering(f"o/{number}", [version, names[start : start + NAMED_AT_ONCE]])


def _rank(piece: Piece) -> tuple[bool, int, bool, bool, str, int]:
    # A question reads the first dozen of its numbers only. Of many pages that have all words in their names, the shortest titles are those that are
    # meant: the unit itself and its namesake of former times, before its offices, its reports and units of longer names.
    page = piece.page
    return (
        not piece.first,
        _length(page),
        page.facets.former,
        not page.facets.reporting,
        page.path,
        piece.number,
    )


def _length(page: IndexedPage) -> int:
    own = undistinguished(page.title) if page.facets.entity == UNIT else page.title
    return len(own.split())


def _common(pieces: Sequence[Piece]) -> frozenset[str]:
    headings = {(piece.page.path, part.text) for piece in pieces for part in piece.parts if part.heading}
    uses = Counter(text for _, text in headings)
    return frozenset(text for text, count in uses.items() if count > COMMON)


def _words(pieces: Sequence[Piece], common: frozenset[str]) -> dict[str, Found]:
    found: dict[str, Found] = defaultdict(Found)
    for number, piece in enumerate(pieces):
        facets = piece.page.facets
        told = [part.text for part in piece.parts if part.text not in common]
        named: frozenset[str] = frozenset()
        if piece.first:
            named = _all_words([piece.page.title, *facets.names])
            told += [piece.page.description, facets.kind, facets.unit, facets.period, facets.area]
            named |= {f"~{name}" for name in (*filters_of(piece.page), *_marks_of(facets))}
            named |= document_words("; ".join(facets.names))
        if piece.page.path == GLOSSARY:
            named |= {f"~is-{GLOSSARY}"}
        for word in sorted(named):
            found[word].named.append(number)
        documents = document_words("; ".join(part.text for part in piece.parts))
        for word in sorted((_all_words(told) | documents) - named):
            found[word].told.append(number)
    return found


def filters_of(page: IndexedPage) -> list[str]:
    """What a page is filtered by: `unit-khanh-son`, `year-2020`, `area-procedures`."""
    facets = page.facets
    return [
        *(f"unit-{each}" for each in facets.units),
        *(f"year-{each}" for each in facets.years),
        *(f"area-{each}" for each in facets.areas),
    ]


def _marks_of(facets: Facets) -> Iterator[str]:
    """What a page is found by that is asked for in many words: `is-unit`, `period-2022-q3`, `part-q3`, `in-2022`."""
    if facets.entity:
        yield f"is-{facets.entity}"
    if facets.period_id:
        period = facets.period_id.lower()
        yield f"period-{period}"
        _, _, part = period.partition("-")
        if part and len(part) < _YEAR:
            yield f"part-{part}"
        yield from (f"in-{year}" for year in facets.years)


def _all_words(texts: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*map(words_of, texts))
