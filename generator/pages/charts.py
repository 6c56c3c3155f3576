"""Charts of the dataset: which series a chart shows, in which shape, and its figure with text alternative and table."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from markupsafe import Markup

from generator.charts.bundle import FILE_NAME as VEGA_FILE
from generator.charts.cache import Cache
from generator.charts.draw import draw
from generator.charts.figure import figure_html
from generator.charts.model import Chart, ChartData, ChartLabels, ChartPoint, ChartSeries, ChartTarget
from generator.charts.words import Words
from generator.dataset.breaks import series_breaks
from generator.dataset.dataset import Dataset, Series, axis_periods, segments
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.i18n.sorting import sort_key
from generator.model.form import BreakdownKey
from generator.model.indicator import Direction, Indicator, IndicatorKind, Measure
from generator.model.period import Period
from generator.model.text import DEFAULT_LANGUAGE
from generator.pages.chart_choice import (
    MOST_SERIES,
    Compared,
    beside_each_other,
    comparable,
    develops,
    groups_to_rank,
    kind_over_time,
    says_something,
)
from generator.pages.chart_table import chart_table
from generator.pages.chart_targets import SetTarget, targets_of
from generator.pages.chart_words import chart_words, told_break
from generator.pages.embeds import EmbedChart, EmbedStore, embed_path
from generator.pages.faults import ChartFaultError
from generator.pages.figures import breakdown_name, is_number, shown
from generator.pages.levels import LEVELS_PLURAL
from generator.pages.page import link
from generator.pages.tables import series_table


@lru_cache(maxsize=8192)
def _draw(data: ChartData, cache: Cache | None) -> Chart:
    """The same chart stands on several pages and, while people edit, in one build after another."""
    return draw(data, cache)


@dataclass(frozen=True)
class ChartMaker:
    """Draws charts of series in one language, and remembers in `embeds` each that other sites may show."""

    dataset: Dataset
    lang: str
    cache: Cache | None
    embeds: EmbedStore = field(default_factory=EmbedStore)

    def chart(
        self,
        series: Sequence[Series],
        page_path: str,
        *,
        anchor: str,
        title: str | None = None,
        single_figures: bool = False,
        embed: bool = True,
    ) -> Markup:
        """The figure of some series that share a unit of measure; empty where none of them shows a development.

        With `single_figures`, series with one figure stand beside the others, as one unit beside another.
        """
        numeric = self._numeric(series)
        developing = [each for each in numeric if develops(each, self.dataset.catalogue)]
        drawn = ([each for each in numeric if each.numeric] if single_figures else developing)[:MOST_SERIES]
        if not developing or not says_something(drawn):
            return Markup("")
        return self.figure(self.data(drawn, title), drawn, page_path, anchor=anchor, embed=embed)

    def across_units(
        self, series: Sequence[Series], page_path: str, *, anchor: str, rankings: bool = True
    ) -> list[Markup]:
        """The charts of an indicator for each breakdown: the units over time and, on demand, rankings of units with the same period."""
        by_breakdown: dict[BreakdownKey, list[Series]] = {}
        for each in self._numeric(series):
            by_breakdown.setdefault(each.breakdown, []).append(each)
        charts = []
        for breakdown, found in by_breakdown.items():
            suffix = "-".join([anchor, *(category for _, category in breakdown)])
            charts.append(self._over_time(found, page_path, anchor=suffix))
            groups = groups_to_rank(found, self.dataset.catalogue) if rankings else []
            charts += [self.ranking(group, page_path, anchor=f"{suffix}-{group.level}") for group in groups]
        return [chart for chart in charts if chart]

    def ranking(self, group: Compared, page_path: str, *, anchor: str) -> Markup:
        """The figure of units of one level side by side: best first where a direction is declared, by name otherwise."""
        data = self.ranking_data(group)
        if len(set(data.periods)) < len(group.figures):
            return Markup("")
        drawn = [replace(series, observations=(observation,)) for series, observation in group.figures]
        return self.figure(data, drawn, page_path, anchor=anchor)

    def _over_time(self, series: Sequence[Series], page_path: str, *, anchor: str) -> Markup:
        ranked = sorted(series, key=lambda each: -len(each.numeric))
        drawn = beside_each_other(ranked, self.dataset.catalogue, continuous=self._continuous(ranked[0]))
        if not drawn or not says_something(drawn):
            return Markup("")
        data = self.data(drawn, self._full_title(drawn[0]))
        if data.kind == "bars":
            # Bars of different years have no line that tells which of them are one unit's course.
            drawn = beside_each_other(ranked, self.dataset.catalogue, continuous=False)
            data = self.data(drawn, self._full_title(drawn[0]))
        return self.figure(data, drawn, page_path, anchor=anchor)

    def figure(
        self, data: ChartData, drawn: Sequence[Series], page_path: str, *, anchor: str, embed: bool = True
    ) -> Markup:
        """The figure of a chart that shows some series, with their table, source and files."""
        try:
            chart = _draw(data, self.cache)
        except ValueError as error:
            raise ChartFaultError(page_path, anchor, str(error)) from None
        own_page = embed_path(page_path, anchor)
        if embed:
            self.embeds.add(
                EmbedChart(
                    path=own_page,
                    page_path=page_path,
                    anchor=anchor,
                    data=data,
                    svg=chart.svg,
                    table=series_table(drawn, self.dataset, self.lang, own_page),
                    source=str(self._source(drawn)),
                )
            )
        return figure_html(
            chart,
            data,
            anchor=anchor,
            table_html=str(series_table(drawn, self.dataset, self.lang, page_path)),
            source_html=str(self._source(drawn)),
            words=self.words,
            table=chart_table(drawn, self.dataset.catalogue, self.lang, page_path),
            addresses={
                "vega": _asset(VEGA_FILE, page_path, self.lang),
                "embed": link(page_path, own_page) if embed else "",
            },
        )

    def _numeric(self, series: Sequence[Series]) -> list[Series]:
        return [comparable(each) for each in series if is_number(self._measure(each.indicator))]

    def _continuous(self, series: Series) -> bool:
        """Whether a line may run through the figures: states and rates, but not counts of what happened in a period."""
        indicator = self.dataset.catalogue.indicators[series.indicator]
        return indicator.kind is IndicatorKind.STOCK or formats.is_rate(self._measure(indicator.id))

    def _full_title(self, series: Series) -> str:
        name = breakdown_name(series.breakdown, self.dataset.catalogue, self.lang)
        title = self.dataset.catalogue.indicators[series.indicator].names.in_language(self.lang)
        return f"{title}: {name}" if name else title

    def data(self, series: Sequence[Series], title: str | None = None) -> ChartData:
        """What a chart of the series over time shows."""
        catalogue = self.dataset.catalogue
        first = catalogue.indicators[series[0].indicator]
        stock = first.kind is IndicatorKind.STOCK
        whole_years = any(not each.period.is_partial_year for found in series for each in found.numeric)
        known = axis_periods(observation.period for each in series for observation in each.numeric)
        targets = targets_of(series, catalogue, self.lang)
        on_axis = axis_periods([*known, *(each.year for each in targets if _near(each, known))])
        periods = tuple(self._period(each) for each in on_axis)
        drawn = tuple(
            ChartSeries(name, self._points(each, stock=stock, hollow=whole_years and not stock))
            for name, each in zip(self.series_names(series), series, strict=True)
        )
        same_indicator = len({each.indicator for each in series}) == 1
        return self._framed(
            ChartData(
                kind=kind_over_time(periods, drawn, continuous=self._continuous(series[0])),
                title=title or (first.names.in_language(self.lang) if same_indicator else self._joint_title(series)),
                measure=self._measure(first.id).names.in_language(self.lang),
                periods=periods,
                series=drawn,
                labels=self._labels,
                lang=self.lang,
                subject=self._subject(series),
                targets=tuple(
                    ChartTarget(self._period(each.year), float(each.value), each.label)
                    for each in targets
                    if each.year in on_axis
                ),
                remarks=tuple(dict.fromkeys([*self._told_breaks(series), *(each.told for each in targets)])),
            ),
            self._measure(first.id),
        )

    def ranking_data(self, group: Compared) -> ChartData:
        """What a ranking shows. `subject` is the period, because all bars share it."""
        catalogue = self.dataset.catalogue
        indicator = catalogue.indicators[group.figures[0][0].indicator]
        figures = [(self._unit(series.unit), observation) for series, observation in group.figures]
        figures.sort(key=lambda each: sort_key(each[0]))
        if indicator.better is not Direction.NEITHER:
            figures.sort(key=lambda each: each[1].value or 0, reverse=indicator.better is Direction.HIGHER)
        points = tuple(
            ChartPoint(
                name,
                float(each.value or 0),
                shown(each, catalogue, self.lang, with_unit=True),
                brief=shown(each, catalogue, self.lang),
            )
            for name, each in figures
        )
        return self._framed(
            ChartData(
                kind="ranking",
                title=self._full_title(group.figures[0][0]),
                measure=self._measure(indicator.id).names.in_language(self.lang),
                periods=tuple(name for name, _ in figures),
                series=(ChartSeries(translate(self.lang, LEVELS_PLURAL[group.level]), points),),
                labels=replace(self._labels, period=translate(self.lang, N_("Unit"))),
                lang=self.lang,
                subject=formats.period(group.period, self.lang),
            ),
            self._measure(indicator.id),
        )

    @staticmethod
    def _framed(data: ChartData, measure: Measure) -> ChartData:
        """The chart with the natural limits of its unit of measure."""
        return replace(
            data,
            integer=measure.type.value == "count",
            lower=float(measure.minimum) if measure.minimum is not None else None,
            upper=float(measure.maximum)
            if measure.maximum is not None
            else 100.0
            if formats.is_rate(measure)
            else None,
        )

    @property
    def _labels(self) -> ChartLabels:
        return ChartLabels(
            period=translate(self.lang, N_("Period")),
            value=translate(self.lang, N_("Value")),
            series=translate(self.lang, N_("Series")),
        )

    def _subject(self, series: Sequence[Series]) -> str:
        units = {each.unit for each in series}
        return self._unit(units.pop()) if len(units) == 1 else ""

    def _unit(self, unit: str) -> str:
        found = self.dataset.catalogue.units.get(unit)
        return found.names.in_language(self.lang) if found else unit

    def _told_breaks(self, series: Sequence[Series]) -> list[str]:
        catalogue = self.dataset.catalogue
        return [
            told_break(found, catalogue.units.get(each.unit), self.lang)
            for each in series
            for found in series_breaks(each, catalogue)
        ]

    def series_names(self, series: Sequence[Series]) -> list[str]:
        """Names that tell the series apart: by unit, indicator and breakdown, as far as they differ."""
        catalogue = self.dataset.catalogue
        several_units = len({each.unit for each in series}) > 1
        several_indicators = len({each.indicator for each in series}) > 1
        several_breakdowns = len({each.breakdown for each in series}) > 1 or not (several_units or several_indicators)
        names = []
        for each in series:
            unit, indicator = catalogue.units.get(each.unit), catalogue.indicators[each.indicator]
            parts = [unit.names.in_language(self.lang) if unit else each.unit] if several_units else []
            parts += [indicator.names.in_language(self.lang)] if several_indicators else []
            parts += (
                [breakdown_name(each.breakdown, catalogue, self.lang)] if each.breakdown and several_breakdowns else []
            )
            alone = indicator.names.in_language(self.lang) if len(series) == 1 else translate(self.lang, N_("Overall"))
            names.append(", ".join(parts) or alone)
        return names

    def _points(self, series: Series, *, stock: bool, hollow: bool) -> tuple[ChartPoint, ...]:
        """The points of a series; with `hollow`, parts of a year are marked, as they stand among whole years."""
        catalogue = self.dataset.catalogue
        starts = {found.period for found in series_breaks(series, catalogue)}
        stretches = segments(series, joins_kinds=stock, starts=starts)
        return tuple(
            ChartPoint(
                period=self._period(observation.period),
                value=float(observation.value) if observation.value is not None else None,
                shown=shown(observation, catalogue, self.lang, with_unit=True),
                segment=stretches.get(observation.period, 0),
                partial=observation.period.is_partial_year and hollow,
                brief=shown(observation, catalogue, self.lang),
            )
            for observation in series.numeric
        )

    def _period(self, period: Period) -> str:
        return formats.period(period, self.lang, short=True)

    def _measure(self, indicator: str) -> Measure:
        catalogue = self.dataset.catalogue
        return catalogue.measures[catalogue.indicators[indicator].measure]

    def _joint_title(self, series: Sequence[Series]) -> str:
        indicators: dict[str, Indicator] = {
            each.indicator: self.dataset.catalogue.indicators[each.indicator] for each in series
        }
        return "; ".join(each.names.in_language(self.lang) for each in indicators.values())

    def _source(self, series: Sequence[Series]) -> Markup:
        """The line under a chart that names the reports its figures come from."""
        catalogue = self.dataset.catalogue
        reports = dict.fromkeys(observation.source.report for each in series for observation in each.numeric)
        names = []
        for report_id in reports:
            report = catalogue.reports[report_id]
            unit = catalogue.units.get(report.unit)
            name = unit.names.in_language(self.lang) if unit else report.unit
            names.append(f"{name}, {formats.period(report.period, self.lang)}")
        return Markup("{}").format(translate(self.lang, N_("Source: {source}"), source="; ".join(names)))

    @property
    def words(self) -> Words:
        """The texts around a chart in the page's language."""
        return chart_words(self.lang)


def _near(target: SetTarget, known: Sequence[Period]) -> bool:
    """Whether a target's year is one of the chart's or the one after: a chart of five years needs no axis up to 2030."""
    years = [each.last_year for each in known]
    return not any(each.kind.value == "years" for each in known) and min(years) <= target.year.year <= max(years) + 1


def _asset(name: str, page_path: str, lang: str) -> str:
    """The address of a script that stands once for all languages, as seen from a page."""
    folder = page_path if lang == DEFAULT_LANGUAGE else posixpath.join(lang, page_path)
    return posixpath.relpath(posixpath.join("assets", "js", name), folder or ".")
