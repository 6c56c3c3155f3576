"""A rate that its own numerator and denominator do not give."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.facts import facts
from generator.audit.finding import Finding
from generator.audit.formulas import best, compared
from generator.audit.other_wholes import follows_otherwise
from generator.audit.tolerance import Agreement
from generator.audit.words import found
from generator.dataset.dataset import Dataset
from generator.i18n.formats import is_rate
from generator.i18n.messages import N_
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity


class RateDiffers(Check):
    """Holds every rate with a formula against the figures of the same report, unit, period and part of a breakdown."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "rate-differs",
        N_("{figure}: printed {printed}; the report's own figures give {follows} ({arithmetic})."),
        N_("Compare with the paper. If it was typed as printed, leave it: readers see both."),
        Severity.CONTRADICTION,
        title=N_("A rate does not follow from its own numbers"),
        explanation=N_(
            "The indicator has a formula, and the report states all that the formula needs. Neither rounding nor cutting off "
            "digits explains the difference. Where the report states a term twice, or there are several formulas, no way to "
            "compute the rate gives what is printed. One that is printed for a rate of another whole (dossiers due instead of dossiers resolved) has "
            "a finding of its own."
        ),
    )
    agreement = Agreement.DIFFERS

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """Rates that fit none of their formulas."""
        for report in facts(dataset):
            for key in report.stated:
                if not is_rate(report.measure(key)):
                    continue
                for statement in report.statements(key):
                    fits = best(compared(report, key, statement))
                    if (
                        fits is not None
                        and fits.agreement is self.agreement
                        and not follows_otherwise(report, key, statement)
                    ):
                        steps = fits.computed.steps
                        yield found(self.kind, fits.figures, dataset.catalogue, follows=fits.follows, steps=steps)
