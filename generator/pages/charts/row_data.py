"""What charts of rows show: parts of a whole, results beside plans, categories beside each other, a unit among its peers. Draws nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from generator.charts.model import ChartBand, ChartData, ChartPoint, ChartSeries, ChartTarget
from generator.dataset.comparability import Figure
from generator.dataset.dataset import Series
from generator.dataset.peers import Peers
from generator.dataset.plans import PlanPair
from generator.dataset.wholes import Part, Whole, WholeRow
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.form import BreakdownKey
from generator.model.indicator import Direction
from generator.model.observation import Observation
from generator.model.period import Period
from generator.pages.charts.data import ChartDataMaker
from generator.pages.charts.targets import targets_of
from generator.pages.figures.figure import breakdown_name, shown
from generator.pages.figures.levels import LEVELS_PLURAL

MOST_DOTS = 30
"""Units beside each other that have a dot each; of more, each has a stroke."""
_HUNDRED = 100
_LEAST_SHOWN = Decimal("0.1")


@dataclass(frozen=True)
class RowDataMaker:
    """Tells in one language what a chart of rows shows, and from which series it comes."""

    base: ChartDataMaker

    @property
    def lang(self) -> str:
        return self.base.lang

    # --- parts of a whole

    def whole(self, whole: Whole) -> tuple[ChartData, tuple[Series, ...]]:
        """Each row a whole, cut into its parts."""
        names = {part_key(part, row): self._part_name(part, whole) for row in whole.rows for part in row.parts}
        rows = [(self._row_name(row, whole), row) for row in whole.rows]
        series = tuple(
            ChartSeries(
                name,
                tuple(
                    self._part(label, row, part)
                    for label, row in rows
                    for part in row.parts
                    if part_key(part, row) == key
                ),
            )
            for key, name in names.items()
        )
        data = self._data(
            "whole",
            self.base.indicator_name(whole.indicator),
            [label for label, _ in rows],
            series,
            subject=self._subject(whole.unit, [row.period for row in whole.rows]),
            measure=self.base.measure(whole.indicator).names.in_language(self.lang),
            remarks=self._remarks(whole),
        )
        return data, series_of(each for row in whole.rows for each in row.observations)

    def _remarks(self, whole: Whole) -> list[str]:
        rest = any(part.observation is None for row in whole.rows for part in row.parts)
        summed = any(row.stated is None for row in whole.rows)
        said = [translate(self.lang, N_("Shares are worked out here from the report's figures."))]
        said += (
            [translate(self.lang, N_("What is left of the whole is worked out here; the report does not state it."))]
            if rest
            else []
        )
        said += (
            [translate(self.lang, N_("The whole is the sum of its parts; the report does not state it."))]
            if summed
            else []
        )
        return said

    def _part(self, label: str, row: WholeRow, part: Part) -> ChartPoint:
        measure = self.base.measure(part.indicator)
        share = part.value * _HUNDRED / row.total
        number = formats.brief(part.value, measure, self.lang)
        said = translate(self.lang, N_("{number} ({share})"), number=number, share=self._percent(share))
        full = translate(
            self.lang,
            N_("{number} ({share})"),
            number=formats.measured(part.value, measure, self.lang),
            share=self._percent(share),
        )
        return ChartPoint(label, float(share), full, brief=said)

    def _part_name(self, part: Part, whole: Whole) -> str:
        if part.observation is None:
            return translate(self.lang, N_("The rest"))
        own = {dimension for row in whole.rows for dimension, _ in row.breakdown}
        split = tuple(each for each in part.breakdown if each[0] not in own)
        if part.indicator == whole.indicator and split:
            return self._breakdown(split)
        return self.base.indicator_name(part.indicator)

    def _row_name(self, row: WholeRow, whole: Whole) -> str:
        total = formats.measured(row.total, self.base.measure(whole.indicator), self.lang)
        name = self._breakdown(row.breakdown)
        return f"{name}: {total}" if name else total

    # --- results beside plans

    def plans(self, pairs: Sequence[PlanPair], unit: str) -> tuple[ChartData, tuple[Series, ...]]:
        """Each row a result as a share of its plan."""
        labels = [self._plan_name(pair) for pair in pairs]
        periods = {pair.result.period for pair in pairs}
        points = tuple(
            ChartPoint(label, float(pair.share), self._percent(pair.share))
            for label, pair in zip(labels, pairs, strict=True)
        )
        data = self._data(
            "rows",
            translate(self.lang, N_("Results beside plans")),
            labels,
            (ChartSeries(translate(self.lang, N_("Result")), points),),
            subject=self._subject(unit, periods),
            measure=translate(self.lang, N_("percent of the plan")),
            told=tuple(self._plan_told(pair, several=len(periods) > 1) for pair in pairs),
            targets=tuple(ChartTarget(label, float(_HUNDRED), "") for label in labels),
            remarks=[
                translate(
                    self.lang,
                    N_("The upright line is the plan (100%). Shares are worked out here from the report's figures."),
                ),
                *self._for_the_year(pairs),
            ],
        )
        return data, series_of(each for pair in pairs for each in (pair.result, pair.plan))

    def _plan_name(self, pair: PlanPair) -> str:
        name = self._breakdown(pair.result.breakdown)
        indicator = self.base.indicator_name(pair.result.indicator or "")
        return f"{indicator}: {name}" if name else indicator

    def _plan_told(self, pair: PlanPair, *, several: bool) -> str:
        said = translate(
            self.lang,
            N_("{result} of {plan} ({share})"),
            result=shown(pair.result, self.base.dataset.catalogue, self.lang),
            plan=shown(pair.plan, self.base.dataset.catalogue, self.lang, with_unit=True),
            share=self._percent(pair.share),
        )
        return f"{said}, {self._period(pair.result.period)}" if several else said

    def _for_the_year(self, pairs: Sequence[PlanPair]) -> list[str]:
        part = any(pair.result.period != pair.plan.period for pair in pairs)
        words = N_("Plans are for the whole year, results up to the end of the period.")
        return [translate(self.lang, words)] if part else []

    # --- categories beside each other

    def categories(self, series: Sequence[Series]) -> tuple[ChartData, tuple[Series, ...]]:
        """One figure of one period by tier or another breakdown, with a mark for the target of each."""
        first = series[0].observations[0]
        catalogue = self.base.dataset.catalogue
        labels = [self._breakdown(each.breakdown) for each in series]
        points = tuple(
            ChartPoint(
                label,
                float(each.observations[0].value or 0),
                shown(each.observations[0], catalogue, self.lang, with_unit=True),
            )
            for label, each in zip(labels, series, strict=True)
        )
        marks = [
            (label, target)
            for label, each in zip(labels, series, strict=True)
            for target in targets_of([each], catalogue, self.lang)
            if target.year == first.period
        ]
        told = [point.shown for point in points]
        for label, target in marks:
            told[labels.index(label)] += f" · {target.told.rstrip('.')}"
        data = self._data(
            "rows",
            self.base.indicator_name(series[0].indicator),
            labels,
            (ChartSeries(self.base.indicator_name(series[0].indicator), points),),
            subject=self._subject(series[0].unit, [first.period]),
            measure=self.base.measure(series[0].indicator).names.in_language(self.lang),
            told=tuple(told),
            targets=tuple(ChartTarget(label, float(target.value), "") for label, target in marks),
            remarks=[translate(self.lang, N_("The upright line is the target."))] if marks else [],
        )
        return self.base.framed(data, self.base.measure(series[0].indicator)), tuple(series)

    # --- a unit among its peers

    def peers(self, found: Sequence[Peers]) -> tuple[ChartData, tuple[Series, ...]]:
        """Each row an indicator, with a dot for every unit of the level."""
        labels = [self._peers_name(each) for each in found]
        level = found[0].own.unit.level
        many = any(len(each.figures) > MOST_DOTS for each in found)
        own_name = self.base.unit_name(found[0].unit)
        others_name = translate(
            self.lang, N_("Other units: {level}"), level=translate(self.lang, LEVELS_PLURAL[level]).lower()
        )
        own = tuple(self._dot(label, each.own, partial=False) for label, each in zip(labels, found, strict=True))
        others = tuple(
            self._dot(label, figure, partial=True)
            for label, each in zip(labels, found, strict=True)
            for figure in each.figures
            if figure.unit.id != each.unit
        )
        if found[0].parent:
            others_name = self.base.unit_name(found[0].parent)
            others_name = translate(self.lang, N_("Other units of {unit}"), unit=others_name)
        data = self._data(
            "strip" if many else "peers",
            translate(self.lang, N_("Among its peers")),
            labels,
            (ChartSeries(own_name, own), ChartSeries(others_name, others)),
            subject=own_name,
            measure=self.base.measure(found[0].own.observation.indicator or "").names.in_language(self.lang),
            told=tuple(self._peers_told(each) for each in found),
            bands=tuple(
                ChartBand(
                    label,
                    float(each.middle),
                    *((float(each.half[0]), float(each.half[1])) if each.half else (None, None)),
                )
                for label, each in zip(labels, found, strict=True)
            ),
            remarks=self._peers_remarks(found),
        )
        framed = self.base.framed(data, self.base.measure(found[0].own.observation.indicator or ""))
        shown_figures = (figure for each in found for figure in ([each.own, *_ends(each)] if many else each.figures))
        return framed, series_of(figure.observation for figure in shown_figures)

    def _dot(self, label: str, figure: Figure, *, partial: bool) -> ChartPoint:
        value = figure.observation.exact
        said = shown(figure.observation, self.base.dataset.catalogue, self.lang, with_unit=True)
        told = f"{self.base.unit_name(figure.unit.id)}, {self._period(figure.period)}: {said}"
        return ChartPoint(label, float(value) if value is not None else None, told, partial=partial)

    def _peers_name(self, peers: Peers) -> str:
        name = self._breakdown(peers.own.breakdown)
        indicator = self.base.indicator_name(peers.own.observation.indicator or "")
        return f"{indicator}: {name}" if name else indicator

    def _peers_told(self, peers: Peers) -> str:
        measure = self.base.measure(peers.own.observation.indicator or "")
        better = self.base.dataset.catalogue.indicators[peers.own.observation.indicator or ""].better
        if len(peers.figures) > MOST_DOTS and peers.of_one_time and better is not Direction.NEITHER:
            lowest, highest = _ends(peers)
            best = highest if better is Direction.HIGHER else lowest
            return translate(
                self.lang,
                N_("{value} ({period}): place {rank} of {count}; median {median}, best {best}"),
                value=shown(peers.own.observation, self.base.dataset.catalogue, self.lang),
                period=self._period(peers.own.period),
                rank=_rank(peers, better),
                count=len(peers.figures),
                median=formats.brief(peers.middle, measure, self.lang),
                best=shown(best.observation, self.base.dataset.catalogue, self.lang),
            )
        return translate(
            self.lang,
            N_("{value} ({period}); median of {count} units: {median}"),
            value=shown(peers.own.observation, self.base.dataset.catalogue, self.lang),
            period=self._period(peers.own.period),
            count=len(peers.figures),
            median=formats.brief(peers.middle, measure, self.lang),
        )

    def _peers_remarks(self, found: Sequence[Peers]) -> list[str]:
        said = [translate(self.lang, N_("Upright line: the median."))]
        if any(each.half for each in found):
            said = [translate(self.lang, N_("Upright line: the median. Grey band: the middle half of the units."))]
        if not all(each.of_one_time for each in found):
            words = N_(
                "The figures are of the same kind of period, but of different times: the newest of each unit. Nobody is ranked."
            )
            said.append(translate(self.lang, words))
        return said

    # --- shared

    def _data(
        self, kind: str, title: str, periods: Sequence[str], series: tuple[ChartSeries, ...], **more: object
    ) -> ChartData:
        remarks = more.pop("remarks", [])
        return ChartData(
            kind=kind,  # type: ignore[arg-type]
            title=title,
            periods=tuple(periods),
            series=series,
            labels=replace(self.base.labels, period=translate(self.lang, N_("Row"))),
            lang=self.lang,
            remarks=tuple(remarks),  # type: ignore[arg-type]
            **more,  # type: ignore[arg-type]
        )

    def _breakdown(self, breakdown: BreakdownKey) -> str:
        return breakdown_name(breakdown, self.base.dataset.catalogue, self.lang)

    def _period(self, period: Period) -> str:
        return formats.period(period, self.lang, short=True)

    def _subject(self, unit: str, periods: Iterable[Period]) -> str:
        told = sorted(set(periods))
        name = self.base.unit_name(unit)
        return f"{name}, {formats.period(told[0], self.lang)}" if len(told) == 1 else name

    def _percent(self, share: Decimal) -> str:
        if 0 < share < _LEAST_SHOWN:
            return translate(self.lang, N_("under {number}%"), number=formats.number(_LEAST_SHOWN, self.lang))
        rounded = share.quantize(_LEAST_SHOWN, ROUND_HALF_UP)
        if rounded == _HUNDRED != share:
            rounded = _HUNDRED - _LEAST_SHOWN if share < _HUNDRED else _HUNDRED + _LEAST_SHOWN
        plain = rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded
        return translate(self.lang, N_("{number}%"), number=formats.number(plain, self.lang))


def part_key(part: Part, row: WholeRow) -> tuple[str, BreakdownKey, bool]:
    """What is one part in every row: its indicator and its categories, apart from those of the row."""
    own = tuple(each for each in part.breakdown if each not in row.breakdown)
    return part.indicator, own, part.observation is None


def _rank(peers: Peers, better: Direction) -> int:
    """The place of the unit; equals share one."""
    own, sign = peers.own.observation.exact or Decimal(), 1 if better is Direction.HIGHER else -1
    return 1 + sum(sign * ((each.observation.exact or Decimal()) - own) > 0 for each in peers.figures)


def _ends(peers: Peers) -> tuple[Figure, Figure]:
    """Who has the lowest and who the highest figure: of many units, the table names these."""

    def value(figure: Figure) -> Decimal:
        return figure.observation.exact or Decimal()

    return min(peers.figures, key=value), max(peers.figures, key=value)


def series_of(observations: Iterable[Observation]) -> tuple[Series, ...]:
    """The figures as series, for table and source."""
    found: dict[tuple[str, str, BreakdownKey], dict[Observation, None]] = {}
    for each in observations:
        found.setdefault((each.indicator or "", each.unit, each.breakdown), {})[each] = None
    return tuple(
        Series(*key, tuple(sorted(each, key=lambda observation: observation.period))) for key, each in found.items()
    )
