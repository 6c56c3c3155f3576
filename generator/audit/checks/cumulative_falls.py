"""A figure counted since January that is smaller later in the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.check import Check
from generator.audit.facts import Key, ReportFacts, facts, number_of
from generator.audit.finding import Finding
from generator.audit.words import found, in_every_language, printed_words
from generator.dataset.dataset import Dataset
from generator.i18n import formats
from generator.i18n.formats import is_rate
from generator.i18n.messages import N_
from generator.model.indicator import IndicatorKind
from generator.model.observation import Observation
from generator.model.period import PeriodKind
from generator.model.selection import authority
from generator.problems import ProblemKind, Severity


class CumulativeFalls(Check):
    """Follows running totals through a year, within a report and from one report to the next."""

    kind = ProblemKind(
        "cumulative-falls",
        N_("{figure}: printed {printed}, less than the {before} counted since January by {earlier} already."),
        N_("Compare both figures with the paper. A running total can fall only where an earlier one was corrected."),
        Severity.CONTRADICTION,
        title=N_("A running total falls within a year"),
        explanation=N_(
            "The indicator is cumulative: it counts since January. A later figure of the same year, unit and part is smaller than an earlier one. "
            "Rates are left out, because they may fall."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each figure that is below the one before it."""
        years: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
        for report in facts(dataset):
            for key in report.stated:
                if _runs_up(report, key):
                    unit, period, indicator, breakdown = key
                    best = min(report.stated[key], key=authority)
                    years[unit, indicator, breakdown, period.year].append(best)
        for figures in years.values():
            for before, after in pairwise(sorted(figures, key=lambda each: each.period.end)):
                if before.period.end < after.period.end and number_of(after) < number_of(before):
                    yield self._finding(before, after, dataset)

    def _finding(self, before: Observation, after: Observation, dataset: Dataset) -> Finding:
        words = {
            "before": printed_words(before, dataset.catalogue),
            "earlier": in_every_language(lambda lang: formats.period(before.period, lang)),
        }
        return found(self.kind, (after, before), dataset.catalogue, words=words)


def _runs_up(report: ReportFacts, key: Key) -> bool:
    cumulative = report.indicator(key).kind is IndicatorKind.CUMULATIVE
    return cumulative and key[1].kind is not PeriodKind.YEARS and not is_rate(report.measure(key))
