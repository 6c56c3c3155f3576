"""The figures in a text: numbers in Vietnamese or English notation that count or measure something, in digits or in words.

A number that names a day, a document or a level is none (see `names`). Words up to ten are prose, not figures: `năm` is a
year as often as five, and *one-stop shop* counts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.audit.prose.names import without_names
from generator.audit.prose.number_words import written_out
from generator.audit.prose.text import MOST_TEXTS

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"(?<!\w)(?<!\d[.,])\d+(?:[.,]\d+)*")
_GROUPED = {
    ".": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?"),
    ",": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"),
}
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_HEDGE = re.compile(
    r"(?:khoảng|gần|hơn|trên|dưới|ngót|xấp xỉ|chừng|about|around|nearly|almost|over|under|below|above|roughly|"
    r"approximately|more than|less than|fewer than|some|close to|at least|ít nhất|không quá|up to)\s+\Z",
    re.IGNORECASE,
)
_SCALE = re.compile(r"\s*(nghìn tỷ|triệu tỷ|tỷ|tỉ|triệu|nghìn|ngàn|trillion|billion|million|thousand)\b", re.IGNORECASE)
_POWERS = {
    "nghìn": 3,
    "ngàn": 3,
    "thousand": 3,
    "triệu": 6,
    "million": 6,
    "tỷ": 9,
    "tỉ": 9,
    "billion": 9,
    "trillion": 12,
}
_HEDGE_REACH = 20
_LONGEST = 30
"""More signs than this no figure has."""


@dataclass(frozen=True)
class WrittenNumber:
    """A figure as a text writes it, and what it may say: `1.234` has two readings. `scaled` holds the readings times their
    million or billion. `rough` figures come after *about* or *khoảng*."""

    text: str
    start: int
    readings: tuple[Decimal, ...]
    scaled: tuple[Decimal, ...] = ()
    rough: bool = False


@lru_cache(maxsize=MOST_TEXTS)
def numbers_in(text: str) -> tuple[WrittenNumber, ...]:
    """The figures of a text without markup, in the order in which they stand."""
    plain = without_names(text) if _DIGIT.search(text) else text
    found = [*_in_digits(plain), *(WrittenNumber(*each) for each in written_out(plain))]
    return tuple(sorted(found, key=lambda each: each.start))


def _in_digits(plain: str) -> Iterator[WrittenNumber]:
    for match in _NUMBER.finditer(plain):
        readings = _readings(match[0]) if len(match[0]) <= _LONGEST else ()
        if not readings:
            continue
        scale = _SCALE.match(plain, match.end())
        power = power_of(scale[0]) if scale else 0
        percent = re.match(r"\s?%", plain[match.end() : match.end() + 2])
        yield WrittenNumber(
            text=match[0] + (percent[0] if percent else scale[0] if scale else ""),
            start=match.start(),
            readings=readings,
            scaled=tuple(each.scaleb(power) for each in readings) if power else (),
            rough=_HEDGE.search(plain[max(0, match.start() - _HEDGE_REACH) : match.start()]) is not None,
        )


def power_of(text: str) -> int:
    """The power of ten at the beginning of a text such as `triệu đồng` (6) or `nghìn tỷ` (12); 0 where there is none."""
    scale = _SCALE.match(text)
    return sum(_POWERS[word] for word in scale[1].lower().split()) if scale else 0


def _readings(written: str) -> tuple[Decimal, ...]:
    """What digits with separators may mean, in Vietnamese or in English notation; none where they mean nothing (the section `1.2.3`)."""
    readings = []
    for group, grouped in _GROUPED.items():
        if grouped.fullmatch(written):
            readings.append(Decimal(written.replace(group, "").replace(",", ".")))
    if _PLAIN.fullmatch(written):
        readings.append(Decimal(written.replace(",", ".")))
    return tuple(dict.fromkeys(readings))
