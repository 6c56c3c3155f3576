"""Numbers above ten written in words: `mười hai`, `hai mươi lăm`, *twenty-one*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

_EN_TEENS = ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_EN_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_VI_ONES = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
_VI_LAST = {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}

_ENGLISH = {
    **{word: 11 + number for number, word in enumerate(_EN_TEENS)},
    **{word: 20 + 10 * number for number, word in enumerate(_EN_TENS)},
    **{
        f"{ten}-{one}": 20 + 10 * tens + ones + 1
        for tens, ten in enumerate(_EN_TENS)
        for ones, one in enumerate(_EN_ONES)
    },
}
_VIETNAMESE_ONES = {**{word: number + 1 for number, word in enumerate(_VI_ONES)}, **_VI_LAST}
_VIETNAMESE = {
    **{f"mười {word}": 10 + number for word, number in _VIETNAMESE_ONES.items() if word != "năm"},
    **{f"{word} mươi": 10 * (number + 1) for number, word in enumerate(_VI_ONES) if number},
    **{
        f"{ten} mươi {one}": 10 * (tens + 1) + number
        for tens, ten in enumerate(_VI_ONES)
        if tens
        for one, number in _VIETNAMESE_ONES.items()
        if one != "năm"
    },
}


def _pattern(words: dict[str, int]) -> re.Pattern[str]:
    longest_first = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])")


_LANGUAGES = (
    (("mười", "mươi"), _VIETNAMESE, _pattern(_VIETNAMESE)),
    (("eleven", "twelve", "teen", "ty"), _ENGLISH, _pattern(_ENGLISH)),
)
"""Pieces of which a text must hold one (quickly found), the words, and their pattern."""


def written_out(text: str) -> Iterator[tuple[str, int, tuple[Decimal, ...]]]:
    """Each number above ten in words: the words, where they begin, and the number.

    `mười năm` is ten years, and `hai mươi năm` twenty, so `năm` never counts as five after a ten.
    """
    lower = text.lower()
    for pieces, words, pattern in _LANGUAGES:
        if len(lower) == len(text) and any(piece in lower for piece in pieces):
            for match in pattern.finditer(lower):
                yield text[match.start() : match.end()], match.start(), (Decimal(words[match[0]]),)
