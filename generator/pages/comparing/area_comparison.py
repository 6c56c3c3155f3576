"""The overview of an area: its compared indicators in rows, units in columns, in each cell the newest figure that compares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.dataset.comparability import Figure
from generator.dataset.comparison import FEWEST, Group, Standing
from generator.i18n import formats
from generator.i18n.sorting import sort_key
from generator.model.indicator import Area
from generator.model.unit import Level
from generator.pages.comparing.compare_links import STANDING_ANCHOR
from generator.pages.comparing.unit_tables import AUTHORITIES
from generator.pages.context import Context
from generator.pages.figures.figure import breakdown_name, shown, source_link
from generator.pages.page import area_path, indicator_path, link, unit_path

MOST_COLUMNS = 60
"""More units are no overview either: those above others stay, and of equals the first."""
MOST_ROWS = 24
"""More is no overview; the list of indicators has the rest."""


@dataclass(frozen=True)
class OverviewCell:
    """A unit's figure; `apart` where it is not comparable with the others of its row, `beside` where these are of other times. Without a figure, all are empty."""

    value: Markup
    period: str
    apart: bool
    beside: bool = False


@dataclass(frozen=True)
class OverviewRow:
    """An indicator with a breakdown, the address of its comparison, and a cell for each unit."""

    name: str
    detail: str
    href: str
    cells: tuple[OverviewCell, ...]


@dataclass(frozen=True)
class Overview:
    """The table of an area: units with the addresses of their pages, and rows. `has_apart` tells that the sign needs a legend."""

    units: tuple[tuple[str, str], ...]
    rows: tuple[OverviewRow, ...]

    @property
    def has_apart(self) -> bool:
        return any(cell.apart for row in self.rows for cell in row.cells)

    @property
    def has_beside(self) -> bool:
        return any(cell.beside for row in self.rows for cell in row.cells)


def area_overview(area: Area, context: Context) -> Overview | None:
    """The overview of an area, headline indicators first; None where no indicator of it compares any units."""
    compared = [each for each in context.compared if context.catalogue.indicators[each].area == area.id]
    compared.sort(key=lambda each: area.headline.index(each) if each in area.headline else len(area.headline))
    standings = [
        (indicator, standing) for indicator in compared for standing in context.standings(indicator) if standing.groups
    ][:MOST_ROWS]
    if not standings:
        return None
    found = [_figures(standing) for _, standing in standings]
    units = _columns(found, context)
    standings = [
        each for each, figures in zip(standings, found, strict=True) if len(figures.keys() & set(units)) >= FEWEST
    ]
    found = [figures for figures in found if len(figures.keys() & set(units)) >= FEWEST]
    return Overview(
        units=tuple((context.unit_name(each), link(area_path(area.id), unit_path(each))) for each in units),
        rows=tuple(
            _row(indicator, standing, figures, units, area, context)
            for (indicator, standing), figures in zip(standings, found, strict=True)
        ),
    )


def _largest(standing: Standing) -> Group:
    """The group that a row shows: one of a single time before one that only stands side by side, then that with most units."""
    return max(standing.groups, key=lambda group: (group.is_of_one_time, len(group.placings)))


def _figures(standing: Standing) -> dict[str, Figure]:
    """For each unit the figure of the largest group, or else the newest that is told of."""
    figures = {each.figure.unit.id: each.figure for each in standing.left_out}
    for group in standing.groups:
        for each in group.placings:
            figures.setdefault(each.figure.unit.id, each.figure)
    return figures | {each.figure.unit.id: each.figure for each in _largest(standing).placings}


def _columns(found: Sequence[dict[str, Figure]], context: Context) -> list[str]:
    """The units of all rows: those with most figures first, so that a phone shows them; then by level and name.

    Offices inside a unit are no peers of authorities: they are columns only where there are no two authorities.
    """
    counts = Counter(unit for figures in found for unit in figures)
    order = list(Level)
    authorities = [each for each in counts if context.catalogue.units[each].level in AUTHORITIES]
    chosen = authorities if len(authorities) >= FEWEST else list(counts)
    if len(chosen) > MOST_COLUMNS:
        named = context.catalogue.units
        above = [each for each in chosen if named[each].parent not in counts]
        chosen = above if FEWEST <= len(above) <= MOST_COLUMNS else chosen
    return sorted(
        chosen,
        key=lambda each: (
            -counts[each],
            order.index(context.catalogue.units[each].level),
            sort_key(context.unit_name(each)),
        ),
    )[:MOST_COLUMNS]


def _row(
    indicator: str,
    standing: Standing,
    figures: dict[str, Figure],
    units: Sequence[str],
    area: Area,
    context: Context,
) -> OverviewRow:
    path, group = area_path(area.id), _largest(standing)
    return OverviewRow(
        name=context.indicator_name(context.catalogue.indicators[indicator]),
        detail=breakdown_name(standing.breakdown, context.catalogue, context.lang),
        href=link(path, indicator_path(indicator), STANDING_ANCHOR),
        cells=tuple(
            _cell(
                figures.get(unit),
                path,
                context,
                apart=unit not in group.units,
                beside=unit in group.units and not group.is_of_one_time,
            )
            for unit in units
        ),
    )


def _cell(figure: Figure | None, path: str, context: Context, *, apart: bool, beside: bool) -> OverviewCell:
    if figure is None:
        return OverviewCell(Markup(""), "", apart=False)
    text = shown(figure.observation, context.catalogue, context.lang)
    value = source_link(figure.observation, text, context.catalogue, context.lang, path, "rr-value")
    return OverviewCell(value, formats.period(figure.period, context.lang, short=True), apart, beside)
