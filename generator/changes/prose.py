"""What an edit says otherwise in words: sections of narratives and plain pages, and translations that it leaves behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.narrative import SECTIONS, Markdown
from generator.model.sentences import differing
from generator.model.text import DEFAULT_LANGUAGE
from generator.model.translation_state import State, behind


@dataclass(frozen=True, order=True)
class TextKey:
    """Which text: a section of a report's narrative, or a plain page, whose `report` is empty and whose `section` is its path."""

    report: str
    section: str
    lang: str


@dataclass(frozen=True)
class TextChange:
    """A text before and after, with the sentences that went and came; None where it was not there."""

    key: TextKey
    before: str | None
    after: str | None
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()


@dataclass(frozen=True)
class TranslationChange:
    """A translation that is older than its original now (`stale`), or was before and no longer is."""

    key: TextKey
    stale: bool


def text_changes(old: Catalogue, new: Catalogue) -> tuple[TextChange, ...]:
    """The texts whose words differ, in the order of pages."""
    before, after = _texts(old), _texts(new)
    return tuple(_changed(before, after))


def translation_changes(old: Catalogue, new: Catalogue, texts: tuple[TextChange, ...]) -> tuple[TranslationChange, ...]:
    """The translations that an edit left behind, and those that it brought up to date."""
    before, after = _stale(old), _stale(new)
    edited = {(each.key.report, each.key.section) for each in texts if each.key.lang == DEFAULT_LANGUAGE}
    left = {key for key in after if key not in before or (key.report, key.section) in edited}
    mended = {key for key in before - after if key in _texts(new)}
    return tuple(TranslationChange(key, key in left) for key in sorted(left | mended, key=_order))


def _changed(before: Mapping[TextKey, str], after: Mapping[TextKey, str]) -> Iterator[TextChange]:
    for key in sorted({*before, *after}, key=_order):
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            yield TextChange(key, old, new)
            continue
        gone, come = differing(old, new)
        if gone or come:
            yield TextChange(key, old, new, gone, come)


def _texts(catalogue: Catalogue) -> dict[TextKey, str]:
    return {key: page.source for key, page in _pages(catalogue)}


def _stale(catalogue: Catalogue) -> set[TextKey]:
    """The translations that are not recorded as made from what their originals say; none where nothing is recorded at all."""
    return {
        TextKey(each.report, each.section, each.lang) for each in behind(catalogue) if each.state is not State.MISSING
    }


def _pages(catalogue: Catalogue) -> Iterator[tuple[TextKey, Markdown]]:
    for (lang, report, section), page in catalogue.narratives.items():
        yield TextKey(report, section, lang), page
    for (lang, path), page in catalogue.plain.items():
        yield TextKey("", path, lang), page


def _order(key: TextKey) -> tuple[str, int, str, bool, str]:
    """Sections in the order of the page, the original before its translations."""
    place = SECTIONS.index(key.section) if key.section in SECTIONS else len(SECTIONS)
    return key.report, place, key.section, key.lang != DEFAULT_LANGUAGE, key.lang
