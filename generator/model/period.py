"""The periods that reports cover: a month, a quarter, a half-year, nine months, a year, a run of years, years up to a part of the last one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache, total_ordering
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class PeriodKind(StrEnum):
    """How long a period is; values of different kinds of period are never compared."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine-months"
    YEAR = "year"
    YEARS = "years"


_WRITTEN = re.compile(
    r"^(?P<year>(?:19|20)\d\d)(?:-(?P<last>(?:19|20)\d\d))?(?:-(?P<part>Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?$",
    re.ASCII,
)
_MONTHS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12), "9M": (1, 9)}
_MONTHS.update({f"{month:02}": (month, month) for month in range(1, 13)})
_KINDS = {"Q": PeriodKind.QUARTER, "H": PeriodKind.HALF}


@lru_cache(maxsize=4096)
def _last_day(year: int, month: int) -> date:
    """The last day of a month: every figure is put in order by it, many times over."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


@total_ordering
@dataclass(frozen=True)
class Period:
    """A reporting period, written `2025-08`, `2020-Q1`, `2020-H1`, `2022-9M`, `2023`, `2011-2020` or `2021-2025-03`.

    `part` is `01`…`12`, `Q1`…`Q4`, `H1`, `H2`, `9M` or empty; `last_year` equals `year` except for a run of years. A run with a part goes on up to
    the end of that part of its last year: from 2021 to March 2025.
    """

    year: int
    last_year: int
    part: str = ""

    @classmethod
    def parse(cls, written: str) -> Period:
        """Read a written period. Raises ValueError when it is none."""
        match = _WRITTEN.fullmatch(written)
        if match is None:
            raise ValueError(written)
        year = int(match["year"])
        last = int(match["last"] or year)
        if match["last"] and last <= year:
            raise ValueError(written)
        return cls(year, last, match["part"] or "")

    @property
    def kind(self) -> PeriodKind:
        if self.last_year != self.year:
            return PeriodKind.YEARS
        if not self.part:
            return PeriodKind.YEAR
        if self.part == "9M":
            return PeriodKind.NINE_MONTHS
        return _KINDS.get(self.part[0], PeriodKind.MONTH)

    @cached_property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, _MONTHS[self.part][0] if self.is_partial_year else 1, 1)

    @cached_property
    def end(self) -> date:
        """Its last day."""
        return _last_day(self.last_year, _MONTHS[self.part][1] if self.part else 12)

    @property
    def is_partial_year(self) -> bool:
        """Whether it covers only a part of one year."""
        return bool(self.part) and self.last_year == self.year

    @property
    def years(self) -> tuple[Period, ...]:
        """The years of a run, each as a period; nothing for any other."""
        if self.last_year == self.year:
            return ()
        return tuple(Period(year, year) for year in range(self.year, self.last_year + 1))

    def part_of_year(self, part: str) -> Period:
        """The period that a form's column names relative to this one: `Q1`, `H1`, `9M` or `year`."""
        return Period(self.year, self.year, "" if part == "year" else part)

    def __lt__(self, other: Period) -> bool:
        return self._order < other._order

    @cached_property
    def _order(self) -> tuple[date, int]:
        return (self.end, -self.start.toordinal())

    def __str__(self) -> str:
        if self.last_year != self.year:
            return "-".join(filter(None, (str(self.year), str(self.last_year), self.part)))
        return f"{self.year}-{self.part}" if self.part else str(self.year)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: Any) -> Period:
            if isinstance(value, Period):
                return value
            try:
                return cls.parse(str(value))
            except ValueError:
                raise PydanticCustomError("bad_period", "not a period", {"written": str(value)}) from None

        return core_schema.no_info_plain_validator_function(read)
