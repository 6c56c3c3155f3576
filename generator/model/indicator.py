"""What is measured: areas, units of measure, breakdowns and indicators."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, PrivateAttr, RootModel, field_validator

from generator.model.period import Period
from generator.model.placed import LocatedDict, Placed, Scalar
from generator.model.text import Id, LanguageCode, Text, in_order_of_languages

T = TypeVar("T")

PLURALS = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of CLDR, in its order."""


class Area(Placed):
    """One of the seven areas of reform, in the order of every report.

    `note` says what readers should know of it beside the definition, such as by which rule it is an area.
    `headline` names the indicators that tell most about it; a unit's key figure is the first one that it reports. `wholes` names those of which the
    pages of units show what they are made of, or a part of.
    """

    id: Id
    names: Text
    definition: Text
    note: Text | None = None
    headline: tuple[Id, ...] = ()
    wholes: tuple[Id, ...] = ()


class MeasureType(StrEnum):
    """How a value in a unit of measure is read."""

    COUNT = "count"
    DECIMAL = "decimal"
    YES_NO = "yes-no"
    TEXT = "text"


class Pattern(RootModel[dict[LanguageCode, str | dict[str, str]]]):
    """How a number is written with its unit of measure, by language; `{}` is the number.

    A language may give a form for each plural category of CLDR (`one`, `other`, …).
    """

    model_config = {"frozen": True}

    @field_validator("root")
    @classmethod
    def _in_order(cls, patterns: dict[str, str | dict[str, str]]) -> dict[str, str | dict[str, str]]:
        """The same, whatever order they are written down in."""
        return in_order_of_languages(
            {
                lang: pattern if isinstance(pattern, str) else dict(sorted(pattern.items(), key=_by_category))
                for lang, pattern in patterns.items()
            }
        )


def _by_category(form: tuple[str, str]) -> tuple[int, str]:
    category = form[0]
    return (PLURALS.index(category) if category in PLURALS else len(PLURALS), category)


def _yes_first(words: dict[Any, T]) -> dict[Any, T]:
    return dict(sorted(words.items(), reverse=True))


Limit = Annotated[Decimal, Field(max_digits=20, decimal_places=10)]


class Measure(Placed):
    """A unit of measure: what it is called, how numbers in it are read and written, and what it allows.

    `out_of` tells that numbers are printed with what they are out of: a rank of how many (`8/63`), points of how many at most. `signs` are other
    signs that documents print behind such numbers, though they mean something else: `%` for percentage points.
    For a yes/no measure, `words` are what forms print for either answer, `answers` what readers see (yes and no without them).
    """

    id: Id
    type: MeasureType
    names: Text
    pattern: Pattern | None = None
    minimum: Limit | None = None
    maximum: Limit | None = None
    out_of: bool = False
    signs: tuple[str, ...] = ()
    words: Annotated[dict[Literal["yes", "no"], tuple[str, ...]], AfterValidator(_yes_first)] = {}
    answers: Annotated[dict[Literal["yes", "no"], Text], AfterValidator(_yes_first)] = {}

    @property
    def least(self) -> Decimal | None:
        """The least that a value can be: what is declared, and nothing counted is fewer than none."""
        if self.minimum is None and self.type is MeasureType.COUNT:
            return Decimal(0)
        return self.minimum


class Category(Placed):
    """One value of a breakdown, for example the district level."""

    id: Id
    names: Text


class Breakdown(Placed):
    """A dimension by which indicators are split, for example the tier that handles a dossier."""

    id: Id
    names: Text
    categories: tuple[Category, ...]


class IndicatorKind(StrEnum):
    """What the value refers to: a date, the period, or the time since January."""

    STOCK = "stock"
    FLOW = "flow"
    CUMULATIVE = "cumulative"


class Direction(StrEnum):
    """Which way is progress."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


def _several(given: Any) -> Any:
    return (given,) if isinstance(given, str) else given


class BoundKind(StrEnum):
    """Why one indicator cannot be more than another: it counts a part of it, what was planned, or the places there are."""

    PART = "part"
    PLAN = "plan"
    PLACES = "places"


class Bound(Placed):
    """An indicator that this one cannot exceed, for the same unit, period and part of a breakdown."""

    indicator: Id
    kind: BoundKind = Field(default=BoundKind.PART, alias="as")

    @classmethod
    def shape(cls, data: Any) -> Any:
        if isinstance(data, Scalar):
            located = LocatedDict(data.place)
            located["indicator"] = data
            return located
        return data


class OverTime(StrEnum):
    """How the number of a part of a time goes with that of the whole: it is never more, or always less.

    What is done all the year round once it is done at all is steady, so a quarter has less of it than the year.
    """

    ADDS = "adds"
    STEADY = "steady"


class Break(Placed):
    """From `period` on an indicator is counted otherwise, so figures from before cannot be compared; `reason` says why."""

    period: Period
    reason: Text


class Indicator(Placed):
    """One thing that is measured, whatever form or sentence reports it.

    `sums` names the breakdowns whose parts leave nothing out and overlap nowhere, so that they add up to the whole. Each
    `formula` gives the value; most indicators that have one have only one. `within` names what the values cannot exceed.
    `rise_of` names the indicator whose rise this one is, in whole numbers or points. `unbounded` tells that values may lie outside
    what the unit of measure allows, as a revenue of 120 % of the plan does. `self_assessed` marks what the unit says of itself where
    others would measure. `of_year` marks what is set for a whole year (a plan, a budget): its figures stand under the year, whatever report
    or column states them. `unlike` names indicators that are called alike and measured otherwise, such as a rate of another whole: documents mix
    them up, and no chart shows both. `replaces` names those that were counted in its place until the rules changed. `over_time` tells how numbers of a time and of a part of it go together. `adds_over_units` tells that what units count may be added up, because nothing is counted by two
    of one level. `same_set` names sums that count the very
    same things in other rows. `former_ids` are ids that it had on this site before.
    """

    id: Id
    names: Text
    definition: Text
    measure: Id
    kind: IndicatorKind
    better: Direction
    breakdown: tuple[Id, ...] = ()
    sums: tuple[Id, ...] = ()
    formula: Annotated[tuple[str, ...], BeforeValidator(_several)] = ()
    within: tuple[Bound, ...] = ()
    rise_of: Id | None = None
    unbounded: bool = False
    self_assessed: bool = False
    of_year: bool = False
    over_time: OverTime | None = None
    adds_over_units: bool = False
    unlike: tuple[Id, ...] = ()
    replaces: tuple[Id, ...] = ()
    same_set: Annotated[tuple[str, ...], BeforeValidator(_several)] = ()
    note: Text | None = None
    related: tuple[Id, ...] = ()
    breaks: tuple[Break, ...] = ()
    former_ids: tuple[Id, ...] = ()
    _area: str = PrivateAttr(default="")

    @property
    def is_bounded(self) -> bool:
        """Whether its values lie within what the unit of measure allows; a rise may be a fall, and be below it."""
        return not self.unbounded and self.rise_of is None

    @cached_property
    def area(self) -> str:
        """The id of its area: the name of the file it stands in."""
        # Asked for of every series, by every area: a private attribute by itself is slow.
        return self._area

    def period_of(self, stated: Period) -> Period:
        """The period under which a figure stands that is stated for another: the year of it, where it is set for whole years."""
        return stated.part_of_year("year") if self.of_year and stated.is_partial_year else stated

    def in_area(self, area: str) -> Indicator:
        """The same indicator, told its area by the loader."""
        self._area = area
        self.__dict__.pop("area", None)
        return self
