"""Guards private persons: names of people who petition, complain or apply, addresses, phone and identity numbers, case codes.

Officials may be named in their office. What is found is never repeated in a message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.i18n.messages import N_
from generator.load.expressions import place_in
from generator.model.catalogue import Catalogue
from generator.model.portions import Scope
from generator.model.texts import texts_of
from generator.problems import Problem

_LEVELS = "Commune|Ward|District|Province|City|Town|Township|Special|Street|Road|Bridge|Market"
_NAME_PART = rf"(?!(?:{_LEVELS})\b)[A-ZÀ-ỸĐ][a-zà-ỹđ]+"
_BEFORE_PLACE = re.compile(
    r"(?<!\w)(?:xã|phường|đặc khu|thị trấn|thị xã|huyện|quận|tỉnh|thành phố|TP\.?|cầu|chợ|núi|đường|phố|chùa|đền|hồ|suối|rạch|kênh|bãi|mũi|hòn|ấp"
    r"|thôn|làng|khóm) $",
    re.IGNORECASE,
)
_BEHIND_PLACE = re.compile(rf" (?:{_LEVELS})\b")
"""Communes, bridges and streets are called so too: Xã Bà Điểm, Phường Cầu Ông Lãnh, Hai Bà Trưng Ward. The word is a capital there."""
_OFFICE = re.compile(
    r"chủ tịch|bí thư|giám đốc|trưởng|phó|bộ trưởng|thủ tướng|chánh|chair|minister|director|head|secretary|chief",
    re.IGNORECASE,
)
_NEAR = 60
"""So many letters around a name are searched for an office."""


@dataclass(frozen=True)
class _Sign:
    """What gives personal data away, and what it is called in the message."""

    what: str
    pattern: re.Pattern[str]


_SIGNS = (
    _Sign(
        N_("a person's name"),
        re.compile(
            rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ông dân|Mr\.?|Mrs\.?|Ms\.?) {_NAME_PART}(?: {_NAME_PART}){{1,4}}"
        ),
    ),
    _Sign(
        N_("an address"),
        re.compile(
            rf"(?<!\w)(?:cư ngụ|thường trú tại|tạm trú tại|trú tại|số nhà \d|residing at|resident of|(?:khu|tổ) \d+, (?:ấp|thôn|khu phố) {_NAME_PART})"
        ),
    ),
    _Sign(N_("a telephone number"), re.compile(r"(?<![\d.,/-])(?:\+84|0)[ .]?[35789]\d(?:[ .]?\d){7}(?![\d.,/-])")),
    _Sign(N_("an identity number"), re.compile(r"(?<![\d.,/-])\d{12}(?![\d.,/-])|(?:CCCD|CMND)\D{0,12}\d{9}")),
    _Sign(N_("the code of a case"), re.compile(r"(?<![\d.,/-])20\d{6}\.\d{4}(?![\d.,/-])")),
)

LOOKS_AT = Scope.PORTION


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Signs of personal data in everything that people write."""
    for page in (*catalogue.narratives.values(), *catalogue.plain.values()):
        for what, start in signs_in(page.source):
            yield Problem("personal-data", place_in(page, start), {"data": what})
    for entry in catalogue.entries:
        for text, place in texts_of(entry, entry.place):
            for what, _ in signs_in(text):
                yield Problem("personal-data", place, {"data": what})


_SHORTEST = len("trú tại")
"""Of all that gives personal data away. Most texts in data are figures, and shorter."""


def signs_in(text: str) -> Iterator[tuple[str, int]]:
    """What kinds of personal data a text gives away, and where."""
    if len(text) < _SHORTEST:
        return
    for sign in _SIGNS:
        for match in sign.pattern.finditer(text):
            if sign is not _SIGNS[0] or not _is_of_office_or_place(text, match):
                yield sign.what, match.start()


def _is_of_office_or_place(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like a person's name belongs to an official, or is a place's."""
    around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    if _OFFICE.search(around):
        return True
    before = text[max(0, match.start() - _NEAR) : match.start()]
    is_place = _BEFORE_PLACE.search(before) is not None or _BEHIND_PLACE.match(text, match.end()) is not None
    return match[0][0].isupper() and is_place
