"""The page of a unit: what it is, where it comes from, its key figures, every area with its telling charts and newest figures, its reports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from generator.dataset.belonging import units_within
from generator.dataset.comparison import Meeting, meeting_of, units_beside
from generator.dataset.places import place_of_entry
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.i18n.names import report_period
from generator.i18n.sorting import sort_key
from generator.model.indicator import Area
from generator.model.narrative import Markdown
from generator.model.report import Report
from generator.model.unit import Unit
from generator.pages.cards.cards import headline_card
from generator.pages.charts.opening import OpeningChart, opening_charts
from generator.pages.comparing.compare_links import MOST_UNITS, compare_link
from generator.pages.context import Context
from generator.pages.editions import archived_page
from generator.pages.figures.levels import kind_of_unit
from generator.pages.kinds.unit_area import CHARTS_AT_ONCE, UnitArea, chart_anchor, draw_chart, unit_areas
from generator.pages.listing.facets import unit_facets
from generator.pages.listing.summaries import ended_parent, reports_of_unit, unit_summary
from generator.pages.origins.origin import Origin
from generator.pages.page import Page, report_path, unit_path
from generator.pages.planned import Planned
from generator.pages.progress.missed import missed_targets
from generator.pages.progress.target_scope import own_assessments, scope_words
from generator.pages.progress.verdicts import progress_link, verdict_counts
from generator.pages.prose.prose import prose_of
from generator.pages.sources.downloads import data_href, unit_downloads
from generator.pages.sources.printed_source import reports_source
from generator.pages.statements.moves import moved_most
from generator.pages.statements.sentences import unit_sentences
from generator.pages.statements.together import together
from generator.pages.statements.within import calendars_within, spread_rows, strips
from generator.pages.tables.series_table import series_table

_CHART = re.compile(r"<figure\b.*?</figure>", re.DOTALL)


@dataclass(frozen=True)
class AreaPart:
    """What a unit's page shows of an area: the telling charts, and the table of its newest figures.

    `title` is that of the table. `more_charts` are anchors and names of those on the area's own page, `more` its path and what is there.
    """

    id: str
    name: str
    charts: tuple[Markup, ...]
    more_charts: tuple[tuple[str, str], ...]
    title: str
    table: Markup
    narratives: tuple[tuple[str, str, str], ...]
    more: tuple[str, str] | None
    compare: str = ""


@dataclass(frozen=True)
class Relative:
    """A parent, predecessor or successor."""

    path: str
    name: str


@dataclass(frozen=True)
class Story:
    """What the newest report of a unit tells in a minute, and where to read on."""

    html: Markup
    path: str
    report: str
    edit: str


def plan(context: Context) -> Iterator[Planned]:
    """A page for every unit."""
    for each in context.catalogue.units:
        yield Planned(unit_path(each), partial(_page, each))


def _page(unit_id: str, context: Context) -> Page:
    unit = context.catalogue.units[unit_id]
    path = unit_path(unit.id)
    reports = reports_of_unit(unit.id, context)
    by_year: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        by_year[report.period.last_year].append(report)
    name = unit.names.in_language(context.lang)
    cards = [headline_card(area, context, unit=unit.id) for area in context.catalogue.areas.values()]
    children = [context.catalogue.units[each] for each in units_within(context.dataset, unit.id)]
    judged = context.judged(unit.id)
    areas = list(unit_areas(unit, context))
    opening = opening_charts(unit.id, context.charts) if areas else []
    return context.page(
        "unit",
        path,
        name,
        context.say(N_("Public administration reform in {unit}: key figures, charts and reports."), unit=name),
        source=reports_source(reports, context),
        downloads=unit_downloads(unit, context),
        facets=unit_facets(unit, context),
        origin=Origin(*place_of_entry(context.dataset, "units", unit.id)),
        unit=unit,
        level=context.say(kind_of_unit(unit)),
        authority=context.authority(unit) if unit.authority else "",
        note=context.text(unit.note) if unit.note else "",
        sentences=unit_sentences(unit.id, path, context),
        calendars=calendars_within(unit.id, path, context),
        spreads=spread_rows(unit.id, path, context),
        moved=moved_most(unit.id, path, context),
        strips=strips(unit.id, "", path, context),
        together=together(unit.id, path, context),
        parent=_relative(unit.parent, context),
        predecessors=[_relative(each, context) for each in unit.predecessors],
        successors=[_relative(each, context) for each in unit.successors],
        ended_parent=ended_parent(unit, context.catalogue),
        parents_successors=_parents_successors(unit, context),
        children=sorted((unit_summary(each, context) for each in children), key=lambda each: sort_key(each.name)),
        last_edition=_last_edition(unit, context),
        progress=verdict_counts(
            judged,
            context,
            path,
            f"unit-{unit.id}",
            unit=unit.id,
        ),
        missed=missed_targets(judged, path, context),
        progress_scope=scope_words(judged, context),
        own=own_assessments(unit.id, path, context),
        progress_href=progress_link(path, f"unit-{unit.id}", unit=unit.id),
        lacks_median=any(card is not None and not card.median for card in cards),
        opening=[_opened(each, areas, path, context) for each in opening],
        cards=[card for card in cards if card is not None],
        story=_story(reports, path, context),
        telling=_telling(unit, context),
        areas=list(_areas(unit, areas, reports, {each.indicator for each in opening if each.is_course}, context)),
        years=sorted(by_year.items(), reverse=True),
    )


def _story(reports: list[Report], path: str, context: Context) -> Story | None:
    """The summary of the newest report that has one."""
    words_alone = replace(context, charts=context.charts.forgetful)
    for report in reports:
        told = prose_of(words_alone, partial(_summary, context, report), path, report)
        if told is not None:
            edit = context.source_href(Origin(told.file))
            return Story(_without_charts(told.html), report_path(report.id), context.report_name(report), edit)
    return None


def _without_charts(html: Markup) -> Markup:
    """Prose without its charts: the areas below have them, and an id stands once in a page."""
    return Markup(_CHART.sub("", str(html)))  # noqa: S704 - was safe before something was taken out


def _summary(context: Context, report: Report, lang: str) -> Markdown | None:
    return context.catalogue.narratives.get((lang, report.id, "summary"))


def _telling(unit: Unit, context: Context) -> list[tuple[str, str]]:
    """Reports of the units that this one came from, went into or belongs to: where a reader of an empty page may go on."""
    around = filter(None, dict.fromkeys((unit.parent, *unit.predecessors, *unit.successors)))
    reports = [report for each in around for report in reports_of_unit(each, context)]
    reports.sort(key=lambda report: (report.period, report.unit), reverse=True)
    return [(report_path(report.id), context.report_name(report)) for report in reports]


def _relative(unit_id: str | None, context: Context) -> Relative | None:
    return Relative(unit_path(unit_id), context.unit_name(unit_id)) if unit_id else None


def _parents_successors(unit: Unit, context: Context) -> list[Relative | None]:
    """What took the place of the unit to which a unit without a successor of its own belonged."""
    parent = ended_parent(unit, context.catalogue)
    return [_relative(each, context) for each in parent.successors] if parent and not unit.successors else []


def _last_edition(unit: Unit, context: Context) -> tuple[str, str] | None:
    """The last published edition that shows a former unit as it existed, and the address of its page there."""
    if unit.valid_to is None:
        return None
    page = archived_page(context.lang, unit_path(unit.id))
    for shelved in context.shelf.having(page):
        if shelved.edition.last_day <= unit.valid_to.last_day:
            return str(shelved.edition), data_href(context, unit_path(unit.id), f"{shelved.folder}/{page}/index.html")
    return None


def _opened(opening: OpeningChart, areas: list[UnitArea], path: str, context: Context) -> Markup:
    """The figure of a chart of the opening; a course is that of its area, which sees to its small page for other sites."""
    for found in areas if opening.is_course else ():
        for number, (indicator, _) in enumerate(found.charts):
            if indicator == opening.indicator:
                return draw_chart(found, number, path, context)
    return context.charts.figure(opening.chosen.data, opening.chosen.drawn, path, anchor=opening.anchor)


def _areas(
    unit: Unit, areas: list[UnitArea], reports: list[Report], opened: Collection[str], context: Context
) -> Iterator[AreaPart]:
    path = unit_path(unit.id)
    for found in areas:
        area, name = found.area, found.area.names.in_language(context.lang)
        told = [
            (report_path(report.id), area.id, report_period(report, context.catalogue, context.lang))
            for report in reports
            if any((lang, report.id, area.id) in context.catalogue.narratives for lang in context.catalogue.languages)
        ]
        others = [number for number, (indicator, _) in enumerate(found.charts) if indicator not in opened]
        at_once, later = others[:CHARTS_AT_ONCE], others[CHARTS_AT_ONCE:]
        title = context.say(N_("All figures: {area}") if found.is_whole else N_("Newest figures: {area}"), area=name)
        yield AreaPart(
            id=area.id,
            name=name,
            charts=tuple(draw_chart(found, number, path, context) for number in at_once),
            more_charts=tuple(_moved(found.charts[number][0], context) for number in later),
            title=title,
            table=series_table(
                found.series,
                context.dataset,
                context.lang,
                path,
                caption=title,
                name_units=False,
                only=found.newest,
            ),
            narratives=tuple(told),
            more=_more(found, context),
            compare=_compare(unit, area, {each.indicator for each in found.series}, context),
        )


def _moved(indicator: str, context: Context) -> tuple[str, str]:
    """Anchor and name of a chart that stands on the page of its area."""
    return chart_anchor(indicator), context.indicator_name(context.catalogue.indicators[indicator])


def _more(found: UnitArea, context: Context) -> tuple[str, str] | None:
    """Where the other charts and the earlier periods of an area are, and what is there."""
    if not found.has_page:
        return None
    first = formats.period(found.periods[0], context.lang)
    counted = context.say_number("{number} chart", "{number} charts", len(found.charts))
    if found.is_whole:
        return found.path, counted
    if len(found.charts) <= CHARTS_AT_ONCE:
        return found.path, context.say(N_("all periods from {first}"), first=first)
    return found.path, context.say(N_("{charts}, all periods from {first}"), charts=counted, first=first)


def _compare(unit: Unit, area: Area, reported: set[str], context: Context) -> str:
    """Where the unit's most telling indicator of an area is compared with other units; empty where no other reports any."""
    ordered = (each for each in context.catalogue.indicators if each in reported)
    compared = set(context.compared)
    shared = [each for each in (*area.headline, *ordered) if each in reported and each in compared]
    if not shared:
        return ""
    meeting = (each for each in shared if meeting_of(context.dataset, each) is not Meeting.NEVER)
    chosen = next(meeting, shared[0])
    return compare_link(unit_path(unit.id), chosen, units_beside(context.dataset, unit.id, chosen, MOST_UNITS))
