"""Letters that mean something else than they would in the line: what is raised marks a footnote, what is struck out or hidden is no figure.

Readers write raised digits as such (`46¹`), so that they are none of the number, and leave struck text out with a sign in its place, which
becomes a doubt of its cell.
"""

from __future__ import annotations

from generator.importing.doubts import DRAWN, MARKED, STRUCK

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻"
STRUCK_SIGN = "\ue0ff"
"""Stands where text was struck out, until a cell or a paragraph is made of it. It is no letter of anybody's."""
BUILT_SIGN = "\ue0fe"
"""Stands where letters are built up (a fraction, a power), until a cell or a paragraph is made of it."""
DRAWN_SIGN = "\ue0fd"
"""Stands where a drawing over a cell has words of its own, until the cell is made."""
_RAISED = str.maketrans("0123456789()+-", RAISED)
_DOUBTS = {STRUCK_SIGN: STRUCK, BUILT_SIGN: MARKED, DRAWN_SIGN: DRAWN}
_SIGNS = str.maketrans("", "", "".join(_DOUBTS))
_NOT_RAISED = str.maketrans("", "", RAISED)


def raised(text: str) -> str:
    """The same text above the line."""
    return text.translate(_RAISED)


def without_raised(text: str) -> str:
    """A text without what stands above the line."""
    return text.translate(_NOT_RAISED)


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the signs of what was struck out, built up or drawn over it, and what is to be said of it."""
    doubts = [doubt for sign, doubt in _DOUBTS.items() if sign in text]
    return text.translate(_SIGNS), tuple(doubts)
