"""Editions of the archive: one snapshot a year, and the corrections of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_WRITTEN = re.compile(r"^(?P<year>(?:19|20|21)\d\d)(?:\.(?P<number>[2-9]|[1-9]\d))?$", re.ASCII)


@dataclass(frozen=True, order=True)
class Edition:
    """A snapshot of the site as of the end of a year: `2023`, and after a correction `2023.2`."""

    year: int
    number: int = 1

    @classmethod
    def parse(cls, written: str) -> Edition:
        """Read a written edition. Raises ValueError when it is none."""
        match = _WRITTEN.fullmatch(written)
        if match is None:
            raise ValueError(written)
        return cls(int(match["year"]), int(match["number"] or 1))

    @property
    def last_day(self) -> date:
        """The day up to which documents are part of it."""
        return date(self.year, 12, 31)

    @property
    def next(self) -> Edition:
        """The edition that corrects it."""
        return Edition(self.year, self.number + 1)

    def __str__(self) -> str:
        return str(self.year) if self.number == 1 else f"{self.year}.{self.number}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def read(value: Any) -> Edition:
            if isinstance(value, Edition):
                return value
            try:
                return cls.parse(str(value))
            except ValueError:
                raise PydanticCustomError("bad_edition", "not an edition", {"written": str(value)}) from None

        return core_schema.no_info_plain_validator_function(read)
