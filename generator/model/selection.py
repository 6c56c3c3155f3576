"""Picks observations: what a narrative, a chart or a page asks for by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.form import BreakdownKey
from generator.model.observation import Observation, Status
from generator.model.period import Period, PeriodKind

FEWEST_FOR_DEVELOPMENT = 2


@dataclass(frozen=True)
class Wanted:
    """A question for observations. None leaves a side open; an empty breakdown means the whole."""

    indicator: str
    unit: str | None = None
    period: Period | None = None
    section: str | None = None
    breakdown: BreakdownKey | None = None

    def __str__(self) -> str:
        said = [self.indicator, *(f"{dimension}={category}" for dimension, category in self.breakdown or ())]
        said += [f"{name}={value}" for name, value in (("period", self.period), ("section", self.section)) if value]
        return " ".join(said)


def matching(observations: Iterable[Observation], wanted: Wanted) -> list[Observation]:
    """The observations that answer a question, the most authoritative first.

    A value comes before a mere status, an exact one before a rough one, the appendix before prose, a cell of its own before a share
    printed in another.
    """
    found = [each for each in observations if _answers(each, wanted)]
    return sorted(found, key=authority)


def authority(observation: Observation) -> tuple[bool, bool, bool, bool]:
    """Sort key: what to show first where a report states the same thing more than once."""
    return (
        observation.status is not Status.REPORTED,
        observation.rough is not None,
        observation.source.table is None,
        observation.part,
    )


def shown_first(observations: Sequence[Observation]) -> frozenset[int]:
    """Of everything that is stated, by its place in the sequence, the statement that pages show: the most authoritative."""
    first: dict[object, int] = {}
    for number, observation in enumerate(observations):
        best = first.get(observation.key)
        if best is None or authority(observation) < authority(observations[best]):
            first[observation.key] = number
    return frozenset(first.values())


def comparable_numbers(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """The numbers of one series that can stand side by side: without runs of years, unless there is nothing else."""
    numbers = tuple(each for each in observations if each.value is not None)
    return tuple(each for each in numbers if each.period.kind is not PeriodKind.YEARS) or numbers


def shows_development(observations: Iterable[Observation], *, stock: bool) -> bool:
    """Whether numbers of one series tell a development: two states, or two flows in periods of one length."""
    kinds = [each.period.kind for each in comparable_numbers(observations)]
    return (
        len(kinds) >= FEWEST_FOR_DEVELOPMENT
        if stock
        else any(kinds.count(kind) >= FEWEST_FOR_DEVELOPMENT for kind in set(kinds))
    )


def _answers(observation: Observation, wanted: Wanted) -> bool:
    return (
        observation.indicator == wanted.indicator
        and wanted.unit in (None, observation.unit)
        and wanted.period in (None, observation.period)
        and wanted.section in (None, observation.source.section)
        and wanted.breakdown in (None, observation.breakdown)
    )
