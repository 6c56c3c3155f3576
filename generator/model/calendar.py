"""The calendar of reports: which reports a rule asks for, which days each covers, and by when it is to be sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pydantic import Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.model.dates import PartialDate
from generator.model.period import Period
from generator.model.placed import Placed
from generator.model.text import Id, Text
from generator.model.unit import Level

DAY_OF_YEAR_PATTERN = r"^(?:([0-9]{2})-)?([0-9]{2})$"
_WRITTEN = re.compile(DAY_OF_YEAR_PATTERN)
_COMMON_YEAR = 2001
_MONTHS = 12


@dataclass(frozen=True)
class DayOfYear:
    """A day that comes every year, `12-15`, or every month, `21`: then `month` is None."""

    day: int
    month: int | None = None

    @classmethod
    def parse(cls, written: str) -> DayOfYear:
        """Read a written day. Raises ValueError where no year, or not every month, has it; 29 February is none of every year."""
        match = _WRITTEN.fullmatch(written)
        if match is None:
            raise ValueError(written)
        month, day = int(match[1]) if match[1] else None, int(match[2])
        date(_COMMON_YEAR, month or 2, day)
        return cls(day, month)

    def __str__(self) -> str:
        return f"{self.day:02}" if self.month is None else f"{self.month:02}-{self.day:02}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: Any) -> DayOfYear:
            try:
                return value if isinstance(value, DayOfYear) else cls.parse(str(value))
            except ValueError:
                raise PydanticCustomError("bad_day_of_year", "no such day", {"written": str(value)}) from None

        return core_schema.no_info_plain_validator_function(read)


class Window(Placed):
    """The days that the reports of one part of the year cover, and the last day to send them.

    `first` (in the file `from`) lies before `last` (`to`), in the year or month before where it could not otherwise; `due` is the
    next such day after `last`. A period of every month has days without a month.
    """

    period: Literal["month", "Q1", "Q2", "Q3", "Q4", "H1", "H2", "9M", "year"]
    first: DayOfYear = Field(alias="from")
    last: DayOfYear = Field(alias="to")
    due: DayOfYear

    @model_validator(mode="after")
    def _of_one_kind(self) -> Window:
        if any((each.month is None) != (self.period == "month") for each in (self.first, self.last, self.due)):
            raise PydanticCustomError("days_of_window", "days of a month have no month, others have one")
        return self


class ReportingRule(Placed):
    """A rule on periodic reports, such as a letter of a ministry: whom it binds, since when, and its windows.

    `levels` are the kinds of authority that the rule itself names. `collected` are the units whose reports this site gathers under
    it: only of those does it say that one is missing. `beside` says what its reports are called where they stand beside those on reform,
    each with an address of its own.
    """

    id: Id
    names: Text
    beside: Text | None = None
    source: Text
    levels: tuple[Level, ...] = ()
    collected: tuple[Id, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    windows: tuple[Window, ...] = ()
    note: Text | None = None


@dataclass(frozen=True)
class Span:
    """A window in a certain year: the period that its report is of, its days, and the last day to send it."""

    period: Period
    first: date
    last: date
    due: date


def spans(window: Window, year: int) -> tuple[Span, ...]:
    """The window in a year: one span, or one for each month."""
    if window.period == "month":
        return tuple(_of_month(window, year, month) for month in range(1, _MONTHS + 1))
    period = Period(year, year, "" if window.period == "year" else window.period)
    last = date(year, window.last.month or 1, window.last.day)
    first = date(year, window.first.month or 1, window.first.day)
    due = date(year, window.due.month or 1, window.due.day)
    return (
        Span(
            period,
            first if first < last else first.replace(year=year - 1),
            last,
            due if due >= last else due.replace(year=year + 1),
        ),
    )


def _of_month(window: Window, year: int, month: int) -> Span:
    last = date(year, month, window.last.day)
    first, due = last.replace(day=window.first.day), last.replace(day=window.due.day)
    if first >= last:
        first = first.replace(year=year - (month == 1), month=(month - 2) % _MONTHS + 1)
    if due < last:
        due = due.replace(year=year + month // _MONTHS, month=month % _MONTHS + 1)
    return Span(Period(year, year, f"{month:02}"), first, last, due)
