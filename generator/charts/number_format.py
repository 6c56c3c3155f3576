"""How an axis writes numbers in each language: the one source of d3 number locales in the project.

Only axis ticks are formatted by Vega. Every other number arrives as a finished string.
"""

from typing import Final, TypedDict


class FormatLocale(TypedDict):
    """A d3-format locale definition. The currency is what d3 demands; no chart shows one."""

    decimal: str
    thousands: str
    grouping: list[int]
    currency: list[str]


_ENGLISH: Final[FormatLocale] = {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", " ₫"]}
_VIETNAMESE: Final[FormatLocale] = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " ₫"]}
_LOCALES: Final = {"en": _ENGLISH, "vi": _VIETNAMESE}


def format_locale(lang: str) -> FormatLocale:
    """The d3 locale of a language tag (``vi``, ``en-GB``). An unknown language gets the English one."""
    return _LOCALES.get(lang.partition("-")[0].lower(), _ENGLISH)


def axis_format(decimals: int) -> str:
    """The d3 format of an axis whose ticks have so many decimals. Told to find out itself, Vega would round 82.5 to 83."""
    return f",.{decimals}f"
