"""The units within a unit, or the provinces of the country, together: who has reported for which period.

Whether a report is overdue is told
as of the day when the data last changed: the same inputs give the same pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.dataset.age import last_change
from generator.dataset.belonging import reports_of, units_within
from generator.dataset.dataset import Dataset
from generator.dataset.due import Expected, Standing, expected_reports
from generator.model.period import Period
from generator.model.unit import Level
from generator.recall.questions import question
from generator.statements.spreads import COUNTRY, units_of

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


@question
def reporting_grids(dataset: Dataset, unit: str) -> tuple[Grid, ...]:
    """Which of the units within a unit have reported for which period: on reform, and under each rule whose reports stand beside."""
    beside = [each.id for each in dataset.catalogue.calendar.values() if each.beside is not None]
    grids = (_grid(rule, unit, dataset) for rule in (None, *beside))
    return tuple(each for each in grids if each is not None)


def _grid(rule: str | None, unit: str, dataset: Dataset) -> Grid | None:
    """What was reported under one rule; None where none of the units has, and none is asked to."""
    catalogue = dataset.catalogue
    changed = last_change(dataset)
    ids = units_of(dataset, unit, Level.PROVINCE.value) if unit == COUNTRY else units_within(dataset, unit)
    inside = [catalogue.units[each] for each in ids]
    asked_of = _asked(dataset).get(rule, {})
    asked = {(each.id, period): standing for each in inside for period, standing in asked_of.get(each.id, {}).items()}
    reports = (catalogue.reports[report] for each in inside for report in reports_of(dataset, each.id))
    here = {(each.unit, each.period) for each in reports if each.rule == rule}
    telling = {other for other, _ in (*here, *asked)}
    levels = {each.level for each in inside if each.id in telling}
    rows = [
        each.id
        for each in inside
        if each.level in levels
        and (each.valid_to is None or each.id in telling or (unit != COUNTRY and unit_ended(unit, dataset)))
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
def _asked(dataset: Dataset) -> dict[str | None, dict[str, dict[Period, Standing]]]:
    """How every report that a rule asks for stands on the day when the data last changed: by the rule of its own documents, and by unit."""
    changed = last_change(dataset)
    if changed is None:
        return {}
    found: dict[str | None, dict[str, dict[Period, Standing]]] = {}
    for each in expected_reports(dataset.catalogue, changed.last_day):
        found.setdefault(_beside(each), {}).setdefault(each.unit, {})[each.span.period] = each.standing
    return found


def _beside(expected: Expected) -> str | None:
    """The rule under which a report is asked for, where its reports stand beside those on reform."""
    return expected.rule if expected.stands_beside else None
