"""What any file of an office holds, whatever made it: paragraphs and tables in their order, and where each stands.

Pure data. Readers make it, everything after them reads nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from generator.importing.doubts import Doubt


@dataclass(frozen=True)
class Spot:
    """Where something stands in its file, counted from 1 as people count: page, line, sheet, table, row and cell; 0 where that says nothing."""

    page: int = 0
    line: int = 0
    sheet: str = ""
    table: int = 0
    row: int = 0
    cell: int = 0


NOWHERE = Spot()
"""No place is known."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph that is in no table. `is_heading` tells that the file itself calls it a heading."""

    text: str
    spot: Spot = NOWHERE
    is_heading: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of a table as it is shown.

    `number` is what a spreadsheet keeps behind what it shows, and `format` how it shows it. `failed` tells that a formula came to nothing, `doubts` what
    the reader had to decide. `columns` and `rows` are how many it covers.
    """

    text: str = ""
    columns: int = 1
    rows: int = 1
    number: Decimal | None = None
    format: str = ""
    failed: bool = False
    doubts: tuple[str, ...] = ()
    spot: Spot = NOWHERE


@dataclass(frozen=True)
class Table:
    """A table as it stands in the file: its rows, each with the cells that begin there. `marks_spans` tells that merged cells are known to be merged."""

    rows: tuple[tuple[Cell, ...], ...]
    spot: Spot = NOWHERE
    marks_spans: bool = True


Block = Paragraph | Table


@dataclass(frozen=True)
class Document:
    """A file of an office. `doubts` are what its reader has to say of the whole."""

    name: str
    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    """What a workbook of ours says of itself: form, unit, period."""
