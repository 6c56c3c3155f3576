"""The units within a unit, together: who has reported for which period, and how headline figures spread over them.

Units of one level alone stand together, and a figure of the unit itself is never among those of its parts. Whether a report is overdue is told
as of the day when the data last changed: the same inputs give the same pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median, quantiles

from generator.dataset.comparability import figure as as_figure
from generator.dataset.dataset import Dataset, Series
from generator.dataset.due import Expected, Standing, expected_reports
from generator.dataset.medians import FEWEST_UNITS, is_independent_of_size
from generator.dataset.peers import FEWEST_FOR_HALF
from generator.model.observation import Observation
from generator.model.period import Period
from generator.model.unit import Unit
from generator.recall.questions import question
from generator.statements.reading import comparable_before, is_fact

MOST_PERIODS = 8
"""So many periods are shown, the newest ones."""


@dataclass(frozen=True)
class Grid:
    """Units by periods, the newest first; a cell tells how the report stands, None where none is here and none is asked for.

    `day` is that as of which reports are due or overdue; None where nothing is known to have changed, and then nothing is. `rule` is that
    whose reports stand beside those on reform; None of those on reform themselves.
    """

    rule: str | None
    day: date | None
    periods: tuple[Period, ...]
    rows: tuple[tuple[str, tuple[Standing | None, ...]], ...]

    def reported(self, column: int) -> int:
        """How many units have reported for a period."""
        return sum(cells[column] is Standing.HERE for _, cells in self.rows)


@dataclass(frozen=True)
class Move:
    """A figure and the comparable one before it."""

    newer: Observation
    older: Observation

    @property
    def change(self) -> Decimal:
        return (self.newer.exact or Decimal()) - (self.older.exact or Decimal())


@dataclass(frozen=True)
class Spread:
    """How the figures of one indicator and period spread over units of a level: `units` of the `all_units` have one.

    `half` is where the middle half begins and ends, None of few units; `risen` and `fallen` moved most since the comparable period before.
    """

    lowest: Observation
    highest: Observation
    middle: Decimal
    half: tuple[Decimal, Decimal] | None
    units: int
    all_units: int
    risen: Move | None
    fallen: Move | None


@question
def reporting_grids(dataset: Dataset, unit: str) -> tuple[Grid, ...]:
    """Which of the units within a unit have reported for which period: on reform, and under each rule whose reports stand beside."""
    beside = [each.id for each in dataset.catalogue.calendar.values() if each.beside is not None]
    grids = (_grid(rule, unit, dataset) for rule in (None, *beside))
    return tuple(each for each in grids if each is not None)


def _grid(rule: str | None, unit: str, dataset: Dataset) -> Grid | None:
    """What was reported under one rule; None where none of the units has, and none is asked to."""
    catalogue = dataset.catalogue
    changed = catalogue.changed
    inside = _inside(unit, dataset)
    asked = {(each.unit, each.span.period): each.standing for each in _asked(dataset) if _beside(each) == rule}
    here = {(each.unit, each.period) for each in catalogue.reports.values() if each.rule == rule}
    telling = {each.id for each in inside if any(each.id == other for other, _ in (*here, *asked))}
    levels = {each.level for each in inside if each.id in telling}
    rows = [
        each.id
        for each in inside
        if each.level in levels and (each.valid_to is None or each.id in telling or unit_ended(unit, dataset))
    ]
    periods = sorted({period for other, period in (*here, *asked) if other in telling}, reverse=True)[:MOST_PERIODS]
    if not periods:
        return None
    cells = {
        (each, period): Standing.HERE if (each, period) in here else asked.get((each, period))
        for each in rows
        for period in periods
    }
    return Grid(
        rule,
        changed.last_day if changed else None,
        tuple(periods),
        tuple((each, tuple(cells[each, period] for period in periods)) for each in rows),
    )


def unit_ended(unit: str, dataset: Dataset) -> bool:
    """Whether a unit is one of former times, so that its parts are as well."""
    return dataset.catalogue.units[unit].valid_to is not None


@question
def _asked(dataset: Dataset) -> tuple[Expected, ...]:
    """How every report that a rule asks for stands on the day when the data last changed."""
    changed = dataset.catalogue.changed
    return expected_reports(dataset.catalogue, changed.last_day) if changed is not None else ()


def _beside(expected: Expected) -> str | None:
    """The rule under which a report is asked for, where its reports stand beside those on reform."""
    return expected.rule if expected.stands_beside else None


def _inside(unit: str, dataset: Dataset) -> list[Unit]:
    return [each for each in dataset.catalogue.units.values() if each.parent == unit]


@question
def spreads_within(dataset: Dataset, unit: str) -> tuple[Spread, ...]:
    """How each area's headline figure spreads over the units within a unit, in the order of areas; none of fewer than three units."""
    return tuple(_spreads(dataset, unit))


def _spreads(dataset: Dataset, unit: str) -> Iterator[Spread]:
    inside = _inside(unit, dataset)
    for area in dataset.catalogue.areas.values():
        for indicator in area.headline:
            known = dataset.catalogue.indicators.get(indicator)
            if known is None or not is_independent_of_size(known, dataset):
                continue
            found = _spread(indicator, inside, dataset)
            if found is not None:
                yield found
                break


def _spread(indicator: str, inside: Iterable[Unit], dataset: Dataset) -> Spread | None:
    """The newest period for which at least three units of one level have a figure of the whole."""
    kind = dataset.catalogue.indicators[indicator].kind
    by_time: dict[tuple[Period, str], list[tuple[Series, Observation]]] = {}
    counted: dict[str, int] = {}
    for each in inside:
        counted[each.level] = counted.get(each.level, 0) + 1
        series = dataset.series.get((indicator, each.id, ()))
        if series is None:
            continue
        for figure in series.numeric:
            shape = as_figure(figure, each, kind)
            # Another time than the period's, or a part of it, is no peer of the others.
            if figure.exact is not None and shape.days is None and not shape.span.cut and is_fact(figure, dataset):
                by_time.setdefault((figure.period, each.level), []).append((series, figure))
    full = [key for key, found in by_time.items() if len(found) >= FEWEST_UNITS]
    if not full:
        return None
    period, level = max(full, key=lambda key: (key[0], len(by_time[key])))
    found = sorted(by_time[period, level], key=lambda pair: (pair[1].exact or Decimal(), pair[1].unit))
    values = [figure.exact or Decimal() for _, figure in found]
    first, _, third = quantiles(values, n=4, method="inclusive")
    moves = [
        Move(figure, before)
        for series, figure in found
        if (before := comparable_before(series, figure, dataset)) is not None
    ]
    return Spread(
        lowest=found[0][1],
        highest=found[-1][1],
        middle=median(values),
        half=(first, third) if len(found) >= FEWEST_FOR_HALF else None,
        units=len(found),
        all_units=counted[level],
        risen=max((each for each in moves if each.change > 0), key=lambda each: each.change, default=None),
        fallen=min((each for each in moves if each.change < 0), key=lambda each: each.change, default=None),
    )
