"""Dates as administrative documents print them: often without a day."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

FIRST_YEAR, LAST_YEAR = 1800, 2099
"""What a date in a file may lie between: before it there was no authority that is told of here, after it nothing is known."""


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date whose day may be missing in the document: `2020-06-03` or `2022-09`."""

    year: int
    month: int
    day: int | None = None

    @classmethod
    def parse(cls, written: str) -> PartialDate:
        """Read a written date. Raises ValueError when there is no such day or month."""
        match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", written, re.ASCII)
        if match is None:
            raise ValueError(written)
        year, month, day = int(match[1]), int(match[2]), match[3]
        date(year, month, int(day or 1))
        return cls(year, month, int(day) if day else None)

    @property
    def first_day(self) -> date:
        """The date, or the first day of the month where no day is printed."""
        return date(self.year, self.month, self.day or 1)

    @property
    def last_day(self) -> date:
        """The date, or the last day of the month where no day is printed."""
        return date(self.year, self.month, self.day or monthrange(self.year, self.month)[1])

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: Any) -> PartialDate:
            if isinstance(value, PartialDate):
                return value
            try:
                made = cls.parse(str(value))
            except ValueError:
                raise PydanticCustomError("bad_date", "not a date", {"written": str(value)}) from None
            if not FIRST_YEAR <= made.year <= LAST_YEAR:
                raise PydanticCustomError("date_out_of_range", "no date of ours", {"written": str(value)})
            return made

        return core_schema.no_info_plain_validator_function(read)


def _with_day(value: PartialDate) -> PartialDate:
    if value.day is None:
        raise PydanticCustomError("date_without_day", "a date without its day", {"written": str(value)})
    return value


ExactDate = Annotated[PartialDate, AfterValidator(_with_day)]
"""A date of our own doing, whose day is always known: when something was published or revised."""
