"""How alike two labels are: the share of their words that they have in common, where a word that many labels have weighs little."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from generator.importing.reading.marks import without_raised
from generator.model.look_alikes import as_meant

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_LONG = {
    "thủ tục hành chính": "tthc",
    "cải cách hành chính": "cchc",
    "ủy ban nhân dân": "ubnd",
    "hội đồng nhân dân": "hđnd",
    "văn bản quy phạm pháp luật": "vbqppl",
    "quy phạm pháp luật": "qppl",
    "phản ánh kiến nghị": "pakn",
    "đơn vị sự nghiệp công lập": "đvsncl",
    "sự nghiệp công lập": "sncl",
    "công nghệ thông tin": "cntt",
    "dịch vụ công trực tuyến": "dvctt",
    "ngân sách nhà nước": "nsnn",
}
"""What offices write out or shorten as they like."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"


@lru_cache(maxsize=20_000)
def words_of(label: str) -> tuple[str, ...]:
    """The words of a label: small letters, the tone at the end of each word, common names shortened."""
    flat = " ".join(_WORD.findall(as_meant(unicodedata.normalize("NFC", without_raised(label))).casefold()))
    flat = " ".join(_tone_last(each) for each in flat.split())
    for long, short in _SHORTENED:
        flat = flat.replace(long, short)
    return tuple(flat.split())


def _tone_last(word: str) -> str:
    """A word with its tone behind it: “hoá” and “hóa” are one word."""
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(each for each in parts if each in _TONES)
    return unicodedata.normalize("NFC", "".join(each for each in parts if each not in _TONES)) + tones


_SHORTENED = tuple((" ".join(_tone_last(each) for each in long.split()), short) for long, short in _LONG.items())


class Likeness:
    """Compares labels with those of one table of a form."""

    def __init__(self, labels: Iterable[str]) -> None:
        counted = Counter(word for label in labels for word in set(words_of(label)))
        self._weight = {word: 1 / number for word, number in counted.items()}
        self._bags: dict[str, tuple[dict[str, int], float]] = {}
        self._known: dict[tuple[str, str], float] = {}

    def __call__(self, found: str, wanted: str) -> float:
        """From 0, no word in common, to 1, the same words."""
        key = (found, wanted)
        if key not in self._known:
            self._known[key] = self._compare(found, wanted)
        return self._known[key]

    def _compare(self, found: str, wanted: str) -> float:
        mine, all_of_mine = self._bag(found)
        theirs, all_of_theirs = self._bag(wanted)
        both = sum(
            self._weight.get(word, _UNKNOWN) * min(number, theirs[word])
            for word, number in mine.items()
            if word in theirs
        )
        if not both:
            return 0.0
        if mine == theirs and words_of(found) == words_of(wanted):
            return 1.0
        return min(0.99, both / (all_of_mine + all_of_theirs - both))

    def _bag(self, label: str) -> tuple[dict[str, int], float]:
        """The words of a label with how often each is there, and their weight together."""
        if label not in self._bags:
            counted = dict(Counter(words_of(label)))
            weight = sum(self._weight.get(word, _UNKNOWN) * number for word, number in counted.items())
            self._bags[label] = (counted, weight)
        return self._bags[label]


_UNKNOWN = 0.5
"""The weight of a word that the form does not have."""


def plain_likeness(one: str, other: str) -> float:
    """The share of words in common, all of one weight."""
    mine, theirs = set(words_of(one)), set(words_of(other))
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0
