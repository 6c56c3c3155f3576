"""The words for one field of the model: what forms call it, what it is for, and what the ids in it name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Refers(StrEnum):
    """What an id or a code is the name of. Rows, columns and tables are those of the report's form."""

    AREA = "area"
    BREAKDOWN = "breakdown"
    CATEGORY = "category"
    COLUMN = "column"
    FINDING = "finding"
    FORM = "form"
    INDICATOR = "indicator"
    MEASURE = "measure"
    REPORT = "report"
    ROW = "row"
    RULE = "rule"
    TABLE = "table"
    UNIT = "unit"


@dataclass(frozen=True)
class Said:
    """`label` and `help` are messages, to be translated; `long` tells that a text usually has more than a line.

    `refers_to` says what the ids in the field name: in a list each of them, in a mapping nothing.
    """

    label: str
    help: str
    refers_to: Refers | None = None
    long: bool = False
