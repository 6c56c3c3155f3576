"""A figure out of all proportion to every other figure of its line: the earlier columns and reports, and the later ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from generator.model.observation import Observation
from generator.problems import ProblemKind, Severity

FEWEST = 4
"""A line of fewer figures has no proportions."""
FACTOR = 10
"""A number that is ten times every other one, or a tenth, may have lost or gained a digit."""
LEAST = 100
"""Numbers that stay below this are small enough to vary as they like."""
POINTS = 50
"""A rate this far from every other one jumps."""


class Jump(Check):
    """Finds the one figure of a line that is far from all the others, above or below."""

    kind = ProblemKind(
        "jump",
        N_("{figure}: printed {printed}, out of all proportion to the other periods ({least} to {most})."),
        N_("Compare with the paper: a digit may be missing, or a cell may stand in the wrong column."),
        Severity.CONTRADICTION,
        title=N_("A figure is out of all proportion"),
        explanation=N_(
            "Of at least four comparable figures of one unit, one is at least ten times every other or at most a tenth of each (and the larger ones reach 100), or, "
            "for a rate, at least 50 points from every other. Flows are compared only over periods of one length, except that rates are compared throughout. "
            "Such a figure can be right; it deserves a look."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """The figures that jump; zero jumps only where it is a rate, because a count of zero is common."""
        for line in lines(dataset):
            for number, figure in enumerate(line.figures):
                others = (*line.figures[:number], *line.figures[number + 1 :])
                if len(line.figures) >= FEWEST and _jumps(figure, others, line):
                    yield self._finding(figure, others, line, dataset)

    def _finding(self, figure: Observation, others: Sequence[Observation], line: Line, dataset: Dataset) -> Finding:
        numbers = [number_of(each) for each in others]
        words = {
            name: in_every_language(Amount(number, line.measure).in_language)
            for name, number in (("least", min(numbers)), ("most", max(numbers)))
        }
        return found(self.kind, (figure, *others), dataset.catalogue, words=words)


def _jumps(figure: Observation, others: Sequence[Observation], line: Line) -> bool:
    value, rest = number_of(figure), [number_of(each) for each in others]
    if is_rate(line.measure):
        apart = min(abs(value - each) for each in rest)
        return apart >= POINTS and max(rest) - min(rest) < apart
    if value <= 0 or min(rest) <= 0 or max(value, *rest) < LEAST:
        return False
    return far_off(Fraction(value), [Fraction(each) for each in rest], FACTOR) and _together(rest)


def _together(numbers: Sequence[Decimal]) -> bool:
    """Whether the other numbers are of one size, so that there is a proportion to be out of."""
    return max(numbers) < FACTOR * min(numbers)
