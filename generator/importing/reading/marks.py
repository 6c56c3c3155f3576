"""Letters that mean something else than they would in the line: what is raised marks a footnote, what is struck out or hidden is no figure.

Readers write raised digits as such (`46¹`), so that they are none of the number, and leave struck text out with a sign in its place, which
becomes a doubt of its cell.
"""

from __future__ import annotations

from generator.importing.doubts import STRUCK

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻"
STRUCK_SIGN = "\ue0ff"
"""Stands where text was struck out, until a cell or a paragraph is made of it. It is no letter of anybody's."""
_RAISED = str.maketrans("0123456789()+-", RAISED)
_NOT_RAISED = str.maketrans("", "", RAISED)


def raised(text: str) -> str:
    """The same text above the line."""
    return text.translate(_RAISED)


def without_raised(text: str) -> str:
    """A text without what stands above the line."""
    return text.translate(_NOT_RAISED)


def parted(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without the sign of what was struck out, and what is to be said of it."""
    return text.replace(STRUCK_SIGN, ""), (STRUCK,) if STRUCK_SIGN in text else ()
