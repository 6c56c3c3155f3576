"""The charts with which the page of a unit opens: three to six that tell its state, by rules that know no unit.

Rules, in this order; each takes the first that can be drawn, in the order of areas and of what they name as telling (`headline`, `wholes`):

1. the course of the first telling figure that has one;
2. what a whole is made of, of the first area that names one that is stated;
3. the newest part of a year beside the same one of other years, of the first telling count;
4. results beside plans;
5. a rate by tier or another breakdown, with its targets, where 1 does not show it;
6. the unit among its peers, in up to four telling figures that differ;
7. a second whole, of another area, and a second course, of another area.

No more than six are drawn. While there are fewer than three, further wholes and breakdowns follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from generator.dataset.dataset import Series
from generator.model.indicator import Area, IndicatorKind
from generator.pages.charts.by_name import Asked, ShapedCharts
from generator.pages.charts.maker import ChartMaker, ChosenChart

FEWEST, MOST = 3, 6
MOST_PEERS = 4
"""Rows of the chart of peers."""
ANCHOR = "chart"
_MOST_FURTHER = 4


@dataclass(frozen=True)
class OpeningChart:
    """A chart of the opening, and the indicator that it is of, if of one. A course stands among the charts of its area as well."""

    anchor: str
    chosen: ChosenChart
    indicator: str = ""
    is_course: bool = False


def opening_charts(unit: str, maker: ChartMaker) -> list[OpeningChart]:
    """The charts with which the page of a unit opens; fewer than three where its reports have no more to draw."""
    choice = _Choice(unit, ShapedCharts(maker))
    courses, wholes = list(islice(choice.courses(), 2)), list(islice(choice.wholes(), 2))
    shown = {each.anchor for each in courses}
    apart = (each for each in choice.breakdowns(rates=True) if f"{ANCHOR}-{each.indicator}" not in shown)
    ordered = chain(
        courses[:1], wholes[:1], choice.years(), choice.plans(), islice(apart, 1), choice.peers(), wholes[1:], courses[1:]
    )  # fmt: skip
    chosen = _distinct(ordered)
    if len(chosen) < FEWEST:
        further = chain(
            chosen, islice(choice.wholes(several=True), _MOST_FURTHER), islice(choice.breakdowns(), _MOST_FURTHER)
        )
        return _distinct(further)[:FEWEST]
    return chosen[:MOST]


def _distinct(charts: Iterator[OpeningChart] | chain[OpeningChart]) -> list[OpeningChart]:
    return list({each.anchor: each for each in charts}.values())


@dataclass(frozen=True)
class _Choice:
    """What can be drawn of one unit, rule by rule."""

    unit: str
    shaped: ShapedCharts

    @property
    def areas(self) -> tuple[Area, ...]:
        return tuple(self.shaped.maker.dataset.catalogue.areas.values())

    def series(self, indicator: str) -> Sequence[Series]:
        return self.shaped.maker.dataset.select(indicator=indicator, unit=self.unit)

    def courses(self) -> Iterator[OpeningChart]:
        """One an area: of its first telling figure that developed."""
        for area in self.areas:
            for indicator in area.headline:
                chosen = self.shaped.maker.choose(self.series(indicator))
                if chosen is not None:
                    yield OpeningChart(f"{ANCHOR}-{indicator}", chosen, indicator, is_course=True)
                    break

    def wholes(self, *, several: bool = False) -> Iterator[OpeningChart]:
        """One an area (or, with `several`, all): of the first whole that it names; of its telling figures where no area names any."""
        named = any(area.wholes for area in self.areas)
        for area in self.areas:
            for indicator in area.wholes if named else area.headline:
                chosen = self._of(indicator, "whole")
                if chosen is not None:
                    yield OpeningChart(f"{ANCHOR}-whole-{indicator}", chosen)
                    if not several:
                        break

    def years(self) -> Iterator[OpeningChart]:
        """The first telling count of parts of years."""
        for indicator in self._telling():
            known = self.shaped.maker.dataset.catalogue.indicators[indicator]
            if known.kind is not IndicatorKind.FLOW or self.shaped.maker.data.is_rate(indicator):
                continue
            chosen = self._of(indicator, "years")
            if chosen is not None:
                yield OpeningChart(f"{ANCHOR}-years-{indicator}", chosen)
                return

    def plans(self) -> Iterator[OpeningChart]:
        """All results beside plans in one chart; one pair alone is a sentence."""
        pairs = self.shaped.pairs(self.unit)
        chosen = self.shaped.plans(pairs, self.unit) if len(pairs) > 1 else None
        if chosen is not None:
            yield OpeningChart(f"{ANCHOR}-plans", chosen)

    def breakdowns(self, *, rates: bool = False) -> Iterator[OpeningChart]:
        """Of telling figures (or only of rates), by tier or another breakdown."""
        for indicator in self._telling():
            wanted = not rates or self.shaped.maker.data.is_rate(indicator)
            chosen = self._of(indicator, "breakdown") if wanted else None
            if chosen is not None:
                yield OpeningChart(f"{ANCHOR}-breakdown-{indicator}", chosen, indicator)

    def peers(self) -> Iterator[OpeningChart]:
        """Of the telling figures in which units of its level may be compared."""
        found = [each for indicator in self._telling() for each in self.shaped.peers_in(self.unit, indicator)]
        telling = [each for each in found if len({figure.observation.exact for figure in each.figures}) > 1]
        chosen = self.shaped.among_peers(telling[:MOST_PEERS])
        if chosen is not None:
            yield OpeningChart(f"{ANCHOR}-peers", chosen)

    def _telling(self) -> tuple[str, ...]:
        catalogue = self.shaped.maker.dataset.catalogue
        named = dict.fromkeys(indicator for area in self.areas for indicator in area.headline)
        return tuple(each for each in named if each in catalogue.indicators)

    def _of(self, indicator: str, shape: str) -> ChosenChart | None:
        return self.shaped.choose(Asked.of(self.unit, indicator, self.shaped.maker.dataset), shape)
