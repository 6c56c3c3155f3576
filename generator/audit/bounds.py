"""What a figure cannot exceed, as declared: `within` of its indicator. Each kind of bound has a check of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from generator.audit.check import Check
from generator.audit.facts import Key, ReportFacts, Stated, facts, number_of
from generator.audit.finding import Finding, written
from generator.audit.formulas import addition
from generator.audit.tolerance import span_of
from generator.audit.words import found, in_every_language, thing_name
from generator.dataset.dataset import Dataset
from generator.model.indicator import BoundKind
from generator.model.observation import Observation


class BoundCheck(Check):
    """Statements above all that one kind of bound allows; where the bound is stated twice, the higher one counts."""

    bound: ClassVar[BoundKind]
    excused_by_note: ClassVar[bool] = False

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each figure and each bound that it exceeds."""
        for report in facts(dataset):
            for key in {**report.stated, **report.rough}:
                for bound in report.indicator(key).within:
                    if bound.kind is not self.bound or bound.indicator not in report.catalogue.indicators:
                        continue
                    yield from self._above(report, key, bound.indicator)

    def _above(self, report: ReportFacts, key: Key, bound: str) -> Iterator[Finding]:
        unit, period, _, breakdown = key
        stated = report.stated.get(key, ())
        for statement in (*report.statements(key), *report.rough.get(key, ())):
            limits = report.amounts((unit, period, bound, breakdown), statement)
            if not limits or any(fits(statement, limit) for limit in limits):
                continue
            if self.excused_by_note and any(each.note for each in (*stated, *limits[0].figures)):
                continue
            yield self.above(statement, limits[0], (unit, period, bound, breakdown), report)

    def above(self, figure: Observation, limit: Stated, bound: Key, report: ReportFacts) -> Finding:
        """The finding about a figure above a limit, which is stated for a key or follows from its parts."""
        steps = addition(report, limit.figures)
        unit, _, indicator, breakdown = bound
        stated = (unit, limit.figures[0].period, indicator, breakdown)
        words = {
            "bound": thing_name(stated, report.report, report.catalogue),
            "limit": in_every_language(lambda lang: written(steps, lang)),
        }
        return found(self.kind, (figure, *limit.figures), report.catalogue, words=words, steps=steps)


def fits(figure: Observation, limit: Stated) -> bool:
    """Whether a figure is not above a limit, or could be so before rounding, or as roughly as it is stated."""
    if figure.rough is not None and figure.span is not None:
        return not span_of(limit.interval).is_below(figure.span)
    return number_of(figure) <= limit.interval.high
