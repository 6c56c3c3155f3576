"""Quarters of years, in order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

LAST_YEAR = 2025
_FOUR = 4


@dataclass(frozen=True, order=True)
class Quarter:
    """One quarter; `number` is 1 to 4."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"

    @property
    def reported(self) -> date:
        """The day of a report: a few days after the quarter's end."""
        first_after = date(self.year + self.number // _FOUR, self.number % _FOUR * 3 + 1, 1)
        return first_after + timedelta(days=5)

    def before(self, count: int = 1) -> Quarter:
        """The quarter so many quarters earlier."""
        index = self.year * _FOUR + self.number - 1 - count
        return Quarter(index // _FOUR, index % _FOUR + 1)


def last_quarters(count: int) -> tuple[Quarter, ...]:
    """So many quarters, the last of which ends a fixed year: a tree made again is the same."""
    last = Quarter(LAST_YEAR, _FOUR)
    return tuple(last.before(back) for back in reversed(range(count)))
