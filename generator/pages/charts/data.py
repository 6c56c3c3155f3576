"""What a chart of some series shows: their points, names, targets and breaks, in the words of one language. Draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.charts.model import ChartData, ChartKind, ChartLabels, ChartPoint, ChartSeries, ChartTarget, RoughSide
from generator.charts.spec import is_cut, value_axis
from generator.dataset.breaks import series_breaks
from generator.dataset.dataset import Dataset, Series, axis_periods, segments
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.i18n.sorting import sort_key
from generator.model.indicator import Direction, Indicator, IndicatorKind, Measure
from generator.model.observation import Observation
from generator.model.period import Period, PeriodKind
from generator.pages.charts.choice import Compared, kind_over_time
from generator.pages.charts.doubts import doubt_sign, told_doubts
from generator.pages.charts.targets import SetTarget, targets_of
from generator.pages.charts.words import told_break
from generator.pages.figures.figure import breakdown_name, shown
from generator.pages.figures.levels import LEVELS_PLURAL

_BRIEF_PARTS = {"Q1": "1", "Q2": "2", "Q3": "3", "Q4": "4", "H1": "6", "9M": "9"}
"""Parts of a year in one letter, for axes where bars lie close: quarters, and months since January."""
_SIDES: dict[int, RoughSide] = {1: "above", -1: "below"}


@dataclass(frozen=True)
class ChartDataMaker:
    """Tells in one language what charts of a dataset's series show."""

    dataset: Dataset
    lang: str

    def over_time(self, series: Sequence[Series], title: str | None = None, kind: ChartKind | None = None) -> ChartData:
        """What a chart of the series over time shows; a line or bars, whichever suits them, unless one is named."""
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
        return self.framed(
            ChartData(
                kind=kind or kind_over_time(periods, drawn, continuous=self.continuous(series[0])),
                title=title or (first.names.in_language(self.lang) if same_indicator else self._joint_title(series)),
                measure=self.measure(first.id).names.in_language(self.lang),
                periods=periods,
                series=drawn,
                labels=self.labels,
                lang=self.lang,
                subject=self._subject(series),
                targets=tuple(
                    ChartTarget(self._period(each.year), float(each.value), each.label)
                    for each in targets
                    if each.year in on_axis
                ),
                remarks=tuple(
                    dict.fromkeys(
                        [
                            *self._told_breaks(series),
                            *(each.told for each in targets),
                            *told_doubts(series, self.dataset, self.lang),
                        ]
                    )
                ),
                brief_periods=_brief_periods(on_axis),
            ),
            self.measure(first.id),
        )

    def ranking(self, group: Compared) -> ChartData:
        """What a ranking shows. `subject` is the period, because all bars share it."""
        catalogue = self.dataset.catalogue
        indicator = catalogue.indicators[group.figures[0][0].indicator]
        figures = [(self.unit_name(series.unit), observation) for series, observation in group.figures]
        figures.sort(key=lambda each: sort_key(each[0]))
        # Where one figure is rough, nobody can vouch for the order.
        if indicator.better is not Direction.NEITHER and all(each.rough is None for _, each in figures):
            figures.sort(key=lambda each: each[1].value or 0, reverse=indicator.better is Direction.HIGHER)
        figures.sort(key=lambda each: bool(doubt_sign(each[1], self.dataset)))
        points = tuple(
            ChartPoint(
                name,
                float(each.value or 0),
                shown(each, catalogue, self.lang, with_unit=True),
                brief=shown(each, catalogue, self.lang),
                rough=rough_side(each),
                sign=doubt_sign(each, self.dataset),
            )
            for name, each in figures
        )
        return self.framed(
            ChartData(
                kind="ranking",
                title=self.full_title(group.figures[0][0]),
                measure=self.measure(indicator.id).names.in_language(self.lang),
                periods=tuple(name for name, _ in figures),
                series=(ChartSeries(translate(self.lang, LEVELS_PLURAL[group.level]), points),),
                labels=replace(self.labels, period=translate(self.lang, N_("Unit"))),
                lang=self.lang,
                subject=formats.period(group.period, self.lang),
                remarks=tuple(
                    told_doubts(
                        [replace(series, observations=(each,)) for series, each in group.figures],
                        self.dataset,
                        self.lang,
                    )
                ),
            ),
            self.measure(indicator.id),
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

    def continuous(self, series: Series) -> bool:
        """Whether a line may run through the figures: states and rates, but not counts of what happened in a period."""
        indicator = self.dataset.catalogue.indicators[series.indicator]
        return indicator.kind is IndicatorKind.STOCK or formats.is_rate(self.measure(indicator.id))

    def full_title(self, series: Series) -> str:
        """The indicator and, where there is one, the breakdown."""
        name = breakdown_name(series.breakdown, self.dataset.catalogue, self.lang)
        title = self.dataset.catalogue.indicators[series.indicator].names.in_language(self.lang)
        return f"{title}: {name}" if name else title

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
                rough=rough_side(observation),
                sign=doubt_sign(observation, self.dataset),
            )
            for observation in series.numeric
        )

    def framed(self, data: ChartData, measure: Measure) -> ChartData:
        """The chart with the natural limits of its unit of measure, and a word where its axis does not start at nought."""
        framed = replace(
            data,
            integer=measure.type.value == "count",
            lower=float(measure.minimum) if measure.minimum is not None else None,
            upper=float(measure.maximum)
            if measure.maximum is not None
            else 100.0
            if formats.is_rate(measure)
            else None,
        )
        if (
            framed.kind not in ("line", "peers", "strip")
            or not framed.has_values
            or not is_cut(axis := value_axis(framed))
        ):
            return framed
        start = formats.measured(Decimal(f"{axis.low:.10g}"), measure, self.lang)
        cut = translate(self.lang, N_("The axis starts at {value}, not at 0."), value=start)
        return replace(framed, remarks=(cut, *framed.remarks))

    @property
    def labels(self) -> ChartLabels:
        return ChartLabels(
            period=translate(self.lang, N_("Period")),
            value=translate(self.lang, N_("Value")),
            series=translate(self.lang, N_("Series")),
        )

    def _subject(self, series: Sequence[Series]) -> str:
        units = {each.unit for each in series}
        return self.unit_name(units.pop()) if len(units) == 1 else ""

    def unit_name(self, unit: str) -> str:
        found = self.dataset.catalogue.units.get(unit)
        return found.names.in_language(self.lang) if found else unit

    def is_rate(self, indicator: str) -> bool:
        """Whether an indicator is a percentage."""
        return formats.is_rate(self.measure(indicator))

    def indicator_name(self, indicator: str) -> str:
        """An indicator as charts call it."""
        return self.dataset.catalogue.indicators[indicator].names.in_language(self.lang)

    def _told_breaks(self, series: Sequence[Series]) -> list[str]:
        catalogue = self.dataset.catalogue
        return [
            told_break(found, catalogue.units.get(each.unit), self.lang)
            for each in series
            for found in series_breaks(each, catalogue)
        ]

    def _period(self, period: Period) -> str:
        return formats.period(period, self.lang, short=True)

    def measure(self, indicator: str) -> Measure:
        """The unit of measure of an indicator."""
        catalogue = self.dataset.catalogue
        return catalogue.measures[catalogue.indicators[indicator].measure]

    def _joint_title(self, series: Sequence[Series]) -> str:
        indicators: dict[str, Indicator] = {
            each.indicator: self.dataset.catalogue.indicators[each.indicator] for each in series
        }
        return "; ".join(each.names.in_language(self.lang) for each in indicators.values())


def rough_side(observation: Observation) -> RoughSide | None:
    """On which side of a rough figure the figure itself lies."""
    if observation.rough is None:
        return None
    return _SIDES.get(observation.rough.tends, "around")


def _brief_periods(periods: Sequence[Period]) -> tuple[str, ...]:
    """The periods in few letters; none where one of them has no such form."""
    if any(
        each.kind is PeriodKind.YEARS or (each.is_partial_year and each.part not in _BRIEF_PARTS) for each in periods
    ):
        return ()
    if not any(each.is_partial_year for each in periods):
        return tuple(f"’{each.year % 100:02}" for each in periods)
    return tuple(
        f"{_BRIEF_PARTS[each.part]}\n{each.year}" if each.is_partial_year else f"’{each.year % 100:02}\n"
        for each in periods
    )


def _near(target: SetTarget, known: Sequence[Period]) -> bool:
    """Whether a target's year is one of the chart's or the one after: a chart of five years needs no axis up to 2030."""
    years = [each.last_year for each in known]
    return not any(each.kind.value == "years" for each in known) and min(years) <= target.year.year <= max(years) + 1
