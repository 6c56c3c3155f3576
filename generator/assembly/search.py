"""The search of one build: what each language hands on from rendering to the finish stage, and what that makes of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from generator.assembly.layout import SitePaths, language_folder, output_page
from generator.assembly.tree_files import TreeWriter
from generator.finish.search import SearchIndexError, index_site
from generator.finish.search_copy import article_of, search_copy
from generator.finish.search_index import search_files
from generator.finish.search_pieces import IndexedPage
from generator.model.place import Place
from generator.pages.page import Facets, Page
from generator.problems import Problem


def searched_pages(pages: Iterable[Page]) -> str:
    """The pages that search may find, as JSON for `write_search`."""
    found = [
        {"path": page.path, "title": page.title, "description": page.description, "facets": asdict(page.facets)}
        for page in pages
        if not page.facets.hidden
    ]
    return json.dumps(found, ensure_ascii=False, sort_keys=True)


def write_search(paths: SitePaths, lang: str) -> None:
    """Write a language's small index into the site, and the copies of its pages that Pagefind reads. Raises OSError."""
    described = json.loads((paths.slots / f"{lang}.search.json").read_text(encoding="utf-8"))
    pages = [_indexed(each, paths, lang) for each in described]
    folder = language_folder(paths.site, lang) / "assets" / "search"
    writer = TreeWriter()
    for name, script in search_files(pages):
        writer.write(folder / name, script)
    writer.remove_others(folder)
    for page in pages:
        copy = language_folder(paths.search, lang) / page.path / "index.html"
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(search_copy(page.article, lang, page.title, page.facets), encoding="utf-8", newline="")


def clear_search(paths: SitePaths) -> None:
    """Remove the copies of an earlier build."""
    shutil.rmtree(paths.search, ignore_errors=True)


def run_pagefind(paths: SitePaths) -> tuple[Problem, ...]:
    """Index all copies; the problem that stands in the way, if any. Raises OSError."""
    try:
        index_site(paths.search, paths.site)
    except SearchIndexError as error:
        return (Problem("search-failed", Place("pagefind"), {"detail": str(error)}),)
    return ()


def _indexed(described: dict[str, Any], paths: SitePaths, lang: str) -> IndexedPage:
    html = output_page(paths, lang, described["path"]).read_text(encoding="utf-8")
    facets: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in described["facets"].items()
    }
    return IndexedPage(
        described["path"], described["title"], described["description"], Facets(**facets), article_of(html)
    )
