"""The page of a unit's figures of one area: all charts and all periods, where its own page shows the telling and the newest alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from markupsafe import Markup

from generator.dataset.dataset import Series
from generator.dataset.places import place_of_entry
from generator.dataset.reporting import series_of_unit
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.indicator import Area, Direction
from generator.model.period import Period
from generator.model.unit import Unit
from generator.pages.charts.choice import FEWEST_FOR_LINE
from generator.pages.charts.embeds import Embedding
from generator.pages.charts.maker import ChosenChart
from generator.pages.context import Context
from generator.pages.listing.facets import unit_area_facets
from generator.pages.listing.summaries import reports_of_unit
from generator.pages.origins.origin import Origin
from generator.pages.page import Page, unit_area_path, unit_path
from generator.pages.planned import Planned
from generator.pages.sources.printed_source import reports_source
from generator.pages.tables.series_table import periods_of, series_table

CHARTS_AT_ONCE = 2
"""So many charts of an area stand on the page of its unit; a page of forty is no answer, and weighs a megabyte."""
NEWEST_PERIODS = 5
"""So many periods: of quarters, the same one of the year before is among them."""


@dataclass(frozen=True)
class UnitArea:
    """What the reports say of a unit in an area: its series, and what its charts show by indicator, the telling ones first."""

    unit: Unit
    area: Area
    series: tuple[Series, ...]
    charts: tuple[tuple[str, ChosenChart], ...]
    periods: tuple[Period, ...]

    @property
    def newest(self) -> tuple[Period, ...]:
        """The periods that the unit's page shows."""
        return self.periods[-NEWEST_PERIODS:]

    @property
    def is_whole(self) -> bool:
        """Whether the unit's page shows all periods."""
        return len(self.periods) <= NEWEST_PERIODS

    @property
    def has_page(self) -> bool:
        """Whether there is more than the unit's page shows."""
        return len(self.charts) > CHARTS_AT_ONCE or not self.is_whole

    @property
    def path(self) -> str:
        return unit_area_path(self.unit.id, self.area.id)


def plan(context: Context) -> Iterator[Planned]:
    """A page for every area of a unit of which there is more than the unit's page shows."""
    for unit in context.catalogue.units.values():
        for area, series in _by_area(unit, context):
            if len(periods_of(series)) > NEWEST_PERIODS or _has_more_charts(series, context):
                yield Planned(unit_area_path(unit.id, area.id), partial(_planned, unit.id, area.id))


def unit_areas(unit: Unit, context: Context, only: str = "") -> Iterator[UnitArea]:
    """The areas of which reports give figures of a unit, in the order of areas; or one of them."""
    for area, series in _by_area(unit, context, only):
        yield UnitArea(unit, area, series, _charts(area, series, context), tuple(periods_of(series)))


def _by_area(unit: Unit, context: Context, only: str = "") -> Iterator[tuple[Area, tuple[Series, ...]]]:
    for area in context.catalogue.areas.values():
        if only in ("", area.id) and (found := series_of_unit(context.dataset, unit.id, area.id)):
            yield area, found


def _has_more_charts(series: Sequence[Series], context: Context) -> bool:
    """Whether an area has more charts than the unit's page shows; looks no further than it must, because this is asked of every unit before any page is made."""
    by_indicator: dict[str, list[Series]] = defaultdict(list)
    for each in series:
        by_indicator[each.indicator].append(each)
    drawn = (found for found in by_indicator.values() if context.charts.choose(found) is not None)
    return sum(1 for _ in islice(drawn, CHARTS_AT_ONCE + 1)) > CHARTS_AT_ONCE


def draw_chart(found: UnitArea, number: int, page_path: str, context: Context) -> Markup:
    """The figure of one of the charts, for the unit's page or for the area's.

    Where both show it, its small page for other sites is seen to by the area's, at the address that the unit's gave it.
    """
    indicator, chosen = found.charts[number]
    embedding = Embedding(home=unit_path(found.unit.id), written=page_path == found.path or not found.has_page)
    return context.charts.figure(
        chosen.data, chosen.drawn, page_path, anchor=chart_anchor(indicator), embedding=embedding
    )


def chart_anchor(indicator: str) -> str:
    """Where the chart of an indicator stands on its page."""
    return f"chart-{indicator}"


def _planned(unit: str, area: str, context: Context) -> Page:
    (found,) = unit_areas(context.catalogue.units[unit], context, area)
    return _page(found, context)


def _page(found: UnitArea, context: Context) -> Page:
    unit, area = context.unit_name(found.unit.id), found.area.names.in_language(context.lang)
    first, last = (formats.period(each, context.lang) for each in (found.periods[0], found.periods[-1]))
    reports = reports_of_unit(found.unit.id, context)
    return context.page(
        "unit-area",
        found.path,
        context.say(N_("{unit}: {area}"), unit=unit, area=area),
        context.say(
            N_("{area}, {unit}: all figures and charts, {first} to {last}."),
            unit=unit,
            area=area,
            first=first,
            last=last,
        ),
        source=reports_source(reports, context),
        facets=unit_area_facets(found.unit, found.area, found.series, context),
        origin=Origin(*place_of_entry(context.dataset, "units", found.unit.id)),
        unit_path=unit_path(found.unit.id),
        unit_name=unit,
        area=found.area.id,
        area_name=area,
        charts=[draw_chart(found, number, found.path, context) for number in range(len(found.charts))],
        table=series_table(
            found.series,
            context.dataset,
            context.lang,
            found.path,
            caption=context.say(N_("All figures: {area}"), area=area),
            name_units=False,
        ),
    )


def _charts(area: Area, series: Sequence[Series], context: Context) -> tuple[tuple[str, ChosenChart], ...]:
    """What charts show: headline indicators first, then those with a course rather than two figures, then those with a direction."""
    by_indicator: dict[str, list[Series]] = defaultdict(list)
    for each in series:
        by_indicator[each.indicator].append(each)

    def rank(indicator: str) -> tuple[int, bool, bool]:
        headline = area.headline.index(indicator) if indicator in area.headline else len(area.headline)
        periods = {each.period for found in by_indicator[indicator] for each in found.numeric}
        neutral = context.catalogue.indicators[indicator].better is Direction.NEITHER
        return headline, len(periods) < FEWEST_FOR_LINE, neutral

    chosen = ((each, context.charts.choose(by_indicator[each])) for each in sorted(by_indicator, key=rank))
    return tuple((indicator, chart) for indicator, chart in chosen if chart is not None)
