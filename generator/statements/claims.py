"""The claims that statements are made of: each holds the figures, verdicts and counts that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.dataset.verdicts import Judgement
from generator.model.observation import Observation
from generator.model.period import Period
from generator.model.unit import Level


@dataclass(frozen=True)
class Place:
    """A place among the units of a level in one time: the best has rank 1. `shared` tells that others stand on the same one."""

    rank: int
    units: int
    level: Level
    shared: bool


@dataclass(frozen=True)
class FigureClaim:
    """A figure; `before` is the comparable one from which it rose or fell, `judged` the target on which it decides."""

    figure: Observation
    before: Observation | None = None
    place: Place | None = None
    judged: Judgement | None = None
    alone: bool = False
    """Whether it is the only figure that is known of its indicator."""


@dataclass(frozen=True)
class TargetsClaim:
    """How the targets of a unit or an area stand."""

    achieved: tuple[Judgement, ...]
    missed: tuple[Judgement, ...]
    on_the_way: tuple[Judgement, ...]
    no_data: tuple[Judgement, ...]

    @property
    def total(self) -> int:
        return len(self.achieved) + len(self.missed) + len(self.on_the_way) + len(self.no_data)


@dataclass(frozen=True)
class AgeClaim:
    """The periods of the key figures of a unit, the newest first, and in how many places its reports contradict themselves."""

    periods: tuple[Period, ...]
    contradictions: int


@dataclass(frozen=True)
class ContentClaim:
    """How many of the figures that its form asks for a report states, how many more in its text, and its contradictions.

    `room` is 0 without a form. A report that is still being entered is not counted against its form: `is_partial`.
    """

    stated: int
    room: int
    prose: int
    contradictions: int
    is_partial: bool


@dataclass(frozen=True)
class ReachClaim:
    """How many units report on an area or indicator, on how many of its indicators together, and of when the newest figures are.

    `newest` is None where the next claim tells the newest figure itself.
    """

    units: int
    reported: int
    indicators: int
    newest: Period | None


@dataclass(frozen=True)
class SpreadClaim:
    """How figures of one time spread over the units of one level: the lowest, the highest and the median of all."""

    lowest: Observation
    highest: Observation
    middle: Decimal
    units: int
    level: Level


@dataclass(frozen=True)
class MovesClaim:
    """Of how many units the newest figure is higher, lower or the same as the comparable one before."""

    rose: int
    fell: int
    same: int


Claim = FigureClaim | TargetsClaim | AgeClaim | ContentClaim | ReachClaim | SpreadClaim | MovesClaim
