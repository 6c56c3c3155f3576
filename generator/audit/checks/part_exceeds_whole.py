"""A part larger than its whole: by a declared bound, by a breakdown, or as a term of a sum."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.bounds import BoundCheck, fits
from generator.audit.facts import Key, ReportFacts, facts
from generator.audit.finding import Finding
from generator.audit.formulas import formulas
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.indicator import BoundKind
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity


class PartExceedsWhole(BoundCheck):
    """Holds parts against wholes; where all parts are stated, their sum is held against the whole instead."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "part-exceeds-whole",
        N_("{figure}: printed {printed}, more than the whole it is a part of ({bound}: {limit})."),
        N_("Compare with the paper. If it was typed as printed, leave it: readers see both."),
        Severity.CONTRADICTION,
        title=N_("A part is larger than its whole"),
        explanation=N_(
            "The figure counts a part of another: its indicator names the whole under `within`, the whole is split into such parts, or "
            "a formula adds it up with others. The same report states more of the part than of the whole."
        ),
    )
    bound = BoundKind.PART

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Parts above a declared whole, parts of a breakdown above their whole, terms above the sum they belong to."""
        yield from super().find(dataset)
        for report in facts(dataset):
            for key in report.stated:
                if report.is_count(key):
                    yield from self._parts_above(report, key)

    def _parts_above(self, report: ReportFacts, whole: Key) -> Iterator[Finding]:
        wholes = report.amounts(whole)
        for key in (*_terms(report, whole), *_pieces(report, whole)):
            for statement in report.statements(key):
                if not any(fits(statement, limit) for limit in wholes):
                    yield self.above(statement, wholes[0], whole, report)


def _terms(report: ReportFacts, whole: Key) -> Iterator[Key]:
    """The stated terms of sums of which another term is missing."""
    unit, period, _, breakdown = whole
    for formula in formulas(report, whole):
        keys = [(unit, period, term, breakdown) for term in formula.indicators]
        if set(formula.operators) == {"+"} and not all(
            key[2] in report.catalogue.indicators and report.amounts(key) for key in keys
        ):
            yield from (key for key in keys if key in report.stated and report.is_count(key))


def _pieces(report: ReportFacts, whole: Key) -> Iterator[Key]:
    """The stated parts of a whole by any one breakdown, unless all of them are there to be added up."""
    added_up = {key for parts in report.splits(whole) if parts.is_complete for key in parts.keys}
    unit, period, indicator, breakdown = whole
    for finer in report.breakdowns[unit, period, indicator]:
        key = (unit, period, indicator, finer)
        if set(breakdown) < set(finer) and len(finer) == len(breakdown) + 1 and key not in added_up:
            yield key
