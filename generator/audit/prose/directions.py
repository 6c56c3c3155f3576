"""Whether a sentence says that a figure rose or fell, in Vietnamese or English; only where it says so beyond doubt.

Two figures of one thing are compared, the first and the next one in the sentence. A word counts where it leads from the one
to the other: right before the second (`§ năm 2015 giảm xuống §`, *§ and rose to §*), or right before the first with `từ` or
*from* (`tăng từ § lên §`, *fell from § to §*). Comparisons (*higher than*, `cao hơn`), denials and words of both kinds in
one place say nothing.
"""

from __future__ import annotations

import re
from enum import IntEnum

from generator.load.expressions import BOUND


class Way(IntEnum):
    """Which way a sentence says that a figure went."""

    UP = 1
    DOWN = -1


_WORDS = {
    Way.UP: (
        r"tăng(?:\s+lên)?|nâng(?:\s+lên)?|lên|vươn\s+lên|"
        r"rose|ris(?:e|es|en|ing)|rais(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|grew|grow(?:s|n|ing)?|climb(?:s|ed|ing)?|went\s+up|going\s+up|up"
    ),
    Way.DOWN: (
        r"giảm(?:\s+xuống|\s+còn)?|hạ(?:\s+xuống)?|xuống|tụt(?:\s+xuống)?|sụt(?:\s+giảm)?|"
        r"fell|fall(?:s|en|ing)?|decreas(?:e|es|ed|ing)|dropp(?:ed|ing)|drops?|declin(?:e|es|ed|ing)|shr[au]nk|went\s+down|going\s+down|down|reduc(?:e|es|ed|ing)|cut"
    ),
}
_OTHER = r"(?:\s+[^\W\d_]+){0,3}?"
_BEFORE_SECOND = {
    way: re.compile(rf"(?<!\w)(?:{words}){_OTHER}(?:\s+(?:lên|xuống|còn|đến|tới|to|at|của))?\s+\Z", re.IGNORECASE)
    for way, words in _WORDS.items()
}
_BEFORE_FIRST = {
    way: re.compile(rf"(?<!\w)(?:{words}){_OTHER}\s+(?:từ|from)\s+\Z", re.IGNORECASE) for way, words in _WORDS.items()
}
_LEADS_ON = re.compile(r"(?<!\w)(?:lên|xuống|còn|đến|tới|to)\s+\Z", re.IGNORECASE)
_BACK = re.compile(r"(?<!\w)(?:từ|so\s+với|from|than|against|compared\s+(?:with|to))\s+\Z", re.IGNORECASE)
_AFTERTHOUGHT = re.compile(r",\s+(?=(?:từ|from)\s+\Z)", re.IGNORECASE)
"""The comma of *went up, from § to §*, which ends no thought."""
_UNCLEAR = re.compile(
    r"(?<!\w)(?:không|chưa|chẳng|nếu|phải|cần|sẽ|not|never|no|nor|without|should|would|will|if|hơn|than|higher|lower|less|more|by|thêm|bớt)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:()|]|(?<!\w)(?:và|nhưng|còn(?!\s+\Z)|and|but|while|trong khi)(?!\w)", re.IGNORECASE)
_REACH = 100
"""Words further apart than so many letters belong to different thoughts."""


def claimed(before: str, between: str) -> Way | None:
    """What the words before the first figure and those between the two say of the way from the first to the second.

    `before` reaches back to the figure before, or to the beginning of the sentence; None where nothing clear is said.
    """
    if len(between) > _REACH or BOUND in between or _BACK.search(between):
        return None
    before = _AFTERTHOUGHT.sub(" ", before)
    near = between[max((match.end() for match in _CLAUSE.finditer(between)), default=0) :]
    led = before[max((match.end() for match in _CLAUSE.finditer(before)), default=0) :]
    if _UNCLEAR.search(between) or _UNCLEAR.search(led):
        return None
    said = {way for way, pattern in _BEFORE_SECOND.items() if pattern.search(near)}
    if _LEADS_ON.search(between):
        said |= {way for way, pattern in _BEFORE_FIRST.items() if pattern.search(led)}
    return said.pop() if len(said) == 1 else None
