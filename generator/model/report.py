"""Reports: one document of one unit for one period, its figures as they were typed from the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Discriminator, PrivateAttr, Tag, model_validator
from pydantic_core import PydanticCustomError

from generator.model.dates import ExactDate, PartialDate
from generator.model.days import Dated
from generator.model.observation import Status
from generator.model.period import Period
from generator.model.place import NOWHERE, Place
from generator.model.placed import LocatedDict, Placed, Scalar
from generator.model.review import Correction, Reviewed
from generator.model.rough import EXACT, Qualifier
from generator.model.text import Code, Id, Text

CELL_KEYS = frozenset(
    {"value", "of", "to", "qualifier", "printed", "note", "status", "parts", "figures", "as_of", "covers"}
)
_WITH_TWO_ENDS = (None, Qualifier.RANGE.value, Qualifier.ABOUT.value)
STATUSES = frozenset(status.value for status in Status) - {Status.REPORTED.value}
"""What may stand in the place of a number."""


class Cell(Dated):
    """A figure as typed: a number or a status, with what the paper shows and a note where there is one.

    It is not read as a number before its unit of measure is known. `qualifier` says how it is rough, `to` is the other end of a
    range, `of` what the figure is out of: the highest score, or how many are ranked. `figures` are those of a cell that prints several, by
    the codes that the form gives them.
    """

    value: Scalar | None = None
    of: Scalar | None = None
    figures: dict[Id, Scalar] = {}
    to: Scalar | None = None
    qualifier: Literal["about", "nearly", "over", "at-least", "under", "at-most", "range", "exact"] | None = None
    printed: str | None = None
    note: Text | None = None
    status: Status | None = None
    parts: dict[Id, dict[Id, Scalar]] = {}

    @classmethod
    def shape(cls, data: Any) -> Any:
        if isinstance(data, Scalar):
            located = LocatedDict(data.place)
            if data in STATUSES:
                located["status"] = str(data)
            else:
                located["value"] = data
            return located
        if data is None:
            raise PydanticCustomError("blank_figure", "a figure may not be blank")
        return data

    @model_validator(mode="after")
    def _says_something(self) -> Cell:
        if self.value is not None and self.status not in (None, Status.REPORTED):
            raise PydanticCustomError("value_and_status", "a figure has a number or a status, not both")
        if self.value is None and self.status in (None, Status.REPORTED) and not self.figures:
            raise PydanticCustomError("blank_figure", "a figure may not be blank")
        return self

    @model_validator(mode="after")
    def _has_its_ends(self) -> Cell:
        has_end = self.to is not None
        if (has_end and self.qualifier not in _WITH_TWO_ENDS) or (
            not has_end and self.qualifier == Qualifier.RANGE.value
        ):
            raise PydanticCustomError("range_ends", "a range has two ends, anything else one")
        if self.value is None and (has_end or self.qualifier not in (None, EXACT)):
            raise PydanticCustomError("range_ends", "a qualifier is of a number")
        return self


class RowValues(Placed):
    """What a report gives for one row: one figure, one a column, some by column code, or one across all."""

    single: Cell | None = None
    listed: tuple[Cell, ...] | None = None
    by_column: dict[str, Cell] | None = None
    across: Cell | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every figure given."""
        one = self.single or self.across
        return (one,) if one else (*(self.listed or ()), *(self.by_column or {}).values())

    @classmethod
    def shape(cls, data: Any) -> Any:
        shaped = LocatedDict(getattr(data, "place", NOWHERE))
        if isinstance(data, list):
            shaped["listed"] = data
        elif isinstance(data, dict) and set(data) == {"all"}:
            shaped["across"] = data["all"]
        elif isinstance(data, dict) and not set(data) <= CELL_KEYS:
            shaped["by_column"] = data
        else:
            shaped["single"] = data
        return shaped

    @model_validator(mode="after")
    def _says_something(self) -> RowValues:
        if not self.cells and self.listed is None:
            raise PydanticCustomError("blank_figure", "a row may not be blank")
        return self


class ReportColumn(Dated):
    """A column of a table whose periods the report lists itself."""

    period: Period
    label: Text | None = None

    @classmethod
    def shape(cls, data: Any) -> Any:
        if isinstance(data, Scalar):
            located = LocatedDict(data.place)
            located["period"] = data
            return located
        return data


class ListedRow(Placed):
    """A row that the report brings itself, in a list that the form leaves open: a unit, a field of procedure, or both.

    `label` is what the paper prints; a row without one is called as its unit or its part.

    `code` is the number on paper, told apart within the list; `printed` is what the paper shows where that is not the code. A `heading`
    parts the list and has no figures. `not_indicator` says why the figures are counted nowhere.
    """

    code: Code
    printed: str | None = None
    label: Text | None = None
    heading: bool = False
    unit: Id | None = None
    breakdown: dict[Id, Id] = {}
    not_indicator: Text | None = None
    values: RowValues | None = None
    note: Text | None = None


class TableValues(Dated):
    """The figures of one table, by row code. `days` are those of single columns that the form fixes, by column code.

    `lists` holds the rows that the report brings itself, by the code of the row that lists them. `note` says what is to be known of the
    table as a whole: where it stands on paper, what is empty there.
    """

    columns: tuple[ReportColumn, ...] | None = None
    days: dict[str, Dated] = {}
    note: Text | None = None
    rows: dict[str, RowValues] = {}
    lists: dict[str, tuple[ListedRow, ...]] = {}
    _row_places: dict[str, Place] = PrivateAttr(default_factory=dict)

    @property
    def given(self) -> dict[str, RowValues]:
        """What is given for every row, those of lists by the code of their list and their own: `I.3`."""
        listed = ((f"{code}.{each.code}", each.values) for code, rows in self.lists.items() for each in rows)
        return {**self.rows, **{code: values for code, values in listed if values is not None}}

    @property
    def listed_codes(self) -> frozenset[str]:
        """The codes of the rows of lists, with figures or without."""
        return frozenset(f"{code}.{each.code}" for code, rows in self.lists.items() for each in rows)

    @property
    def without_figures(self) -> TableValues:
        """The same without figures; the rows of lists keep what they are called."""
        lists = {
            code: tuple(each.model_copy(update={"values": None}) for each in rows) for code, rows in self.lists.items()
        }
        return self.model_copy(update={"rows": {}, "lists": lists})

    def place_of_row(self, code: str) -> Place:
        """Where a row's code stands."""
        return self._row_places.get(code, self.place)

    def remember(self, data: LocatedDict) -> None:
        """Also remember where each row's code stands."""
        super().remember(data)
        self._row_places = getattr(data.get("rows"), "key_places", {})


class Document(Dated):
    """The facts of the document itself. Its days are those of all figures for which nothing nearer gives others.

    `printed_date` is what it prints where that is no date, or cannot be right.
    """

    title: Text
    number: str | None = None
    date: PartialDate | None = None
    printed_date: str | None = None
    note: Text | None = None


class PassageFigure(Dated):
    """Figures that a passage of the prose states: one value, or one for each of several periods."""

    indicator: Id
    breakdown: dict[Id, Id] = {}
    unit: Id | None = None
    period: Period | None = None
    value: Cell | None = None
    values: dict[Period, Cell] | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _one_way(self) -> PassageFigure:
        if (self.value is None) == (self.values is None):
            raise PydanticCustomError("value_or_values", "give either value or values")
        return self


class ProseFigure(PassageFigure):
    """Figures that the report states only in its prose, in a section."""

    section: str


class Passage(Dated):
    """A section of the prose, or a part of it, whose days are those of all its figures, and its note theirs unless they have one."""

    section: str
    note: Text | None = None
    figures: tuple[PassageFigure, ...]


def _kind_of_prose(entry: Any) -> str:
    """Whether an entry of the prose is a passage with figures of its own."""
    return "passage" if isinstance(entry, Passage) or (isinstance(entry, dict) and "figures" in entry) else "figure"


Prose = Annotated[
    Annotated[ProseFigure, Tag("figure")] | Annotated[Passage, Tag("passage")], Discriminator(_kind_of_prose)
]


@dataclass(frozen=True)
class StatedInProse:
    """A figure of the prose with the section it stands in, and the passage that holds it, where one does."""

    section: str
    figure: PassageFigure
    passage: Passage | None = None


class Reference(Placed):
    """A document that the report cites: what it is called, its number, date and issuer as far as the report prints them.

    `printed_date` is what it prints where that is no date, or cannot be right.
    """

    id: Id
    name: Text
    number: str | None = None
    date: PartialDate | None = None
    printed_date: str | None = None
    issuer: Text | None = None
    subject: Text | None = None
    note: Text | None = None


class Revision(Placed):
    """What this site changed in a report after it had published it, and which figure, where it is one: a row, or an indicator."""

    date: ExactDate
    change: Text
    table: str | None = None
    row: str | None = None
    indicator: Id | None = None

    @model_validator(mode="after")
    def _whole_row(self) -> Revision:
        if (self.table is None) != (self.row is None):
            raise PydanticCustomError("table_and_row", "a row is named by its table and its code")
        return self


def report_id(unit: str, period: Period, rule: str | None = None) -> str:
    """The id of the report of a unit for a period, under another rule than the one on reform where one is named."""
    return f"{unit}/{period}-{rule}" if rule else f"{unit}/{period}"


class Report(Placed):
    """One document of one unit for one period. `published` is the day on which this site first showed it.

    `rule` names the rule of the calendar under which it was written, where that is another than the one on reform itself: a unit then has
    several documents for a period.

    `entry` says how far its figures are entered here, `entry_note` from which copy, and what was left out and why. `reviewed` holds
    findings of the audit that were looked into, `corrections` slips that are set right in the open.
    """

    unit: Id
    period: Period
    rule: Id | None = None
    document: Document
    form: Id | None = None
    entry: Literal["complete", "partial"] = "complete"
    entry_note: Text | None = None
    tables: dict[str, TableValues] = {}
    prose: tuple[Prose, ...] = ()
    references: tuple[Reference, ...] = ()
    published: ExactDate | None = None
    revisions: tuple[Revision, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def id(self) -> str:
        """Its address: `<unit>/<period>`, and `<unit>/<period>-<rule>` of one under another rule."""
        return report_id(self.unit, self.period, self.rule)

    @cached_property
    def form_filled_in(self) -> list[Any]:
        """Where its form with its own rows is kept once it is made: see `generator/model/form_in_report.py`."""
        return []

    @cached_property
    def head(self) -> Report:
        """All of it but its figures, which are observations: what those who list reports get to see."""
        tables = {code: table.without_figures for code, table in self.tables.items()}
        return self.model_copy(update={"tables": tables, "prose": ()})

    @property
    def stated_in_prose(self) -> Iterator[StatedInProse]:
        """The figures of the prose in the order of the file, those of passages among them."""
        for entry in self.prose:
            if isinstance(entry, Passage):
                yield from (StatedInProse(entry.section, each, entry) for each in entry.figures)
            else:
                yield StatedInProse(entry.section, entry)

    @property
    def changed(self) -> PartialDate | None:
        """The day on which this site first showed it or last revised it; None where it was not published."""
        return max((self.published, *(each.date for each in self.revisions))) if self.published else None
