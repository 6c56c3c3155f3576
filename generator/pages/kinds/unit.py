"""The page of a unit: what it is, where it comes from, its key figures, every area with charts and tables, its reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.dataset.dataset import Series
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.model.indicator import Area, Direction
from generator.model.report import Report
from generator.model.unit import Unit
from generator.pages.cards import headline_card
from generator.pages.context import Context
from generator.pages.facets import unit_facets
from generator.pages.levels import LEVELS
from generator.pages.page import Page, report_path, unit_path
from generator.pages.summaries import newest_reports
from generator.pages.tables import series_table

CHARTS_AT_ONCE = 2
"""So many charts of an area are open at once; a page of forty is no answer."""


@dataclass(frozen=True)
class AreaPart:
    """What a unit's page shows of an area: the telling charts, the others behind a click, and the table of all figures."""

    id: str
    name: str
    charts: tuple[Markup, ...]
    more_charts: tuple[Markup, ...]
    table: Markup
    narratives: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Relative:
    """A parent, predecessor or successor."""

    path: str
    name: str


def pages(context: Context) -> Iterator[Page]:
    """A page for every unit."""
    for unit in context.catalogue.units.values():
        yield _page(unit, context)


def _page(unit: Unit, context: Context) -> Page:
    path = unit_path(unit.id)
    reports = [report for report in newest_reports(context) if report.unit == unit.id]
    by_year: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        by_year[report.period.last_year].append(report)
    name = unit.names.in_language(context.lang)
    cards = [headline_card(area, context, unit=unit.id) for area in context.catalogue.areas.values()]
    children = [each for each in context.catalogue.units.values() if each.parent == unit.id]
    return context.page(
        "unit",
        path,
        name,
        context.say(N_("Public administration reform in {unit}: key figures, charts and reports."), unit=name),
        facets=unit_facets(unit, context),
        unit=unit,
        level=context.say(LEVELS[unit.level]),
        authority=context.authority(unit) if unit.authority else "",
        note=context.text(unit.note) if unit.note else "",
        parent=_relative(unit.parent, context),
        predecessors=[_relative(each, context) for each in unit.predecessors],
        successors=[_relative(each, context) for each in unit.successors],
        children=sorted(
            (_relative(each.id, context) for each in children),
            key=lambda each: sort_key(each.name) if each else sort_key(""),
        ),
        cards=[card for card in cards if card is not None],
        areas=list(_areas(unit, reports, context)),
        years=sorted(by_year.items(), reverse=True),
    )


def _relative(unit_id: str | None, context: Context) -> Relative | None:
    return Relative(unit_path(unit_id), context.unit_name(unit_id)) if unit_id else None


def _areas(unit: Unit, reports: list[Report], context: Context) -> Iterator[AreaPart]:
    path = unit_path(unit.id)
    series = context.dataset.select(unit=unit.id)
    for area in context.catalogue.areas.values():
        inside = [each for each in series if context.catalogue.indicators[each.indicator].area == area.id]
        if not inside:
            continue
        by_indicator: dict[str, list[Series]] = defaultdict(list)
        for each in inside:
            by_indicator[each.indicator].append(each)
        charts = _charts(area, by_indicator, path, context)
        told = [
            (report_path(report.id), area.id, formats.period(report.period, context.lang))
            for report in reports
            if any((lang, report.id, area.id) in context.catalogue.narratives for lang in context.catalogue.languages)
        ]
        name = area.names.in_language(context.lang)
        yield AreaPart(
            id=area.id,
            name=name,
            charts=charts[:CHARTS_AT_ONCE],
            more_charts=charts[CHARTS_AT_ONCE:],
            table=series_table(
                inside,
                context.dataset,
                context.lang,
                path,
                caption=context.say(N_("All figures: {area}"), area=name),
                name_units=False,
            ),
            narratives=tuple(told),
        )


def _charts(area: Area, by_indicator: dict[str, list[Series]], path: str, context: Context) -> tuple[Markup, ...]:
    """The charts of an area: headline indicators first, then those with a direction, then the rest."""

    def rank(indicator: str) -> tuple[int, bool]:
        headline = area.headline.index(indicator) if indicator in area.headline else len(area.headline)
        return headline, context.catalogue.indicators[indicator].better is Direction.NEITHER

    charts = (
        context.charts.chart(by_indicator[indicator], path, anchor=f"chart-{indicator}")
        for indicator in sorted(by_indicator, key=rank)
    )
    return tuple(chart for chart in charts if chart)
