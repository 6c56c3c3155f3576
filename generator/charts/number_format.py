"""How an axis writes numbers in each language: the one source of d3 number locales in the project.

Only axis ticks are formatted by Vega. Every other number arrives as a finished string.
"""

from typing import TypedDict

from babel import Locale, UnknownLocaleError


class FormatLocale(TypedDict):
    """A d3-format locale definition. The currency is what d3 demands; no chart shows one."""

    decimal: str
    thousands: str
    grouping: list[int]
    currency: list[str]


def format_locale(lang: str) -> FormatLocale:
    """The d3 locale of a language tag (`vi`, `en-GB`), with the signs that CLDR gives. An unknown language gets the English one."""
    try:
        symbols = Locale.parse(lang, sep="-").number_symbols["latn"]
    except (UnknownLocaleError, ValueError):
        symbols = Locale("en").number_symbols["latn"]
    return {"decimal": symbols["decimal"], "thousands": symbols["group"], "grouping": [3], "currency": ["", " ₫"]}


def axis_format(decimals: int) -> str:
    """The d3 format of an axis whose ticks have so many decimals. Told to find out itself, Vega would round 82.5 to 83."""
    return f",.{decimals}f"
