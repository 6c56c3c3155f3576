"""The search of one build: the small index of each language, and the copies of all pages that Pagefind reads."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.assembly.layout import SitePaths
from generator.assembly.made import MadePage
from generator.assembly.pool import Kept
from generator.finish.search import index_site
from generator.finish.search_index import IndexedPage, search_index
from generator.model.text import DEFAULT_LANGUAGE


def index_path(lang: str) -> str:
    """Where the small index of a language is, below the top of the site."""
    folder = "" if lang == DEFAULT_LANGUAGE else f"{lang}/"
    return f"{folder}assets/search/{lang}.js"


def index_of(pages: Sequence[IndexedPage], lang: str) -> str:
    """The small index of a language."""
    return search_index(pages, lang)


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
