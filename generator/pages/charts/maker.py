"""Charts of the dataset: which series a chart shows, in which shape, and its figure with text alternative and table."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from markupsafe import Markup

from generator.charts.bundle import FILE_NAME as VEGA_FILE
from generator.charts.cache import Cache
from generator.charts.draw import draw
from generator.charts.figure import data_block, figure_html
from generator.charts.model import Chart, ChartData, ChartKind
from generator.charts.words import Words
from generator.dataset.dataset import Dataset, Series
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.form import BreakdownKey
from generator.model.paths import relative_address
from generator.model.period import Period
from generator.model.text import DEFAULT_LANGUAGE
from generator.pages.charts.choice import (
    MOST_SERIES,
    Compared,
    beside_each_other,
    comparable,
    develops,
    groups_to_rank,
    is_crowded,
    says_something,
)
from generator.pages.charts.data import ChartDataMaker
from generator.pages.charts.doubts import undoubted
from generator.pages.charts.embeds import EmbedChart, Embedding, EmbedStore, embed_path
from generator.pages.charts.files import FILE_NAME as DATA_FILE
from generator.pages.charts.files import ChartFileStore
from generator.pages.charts.table import chart_table
from generator.pages.charts.words import chart_words
from generator.pages.faults import ChartFaultError
from generator.pages.figures.figure import is_number
from generator.pages.page import link
from generator.pages.tables.series_table import series_table

MOST_NAMED = 4
"""So many reports of a unit are named below a chart; of more, the first and the last."""


@lru_cache(maxsize=96)
def _draw(data: ChartData, cache: Cache | None) -> Chart:
    """The same chart stands on several pages and, while people edit, in one build after another."""
    return draw(data, cache)


@dataclass(frozen=True)
class ChosenChart:
    """What a chart shows, before it is drawn: its data, and the series they come from."""

    data: ChartData
    drawn: tuple[Series, ...]


@dataclass(frozen=True)
class ChartMaker:
    """Draws charts of series in one language.

    Remembers in `embeds` each that other sites may show, and in `files` what it needs once it is touched.
    """

    dataset: Dataset
    lang: str
    cache: Cache | None
    embeds: EmbedStore = field(default_factory=EmbedStore)
    files: ChartFileStore = field(default_factory=ChartFileStore)

    def chart(
        self,
        series: Sequence[Series],
        page_path: str,
        *,
        anchor: str,
        title: str | None = None,
        single_figures: bool = False,
        embedding: Embedding | None = None,
    ) -> Markup:
        """The figure of some series that share a unit of measure; empty where `choose` finds none."""
        chosen = self.choose(series, title, single_figures=single_figures)
        if chosen is None:
            return Markup("")
        return self.figure(chosen.data, chosen.drawn, page_path, anchor=anchor, embedding=embedding)

    def choose(
        self,
        series: Sequence[Series],
        title: str | None = None,
        *,
        single_figures: bool = False,
        kind: ChartKind | None = None,
    ) -> ChosenChart | None:
        """What a chart of the series shows; none where none of them shows a development, and where a table of their figures says more.

        With `single_figures`, series with one figure stand beside the others, as one unit beside another. `kind` is that of the chart, if not
        the one that suits the figures.
        """
        numeric = self._numeric(series)
        developing = [each for each in numeric if develops(undoubted(each, self.dataset), self.dataset.catalogue)]
        drawn = [each for each in numeric if each.numeric] if single_figures else developing
        if not developing or len(drawn) > MOST_SERIES or not self._says_something(drawn):
            return None
        data = self.data.over_time(drawn, title, kind)
        return None if is_crowded(data) else ChosenChart(data, tuple(drawn))

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
        data = self.data.ranking(group)
        if len(set(data.periods)) < len(group.figures):
            return Markup("")
        drawn = [replace(series, observations=(observation,)) for series, observation in group.figures]
        return self.figure(data, drawn, page_path, anchor=anchor)

    def _over_time(self, series: Sequence[Series], page_path: str, *, anchor: str) -> Markup:
        ranked = sorted(series, key=lambda each: -len(each.numeric))
        drawn = beside_each_other(ranked, self.dataset.catalogue, continuous=self.data.continuous(ranked[0]))
        if not drawn or not self._says_something(drawn):
            return Markup("")
        data = self.data.over_time(drawn, self.data.full_title(drawn[0]))
        if data.kind == "bars":
            # Bars of different years have no line that tells which of them are one unit's course.
            drawn = beside_each_other(ranked, self.dataset.catalogue, continuous=False)
            data = self.data.over_time(drawn, self.data.full_title(drawn[0]))
        return self.figure(data, drawn, page_path, anchor=anchor)

    def figure(
        self,
        data: ChartData,
        drawn: Sequence[Series],
        page_path: str,
        *,
        anchor: str,
        embedding: Embedding | None = None,
        table: Callable[[str], Markup] | None = None,
        source: str = "",
    ) -> Markup:
        """The figure of a chart that shows some series, with their table, source and files.

        Where they are too many to be listed, `table` makes another table for the page of a path, and `source` tells in words where they come from.
        """
        try:
            chart = _draw(data, self.cache)
        except ValueError as error:
            raise ChartFaultError(page_path, anchor, str(error)) from None
        embedding = embedding or Embedding()
        told_source = source or str(self._source(drawn))
        own_page = embed_path(embedding.home or page_path, anchor)
        if embedding.written:
            self.embeds.add(
                EmbedChart(
                    path=own_page,
                    page_path=page_path,
                    anchor=anchor,
                    data=data,
                    svg=chart.svg,
                    table=table(own_page)
                    if table
                    else series_table(drawn, self.dataset, self.lang, own_page, tell_sources=False),
                    source=told_source,
                )
            )
        rows = chart_table(drawn, self.dataset.catalogue, self.lang, page_path)
        self.files.add(page_path, anchor, data_block(chart, self.lang, rows))
        return figure_html(
            chart,
            data,
            anchor=anchor,
            table_html=str(
                table(page_path)
                if table
                else series_table(
                    drawn, self.dataset, self.lang, page_path, tell_sources=False, labelled_by=f"{anchor}-title"
                )
            ),
            source_html=told_source,
            words=self.words,
            addresses={
                "vega": _asset(VEGA_FILE, page_path, self.lang),
                "file": DATA_FILE,
                "embed": link(page_path, own_page),
            },
        )

    def _says_something(self, series: Sequence[Series]) -> bool:
        return says_something([undoubted(each, self.dataset) for each in series])

    def _numeric(self, series: Sequence[Series]) -> list[Series]:
        return [comparable(each) for each in series if self.is_number(each)]

    def is_number(self, series: Series) -> bool:
        """Whether the figures of a series are numbers that can be drawn."""
        return is_number(self.data.measure(series.indicator))

    def _source(self, series: Sequence[Series]) -> Markup:
        """The line under a chart that names the reports its figures come from; of a unit's many, the first and the last."""
        catalogue = self.dataset.catalogue
        reports = dict.fromkeys(observation.source.report for each in series for observation in each.numeric)
        by_unit: dict[str, list[Period]] = {}
        for report in (catalogue.reports[each] for each in reports):
            by_unit.setdefault(report.unit, []).append(report.period)
        names = []
        for unit_id, periods in by_unit.items():
            unit = catalogue.units.get(unit_id)
            name = unit.names.in_language(self.lang) if unit else unit_id
            if len(periods) <= MOST_NAMED:
                names += [f"{name}, {formats.period(each, self.lang)}" for each in periods]
            else:
                names.append(self._span(name, periods))
        return Markup("{}").format(translate(self.lang, N_("Source: {source}"), source="; ".join(names)))

    def _span(self, unit: str, periods: Sequence[Period]) -> str:
        return translate(
            self.lang,
            N_("{unit}, {count} reports, {first} to {last}"),
            unit=unit,
            count=len(periods),
            first=formats.period(min(periods), self.lang),
            last=formats.period(max(periods), self.lang),
        )

    @property
    def forgetful(self) -> ChartMaker:
        """Makes the same charts and remembers none, for prose of which only the words are shown."""
        return replace(self, embeds=EmbedStore(), files=ChartFileStore())

    @property
    def data(self) -> ChartDataMaker:
        """What charts of series show."""
        return ChartDataMaker(self.dataset, self.lang)

    @property
    def words(self) -> Words:
        """The texts around a chart in the page's language."""
        return chart_words(self.lang)


def _asset(name: str, page_path: str, lang: str) -> str:
    """The address of a script that stands once for all languages, as seen from a page."""
    folder = page_path if lang == DEFAULT_LANGUAGE else posixpath.join(lang, page_path).rstrip("/")
    return relative_address(f"assets/js/{name}", folder)
