"""A rise that is not the difference of the figures it is the rise of."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.facts import Key, ReportFacts, facts
from generator.audit.finding import Finding
from generator.audit.formulas import Comparison, Computed, addition, best, compare
from generator.audit.tolerance import Agreement
from generator.audit.words import found
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.indicator import Direction
from generator.model.observation import Observation
from generator.model.period import Period, PeriodKind
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity


class RiseDiffers(Check):
    """Holds a stated rise against the figures before and after, whichever earlier one it may be counted from."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "rise-differs",
        N_("{figure}: printed {printed}; the report's own figures give {follows} ({arithmetic})."),
        N_("Compare with the paper. If it was typed as printed, leave it: readers see both."),
        Severity.CONTRADICTION,
        title=N_("A rise does not follow from the figures before and after"),
        explanation=N_(
            "The indicator is the rise of another, as its `rise_of` says, and the report states that other one at the end and before. No earlier "
            "period of the report gives the rise that is printed; neither rounding nor cutting off digits explains the difference."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each stated rise that no pair of figures gives."""
        for report in facts(dataset):
            for key in report.stated:
                for statement in report.statements(key):
                    fits = best(_compared(report, key, statement))
                    if fits is not None and fits.agreement is Agreement.DIFFERS:
                        yield found(
                            self.kind, fits.figures, dataset.catalogue, follows=fits.follows, steps=fits.computed.steps
                        )


def _compared(report: ReportFacts, key: Key, figure: Observation) -> Iterator[Comparison]:
    """A stated rise beside the difference to each earlier figure, the most likely first."""
    unit, period, _, breakdown = key
    risen = report.indicator(key).rise_of
    if risen is None or risen not in report.catalogue.indicators:
        return
    known = sorted(each[1] for each in report.stated if each == (unit, each[1], risen, breakdown))
    last = _end(period, known)
    if last is None:
        return
    earlier = [each for each in known if each.end < last.end]
    within = [each for each in earlier if each.start >= period.start]
    for start in dict.fromkeys((*within, *reversed(earlier))):
        wanted = [report.amounts((unit, each, risen, breakdown), figure) for each in (last, start)]
        for combined in report.combinations(wanted):
            after, before = reversed(combined) if _is_gain(report, key, risen) else combined
            figures = (*after.figures, *before.figures)
            steps = (*addition(report, after.figures), "−", *addition(report, before.figures))
            interval = after.interval - before.interval
            middle = (interval.low + interval.high) / 2
            yield compare(report, key, figure, Computed(interval, figures, steps, middle))


def _is_gain(report: ReportFacts, key: Key, risen: str) -> bool:
    """Whether the rise counts places gained: of a rank, of which less is better, more places gained are better."""
    ways = (report.indicator(key).better, report.catalogue.indicators[risen].better)
    return ways == (Direction.HIGHER, Direction.LOWER)


def _end(period: Period, known: list[Period]) -> Period | None:
    """The period at whose end a rise is counted: its own, or the last one within a run of years."""
    if period in known:
        return period
    within = [each for each in known if period.start <= each.start and each.end <= period.end]
    return within[-1] if within and period.kind is PeriodKind.YEARS else None
