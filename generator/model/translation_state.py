"""How each text of `content/` stands in each language: complete, behind its original, not recorded, or missing.

In: the catalogue. Out: a state for each text and language. Says nothing of Vietnamese, in which originals are, but where one is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model.catalogue import Catalogue
from generator.model.narrative import SECTIONS, Markdown
from generator.model.text import DEFAULT_LANGUAGE
from generator.model.translation import ChangedSentences, changed_since, is_record_of


class State(StrEnum):
    """How a text stands in a language, the most urgent first."""

    MISSING = "missing"
    OUTDATED = "outdated"
    UNRECORDED = "unrecorded"
    COMPLETE = "complete"


@dataclass(frozen=True)
class TextState:
    """A text in a language. `report` is empty for a plain page, whose `section` is its path.

    `file` is where it stands or should, `source` the text that it is held against: its original, or, of a missing original, a translation.
    `record` is what was recorded of the original when it was translated.
    """

    lang: str
    report: str
    section: str
    file: str
    source: Markdown
    state: State
    record: str = ""

    @property
    def changed(self) -> ChangedSentences | None:
        """The sentences of the original that changed since; None where that is not known."""
        return changed_since(self.record, self.source.source) if self.state is State.OUTDATED else None


@dataclass(frozen=True)
class Tally:
    """How many texts of a language stand how."""

    lang: str
    counts: Mapping[State, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def complete(self) -> int:
        return self.counts[State.COMPLETE]

    @property
    def percent(self) -> int:
        """The share that is complete, in whole hundredths, rounded down: 100 only where nothing is left to do."""
        return self.complete * 100 // self.total if self.total else 100


def text_states(catalogue: Catalogue) -> tuple[TextState, ...]:
    """Every text in every language but that of the originals, and every original that is missing; in the order of pages.

    A file that is there and cannot be read has been told of already, and is left out.
    """
    return tuple(_states(catalogue))


def tallies(catalogue: Catalogue, states: Iterable[TextState]) -> tuple[Tally, ...]:
    """The states counted by language; of the language of originals only where one is missing."""
    found = tuple(states)
    made = []
    for lang in catalogue.languages:
        own = [each.state for each in found if each.lang == lang]
        if lang == DEFAULT_LANGUAGE and own:
            own += [State.COMPLETE] * (len(_texts(catalogue)) - len(own))
        if own or lang != DEFAULT_LANGUAGE:
            made.append(Tally(lang, {state: own.count(state) for state in State}))
    return tuple(made)


def behind(catalogue: Catalogue) -> tuple[TextState, ...]:
    """What is to be translated, or to be looked at again; where nobody keeps a record, nothing is known to be old."""
    left_alone = {State.COMPLETE} if catalogue.translated else {State.COMPLETE, State.UNRECORDED}
    return tuple(each for each in text_states(catalogue) if each.state not in left_alone)


def _states(catalogue: Catalogue) -> Iterator[TextState]:
    texts = _texts(catalogue)
    for report, section in sorted(texts, key=_order):
        versions = texts[report, section]
        source = versions.get(DEFAULT_LANGUAGE) or next(iter(versions.values()))
        below = source.place.file.split("/", 2)[2]
        for lang in catalogue.languages:
            file = f"content/{lang}/{below}"
            if lang not in versions:
                if file not in catalogue.unread:
                    yield TextState(lang, report, section, file, source, State.MISSING)
            elif lang != DEFAULT_LANGUAGE and DEFAULT_LANGUAGE in versions:
                record = catalogue.translated.get(name_in_record(file), "")
                yield TextState(lang, report, section, file, source, _state(record, source), record)


def _state(record: str, original: Markdown) -> State:
    if not record:
        return State.UNRECORDED
    return State.COMPLETE if is_record_of(record, original.source) else State.OUTDATED


def _texts(catalogue: Catalogue) -> dict[tuple[str, str], dict[str, Markdown]]:
    """The versions of each text by language."""
    found: dict[tuple[str, str], dict[str, Markdown]] = {}
    for (lang, path), page in catalogue.plain.items():
        found.setdefault(("", path), {})[lang] = page
    for (lang, report, section), page in catalogue.narratives.items():
        found.setdefault((report, section), {})[lang] = page
    return found


def _order(key: tuple[str, str]) -> tuple[str, int, str]:
    """Plain pages first, then reports, their sections in the order of the page."""
    report, section = key
    return report, SECTIONS.index(section) if report and section in SECTIONS else len(SECTIONS), section


def name_in_record(file: str) -> str:
    """What a file is called in the record: its path below `content/`."""
    return file.removeprefix("content/")
