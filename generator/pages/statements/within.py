"""The units within a unit as its page shows them: the calendar of their reports, and the spread of headline figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.dataset.due import Standing
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.model.observation import Observation
from generator.model.report import report_id
from generator.pages.context import Context
from generator.pages.page import indicator_path, link, report_path, unit_path
from generator.pages.progress.verdicts import figure_html
from generator.pages.statements.country import side_by_side_path
from generator.pages.statements.spread_charts import Whose, rounded, spread_name, strip_chart
from generator.statements.spreads import Spread, spreads_within
from generator.statements.within import Grid, reporting_grids

_STANDINGS = {
    Standing.NOT_YET: N_("period not over"),
    Standing.DUE: N_("due"),
    Standing.OVERDUE: N_("overdue"),
}


@dataclass(frozen=True)
class CalendarRow:
    """A unit with its address, and a cell for each period: the id of its report here, or a word for how it stands."""

    name: str
    href: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Calendar:
    """The reports of the units within a unit: the periods with how many have reported, and a row for each unit, by name.

    `rule` says of what they are where they stand beside those on reform.
    """

    rule: str
    periods: tuple[tuple[str, str], ...]
    rows: tuple[CalendarRow, ...]
    day: str
    has_schedule: bool


@dataclass(frozen=True)
class SpreadRow:
    """A headline indicator over the units within a unit, each figure a link to its source."""

    name: str
    href: str
    full: str
    period: str
    units: str
    lowest: Markup
    half: str
    middle: str
    highest: Markup


def calendars_within(unit: str, path: str, context: Context) -> list[Calendar]:
    """The calendars of reports: of those on reform, and of those beside them; none where none of the units has reported or is asked to."""
    return [_calendar(each, path, context) for each in reporting_grids(context.dataset, unit)]


def _calendar(grid: Grid, path: str, context: Context) -> Calendar:
    rows = []
    for unit, cells in grid.rows:
        told = []
        for period, standing in zip(grid.periods, cells, strict=True):
            if standing is Standing.HERE:
                told.append((link(path, report_path(report_id(unit, period, grid.rule))), context.say(N_("reported"))))
            else:
                told.append(("", context.say(_STANDINGS[standing]) if standing else ""))
        rows.append(CalendarRow(context.unit_name(unit), link(path, unit_path(unit)), tuple(told)))
    total = formats.number(Decimal(len(grid.rows)), context.lang)
    periods = tuple(
        (
            formats.period(period, context.lang, short=True),
            context.say(
                N_("{number} of {total}"),
                number=formats.number(Decimal(grid.reported(column)), context.lang),
                total=total,
            ),
        )
        for column, period in enumerate(grid.periods)
    )
    asked = any(each is not None and each is not Standing.HERE for _, cells in grid.rows for each in cells)
    beside = context.catalogue.calendar[grid.rule].beside if grid.rule else None
    return Calendar(
        beside.in_language(context.lang) if beside else "",
        periods,
        tuple(sorted(rows, key=lambda each: sort_key(each.name))),
        formats.day(grid.day, context.lang) if grid.day else "",
        asked,
    )


def strips(unit: str, level: str, path: str, context: Context) -> list[Markup]:
    """The strip of each area's headline figure over the units within a unit."""
    return [
        strip_chart(
            each,
            Whose(unit, path),
            side_by_side_path(unit, level, each.indicator),
            context,
            anchor="-".join(filter(None, ("spread", level, each.indicator))),
        )
        for each in spreads_within(context.dataset, unit, level)
    ]


def spread_rows(unit: str, path: str, context: Context, level: str = "") -> list[SpreadRow]:
    """The spread of each area's headline figure over the units within a unit."""
    found = spreads_within(context.dataset, unit, level)
    return [_spread_row(each, side_by_side_path(unit, level, each.indicator), path, context) for each in found]


def _spread_row(spread: Spread, full: str, path: str, context: Context) -> SpreadRow:
    catalogue, lang = context.catalogue, context.lang
    measure = catalogue.measures[spread.lowest.measure]
    half = ""
    if spread.half is not None:
        half = " – ".join(formats.brief(rounded(each, spread), measure, lang) for each in spread.half)
    return SpreadRow(
        name=spread_name(spread, context),
        href=link(path, indicator_path(spread.indicator)),
        full=link(path, full),
        period=formats.period(spread.lowest.period, lang, short=True),
        units=context.say(
            N_("{number} of {total}"),
            number=formats.number(Decimal(spread.units), lang),
            total=formats.number(Decimal(spread.all_units), lang),
        ),
        lowest=_named(spread.lowest, path, context),
        half=half,
        middle=formats.brief(rounded(spread.middle, spread), measure, lang),
        highest=_named(spread.highest, path, context),
    )


def _named(figure: Observation, path: str, context: Context) -> Markup:
    # Two links so close to each other would be hard to hit; the calendar and the table of all units lead to the unit.
    return Markup("{} <small>{}</small>").format(figure_html(figure, path, context), context.unit_name(figure.unit))
