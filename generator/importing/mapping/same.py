"""Whether two figures say the same: one number or status, however it is written or printed."""

from __future__ import annotations

import re
from decimal import Decimal

_WORDS = ("not-reported", "none-occurred", "not-applicable")


def same_figure(one: object, other: object) -> bool:
    """Whether two figures as a report's file may have them say the same."""
    return one == other or _said(one) == _said(other)


def _said(figure: object) -> tuple[str, object]:
    if isinstance(figure, dict) and figure.get("figures"):
        given = figure["figures"]
        return (
            "figures",
            sorted((code, _said(each)) for code, each in given.items()) if isinstance(given, dict) else given,
        )
    if isinstance(figure, dict):
        if figure.get("status") in _WORDS:
            return ("status", figure["status"])
        return ("value", _number(str(figure.get("value", ""))))
    text = str(figure)
    return ("status", text) if text in _WORDS else ("value", _number(text))


def _number(text: str) -> object:
    """The number of a text, or the text where it is none; a sign of percent changes nothing."""
    bare = " ".join(text.split()).removesuffix("%").rstrip()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        bare = bare.replace(".", "")
    if re.fullmatch(r"-?\d+(?:[.,]\d+)?", bare):
        return Decimal(bare.replace(",", ".")).normalize()
    return text.strip()
