"""A figure out of all proportion to every other figure of its line: the earlier columns and reports, and the later ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.audit.check import Check
from generator.audit.facts import number_of
from generator.audit.finding import Amount, Finding
from generator.audit.series import Line, lines
from generator.audit.tolerance import far_off
from generator.audit.words import found, in_every_language
from generator.dataset.dataset import Dataset
from generator.i18n.formats import is_rate
from generator.i18n.messages import N_
from generator.model.indicator import IndicatorKind
from generator.model.observation import Observation
from generator.problems import ProblemKind, Severity

POINTS = 50
"""A rate this far from every other one jumps."""


@dataclass(frozen=True)
class _Proportion:
    """When a count is out of proportion: in a line of so many figures, so many times every other one, the larger ones reaching so much."""

    fewest: int
    factor: int
    least: int


_ANY = _Proportion(fewest=4, factor=10, least=100)
"""A number that is ten times every other one, or a tenth, may have lost or gained a digit; small ones vary as they like."""
_AND_BACK = _Proportion(fewest=3, factor=5, least=50)
"""A state that leaps and comes back at once. What is counted anew may do so: fewer people were trained in the year of an epidemic."""


class Jump(Check):
    """Finds the one figure of a line that is far from all the others, above or below."""

    kind = ProblemKind(
        "jump",
        N_("{figure}: printed {printed}, out of all proportion to the other periods ({least} to {most})."),
        N_("Compare with the paper: a digit may be missing, or a cell may stand in the wrong column."),
        Severity.NOTE,
        title=N_("A figure is out of all proportion"),
        explanation=N_(
            "Of at least four comparable figures of one unit, one is at least ten times every other or at most a tenth of each (and the larger ones reach 100), or, "
            "for a rate, at least 50 points from every other. Of a stock, such as a number of posts, five times or a fifth is enough where it comes back in the "
            "next figure (of at least three, the larger ones reaching 50). Flows are compared only over periods of one length, except that rates are compared "
            "throughout; but a size that the same row has in a longer or shorter period is not out of proportion. Such a figure can be right, so it is no "
            "contradiction; it deserves a look."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """The figures that jump; zero jumps only where it is a rate, because a count of zero is common."""
        for line in lines(dataset):
            for number, figure in enumerate(line.figures):
                others = (*line.figures[:number], *line.figures[number + 1 :])
                if _jumps(figure, others, line, comes_back=0 < number < len(line.figures) - 1):
                    yield self._finding(figure, others, line, dataset)

    def _finding(self, figure: Observation, others: Sequence[Observation], line: Line, dataset: Dataset) -> Finding:
        numbers = [number_of(each) for each in (*others, *line.beside)]
        words = {
            name: in_every_language(Amount(number, line.measure).in_language)
            for name, number in (("least", min(numbers)), ("most", max(numbers)))
        }
        return found(self.kind, (figure, *others), dataset.catalogue, words=words)


def _jumps(figure: Observation, others: Sequence[Observation], line: Line, *, comes_back: bool) -> bool:
    value, rest = number_of(figure), [number_of(each) for each in others]
    if is_rate(line.measure):
        apart = min((abs(value - each) for each in rest), default=Decimal(0))
        return len(line.figures) >= _ANY.fewest and apart >= POINTS and max(rest) - min(rest) < apart
    beside = [number_of(each) for each in line.beside]
    if _is_out_of(_ANY, value, rest, beside):
        return True
    return comes_back and line.indicator.kind is IndicatorKind.STOCK and _is_out_of(_AND_BACK, value, rest, beside)


def _is_out_of(proportion: _Proportion, value: Decimal, rest: Sequence[Decimal], beside: Sequence[Decimal]) -> bool:
    """Whether a number is far from all others, and these are of one size, so that there is a proportion to be out of."""
    if len(rest) + 1 < proportion.fewest or min(value, *rest) <= 0 or max(value, *rest) < proportion.least:
        return False
    together = max(rest) < proportion.factor * min(rest)
    return together and far_off(Fraction(value), [Fraction(each) for each in (*rest, *beside)], proportion.factor)
