"""The same thing stated with different numbers in two documents of one unit for one period, each under a rule of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from generator.audit.check import Check
from generator.audit.facts import ReportFacts, facts, number_of
from generator.audit.finding import Finding
from generator.audit.tolerance import same_number
from generator.audit.words import found, in_every_language, printed_words
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.i18n.names import report_label
from generator.model.catalogue import Catalogue
from generator.model.observation import Observation
from generator.model.period import Period
from generator.model.report import Report
from generator.model.text import Text
from generator.problems import ProblemKind, Severity


class DocumentsDisagree(Check):
    """Compares what two documents of one unit and period state of the same unit, period, indicator and part."""

    kind = ProblemKind(
        "documents-disagree",
        N_("{figure}: {printed} here, but {other} in the report {document}."),
        N_("Compare both documents with the paper. If they were typed as printed, leave them: readers see both."),
        Severity.CONTRADICTION,
        title=N_("Two documents for one period state different figures"),
        explanation=N_(
            "A unit writes more than one document for a period: on reform, and on the control of procedures. Both count the same dossiers. Where they give other "
            "numbers for the same unit, period, indicator and part, and say nothing of other days, one of them is wrong."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each thing and each pair of documents, in the order of the first one."""
        beside: dict[tuple[str, Period], list[ReportFacts]] = defaultdict(list)
        for each in facts(dataset):
            report = dataset.catalogue.reports[each.report]
            beside[report.unit, report.period].append(each)
        for documents in beside.values():
            for one, other in combinations(documents, 2):
                yield from self._differing(one, other, dataset)

    def _differing(self, one: ReportFacts, other: ReportFacts, dataset: Dataset) -> Iterator[Finding]:
        catalogue = dataset.catalogue
        for key, stated in one.stated.items():
            elsewhere = other.stated.get(key, ())
            if not elsewhere or any(_agree(each, beside) for each in stated for beside in elsewhere):
                continue
            words = {
                "other": printed_words(elsewhere[0], catalogue),
                "document": _quoted(catalogue.reports[other.report], catalogue),
            }
            yield found(self.kind, (stated[0], elsewhere[0]), catalogue, words=words, marked=2)


def _agree(one: Observation, other: Observation) -> bool:
    """Whether two statements can both be true: they give one number, or are of other days."""
    other_days = (one.covers != other.covers and None not in (one.covers, other.covers)) or (
        one.as_of != other.as_of and None not in (one.as_of, other.as_of)
    )
    return other_days or same_number(number_of(one), number_of(other))


def _quoted(report: Report, catalogue: Catalogue) -> Text:
    return in_every_language(lambda lang: f"“{report_label(report, catalogue, lang)}”")
