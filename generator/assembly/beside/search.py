"""The search of one build: the small index of each language, and the copies of all pages that Pagefind reads."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from generator.assembly.keeping.laying import lay
from generator.assembly.keeping.made import MadeIndex, MadePage
from generator.assembly.keeping.pool import Kept, Pool
from generator.assembly.layout import SitePaths
from generator.finish.search import ENTRY, FOLDER, index_pages, joined_entry
from generator.finish.search_index import Synonym, page_files, without_figures, word_files
from generator.finish.search_pieces import IndexedPage
from generator.model.catalogue import Catalogue
from generator.model.text import DEFAULT_LANGUAGE
from generator.recall.known import Known
from generator.recall.marks import Marks

_BRACKETS = re.compile(r"\([^)]*\)")


def index_files(
    pages: Sequence[IndexedPage], catalogue: Catalogue, lang: str, pool: Pool, known: Known, marks: Marks
) -> dict[str, Kept]:
    """The scripts of a language's small index: path below the top of the site, and content.

    What is `known` of pages that are the same is not made again, nor the words of all pages while none of them changed.
    """
    folder = f"{'' if lang == DEFAULT_LANGUAGE else f'{lang}/'}assets/search/"

    def keep(files: Iterable[tuple[str, str]]) -> dict[str, Kept]:
        return {f"{folder}{name}": pool.put(text.encode()) for name, text in files}

    def of_page(page: IndexedPage) -> tuple[str, dict[str, Kept]]:
        return marks.mark(without_figures(page)).hex(), keep(page_files(page))

    found = [known.recall(("search", lang, page.path), (page,), partial(of_page, page)) for page in pages]
    said = tuple(synonyms(catalogue, lang))
    words = marks.mark(([mark for mark, _ in found], said)).hex()
    files = known.recall(("search", lang), (words,), lambda: keep(word_files(pages, said)))
    return {name: kept for each in (files, *(own for _, own in found)) for name, kept in each.items()}


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


def indexed(copies: Mapping[str, Kept], lang: str, paths: SitePaths, pool: Pool) -> dict[str, Kept]:
    """The files of a language's full-text index: path below the top of the site, and content. Raises SearchIndexError or OSError."""
    laid = paths.search / lang
    lay(copies, laid, pool)
    folder = index_pages(laid, paths.search.with_name("index") / lang)
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {f"{FOLDER}/{path.relative_to(folder).as_posix()}": pool.put(path.read_bytes()) for path in found}


def joined(indexes: Iterable[MadeIndex], pool: Pool) -> dict[str, Kept]:
    """The files of the full-text index of all languages. Raises OSError."""
    made = [each.files for each in indexes]
    files = {path: kept for each in made for path, kept in each.items()}
    if made:
        files[ENTRY] = pool.put(joined_entry(pool.read(each[ENTRY]) for each in made))
    return files
