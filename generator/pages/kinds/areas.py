"""The list of the seven areas, and a page for each: its indicators, who reports them, and what the reports tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from generator.dataset.dataset import Series, series_of_area
from generator.dataset.places import place_of_entry
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.pages.comparing.area_comparison import area_overview
from generator.pages.comparing.many import left_to_others, of_few_units
from generator.pages.comparing.unit_tables import unit_tables
from generator.pages.context import Context
from generator.pages.listing.facets import area_facets
from generator.pages.listing.summaries import area_cards, newest_reports
from generator.pages.origins.origin import Origin
from generator.pages.page import Page, area_path, indicator_path, report_path
from generator.pages.planned import Planned
from generator.pages.progress.missed import missed_targets
from generator.pages.progress.verdicts import verdict_counts
from generator.pages.statements.sentences import area_sentences


def plan(context: Context) -> Iterator[Planned]:
    """The list of areas and a page for every area."""
    yield Planned("areas", _list)
    for each in context.catalogue.areas:
        yield Planned(area_path(each), partial(_page, each))


def _list(context: Context) -> Page:
    description = context.say(N_("Reform is reported in seven areas, the same in every report."))
    return context.page(
        "areas",
        "areas",
        context.say(N_("Areas of reform")),
        description,
        origin=Origin("data/areas.yml", 1),
        lede=description,
        areas=area_cards(context),
        notes=[context.text(area.note) for area in context.catalogue.areas.values() if area.note],
    )


def _page(area_id: str, context: Context) -> Page:
    area = context.catalogue.areas[area_id]
    path = area_path(area.id)
    by_indicator: dict[str, list[Series]] = defaultdict(list)
    for each in series_of_area(context.dataset, area.id):
        by_indicator[each.indicator].append(each)
    indicators = [
        (
            indicator_path(indicator.id),
            context.indicator_name(indicator),
            indicator.definition.in_language(context.lang),
            len({each.unit for each in by_indicator.get(indicator.id, [])}),
        )
        for indicator in context.catalogue.indicators.values()
        if indicator.area == area.id
    ]
    compared = [indicator for indicator, found in by_indicator.items() if len({each.unit for each in found}) > 1]
    headline = [each for each in area.headline if each in by_indicator]
    shown = list(dict.fromkeys([*headline, *compared]))
    few = {each: of_few_units(by_indicator[each], context) for each in shown}
    told = [
        (report_path(report.id), context.report_name(report))
        for report in newest_reports(context)
        if any((lang, report.id, area.id) in context.catalogue.narratives for lang in context.catalogue.languages)
    ]
    charts = [
        chart for each in headline for chart in context.charts.across_units(few[each], path, anchor=f"chart-{each}")
    ]
    name = area.names.in_language(context.lang)
    judged = [
        each for each in context.judgements if context.catalogue.indicators[each.target.indicator].area == area.id
    ]
    return context.page(
        "area",
        path,
        name,
        area.definition.in_language(context.lang),
        origin=Origin(*place_of_entry(context.dataset, "areas", area_id)),
        facets=area_facets(area, context),
        area=area,
        sentences=area_sentences(area.id, path, context),
        definition=context.text(area.definition),
        note=context.text(area.note) if area.note else "",
        charts=charts,
        overview=area_overview(area, context),
        tables=[
            (
                context.indicator_name(context.catalogue.indicators[each]),
                indicator_path(each),
                unit_tables(few[each], path, context.indicator_name(context.catalogue.indicators[each]), context)
                + left_to_others(each, by_indicator[each], few[each], path, context),
            )
            for each in shown
        ],
        indicators=indicators,
        reports=told,
        progress=verdict_counts(judged, context, path, area=area.id),
        missed=missed_targets(judged, path, context),
        formats=formats,
    )
