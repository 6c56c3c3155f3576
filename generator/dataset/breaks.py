"""Where a series stops being comparable with itself, and why: only what the data declares.

A break is declared by an indicator (`breaks`), follows from a unit's `valid_from` (figures from before it are of other
borders), or from the form: two appendices that word a row differently may count differently.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from generator.dataset.dataset import Series
from generator.model.catalogue import Catalogue
from generator.model.observation import Observation
from generator.model.period import Period
from generator.model.text import Text


class BreakReason(StrEnum):
    """Why figures before and after a break cannot be compared."""

    DECLARED = "declared"
    BORDERS = "borders"
    FORM = "form"


@dataclass(frozen=True)
class SeriesBreak:
    """A break before `period`, the first with a figure on its newer side. `text` are the words of a declared one."""

    period: Period
    reason: BreakReason
    text: Text | None = None


def series_breaks(series: Series, catalogue: Catalogue) -> tuple[SeriesBreak, ...]:
    """The breaks of a series in the order of time; one for each pair of neighbouring figures at most, a declared one first."""
    found = (_between(before, after, series, catalogue) for before, after in pairwise(series.numeric))
    return tuple(each for each in found if each is not None)


def _between(before: Observation, after: Observation, series: Series, catalogue: Catalogue) -> SeriesBreak | None:
    for declared in catalogue.indicators[series.indicator].breaks:
        if before.period.start < declared.period.start <= after.period.start:
            return SeriesBreak(after.period, BreakReason.DECLARED, declared.reason)
    unit = catalogue.units.get(series.unit)
    if (
        unit is not None
        and unit.valid_from is not None
        and before.period.end < unit.valid_from.first_day <= after.period.end
    ):
        return SeriesBreak(after.period, BreakReason.BORDERS)
    if len({form for form in (_form(before, catalogue), _form(after, catalogue)) if form}) > 1:
        return SeriesBreak(after.period, BreakReason.FORM)
    return None


def _form(observation: Observation, catalogue: Catalogue) -> str | None:
    """The form whose row gave the figure; none for a figure of the prose."""
    if observation.source.table is None:
        return None
    report = catalogue.reports.get(observation.source.report)
    return report.form if report else None
