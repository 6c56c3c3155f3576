"""The number that a row shows in its first column, and what a spreadsheet may have made of it."""

from __future__ import annotations

import re
from functools import lru_cache

_LEADING = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}|[IVX]{1,5})[.)]?\s+(?=\S)")
_DATE = re.compile(r"(\d{1,4})[-/](\d{1,2})[-/](\d{1,4})(?: 0{1,2}:00(?::00)?)?")
_TIDY = re.compile(r"[\s.):;]+$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[- ]([a-z]{3})|thg ?(\d{1,2})[- ](\d{1,2})", re.IGNORECASE)


@lru_cache(maxsize=4096)
def tidy_number(text: str) -> str:
    """A number without what stands behind it: `1.` and `1)` are 1."""
    return _TIDY.sub("", text.strip()).replace(" ", "").casefold()


@lru_cache(maxsize=4096)
def number_forms(text: str) -> frozenset[str]:
    """What a printed number can have been: itself, and where it is a day, both orders of day and month."""
    tidied = tidy_number(text)
    forms = {tidied, tidied.replace(",", ".")} - {""}
    if match := _DATE.fullmatch(text.strip()):
        first, second, third = (int(each) for each in match.groups())
        day, month = (third, second) if first > 31 else (first, second)  # noqa: PLR2004 - no month has more days
        forms |= {f"{day}.{month}", f"{month}.{day}", f"{day}.{month}.{match[3][-2:].lstrip('0')}"}
    elif (match := _DAY_AND_MONTH.fullmatch(text.strip())) and match[2] and match[2].casefold() in _MONTHS:
        day, month = int(match[1]), _MONTHS.index(match[2].casefold()) + 1
        forms |= {f"{day}.{month}", f"{month}.{day}"}
    return frozenset(forms)


def looks_like_number(text: str) -> bool:
    """Whether a text can stand in the column of numbers."""
    return bool(
        re.fullmatch(r"\d{1,2}(?:[.,]\d{1,3}){0,4}[.)]?|[IVXivx]{1,5}[.)]?|[-–+*]{1,2}|[a-zđ]{1,2}[.)]", text.strip())
    )


def split_leading(label: str) -> tuple[str, str]:
    """A label that begins with its number, as both; an empty number where it begins with none."""
    match = _LEADING.match(label)
    return (match["number"], label[match.end() :]) if match else ("", label)


def is_zero_lost(found: str, wanted: str) -> bool:
    """Whether a spreadsheet can have made one number of another: 1.10 becomes 1.1."""
    return "." in wanted and wanted.rstrip("0").rstrip(".") == found and found != wanted
