"""Raised and struck-out letters of a PDF, which knows only where letters and lines are: smaller ones that stand higher, and lines through letters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from generator.importing.reading.marks import STRUCK_SIGN, raised

_SMALLER = 0.9
_HIGHER = 0.12
_GAP = 0.6
"""Parts of a letter's size."""
_WHOLE_PAGE = 0.6
"""A picture over so much of a page is the page."""
_THIN = 2.0
"""Points: a filled box that is flatter is a line."""
_MIDDLE = (0.3, 0.75)
"""Between these parts of a letter's height, from above, a line goes through it."""


def is_scan(page: Any) -> bool:
    """Whether a page is a picture: its letters were recognised by a machine and may be others than those that are seen."""
    area = page.width * page.height
    return any(each["width"] * each["height"] >= area * _WHOLE_PAGE for each in page.images)


def mark_letters(page: Any) -> None:
    """Change the letters of a page: what is raised to raised signs, what a line goes through to the sign of struck text."""
    letters: list[dict[str, Any]] = page.chars
    for before, letter in pairwise(letters):
        if letter["text"].isdecimal() and before["text"] not in {"", " "} and _stands_above(letter, before):
            # On the line of the number, so that it stays behind it when lines are put together.
            letter.update(text=raised(letter["text"]), top=before["top"], bottom=before["bottom"])
    lines = sorted(
        ((each["top"] + each["bottom"]) / 2, each["x0"], each["x1"])
        for each in (*page.lines, *page.rects)
        if each["height"] <= _THIN < each["width"]
    )
    for letter in letters if lines else ():
        if letter["text"].strip() and _is_struck(letter, lines):
            letter["text"] = STRUCK_SIGN


def _stands_above(letter: dict[str, Any], before: dict[str, Any]) -> bool:
    """Whether a letter stands directly behind another, smaller and higher; or behind one that was found to."""
    size = before["size"]
    if not -size * _GAP <= letter["x0"] - before["x1"] <= size * _GAP:
        return False
    if before["text"] in _ABOVE:
        return bool(letter["size"] == size and letter["bottom"] < before["bottom"])
    return bool(letter["size"] <= size * _SMALLER and letter["bottom"] < before["bottom"] - size * _HIGHER)


_ABOVE = frozenset(raised("0123456789"))


def _is_struck(letter: dict[str, Any], lines: Sequence[tuple[float, float, float]]) -> bool:
    """Whether one of the lines (height, left and right end, from above) goes through the middle of a letter."""
    height = letter["bottom"] - letter["top"]
    first = bisect_left(lines, (letter["top"] + height * _MIDDLE[0],))
    last = bisect_left(lines, (letter["top"] + height * _MIDDLE[1],))
    margin = height / 4
    return any(left <= letter["x0"] + margin and right >= letter["x1"] - margin for _, left, right in lines[first:last])
