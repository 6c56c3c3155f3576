"""The list of indicators by area, and a page for each: what it means, what feeds it, and all units over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from markupsafe import Markup, escape

from generator.dataset.places import place_of_entry
from generator.dataset.reporting import units_reporting
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.model.formula import Formula, is_number
from generator.model.indicator import Indicator, Measure
from generator.model.unlike import unlike
from generator.pages.appendix.feeding import feeding_rows
from generator.pages.comparing.comparisons import standing_views
from generator.pages.comparing.many import left_to_others, of_few_units
from generator.pages.comparing.unit_tables import unit_tables
from generator.pages.context import Context
from generator.pages.figures.levels import DIRECTIONS, KINDS, OF_YEAR
from generator.pages.listing.facets import indicator_facets
from generator.pages.origins.origin import Origin
from generator.pages.page import Page, area_path, indicator_path, link, unit_path
from generator.pages.planned import Planned
from generator.pages.progress.targets import target_views
from generator.pages.sources.downloads import indicator_downloads
from generator.pages.statements.sentences import indicator_sentences


def plan(context: Context) -> Iterator[Planned]:
    """The list of indicators and a page for every indicator."""
    yield Planned("indicators", _list)
    for each in context.catalogue.indicators:
        yield Planned(indicator_path(each), partial(_page, each))


def _list(context: Context) -> Page:
    reported: dict[str, list[tuple[str, str]]] = {}
    for indicator in context.catalogue.indicators:
        units = {each: context.unit_name(each) for each in units_reporting(context.dataset, indicator)}
        reported[indicator] = sorted(
            ((unit_path(unit), name) for unit, name in units.items()), key=lambda each: sort_key(each[1])
        )
    areas = [
        (
            area.id,
            area.names.in_language(context.lang),
            [
                (
                    each.id,
                    context.indicator_name(each),
                    context.catalogue.measures[each.measure].names.in_language(context.lang),
                    reported[each.id],
                )
                for each in context.catalogue.indicators.values()
                if each.area == area.id
            ],
        )
        for area in context.catalogue.areas.values()
    ]
    description = context.say(N_("What is measured, defined once and shared by all reports."))
    return context.page(
        "indicators",
        "indicators",
        context.say(N_("Indicators")),
        description,
        origin=Origin("data/indicators"),
        lede=description,
        areas=areas,
    )


def _page(indicator_id: str, context: Context) -> Page:
    catalogue, lang = context.catalogue, context.lang
    indicator = catalogue.indicators[indicator_id]
    path = indicator_path(indicator.id)
    series = context.dataset.select(indicator=indicator.id)
    few = of_few_units(series, context)
    measure = catalogue.measures[indicator.measure]
    area = catalogue.areas[indicator.area]
    name = context.indicator_name(indicator)
    return context.page(
        "indicator",
        path,
        name,
        indicator.definition.in_language(lang),
        origin=Origin(*place_of_entry(context.dataset, "indicators", indicator_id)),
        downloads=indicator_downloads(indicator, context),
        facets=indicator_facets(indicator, context),
        indicator=indicator,
        sentences=indicator_sentences(indicator.id, path, context),
        definition=context.text(indicator.definition),
        note=context.text(indicator.note) if indicator.note else "",
        formulas=[_formula(each, indicator, context) for each in indicator.formula],
        gives=_gives(indicator, context),
        facts=[
            (
                context.say(N_("Area")),
                Markup('<a href="{}">{}</a>').format(link(path, area_path(area.id)), area.names.in_language(lang)),
            ),
            (context.say(N_("Unit of measure")), measure.names.in_language(lang)),
            (context.say(N_("Kind")), context.say(OF_YEAR if indicator.of_year else KINDS[indicator.kind])),
            (context.say(N_("Direction")), context.say(DIRECTIONS[indicator.better])),
            (context.say(N_("Broken down by")), _breakdowns(indicator, context)),
            (context.say(N_("Not to be taken for")), _links(unlike(indicator.id, catalogue), path, context)),
            (context.say(N_("In the place of")), _links(indicator.replaces, path, context)),
            (
                context.say(N_("Replaced by")),
                _links(
                    [each.id for each in catalogue.indicators.values() if indicator.id in each.replaces], path, context
                ),
            ),
        ],
        feeding=feeding_rows(indicator, context),
        related=[
            (indicator_path(each), context.indicator_name(catalogue.indicators[each])) for each in indicator.related
        ],
        charts=context.charts.across_units(few, path, anchor="chart", rankings=False),
        table=unit_tables(few, path, name, context) + left_to_others(indicator_id, series, few, path, context),
        standings=standing_views(indicator, context),
        targets=target_views(indicator.id, path, context),
    )


def _links(indicators: Iterable[str], path: str, context: Context) -> Markup:
    """Indicators by name, each leading to its page; empty for none."""
    named = context.catalogue.indicators
    return Markup("; ").join(
        Markup('<a href="{}">{}</a>').format(link(path, indicator_path(each)), context.indicator_name(named[each]))
        for each in indicators
    )


def _breakdowns(indicator: Indicator, context: Context) -> str:
    """What an indicator is split by, and where the parts add up."""
    names = {each: context.catalogue.breakdowns[each].names.in_language(context.lang) for each in indicator.breakdown}
    return "; ".join(
        context.say(N_("{breakdown} (the parts add up to the whole)"), breakdown=name)
        if each in indicator.sums
        else name
        for each, name in names.items()
    )


def _gives(indicator: Indicator, context: Context) -> list[tuple[str, str]]:
    """The indicators whose formula uses this one."""
    return [
        (indicator_path(each.id), context.indicator_name(each))
        for each in context.catalogue.indicators.values()
        if any(indicator.id in Formula.parse(written).indicators for written in each.formula)
    ]


def _formula(written: str, indicator: Indicator, context: Context) -> Markup:
    """The formula with the names of its terms, each a link; a quotient in percent is multiplied by 100."""
    formula = Formula.parse(written)
    measure = context.catalogue.measures[indicator.measure]
    signs = {"/": "÷", "-": "−", "+": "+"}
    path = indicator_path(indicator.id)
    parts = [_term(formula.terms[0], path, measure, context)]
    for operator, term in zip(formula.operators, formula.terms[1:], strict=True):
        parts += [Markup(" {} ").format(signs[operator]), _term(term, path, measure, context)]
    if formula.is_quotient and formats.is_rate(measure):
        parts.append(Markup(" × 100 %") if context.lang == "vi" else Markup(" × 100%"))
    return Markup("").join(parts)


def _term(term: str, path: str, measure: Measure, context: Context) -> Markup:
    """The name of an indicator as a link, or a number in the unit of measure of the result."""
    if is_number(term):
        return escape(formats.measured(Decimal(term), measure, context.lang))
    name = context.indicator_name(context.catalogue.indicators[term])
    return Markup('<a href="{}">{}</a>').format(link(path, indicator_path(term)), name)
