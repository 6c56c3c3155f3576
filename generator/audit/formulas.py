"""Declared formulas and sums held against what a report states: the best of all ways to compute a figure from others.

A report may state a term twice with different numbers, and an indicator may have several formulas. A statement disagrees only
where it fits none of the ways to compute it: that the terms differ is told of once, by its own check.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.audit.facts import Key, ReportFacts, Stated, number_of
from generator.audit.finding import OF, Amount, Piece
from generator.audit.tolerance import PERCENT, Agreement, Interval, agreement, shown
from generator.i18n.formats import is_rate
from generator.model.formula import Formula, is_number
from generator.model.indicator import Measure
from generator.model.observation import Observation

_EXTRA_DIGITS = 2


@dataclass(frozen=True)
class Computed:
    """What follows for a figure from others: the numbers possible, the figures used and the arithmetic."""

    interval: Interval
    figures: tuple[Observation, ...]
    steps: tuple[Piece, ...]
    middle: Fraction


@dataclass(frozen=True)
class Comparison:
    """A stated figure beside what follows for it; `follows` has as many digits as are needed to see the difference."""

    figure: Observation
    computed: Computed
    agreement: Agreement
    measure: Measure

    @property
    def follows(self) -> Amount:
        """What follows, with the digits of the printed figure; with more where those would hide the difference."""
        value = number_of(self.figure)
        result = shown(self.computed.middle, value)
        if result == value or self.agreement is Agreement.TRUNCATED:
            result = shown(self.computed.middle, value, more=_EXTRA_DIGITS)
        return Amount(result, self.measure)

    @property
    def figures(self) -> tuple[Observation, ...]:
        """The figure, then those that it was computed from."""
        return (self.figure, *self.computed.figures)


def formulas(facts: ReportFacts, key: Key) -> tuple[Formula, ...]:
    """The readable formulas of what is stated."""
    return readable(facts.indicator(key).formula)


def readable(written: Iterable[str]) -> tuple[Formula, ...]:
    """Formulas as declared; those that cannot be read are told of by the checks."""
    found = []
    for text in written:
        try:
            found.append(Formula.parse(text))
        except ValueError:
            continue
    return tuple(found)


def compared(facts: ReportFacts, key: Key, figure: Observation) -> Iterator[Comparison]:
    """A statement beside every way to compute it by the formulas of its indicator, nearest figures first."""
    yield from compared_by(formulas(facts, key), facts, key, figure)


def compared_by(ways: Iterable[Formula], facts: ReportFacts, key: Key, figure: Observation) -> Iterator[Comparison]:
    """A statement beside every way to compute it by some formulas, nearest figures first."""
    for formula in ways:
        for computed in _computed(facts, key, formula, figure):
            yield compare(facts, key, figure, computed)


def compare(facts: ReportFacts, key: Key, figure: Observation, computed: Computed) -> Comparison:
    """A figure beside what was computed."""
    fits = agreement(number_of(figure), computed.interval, exact=facts.is_count(key))
    return Comparison(figure, computed, fits, facts.measure(key))


def best(comparisons: Iterator[Comparison]) -> Comparison | None:
    """The first of the comparisons that fit best; None where there is nothing to compare."""
    return min(comparisons, key=lambda each: each.agreement, default=None)


def _computed(facts: ReportFacts, key: Key, formula: Formula, near: Observation) -> Iterator[Computed]:
    terms = [_term(facts, key, term, near) for term in formula.terms]
    for combined in facts.combinations(terms):
        result = _result(facts, key, formula, combined)
        if result is not None:
            figures = tuple(figure for each in combined for figure in each.figures)
            yield Computed(result[0], figures, _steps(facts, key, formula, combined), result[1])


def _term(facts: ReportFacts, key: Key, term: str, near: Observation) -> list[Stated]:
    if is_number(term):
        return [Stated(Interval.exact(int(term)), ())]
    unit, period, _, breakdown = key
    return facts.amounts((unit, period, term, breakdown), near) if term in facts.catalogue.indicators else []


def _result(
    facts: ReportFacts, key: Key, formula: Formula, combined: tuple[Stated, ...]
) -> tuple[Interval, Fraction] | None:
    """The numbers possible and the one that follows from the numbers as printed; None where it would divide by zero."""
    if formula.is_quotient:
        factor = PERCENT if is_rate(facts.measure(key)) else 1
        above, below = combined
        interval = above.interval.over(below.interval, factor)
        return None if interval is None else (interval, factor * _middle(above) / _middle(below))
    interval, middle = combined[0].interval, _middle(combined[0])
    for operator, each in zip(formula.operators, combined[1:], strict=True):
        interval = interval + each.interval if operator == "+" else interval - each.interval
        middle = middle + _middle(each) if operator == "+" else middle - _middle(each)
    return interval, middle


def _middle(stated: Stated) -> Fraction:
    return (stated.interval.low + stated.interval.high) / 2


def _steps(facts: ReportFacts, key: Key, formula: Formula, combined: tuple[Stated, ...]) -> tuple[Piece, ...]:
    signs = {"/": OF if is_rate(facts.measure(key)) else "÷", "-": "−"}
    pieces: list[Piece] = []
    for number, each in enumerate(combined):
        if number:
            operator = formula.operators[number - 1]
            pieces.append(signs.get(operator, operator))
        pieces += _operand(facts, key, each, formula.terms[number])
    return tuple(pieces)


def _operand(facts: ReportFacts, key: Key, stated: Stated, term: str) -> list[Piece]:
    if not stated.figures:
        return [Amount(Decimal(term), facts.measure(key))]
    added = addition(facts, stated.figures)
    return [*added] if len(stated.figures) == 1 else ["(", *added, ")"]


def addition(facts: ReportFacts, figures: tuple[Observation, ...]) -> tuple[Piece, ...]:
    """Figures written out as a sum."""
    pieces: list[Piece] = []
    for each in figures:
        if pieces:
            pieces.append("+")
        pieces.append(Amount(number_of(each), facts.catalogue.measures[each.measure]))
    return tuple(pieces)
