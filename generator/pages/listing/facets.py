"""The facets of units, reports, indicators and areas: by which names search finds their pages, and what results say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.dataset.belonging import has_reported
from generator.dataset.dataset import Series, series_of_area
from generator.dataset.headline import telling
from generator.dataset.reporting import areas_of_report
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.indicator import Area, Indicator
from generator.model.observation import Observation
from generator.model.period import Period
from generator.model.report import Report
from generator.model.unit import Unit
from generator.pages.context import Context
from generator.pages.figures.figure import breakdown_name, shown
from generator.pages.listing.bare_name import bare_name, undistinguished
from generator.pages.listing.summaries import is_former
from generator.pages.marks.flags import SIGN, contradicted
from generator.pages.page import Answer, Facets, report_path

REPORT = N_("Report")
MOST_FILTERED = 200
"""So many units are offered as filters of the search."""
UNITS_NAMED = 2
"""So many units are named in a result; of more, only the number is told."""


def unit_facets(unit: Unit, context: Context) -> Facets:
    """A unit: findable by all names of its own and of those it came from, in every language, in full and abbreviated."""
    observed = context.dataset.select(unit=unit.id)
    years = _years(each.period for series in observed for each in series.observations)
    areas = {context.catalogue.indicators[series.indicator].area for series in observed}
    return Facets(
        kind=context.say(N_("Unit")),
        unit=unit.names.in_language(context.lang),
        period=_span(years),
        names=_unit_names(unit, context),
        units=(unit.id,),
        years=years,
        areas=tuple(sorted(areas)),
        former=is_former(unit, context.catalogue),
        reporting=has_reported(context.dataset, unit.id),
        entity="unit",
        figures=tuple(_answers(observed, context, of_unit=True)),
    )


def unit_area_facets(unit: Unit, area: Area, series: Sequence[Series], context: Context) -> Facets:
    """The figures of a unit in one area."""
    years = _years(each.period for found in series for each in found.observations)
    return Facets(
        kind=context.say(N_("Figures of a unit")),
        unit=unit.names.in_language(context.lang),
        period=_span(years),
        area=area.names.in_language(context.lang),
        units=(unit.id,),
        years=years,
        areas=(area.id,),
    )


def report_facets(report: Report, context: Context, *, kind: str = REPORT) -> Facets:
    """A report, or a page about it: findable by the number of its document."""
    return Facets(
        kind=context.say(kind),
        unit=context.unit_name(report.unit),
        period=formats.period(report.period, context.lang),
        names=(report.document.number,) if report.document.number else (),
        units=(report.unit,),
        years=tuple(range(report.period.year, report.period.last_year + 1)),
        areas=areas_of_report(context.dataset, report.id),
        entity="report" if kind == REPORT else "",
        period_id=str(report.period),
    )


def indicator_facets(indicator: Indicator, context: Context) -> Facets:
    """An indicator: the units and years that have figures of it."""
    observed = context.dataset.select(indicator=indicator.id)
    units = tuple(sorted({series.unit for series in observed}))
    years = _years(each.period for series in observed for each in series.observations)
    return Facets(
        kind=context.say(N_("Indicator")),
        unit=_units_in_words(units, context),
        period=_span(years),
        area=context.catalogue.areas[indicator.area].names.in_language(context.lang),
        names=_other_languages(indicator.names.root, indicator.names.in_language(context.lang)),
        units=_filtered(units, context),
        years=years,
        areas=(indicator.area,),
        entity="indicator",
        figures=tuple(_answers(observed, context, of_unit=False)),
    )


def area_facets(area: Area, context: Context) -> Facets:
    """An area: the units and years that have figures of any of its indicators."""
    inside = series_of_area(context.dataset, area.id)
    years = _years(each.period for series in inside for each in series.observations)
    return Facets(
        kind=context.say(N_("Area of reform")),
        period=_span(years),
        area=area.names.in_language(context.lang),
        names=_other_languages(area.names.root, area.names.in_language(context.lang)),
        units=_filtered(tuple(sorted({series.unit for series in inside})), context),
        years=years,
        areas=(area.id,),
    )


def _filtered(units: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The units by which search filters a page: of more than it offers, those that belong to no other one."""
    if len(units) <= MOST_FILTERED:
        return units
    known = context.catalogue.units
    return tuple(each for each in units if each in known and not known[each].parent)


def _answers(observed: Iterable[Series], context: Context, *, of_unit: bool) -> Iterator[Answer]:
    """The newest figures of an indicator, one a unit, or of a unit, one an indicator; the newest first, of equals exact ones, then those of the whole.

    A figure that the audit contradicts bears its sign here as well.
    """
    catalogue, lang = context.catalogue, context.lang
    best: dict[tuple[str, str], tuple[tuple[Period, bool, bool], Series, Observation]] = {}
    for series in observed:
        newest = telling(series, context.dataset)
        if newest is None or newest.value is None:
            continue
        rank = (newest.period, newest.rough is None, not series.breakdown)
        key = (series.indicator, series.unit)
        if key not in best or rank > best[key][0]:
            best[key] = (rank, series, newest)
    for _, series, newest in sorted(best.values(), key=lambda each: each[0], reverse=True):
        of = series.indicator if of_unit else context.unit_name(series.unit)
        value = shown(newest, catalogue, lang, with_unit=True)
        if series.breakdown:
            value = f"{value} ({breakdown_name(series.breakdown, catalogue, lang)})"
        if contradicted(newest, context.dataset):
            value = f"{value} {SIGN}"
        source = f"{report_path(newest.source.report)}/index.html#{newest.source.anchor}"
        yield catalogue.indicators[series.indicator].area, of, value, formats.period(newest.period, lang), source


def _unit_names(unit: Unit, context: Context) -> tuple[str, ...]:
    # People type no word for the kind; what belongs to a unit of their name, such as its tax office, must not come before it.
    bare = undistinguished(bare_name(unit, "vi"))
    own = [bare, *unit.names.root.values(), *(unit.authority.root.values() if unit.authority else ()), *unit.aliases]
    before = [context.catalogue.units[each] for each in unit.predecessors if each in context.catalogue.units]
    earlier = [name for each in before for name in each.names.root.values()]
    code = [unit.code] if unit.code else []
    return tuple(dict.fromkeys([*own, *_abbreviated(own, context), *code, *earlier]))


def _abbreviated(names: list[str], context: Context) -> list[str]:
    """The names with terms of the glossary shortened: `UBND huyện …` for `Ủy ban nhân dân huyện …`."""
    short = []
    for entry in context.catalogue.glossary.values():
        term = entry.term.in_language("vi")
        if entry.abbreviation:
            short += [name.replace(term, entry.abbreviation) for name in names if term in name]
    return short


def _other_languages(names: Mapping[str, str], shown: str) -> tuple[str, ...]:
    return tuple(name for name in names.values() if name != shown)


def _units_in_words(units: tuple[str, ...], context: Context) -> str:
    if len(units) <= UNITS_NAMED:
        return ", ".join(context.unit_name(unit) for unit in units)
    return context.say_number("{number} unit", "{number} units", len(units))


def _years(periods: Iterable[Period]) -> tuple[int, ...]:
    return tuple(sorted({year for period in periods for year in range(period.year, period.last_year + 1)}))


def _span(years: tuple[int, ...]) -> str:
    if not years:
        return ""
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
