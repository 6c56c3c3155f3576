"""Which words the small search finds where, in scripts so small that a question loads only those of its words.

Words are kept by their letters without accents, in one script a beginning: `tr` holds `trần` and `tran`. Where that is too much, the next
letter is added, and `tr ` (with a space) holds the word `tr` alone. A filter is a word that nobody can type: `~unit-khanh-son`.
"""

from __future__ import annotations

import base64
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

LARGEST = 6000
"""So many bytes of words stand in one script, unless a single word takes more."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass
class Found:
    """Where a word is found, by number: in names, and elsewhere only."""

    named: list[int] = field(default_factory=list)
    told: list[int] = field(default_factory=list)

    def written(self) -> list[str]:
        return [postings(self.named), postings(self.told)] if self.told else [postings(self.named)]


@lru_cache(maxsize=65536)
def words_of(text: str) -> frozenset[str]:
    """The words of a text as typed, but for case: as `search/fold.js` takes them apart."""
    composed = unicodedata.normalize("NFC", text).lower()
    return frozenset("".join(each if unicodedata.category(each)[0] in "LMN" else " " for each in composed).split())


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A word without accents, đ as d."""
    apart = (each for each in unicodedata.normalize("NFD", word) if unicodedata.category(each)[0] != "M")
    return "".join(apart).replace("đ", "d").lower()


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
