"""Which words the small search finds where, in scripts so small that a question loads only those of its words.

Words are kept by their letters without accents, in one script a beginning: `tr` holds `trần` and `tran`. Where that is too much, the next
letter is added, and `tr ` (with a space) holds the word `tr` alone. What is no word of a text is one that nobody can type: the filter
`~unit-khanh-son`, the period `~period-2022-q3`, and the document `~doc-nq-18`, by whatever its number begins or ends with.
"""

from __future__ import annotations

import base64
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator.finish.search_letters import folded
from generator.model.look_alikes import as_meant

LARGEST = 6000
"""So many bytes of words stand in one script, unless a single word takes more."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


KNOWN = 30_000
"""So many bytes of words are known to whatever guesses what a mistyped word was meant for."""
# 18-NQ/TW, 30c/NQ-CP, 61/2018/NĐ-CP
_DOCUMENT = re.compile(
    r"(?<![\d/])0*(\d{1,5}[a-z]?)\s*[-/]\s*(?:(\d{4})\s*[-/]\s*)?([A-ZĐ][A-ZĐa-z]{1,3})(?![A-ZĐa-z])"
)


@dataclass
class Found:
    """Where a word is found, by number: in names, and elsewhere only."""

    named: list[int] = field(default_factory=list)
    told: list[int] = field(default_factory=list)

    def written(self) -> list[str]:
        return [postings(self.named), postings(self.told)] if self.told else [postings(self.named)]


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as typed, but for case, each once."""
    # Remembered of every text of a site: a word is held once, and a tuple takes a fifth of what a set does.
    return tuple(map(sys.intern, dict.fromkeys(split_words(text))))


def split_words(text: str) -> list[str]:
    """The words of a text in their order, as `search/fold.js` takes them apart, but in small letters."""
    composed = as_meant(unicodedata.normalize("NFC", text)).lower()
    return "".join(each if unicodedata.category(each)[0] in "LMN" else " " for each in composed).split()


def document_words(text: str) -> frozenset[str]:
    """The words for the documents whose numbers a text holds: `~doc-nd-61` and `~doc-nd-61-2018` for 61/2018/NĐ-CP."""
    found = set()
    for number, year, kind in _DOCUMENT.findall(text):
        key = f"~doc-{folded(kind)}-{number}"
        found |= {key, f"{key}-{year}"} if year else {key}
    return frozenset(found)


def known_words(found: Mapping[str, Found]) -> str:
    """The words without accents and digits, the most frequent first, as far as there is room."""
    counts: Counter[str] = Counter()
    for word, where in found.items():
        if word.isalpha():
            counts[folded(word)] += 3 * len(where.named) + len(where.told)
    words = sorted(counts, key=lambda word: (-counts[word], word))
    text = " ".join(words)
    return text if len(text) <= KNOWN else text[:KNOWN].rpartition(" ")[0]


def word_shards(found: Mapping[str, Found]) -> list[tuple[str, dict[str, list[str]]]]:
    """The scripts of all words, in order: the beginning that each stands for, and where its words are found."""
    by_letters: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for word in sorted(found):
        by_letters[word if word.startswith("~") else folded(word)][word] = found[word].written()
    return list(_divided("", [(letters, by_letters[letters]) for letters in sorted(by_letters) if letters]))


def postings(numbers: Sequence[int]) -> str:
    """Numbers in rising order as text: their distances in base 36, or a bit for each where that is shorter.

    The bits are base64 after "=", the lowest of each byte first.
    """
    distances = (after - before for before, after in zip((-1, *numbers), numbers, strict=False))
    spelled = " ".join(map(_base36, distances))
    if not numbers or len(spelled) <= numbers[-1] // 6:
        return spelled
    bits = bytearray(numbers[-1] // 8 + 1)
    for each in numbers:
        bits[each // 8] |= 1 << each % 8
    return min(spelled, "=" + base64.b64encode(bits).decode(), key=len)


def _divided(
    beginning: str, words: list[tuple[str, dict[str, list[str]]]]
) -> Iterator[tuple[str, dict[str, list[str]]]]:
    if beginning and (len(words) == 1 or sum(_size(forms) for _, forms in words) <= LARGEST):
        yield beginning, _joined(words)
        return
    alone = [each for each in words if each[0] == beginning]
    if alone:
        yield f"{beginning} ", _joined(alone)
    longer: dict[str, list[tuple[str, dict[str, list[str]]]]] = defaultdict(list)
    for letters, forms in words:
        if letters != beginning:
            longer[letters[: len(beginning) + 1]].append((letters, forms))
    for next_beginning, inside in longer.items():
        yield from _divided(next_beginning, inside)


def _joined(words: list[tuple[str, dict[str, list[str]]]]) -> dict[str, list[str]]:
    return {word: where for _, forms in words for word, where in forms.items()}


def _size(forms: Mapping[str, list[str]]) -> int:
    return sum(len(word.encode()) + sum(map(len, where)) + 10 for word, where in forms.items())


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits
