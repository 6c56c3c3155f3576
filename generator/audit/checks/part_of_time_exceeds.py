"""What happened in a part of a time, as much as or more than what happened in the whole of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import permutations

from generator.audit.check import Check
from generator.audit.facts import Key, ReportFacts, facts, number_of
from generator.audit.finding import Finding
from generator.audit.words import found, in_every_language, place_words, printed_words
from generator.dataset.covered import declared_days
from generator.dataset.dataset import Dataset
from generator.i18n import formats
from generator.i18n.formats import is_rate
from generator.i18n.messages import N_, translate
from generator.model.indicator import IndicatorKind, OverTime
from generator.model.observation import Observation
from generator.problems import ProblemKind, Severity

LEAST = 20
"""Smaller numbers may be those of one busy month: a quarter can well have all nine of a year."""


class PartOfTimeExceeds(Check):
    """Holds flows of a report against those of the same report for a longer time that holds all their days."""

    kind = ProblemKind(
        "part-of-time-exceeds",
        N_("{figure}: printed {printed} in {place}, {relation} the {other} printed for {longer} in {elsewhere}."),
        N_(
            "Compare both places with the paper; one of them may stand under the wrong period. If they were typed as printed, leave them: readers see both."
        ),
        Severity.CONTRADICTION,
        title=N_("A part of a time has as much as the whole"),
        explanation=N_(
            "The indicator counts what happens in a time, and the report states it for a time and for a part of it. Where numbers of parts add up (`sums`, or "
            "`over_time: adds`), a part cannot have more than the whole. What is done all the year round (`over_time: steady`) and counts 20 or more cannot have as "
            "much in a part either, because nothing would be left for the rest. Days that a report declares for its figures count, not those of the period."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each pair of times."""
        for report in facts(dataset):
            times: dict[tuple[object, ...], list[Key]] = defaultdict(list)
            for key in report.stated:
                if _adds_up(report, key):
                    times[key[0], key[2], key[3]].append(key)
            for keys in times.values():
                for part, whole in permutations(keys, 2):
                    yield from self._compared(report, part, whole)

    def _compared(self, report: ReportFacts, part: Key, whole: Key) -> Iterator[Finding]:
        shorter = min(report.stated[part], key=number_of)
        longer = max(report.stated[whole], key=number_of)
        if not _holds(_days(longer), _days(shorter)):
            return
        less, more = number_of(shorter), number_of(longer)
        steady = report.indicator(part).over_time is OverTime.STEADY
        if less > more or (steady and less == more >= LEAST):
            relation = N_("more than") if less > more else N_("as many as")
            words = {
                "relation": in_every_language(lambda lang: translate(lang, relation)),
                "other": printed_words(longer, report.catalogue),
                "longer": in_every_language(lambda lang: formats.period(longer.period, lang)),
                "place": place_words(shorter, report.catalogue),
                "elsewhere": place_words(longer, report.catalogue),
            }
            yield found(self.kind, (shorter, longer), report.catalogue, words=words, marked=2)


def _adds_up(report: ReportFacts, key: Key) -> bool:
    """Whether numbers of parts of a time are declared to add up; those of rates and averages do not."""
    indicator = report.indicator(key)
    declared = indicator.over_time is not None or bool(indicator.sums)
    return declared and indicator.kind is IndicatorKind.FLOW and not is_rate(report.measure(key))


def _days(figure: Observation) -> tuple[date, date]:
    return declared_days(figure, IndicatorKind.FLOW) or (figure.period.start, figure.period.end)


def _holds(longer: tuple[date, date], shorter: tuple[date, date]) -> bool:
    return longer != shorter and longer[0] <= shorter[0] and shorter[1] <= longer[1]
