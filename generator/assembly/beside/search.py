"""The search of one build: the small index of each language, and the copies of all pages that Pagefind reads."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.assembly.keeping.made import MadePage
from generator.assembly.keeping.pool import Kept
from generator.assembly.layout import SitePaths
from generator.finish.search import index_site
from generator.finish.search_index import Synonym, search_files
from generator.finish.search_pieces import IndexedPage
from generator.model.catalogue import Catalogue
from generator.model.text import DEFAULT_LANGUAGE

_BRACKETS = re.compile(r"\([^)]*\)")


def index_files(pages: Sequence[IndexedPage], catalogue: Catalogue, lang: str) -> Iterator[tuple[str, str]]:
    """The scripts of a language's small index: path below the top of the site, and text."""
    folder = "" if lang == DEFAULT_LANGUAGE else f"{lang}/"
    for name, text in search_files(pages, synonyms(catalogue, lang)):
        yield f"{folder}assets/search/{name}", text


def synonyms(catalogue: Catalogue, lang: str) -> list[Synonym]:
    """Everyday words and abbreviations with the official words of a language. Those that staff write come before those of the glossary."""
    found: dict[str, str] = {}
    for entry in catalogue.synonyms:
        official = entry.official.in_language(lang)
        for said in entry.said:
            found.setdefault(said, official)
    for term in catalogue.glossary.values():
        official = _BRACKETS.sub("", term.term.in_language(lang)).strip()
        for short in filter(None, (term.abbreviation, *term.aliases)):
            found.setdefault(short, official)
    return list(found.items())


def copies_of(pages: Iterable[MadePage]) -> dict[str, Kept]:
    """The copies of pages that Pagefind reads, by their files."""
    found = {}
    for page in pages:
        if page.copy is not None:
            folder = "" if page.lang == DEFAULT_LANGUAGE else page.lang
            found[posixpath.join(folder, page.path, "index.html")] = page.copy
    return found


def index_copies(paths: SitePaths) -> Path:
    """Index all copies, and return the folder of the index. Raises SearchIndexError or OSError."""
    return index_site(paths.search, paths.search.with_name("index"))
