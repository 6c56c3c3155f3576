"""The same things counted in two tables, with different results."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.facts import ReportFacts, facts
from generator.audit.finding import Finding
from generator.audit.formulas import Comparison, best, compared_by, readable
from generator.audit.tolerance import Agreement
from generator.audit.words import found, in_every_language, place_words
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity


class SetCountedDifferently(Check):
    """Holds a count against the rows that are declared to count the very same things, each kind of them for itself."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "set-counted-differently",
        N_(
            "{figure}: {printed} in {place}, but the rows that count the same things elsewhere give {follows}: {arithmetic} ({elsewhere})."
        ),
        N_("Compare both places with the paper. If they were typed as printed, leave them: readers see both."),
        Severity.CONTRADICTION,
        title=N_("The same things are counted differently in two tables"),
        explanation=N_(
            "The indicator names under `same_set` rows that together count the very same things, such as the standardised procedures that are under ISO and those "
            "that are not. They must give the same number. Where the parts of both are stated, the parts are compared and not their sum, so one difference is told once."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each count that none of its other counts gives."""
        for report in facts(dataset):
            for key in report.stated:
                ways = readable(report.indicator(key).same_set)
                if not ways or any(parts.is_complete for parts in report.splits(key)):
                    continue
                for statement in report.statements(key):
                    fits = best(compared_by(ways, report, key, statement))
                    if fits is not None and fits.agreement is Agreement.DIFFERS:
                        yield self._finding(fits, report)

    def _finding(self, fits: Comparison, report: ReportFacts) -> Finding:
        places = [place_words(each, report.catalogue) for each in fits.computed.figures]
        elsewhere = in_every_language(lambda lang: "; ".join(each.in_language(lang) for each in places))
        return found(
            self.kind,
            fits.figures,
            report.catalogue,
            follows=fits.follows,
            steps=fits.computed.steps,
            words={"elsewhere": elsewhere},
            marked=len(fits.figures),
        )
