"""What the import made of each cell: the line of the worksheet and, where there is one, the figure for the report's file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.importing.document import NOWHERE, Spot
from generator.importing.doubts import Doubt
from generator.importing.mapping.listed import Listed

Figure = str | dict[str, object]
"""A figure as a report's file has it: the text as printed, or a mapping with `value`, `status`, `printed`, `parts`."""

NOT_REPORTED: Figure = "not-reported"


def key_of(table: str, row: str, column: str) -> str:
    """What a cell is called in records."""
    return f"{table}\t{row}\t{column}"


class Certainty(StrEnum):
    """How far a figure can be relied upon before a person looked."""

    SURE = "sure"
    GUESSED = "guessed"
    LEFT = "left"


@dataclass(frozen=True)
class Placed:
    """One cell of a form: its table, row and column (empty where there is only one), what goes into the file, and where it was.

    `figure` is None where nothing goes into the file. `printed` is the text of the cell.
    """

    table: str
    row: str
    column: str
    label: str
    figure: Figure | None
    printed: str
    certainty: Certainty
    doubts: tuple[Doubt, ...] = ()
    spot: Spot = NOWHERE


@dataclass(frozen=True)
class Reading:
    """What one cell says: the figure, whether that is beyond doubt, and why not."""

    figure: Figure | None
    certain: bool = True
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class TableFigures:
    """The figures of one table of a form, in the order of its rows. `periods` are its columns where the document names them: period, label and day."""

    table: str
    placed: tuple[Placed, ...]
    periods: tuple[tuple[str, str, str], ...] = ()
    lists: bool = False
    across: frozenset[str] = field(default_factory=frozenset)
    """Rows for which one statement stands for all columns."""
    listed: tuple[Listed, ...] = ()
    """Rows that the report brings itself."""
