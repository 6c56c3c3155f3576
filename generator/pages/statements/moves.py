"""What moved most over the units within a unit, as its page shows it: of each headline indicator, the units that went furthest."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.i18n import formats
from generator.i18n.messages import N_
from generator.pages.context import Context
from generator.pages.figures.figure import difference
from generator.pages.page import link, unit_path
from generator.pages.progress.verdicts import figure_html
from generator.pages.statements.country import side_by_side_path
from generator.pages.statements.spread_charts import spread_name
from generator.statements.spreads import Move, Spread, spreads_within

SHOWN = 5
"""So many units of each indicator; how far all others went stands in the table of the indicator."""


@dataclass(frozen=True)
class MoveRow:
    """A unit, how much its figure changed, and from which to which, each a link to its source."""

    name: str
    href: str
    change: str
    course: Markup


@dataclass(frozen=True)
class Moved:
    """A headline indicator with the units of which it moved most, the furthest first; `full` is the page with all of them."""

    name: str
    full: str
    period: str
    rows: tuple[MoveRow, ...]


def moved_most(unit: str, path: str, context: Context, level: str = "") -> list[Moved]:
    """What moved most over the units within a unit; only figures that may be compared, so never across a break."""
    found = (_moved(each, unit, level, path, context) for each in spreads_within(context.dataset, unit, level))
    return [each for each in found if each.rows]


def _moved(spread: Spread, unit: str, level: str, path: str, context: Context) -> Moved:
    return Moved(
        name=spread_name(spread, context),
        full=link(path, side_by_side_path(unit, level, spread.indicator)),
        period=formats.period(spread.period, context.lang),
        rows=tuple(_row(each, path, context) for each in spread.furthest(SHOWN)),
    )


def _row(move: Move, path: str, context: Context) -> MoveRow:
    newer, older = move.newer, move.older
    if newer.exact is None or older.exact is None:
        raise ValueError(newer.source)
    words = context.say(
        N_("from {older} in {period} to {newer}"),
        older="{older}",
        period=formats.period(older.period, context.lang, short=True),
        newer="{newer}",
    )
    return MoveRow(
        name=context.unit_name(newer.unit),
        href=link(path, unit_path(newer.unit)),
        change=difference(newer.exact, older.exact, context.catalogue.measures[newer.measure], context.lang),
        course=Markup(words).format(  # noqa: S704 - words of our catalogue and a period
            older=figure_html(older, path, context), newer=figure_html(newer, path, context)
        ),
    )
