"""Findings that people have reviewed: marked with the reason given in the report's file, never taken away."""

from __future__ import annotations

from collections.abc import Sequence

from generator.audit.finding import Finding
from generator.i18n.messages import N_
from generator.load.corrections import names
from generator.model.catalogue import Catalogue
from generator.model.report import Report
from generator.model.review import Reviewed
from generator.problems import Problem, ProblemKind, Severity, declare

UNMATCHED = ProblemKind(
    "reviewed-nothing",
    N_("Nothing like this is found any more: {finding} {what}."),
    N_("Remove the entry under `reviewed`, or name the finding as the list of findings does."),
    Severity.WARNING,
    title=N_("A review of nothing"),
    explanation=N_(
        "`reviewed` of a report acknowledges findings of the audit: code, figure and reason. This entry matches none: the figure was "
        "mended, or the entry names it otherwise."
    ),
)
declare(UNMATCHED)


def acknowledge(findings: Sequence[Finding], catalogue: Catalogue) -> list[Finding]:
    """The findings, those reviewed with their reasons, and a warning for every review that matches none."""
    known = list(findings)
    unmatched: list[Finding] = []
    for report in catalogue.reports.values():
        for entry in report.reviewed:
            matching = [number for number, each in enumerate(known) if _matches(entry, each, report, catalogue)]
            for number in matching:
                known[number] = known[number].acknowledged_as(entry.reason)
            if not matching:
                words = {"finding": entry.finding, "what": entry.words}
                unmatched.append(Finding(Problem(UNMATCHED.code, entry.place, words)))
    return [*known, *unmatched]


def _matches(entry: Reviewed, finding: Finding, report: Report, catalogue: Catalogue) -> bool:
    if entry.finding != finding.code or finding.report != report.id:
        return False
    if not entry.names_a_figure:
        return not finding.figures
    return any(names(entry, each, report, catalogue) for each in finding.figures[: finding.marked])
