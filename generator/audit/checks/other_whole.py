"""A rate that is one of another whole than it says: on time of the dossiers due, printed as on time of those resolved."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.check import Check
from generator.audit.facts import facts
from generator.audit.finding import Finding
from generator.audit.other_wholes import follows_otherwise
from generator.audit.words import found
from generator.dataset.dataset import Dataset
from generator.i18n.formats import is_rate
from generator.i18n.messages import N_
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity


class OtherWhole(Check):
    """Holds rates against the formulas of the indicators that they must not be taken for (`unlike`)."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "rate-of-another-whole",
        N_("{figure}: printed {printed}, which the report's own figures give for “{other}” ({arithmetic})."),
        N_(
            "Read what the sentence says the rate is of. If it is the other rate, enter it as that; if the report says otherwise, leave it: readers see both."
        ),
        Severity.CONTRADICTION,
        title=N_("A rate is one of another whole than it says"),
        explanation=N_(
            "Documents give on-time rates of three wholes: dossiers resolved, due, or received. Each is an indicator of its own, and they name each other as "
            "`unlike`. The printed rate does not follow from the whole of its indicator, but exactly from that of another."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each such rate."""
        for report in facts(dataset):
            for key in report.stated:
                if not is_rate(report.measure(key)):
                    continue
                for statement in report.statements(key):
                    other = follows_otherwise(report, key, statement)
                    if other is not None:
                        computed = other.comparison.computed
                        words = {"other": other.indicator.names}
                        figures = other.comparison.figures
                        yield found(self.kind, figures, dataset.catalogue, steps=computed.steps, words=words)
