"""What a unit's figures are made of: parts that add up to a whole, as far as the data declare it and the figures agree.

In: the dataset. Out: a whole with its parts, one row a tier where there are tiers. Nothing is put together that is not declared (`formula`,
`sums`, `within`), and nothing that does not add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.dataset.dataset import Dataset
from generator.model.catalogue import Catalogue
from generator.model.form import BreakdownKey
from generator.model.formula import Formula, is_number
from generator.model.indicator import BoundKind
from generator.model.observation import Observation
from generator.model.period import Period, PeriodKind
from generator.recall.questions import question

FEWEST_PARTS = 2
TIER = "tier"
"""The breakdown that gives a whole several rows: one tier beside another."""


@dataclass(frozen=True)
class Part:
    """One part: an indicator or a category of its breakdown. Without an observation, it is what the stated parts leave of the whole."""

    indicator: str
    breakdown: BreakdownKey
    value: Decimal
    observation: Observation | None


@dataclass(frozen=True)
class WholeRow:
    """A whole of one tier, or of all (`breakdown` empty). `stated` is the report's own figure of it, None where only its parts are stated."""

    breakdown: BreakdownKey
    period: Period
    total: Decimal
    stated: Observation | None
    parts: tuple[Part, ...]

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Every figure that it is made from."""
        found = (self.stated, *(part.observation for part in self.parts))
        return tuple(each for each in found if each is not None)


@dataclass(frozen=True)
class Whole:
    """What an indicator is made of for one unit and period; `indicator` is that of the whole, whichever was asked for."""

    indicator: str
    unit: str
    rows: tuple[WholeRow, ...]

    @property
    def is_telling(self) -> bool:
        """Whether some row has more than one part that is not nought: otherwise a number says all."""
        return any(sum(part.value > 0 for part in row.parts) >= FEWEST_PARTS for row in self.rows)


@question
def whole_of(dataset: Dataset, unit: str, indicator: str) -> Whole | None:
    """What an indicator is made of, or what it is a part of; None where nothing is declared, stated or adds up."""
    if indicator not in dataset.catalogue.indicators:
        return None
    figures = _Figures(dataset, unit)
    for find in (_by_formula, _by_categories, _as_part):
        found = find(indicator, figures)
        if found is not None:
            return found
    return None


@dataclass(frozen=True)
class _Figures:
    """The exact numbers of one unit."""

    dataset: Dataset
    unit: str

    @property
    def catalogue(self) -> Catalogue:
        return self.dataset.catalogue

    def of(self, indicator: str) -> Mapping[tuple[BreakdownKey, Period], Observation]:
        return {
            (series.breakdown, observation.period): observation
            for series in self.dataset.select(indicator=indicator, unit=self.unit)
            for observation in series.numeric
            if observation.exact is not None and observation.exact >= 0
        }

    def periods(self, *indicators: str) -> list[Period]:
        """The newest first; runs of years, which few know how to read, at the end."""
        found = {period for each in indicators for _, period in self.of(each)}
        return sorted(found, key=lambda each: (each.kind is not PeriodKind.YEARS, each), reverse=True)

    def rows(self) -> list[BreakdownKey]:
        """The whole, and each tier."""
        tiers = self.catalogue.breakdowns.get(TIER)
        return [(), *(((TIER, each.id),) for each in (tiers.categories if tiers else ()))]


def _gathered(
    indicator: str, figures: _Figures, periods: list[Period], row: Callable[[BreakdownKey, Period], WholeRow | None]
) -> Whole | None:
    """The rows of the newest period that has any: the tiers where there are several, otherwise the whole."""
    for period in periods:
        found = [made for key in figures.rows() if (made := row(key, period)) is not None and made.total > 0]
        tiers = [each for each in found if each.breakdown]
        if found:
            chosen = tiers if len(tiers) >= FEWEST_PARTS else [each for each in found if not each.breakdown] or tiers
            return Whole(indicator, figures.unit, tuple(chosen))
    return None


def _by_formula(indicator: str, figures: _Figures) -> Whole | None:
    terms = _terms(indicator, figures.catalogue)
    if not terms:
        return None

    def row(key: BreakdownKey, period: Period) -> WholeRow | None:
        return _row(
            _split(indicator, key, period, figures, frozenset()), figures.of(indicator).get((key, period)), key, period
        )

    return _gathered(indicator, figures, figures.periods(indicator, *terms), row)


def _row(parts: list[Part] | None, stated: Observation | None, key: BreakdownKey, period: Period) -> WholeRow | None:
    if parts is None or len(parts) < FEWEST_PARTS:
        return None
    return WholeRow(key, period, sum((each.value for each in parts), Decimal()), stated, tuple(parts))


def _terms(indicator: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The indicators that add up to another; none where no sum is declared."""
    found = catalogue.indicators.get(indicator)
    for written in found.formula if found else ():
        formula = Formula.parse(written)
        if set(formula.operators) == {"+"} and not any(is_number(each) for each in formula.terms):
            return formula.terms
    return ()


def _split(
    indicator: str, key: BreakdownKey, period: Period, figures: _Figures, above: frozenset[str]
) -> list[Part] | None:
    """The parts of an indicator, those that are sums themselves split again; None where they do not make up the whole.

    Where a part is not stated, what is left of a stated whole is one: it is not said which.
    """
    terms = () if indicator in above else _terms(indicator, figures.catalogue)
    parts: list[Part] = []
    missing = not terms
    for term in terms:
        inner = _split(term, key, period, figures, above | {indicator})
        stated = figures.of(term).get((key, period))
        if inner:
            parts += inner
        elif stated is not None:
            parts.append(_part(stated))
        else:
            missing = True
    whole = figures.of(indicator).get((key, period))
    if whole is None:
        return None if missing else parts
    left = (whole.exact or Decimal()) - sum((each.value for each in parts), Decimal())
    if missing and parts and left > 0:
        return [*parts, Part(indicator, key, left, None)]
    return None if left else parts


def _part(observation: Observation) -> Part:
    return Part(observation.indicator or "", observation.breakdown, observation.exact or Decimal(), observation)


def _by_categories(indicator: str, figures: _Figures) -> Whole | None:
    known = figures.of(indicator)
    for dimension in figures.catalogue.indicators[indicator].sums:
        declared = figures.catalogue.breakdowns.get(dimension)
        keys: list[BreakdownKey] = [((dimension, each.id),) for each in declared.categories] if declared else []

        def row(key: BreakdownKey, period: Period, keys: list[BreakdownKey] = keys) -> WholeRow | None:
            if key:
                return None
            parts = [_part(known[each, period]) for each in keys if (each, period) in known]
            whole = known.get(((), period))
            adds_up = len(parts) == len(keys) if whole is None else sum(part.value for part in parts) == whole.exact
            return _row(parts if adds_up else None, whole, (), period)

        found = _gathered(indicator, figures, figures.periods(indicator), row)
        if found is not None:
            return found
    return None


def _as_part(indicator: str, figures: _Figures) -> Whole | None:
    for part, whole in _shares(indicator, figures.catalogue):
        parts, wholes = figures.of(part), figures.of(whole)

        def row(
            key: BreakdownKey,
            period: Period,
            parts: Mapping[tuple[BreakdownKey, Period], Observation] = parts,
            wholes: Mapping[tuple[BreakdownKey, Period], Observation] = wholes,
            whole: str = whole,
        ) -> WholeRow | None:
            one, other = parts.get((key, period)), wholes.get((key, period))
            if one is None or other is None or one.exact is None or other.exact is None or one.exact > other.exact:
                return None
            rest = Part(whole, key, other.exact - one.exact, None)
            return _row([_part(one), rest], other, key, period)

        found = _gathered(whole, figures, figures.periods(part), row)
        if found is not None:
            return found
    return None


def _shares(indicator: str, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Part and whole: what an indicator is declared to be within, and the two sides of a rate."""
    found = catalogue.indicators[indicator]
    for bound in found.within:
        if bound.kind is BoundKind.PART:
            yield indicator, bound.indicator
    for written in found.formula:
        formula = Formula.parse(written)
        if formula.is_quotient and len(formula.indicators) == len(formula.terms):
            part, whole = formula.terms
            if whole in _containing(part, catalogue):
                yield part, whole


def _containing(indicator: str, catalogue: Catalogue) -> set[str]:
    """Everything that an indicator is a part of, at whatever distance."""
    found: set[str] = set()
    waiting = [indicator]
    while waiting:
        each = catalogue.indicators.get(waiting.pop())
        for bound in each.within if each else ():
            if bound.kind is BoundKind.PART and bound.indicator not in found:
                found.add(bound.indicator)
                waiting.append(bound.indicator)
    return found
