"""Names, definitions and notes in data/ stand in every language of the site."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.place import Place
from generator.model.placed import Placed
from generator.model.portions import Scope
from generator.model.text import Text
from generator.problems import Problem

LOOKS_AT = Scope.PORTION


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Texts that readers of a language get in Vietnamese; of several in one place, the first."""
    told: set[tuple[Place, str]] = set()
    for entry in catalogue.entries:
        for text, place in _texts(entry):
            for lang in catalogue.languages:
                if lang not in text.root and (place, lang) not in told:
                    told.add((place, lang))
                    yield Problem("untranslated-text", place, {"lang": lang, "text": text.in_language(lang)})


def _texts(entry: Placed) -> Iterator[tuple[Text, Place]]:
    """The texts of an entry and of all that it holds, each with the place of its key."""
    for name, held in vars(entry).items():
        for value in _held(held):
            if isinstance(value, Text):
                yield value, entry.place_of(type(entry).model_fields[name].alias or name)
            else:
                yield from _texts(value)


def _held(value: object) -> Iterator[Text | Placed]:
    """The texts and entries in a value, however deep in lists and mappings."""
    # Most of what entries hold is plain, and there is much of it.
    if value is None or isinstance(value, str):
        return
    if isinstance(value, Text | Placed):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _held(each)
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _held(each)
