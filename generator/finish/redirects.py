"""Old addresses that lead on: pages that only archived editions still have, and pages of what has another id now.

Only what is known when the site is built counts; a page that is there is never hidden by a redirect.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.edition import Edition
from generator.model.shelf import ARCHIVE, Shelf
from generator.model.text import DEFAULT_LANGUAGE

FAMILIES = {"units": ("units", "reports"), "indicators": ("indicators",)}
"""The folders in which the id of a unit or an indicator names a page, or the pages below it."""
EMBEDS = "embed"


@dataclass(frozen=True)
class Redirect:
    """A page that leads on. `path` and `target` are folders below the top of the site; `edition` is the one that has the page."""

    path: str
    target: str
    lang: str
    edition: Edition | None = None

    @property
    def href(self) -> str:
        """The target as seen from the page: works on a server and from a disk."""
        return posixpath.relpath(posixpath.join(self.target, "index.html"), self.path or ".")


def redirects(
    pages: Mapping[str, Iterable[str]], shelf: Shelf, former: Mapping[str, Mapping[str, str]]
) -> list[Redirect]:
    """All redirects of a site, by address.

    `pages` are the folders of all pages there are, by language, below the folder of the language; `former` are, for `units` and
    `indicators`, ids of today by former id.
    """
    there = {lang: set(found) for lang, found in pages.items()}
    made = {
        each.path: each
        for lang, found in there.items()
        for each in (*_to_editions(lang, found, there, shelf), *_renamed(lang, found, former))
    }
    return [made[path] for path in sorted(made)]


def former_path(path: str, family: str, new: str, old: str) -> str | None:
    """The address that a page had while an id was another; None for a page that does not carry the id."""
    start, inside = (f"{EMBEDS}/", path.removeprefix(f"{EMBEDS}/")) if path.startswith(f"{EMBEDS}/") else ("", path)
    for folder in FAMILIES[family]:
        if inside == f"{folder}/{new}" or inside.startswith(f"{folder}/{new}/"):
            return f"{start}{folder}/{old}{inside.removeprefix(f'{folder}/{new}')}"
    return None


def _renamed(lang: str, there: set[str], former: Mapping[str, Mapping[str, str]]) -> Iterator[Redirect]:
    """Pages of what had another id before. The current site has the page, so it wins over an edition that has the old address."""
    for family, ids in former.items():
        for old, new in ids.items():
            for path in sorted(there):
                was = former_path(path, family, new, old)
                if was is not None and was not in there:
                    yield Redirect(in_language(lang, was), in_language(lang, path), lang)


def _to_editions(lang: str, there: set[str], all_pages: Mapping[str, set[str]], shelf: Shelf) -> Iterator[Redirect]:
    """Pages that are gone, each to the newest edition that has it."""
    seen: set[str] = set()
    for shelved in shelf.editions:
        for page in sorted(shelved.pages - seen):
            path = _below(lang, page, all_pages)
            if path is None or path in there or path.split("/")[0] == ARCHIVE:
                continue
            yield Redirect(page, posixpath.join(shelved.folder, page), lang, shelved.edition)
        seen |= shelved.pages


def _below(lang: str, page: str, languages: Mapping[str, set[str]]) -> str | None:
    """A page of an edition below the folder of its language; None for one of another language."""
    first, _, rest = page.partition("/")
    other = first if first in languages and first != DEFAULT_LANGUAGE else DEFAULT_LANGUAGE
    if other != lang:
        return None
    return page if lang == DEFAULT_LANGUAGE else rest


def in_language(lang: str, path: str) -> str:
    """A page below the top of the site."""
    return path if lang == DEFAULT_LANGUAGE else posixpath.join(lang, path) if path else lang
