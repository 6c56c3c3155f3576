"""The charts that a unit's figures allow, by the names that `chart(shape=…)` knows, and which of them fit figures that are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.dataset.dataset import Dataset, Series
from generator.dataset.peers import Peers, peers_of
from generator.dataset.plans import PlanPair, plans_of
from generator.dataset.wholes import Whole, whole_of
from generator.load.questions import SHAPES
from generator.model.form import BreakdownKey
from generator.model.observation import Observation
from generator.model.unlike import first_of_unlike
from generator.pages.charts.choice import FEWEST_FOR_RANKING
from generator.pages.charts.doubts import doubt
from generator.pages.charts.maker import ChartMaker, ChosenChart
from generator.pages.charts.row_data import RowDataMaker

MOST_ROWS = 6
"""More rows than this are a table."""
MOST_BESIDE = 12
"""More categories than this are a table, too."""
_FEWEST_BESIDE = 2


@dataclass(frozen=True)
class Asked:
    """What a chart is to show: indicators of one unit, their series, and the breakdown where one is named."""

    unit: str
    indicators: tuple[str, ...]
    series: tuple[Series, ...]
    breakdown: BreakdownKey | None = None

    @classmethod
    def of(cls, unit: str, indicator: str, dataset: Dataset) -> Asked:
        """All that is known of one indicator of a unit."""
        return cls(unit, (indicator,), tuple(dataset.select(indicator=indicator, unit=unit)))


@dataclass(frozen=True)
class ShapedCharts:
    """Chooses charts of one unit's figures by shape."""

    maker: ChartMaker

    @property
    def rows(self) -> RowDataMaker:
        return RowDataMaker(self.maker.data)

    def choose(self, asked: Asked, shape: str) -> ChosenChart | None:
        """The chart of a shape; None where the figures do not make one. Raises KeyError for a shape that is none of `SHAPES`."""
        return _CHOOSERS[shape](self, asked)

    def drawable(self, asked: Asked) -> Iterator[str]:
        """The shapes that the figures allow, the first the one that is drawn unless another is named."""
        return (shape for shape in SHAPES if self.choose(asked, shape) is not None)

    def course(self, asked: Asked) -> ChosenChart | None:
        """How the figures went on over time."""
        return self.maker.choose(asked.series)

    def years(self, asked: Asked) -> ChosenChart | None:
        """The newest part of a year beside the same one of other years."""
        found = []
        for each in asked.series:
            parts = [one for one in each.numeric if one.period.is_partial_year]
            if parts:
                same = tuple(one for one in parts if one.period.part == parts[-1].period.part)
                found.append(replace(each, observations=same))
        return (
            self.maker.choose(found, kind="bars") if len({one.numeric[-1].period.part for one in found}) == 1 else None
        )

    def whole(self, asked: Asked) -> ChosenChart | None:
        """What the first of the indicators is made of, or a part of, that can be said of."""
        for indicator in asked.indicators:
            found = whole_of(self.maker.dataset, asked.unit, indicator)
            sure = self._sure(found, asked.breakdown) if found else None
            if sure is not None and sure.is_telling:
                return ChosenChart(*self.rows.whole(sure))
        return None

    def _sure(self, whole: Whole, wanted: BreakdownKey | None) -> Whole | None:
        """The rows that are wanted, without those that a figure in doubt is part of."""
        rows = tuple(
            row
            for row in whole.rows
            if wanted in (None, row.breakdown) and not any(map(self._is_doubted, row.observations))
        )
        return replace(whole, rows=rows) if rows else None

    def plan(self, asked: Asked) -> ChosenChart | None:
        """Results beside plans, of the indicators asked for on either side."""
        wanted = set(asked.indicators)
        return self.plans([pair for pair in self.pairs(asked.unit) if wanted & set(_named(pair))], asked.unit)

    def pairs(self, unit: str) -> list[PlanPair]:
        """All results of a unit with their plans, but for those in doubt; of a breakdown only where there is no figure of the whole."""
        sure = [
            pair
            for pair in plans_of(self.maker.dataset, unit)
            if not (self._is_doubted(pair.result) or self._is_doubted(pair.plan))
        ]
        whole = {_named(pair) for pair in sure if not pair.result.breakdown}
        return [pair for pair in sure if not pair.result.breakdown or _named(pair) not in whole]

    def plans(self, pairs: Sequence[PlanPair], unit: str) -> ChosenChart | None:
        """The chart of some of them, the first six; of indicators that must not stand together, the first."""
        pairs = first_of_unlike(pairs, lambda pair: pair.result.indicator or "", self.maker.dataset.catalogue)
        return ChosenChart(*self.rows.plans(pairs[:MOST_ROWS], unit)) if pairs else None

    def breakdown(self, asked: Asked) -> ChosenChart | None:
        """The newest figure of the first indicator that has one by tier or another breakdown, each beside the others."""
        for indicator in asked.indicators:
            by_dimension: dict[tuple[str, ...], list[Series]] = {}
            for each in asked.series:
                if each.indicator == indicator and len(each.breakdown) == 1 and self.maker.is_number(each):
                    by_dimension.setdefault(tuple(name for name, _ in each.breakdown), []).append(each)
            for found in by_dimension.values():
                newest = max((each.numeric[-1].period for each in found if each.numeric), default=None)
                beside = [
                    replace(each, observations=(one,))
                    for each in found
                    for one in each.numeric
                    if one.period == newest and one.exact is not None and not self._is_doubted(one)
                ]
                values = {each.observations[0].value for each in beside}
                if _FEWEST_BESIDE <= len(beside) <= MOST_BESIDE and len(values) > 1:
                    return ChosenChart(*self.rows.categories(beside))
        return None

    def peers(self, asked: Asked) -> ChosenChart | None:
        """The unit among those of its level, in each of the indicators where figures may stand beside each other."""
        found = [each for indicator in asked.indicators for each in self.peers_in(asked.unit, indicator)]
        return self.among_peers(found)

    def peers_in(self, unit: str, indicator: str) -> list[Peers]:
        """The peers in an indicator, those in doubt left out."""
        found = []
        for each in peers_of(self.maker.dataset, unit, indicator):
            sure = tuple(figure for figure in each.figures if not self._is_doubted(figure.observation))
            if len(sure) >= FEWEST_FOR_RANKING and any(figure.unit.id == unit for figure in sure):
                found.append(replace(each, figures=sure))
        return found

    def among_peers(self, found: Sequence[Peers]) -> ChosenChart | None:
        """The chart of some of them that share a unit of measure, the first six."""
        measures = [self.maker.data.measure(each.own.observation.indicator or "") for each in found]
        alike = [each for each, measure in zip(found, measures, strict=True) if measure == measures[0]]
        catalogue = self.maker.dataset.catalogue
        alike = first_of_unlike(alike, lambda each: each.own.observation.indicator or "", catalogue)
        return ChosenChart(*self.rows.peers(alike[:MOST_ROWS])) if alike else None

    def _is_doubted(self, observation: Observation) -> bool:
        return doubt(observation, self.maker.dataset) is not None


def _named(pair: PlanPair) -> tuple[str, str]:
    return pair.result.indicator or "", pair.plan.indicator or ""


_CHOOSERS: Mapping[str, Callable[[ShapedCharts, Asked], ChosenChart | None]] = {
    "course": ShapedCharts.course,
    "whole": ShapedCharts.whole,
    "breakdown": ShapedCharts.breakdown,
    "plan": ShapedCharts.plan,
    "peers": ShapedCharts.peers,
    "years": ShapedCharts.years,
}
