"""Words of Vietnamese print that make a number rough: “gần 80 %”, “hơn 2,1 triệu”, “từ 11 đến 12”, “600.000 đồng trở lên”.

Found are the words with the number that they belong to. Whether that is the figure's number, the caller knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.model.placed import Scalar
from generator.model.rough import Qualifier

WORDS = {
    "khoảng": Qualifier.ABOUT,
    "chừng": Qualifier.ABOUT,
    "xấp xỉ": Qualifier.ABOUT,
    "ước": Qualifier.ABOUT,
    "gần": Qualifier.NEARLY,
    "trên": Qualifier.OVER,
    "hơn": Qualifier.OVER,
    "ít nhất": Qualifier.AT_LEAST,
    "tối thiểu": Qualifier.AT_LEAST,
    "không dưới": Qualifier.AT_LEAST,
    "dưới": Qualifier.UNDER,
    "chưa đến": Qualifier.UNDER,
    "chưa đầy": Qualifier.UNDER,
    "ít hơn": Qualifier.UNDER,
    "không quá": Qualifier.AT_MOST,
    "tối đa": Qualifier.AT_MOST,
    "nhiều nhất": Qualifier.AT_MOST,
    "không hơn": Qualifier.AT_MOST,
}
"""What stands before a number, and what it makes of it."""
_AFTER = {"trở lên": Qualifier.AT_LEAST, "trở xuống": Qualifier.AT_MOST}
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}

_NUMBER = r"\d(?:[\d.,]*\d)?"
_SCALE = rf"(?:\s+(?:{'|'.join(_SCALES)})\b)?"
# The longer words first: “không dưới” is no “dưới”.
_BEFORE = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(WORDS, key=len, reverse=True))
_ROUGH = re.compile(
    rf"(?:\b(?P<word>{_BEFORE})\s+|\b(?P<from>từ)\s+)?(?:đạt\s+)?"
    rf"(?P<low>{_NUMBER})(?P<low_scale>{_SCALE})\s?%?"
    rf"(?:\s*(?:\bđến\b|\bhoặc\b|\s[-–]\s)\s*(?P<high>{_NUMBER})(?P<high_scale>{_SCALE})\s?%?)?"
    rf"(?P<between>[^\d,;.]{{0,40}}?\s(?P<after>{'|'.join(_AFTER)})\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class RoughPrint:
    """A rough number as it is printed: how it is meant, its digits, those of a second end, and the powers of ten of “triệu” and the like.

    `is_first` tells that nothing stands before it, words included; `behind` is the text after it.
    """

    qualifier: Qualifier
    low: str
    high: str | None
    scale: int
    is_first: bool
    behind: str

    def scalar(self, digits: str, like: Scalar) -> Scalar:
        """Digits as a scalar in the place of another, to be read as print."""
        return Scalar.of(digits, like.place)

    def scaled(self, value: Decimal) -> Decimal:
        """A number in full: 2.1 of “2,1 triệu” is 2100000."""
        made = value.scaleb(self.scale) if self.scale else value
        return made.to_integral_value() if self.scale and made == made.to_integral_value() else made


def rough_prints(text: str) -> Iterator[RoughPrint]:
    """The rough numbers of a text in their order; numbers without such a word are none."""
    for match in _ROUGH.finditer(unicodedata.normalize("NFC", text)):
        found = _rough_print(match)
        if found is not None:
            yield found


def _rough_print(match: re.Match[str]) -> RoughPrint | None:
    word, after, high = match["word"], match["after"], match["high"]
    qualifier = WORDS.get(" ".join(word.casefold().split())) if word else None
    if qualifier is None and after:
        qualifier = _AFTER[after.casefold()]
    if high is not None and qualifier in (None, Qualifier.ABOUT):
        # “11 đến 12” without “từ” may lead from one figure to the next; only a word makes it one figure.
        qualifier = qualifier or (Qualifier.RANGE if match["from"] else None)
    elif high is not None:
        high = None
    if qualifier is None:
        return None
    scale = (match["high_scale"] or match["low_scale"]).strip().casefold()
    return RoughPrint(
        qualifier, match["low"], high, _SCALES.get(scale, 0), match.start() == 0, match.string[match.end() :].strip()
    )
