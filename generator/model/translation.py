"""What a translation was made from: marks of the original's words, kept beside the translations, and what has changed since by these.

A record is one line: the mark of the whole original, then a short one of each of its sentences. With it the sentences that are new can be
named without the project's history; those that are gone can only be counted. Records of earlier versions have the mark of the whole alone.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.model.sentences import sentences

_LENGTH = 16
"""So many hexadecimal digits tell two texts apart and still fit on a line."""
_SHORT = 6
"""So many tell the sentences of one text apart."""


@dataclass(frozen=True)
class ChangedSentences:
    """The sentences of an original that came since its translation was made, how many went, and which ones, where their words are known."""

    come: tuple[str, ...]
    gone_number: int
    gone: tuple[str, ...] = ()


def mark_of(original: str, length: int = _LENGTH) -> str:
    """The mark of a text; spaces and line ends do not count, so that setting a paragraph anew makes no translation stale."""
    return hashlib.sha256(" ".join(original.split()).encode()).hexdigest()[:length]


def record_of(original: str) -> str:
    """What is recorded of an original when a translation says what it says."""
    return " ".join([mark_of(original), *(mark_of(each, _SHORT) for each in sentences(original))])


def is_record_of(record: str, original: str) -> bool:
    """Whether a record was made of an original as it is."""
    return record.partition(" ")[0] == mark_of(original)


def changed_since(record: str, original: str) -> ChangedSentences | None:
    """What has changed in an original since the record; None where the record knows nothing of sentences."""
    _, _, before = record.partition(" ")
    if not before:
        return None
    now = sentences(original)
    come: list[str] = []
    gone = 0
    matcher = SequenceMatcher(None, before.split(), [mark_of(each, _SHORT) for each in now], autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what != "equal":
            gone += last - first
            come += now[start:end]
    return ChangedSentences(tuple(come), gone)
