"""Dates in a text, as Vietnamese documents print them (`26/0/2022`, `ngày 31 tháng 2 năm 2020`), and whether they exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.dates import PartialDate

_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?![\w/]|[.,]\d)"
_DATE = re.compile(
    rf"(?<![\w/.,-])(?P<d1>\d{{1,2}})\s*/\s*(?P<m1>\d{{1,2}})\s*/\s*{_YEAR.format('y1')}"
    rf"|(?<![\w/.,-])(?P<d2>\d{{1,2}})\s+tháng\s+(?P<m2>\d{{1,2}})\s+năm\s+{_YEAR.format('y2')}",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True)
class PrintedDate:
    """A date as it is printed, and the day it means; None where there is no such day."""

    text: str
    start: int
    year: int
    day: PartialDate | None


def dates_in(text: str) -> Iterator[PrintedDate]:
    """The dates of a text that have day, month and year."""
    for match in _DATE.finditer(text):
        day, month, year = (match[f"{part}1"] or match[f"{part}2"] for part in "dmy")
        try:
            found = PartialDate.parse(f"{year}-{int(month):02}-{int(day):02}")
        except ValueError:
            found = None
        # 2022-09-00 reads as a month without a day.
        yield PrintedDate(match[0], match.start(), int(year), found if found and found.day else None)
