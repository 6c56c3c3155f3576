"""Charts of the dataset: which series a chart shows, in which shape, and its figure with text alternative and table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup

from generator.charts.cache import Cache
from generator.charts.draw import draw
from generator.charts.figure import figure_html
from generator.charts.model import Chart, ChartData, ChartLabels, ChartPoint, ChartSeries
from generator.charts.words import Words
from generator.dataset.dataset import Dataset, Series, axis_periods, segments
from generator.i18n import formats
from generator.i18n.messages import N_, template, translate
from generator.model.form import BreakdownKey
from generator.model.indicator import Indicator, IndicatorKind, Measure
from generator.model.period import Period
from generator.model.selection import comparable_numbers, shows_development
from generator.pages.figures import breakdown_name, is_number, shown
from generator.pages.tables import series_table

MOST_SERIES = 6
"""More lines than this cannot be told apart; the table shows the rest."""


@lru_cache(maxsize=8192)
def _draw(data: ChartData, cache: Cache | None) -> Chart:
    """The same chart stands on several pages and, while people edit, in one build after another."""
    return draw(data, cache)


@dataclass(frozen=True)
class ChartMaker:
    """Draws charts of series in one language."""

    dataset: Dataset
    lang: str
    cache: Cache | None

    def chart(
        self,
        series: Sequence[Series],
        page_path: str,
        *,
        anchor: str,
        title: str | None = None,
        single_figures: bool = False,
    ) -> Markup:
        """The figure of some series that share a unit of measure; empty where none of them shows a development.

        With `single_figures`, series with one figure stand beside the others, as one unit beside another.
        """
        numeric = [comparable(each) for each in series if is_number(self._measure(each.indicator))]
        developing = [each for each in numeric if self._develops(each)]
        if not developing:
            return Markup("")
        drawn = ([each for each in numeric if each.numeric] if single_figures else developing)[:MOST_SERIES]
        data = self.data(drawn, title)
        table = series_table(drawn, self.dataset, self.lang, page_path)
        return figure_html(
            _draw(data, self.cache),
            data,
            anchor=anchor,
            table_html=str(table),
            source_html=str(self._source(drawn)),
            words=self.words,
        )

    def _develops(self, series: Series) -> bool:
        stock = self.dataset.catalogue.indicators[series.indicator].kind is IndicatorKind.STOCK
        return shows_development(series.observations, stock=stock)

    def across_units(self, series: Sequence[Series], page_path: str, *, anchor: str) -> list[Markup]:
        """A chart for each breakdown of an indicator, in which every unit is one series; those with most figures first."""
        by_breakdown: dict[BreakdownKey, list[Series]] = {}
        for each in series:
            by_breakdown.setdefault(each.breakdown, []).append(each)
        charts = []
        for breakdown, found in by_breakdown.items():
            ranked = sorted(found, key=lambda each: -len(comparable(each).numeric))
            name = breakdown_name(breakdown, self.dataset.catalogue, self.lang)
            title = self.dataset.catalogue.indicators[found[0].indicator].names.in_language(self.lang)
            full_title = f"{title}: {name}" if name else title
            suffix = "-".join(category for _, category in breakdown)
            charts.append(
                self.chart(
                    ranked,
                    page_path,
                    anchor=f"{anchor}-{suffix}" if suffix else anchor,
                    title=full_title,
                    single_figures=True,
                )
            )
        return [chart for chart in charts if chart]

    def data(self, series: Sequence[Series], title: str | None = None) -> ChartData:
        """What a chart of the series shows."""
        catalogue = self.dataset.catalogue
        first = catalogue.indicators[series[0].indicator]
        measure = self._measure(first.id)
        same_indicator = len({each.indicator for each in series}) == 1
        stock = first.kind is IndicatorKind.STOCK
        rate = formats.is_rate(measure)
        whole_years = any(not each.period.is_partial_year for found in series for each in found.numeric)
        periods = axis_periods(observation.period for each in series for observation in each.numeric)
        names = self.series_names(series)
        return ChartData(
            kind="line" if stock or rate else "bars",
            title=title or (first.names.in_language(self.lang) if same_indicator else self._joint_title(series)),
            measure=measure.names.in_language(self.lang),
            periods=tuple(self._period(each) for each in periods),
            series=tuple(
                ChartSeries(name, self._points(each, stock=stock, hollow=whole_years and not stock))
                for name, each in zip(names, series, strict=True)
            ),
            labels=ChartLabels(
                period=translate(self.lang, N_("Period")),
                value=translate(self.lang, N_("Value")),
                series=translate(self.lang, N_("Series")),
            ),
            lang=self.lang,
            integer=measure.type.value == "count",
            lower=float(measure.minimum) if measure.minimum is not None else None,
            upper=float(measure.maximum) if measure.maximum is not None else 100.0 if rate else None,
        )

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
        stretches = segments(series, joins_kinds=stock)
        return tuple(
            ChartPoint(
                period=self._period(observation.period),
                value=float(observation.value) if observation.value is not None else None,
                shown=shown(observation, self.dataset.catalogue, self.lang, with_unit=True),
                segment=stretches.get(observation.period, 0),
                partial=observation.period.is_partial_year and hollow,
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


def comparable(series: Series) -> Series:
    """The series without runs of years, which cannot stand among single years; unless it has nothing else."""
    return replace(series, observations=comparable_numbers(series.observations))


def chart_words(lang: str) -> Words:
    """The texts around a chart in a language."""
    return Words(**{name: template(lang, message) for name, message in _WORDS.items()})


_WORDS = {
    "save_png": N_("Save as PNG"),
    "save_svg": N_("Save as SVG"),
    "show_table": N_("Show the data"),
    "hide_table": N_("Hide the data"),
    "note_partial": N_("Hollow marks cover only part of a year."),
    "note_break": N_("Figures on the two sides of a break are not comparable."),
    "note_missing": N_("No figure is known where the line has a gap."),
    "line": N_("Line chart: {title}, in {measure}, {first} to {last}."),
    "bars": N_("Bar chart: {title}, in {measure}, {first} to {last}."),
    "ranking": N_("Bar chart: {title}, in {measure}, {count} units compared."),
    "course": N_("{series}: {first} in {first_period}, {last} in {last_period}; lowest {lowest} ({lowest_period}), highest {highest} ({highest_period})."),
    "constant": N_("{series}: {value} throughout, {first_period} to {last_period}."),
    "only": N_("{series}: {value} in {period}."),
    "nothing": N_("{series}: no figures."),
    "extremes": N_("Highest: {highest_unit} ({highest}); lowest: {lowest_unit} ({lowest})."),
    "missing": N_("No figure for {periods}."),
    "partial": N_("Part of a year only: {periods}."),
    "threshold": N_("{label}: {value}."),
    "more": N_("{count} series in all; the table shows each."),
}  # fmt: skip
