"""The synonyms of search: nothing is said of two official terms, and nothing of itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.text import Text
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Everyday words that would lead to two places, or to where they lead already."""
    seen: dict[str, Text] = {}
    for entry in catalogue.synonyms:
        official = {_plain(each) for each in entry.official.root.values()}
        for said in entry.said:
            words = _plain(said)
            if not words:
                yield Problem("synonym-without-words", entry.place_of("said"), {"said": said})
            elif words in official:
                yield Problem("synonym-of-itself", entry.place_of("said"), {"said": said})
            elif words in seen:
                yield Problem("synonym-twice", entry.place_of("said"), {"said": said, "other": seen[words]})
            seen.setdefault(words, entry.official)


def _plain(words: str) -> str:
    return " ".join("".join(each if each.isalnum() else " " for each in words.casefold()).split())
