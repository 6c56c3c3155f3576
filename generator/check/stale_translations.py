"""Translations say what their originals say: nobody changed the original since."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.narrative import Markdown
from generator.model.text import DEFAULT_LANGUAGE
from generator.model.translation import mark_of
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Translations whose original has another mark than the recorded one, or of which nothing is recorded."""
    if not catalogue.translated:
        return
    for page, original in translations(catalogue):
        recorded = catalogue.translated.get(name_of(page))
        if recorded != mark_of(original.source):
            code = "unrecorded-translation" if recorded is None else "stale-translation"
            yield Problem(code, page.place, {"file": page.place.file})


def translations(catalogue: Catalogue) -> Iterator[tuple[Markdown, Markdown]]:
    """Every translation with its original, where both are there."""
    for (lang, report, section), page in catalogue.narratives.items():
        original = catalogue.narratives.get((DEFAULT_LANGUAGE, report, section))
        if lang != DEFAULT_LANGUAGE and original is not None:
            yield page, original
    for (lang, path), page in catalogue.plain.items():
        original = catalogue.plain.get((DEFAULT_LANGUAGE, path))
        if lang != DEFAULT_LANGUAGE and original is not None:
            yield page, original


def name_of(page: Markdown) -> str:
    """What a page is called in the record: its path below `content/`."""
    return page.place.file.removeprefix("content/")
