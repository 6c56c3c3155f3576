"""Findings as readers get them: by report, each with an address for its place in the list, and by the figures they mark."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.audit import audit
from generator.audit.finding import Finding
from generator.dataset.dataset import Dataset
from generator.model.form import BreakdownKey
from generator.model.observation import Observation, Source
from generator.problems import Severity
from generator.recall.questions import question

_SHOWN = (Severity.CONTRADICTION, Severity.NOTE)


@dataclass(frozen=True)
class Listed:
    """A finding in the list of its report. `anchor` is its fragment there; it follows from the code and the figure."""

    report: str
    anchor: str
    finding: Finding


@dataclass(frozen=True)
class Listing:
    """All findings that readers see, by report, and those marked beside each figure, contradictions before notes."""

    by_report: Mapping[str, tuple[Listed, ...]]
    by_figure: Mapping[tuple[Source, BreakdownKey], tuple[Listed, ...]]

    def of(self, report: str) -> tuple[Listed, ...]:
        """The findings of a report, in the order of its file."""
        return self.by_report.get(report, ())

    def beside(self, observation: Observation) -> tuple[Listed, ...]:
        """The findings that are marked beside a figure: what contradicts it first, then what is worth a look."""
        return self.by_figure.get((observation.source, observation.breakdown), ())


@question
def findings_of(dataset: Dataset, report: str) -> tuple[Listed, ...]:
    """The findings of a report, in the order of its file."""
    return listing(dataset).of(report)


@question
def findings_by_figure(
    dataset: Dataset, report: str, indicator: str | None
) -> Mapping[tuple[Source, BreakdownKey], tuple[Listed, ...]]:
    """The findings that are marked beside figures of a report and an indicator, by figure."""
    return _by_subject(dataset).get((report, indicator), {})


def findings_beside(dataset: Dataset, observation: Observation) -> tuple[Listed, ...]:
    """The findings that are marked beside a figure: what contradicts it first, then what is worth a look."""
    found = findings_by_figure(dataset, observation.source.report, observation.indicator)
    return found.get((observation.source, observation.breakdown), ()) if found else ()


@question
def _by_subject(
    dataset: Dataset,
) -> dict[tuple[str, str | None], dict[tuple[Source, BreakdownKey], tuple[Listed, ...]]]:
    found: dict[tuple[str, str | None], dict[tuple[Source, BreakdownKey], tuple[Listed, ...]]] = defaultdict(dict)
    marked = listing(dataset).by_figure
    for each in dataset.catalogue.observations if marked else ():
        figure = (each.source, each.breakdown)
        if figure in marked:
            found[each.source.report, each.indicator][figure] = marked[figure]
    return dict(found)


@question
def listing(dataset: Dataset) -> Listing:
    """The findings of a dataset as readers get them."""
    by_report: dict[str, list[Listed]] = defaultdict(list)
    by_figure: dict[tuple[Source, BreakdownKey], list[Listed]] = defaultdict(list)
    taken: Counter[tuple[str, str]] = Counter()
    for finding in audit(dataset):
        report = finding.report
        if report not in dataset.catalogue.reports or report is None or finding.problem.severity not in _SHOWN:
            continue
        name = "-".join(filter(None, (finding.code, finding.figures[0].source.anchor if finding.figures else "")))
        taken[report, name] += 1
        nth = taken[report, name]
        listed = Listed(report, name if nth == 1 else f"{name}_{nth}", finding)
        by_report[report].append(listed)
        for figure in finding.figures[: finding.marked]:
            by_figure[figure.source, figure.breakdown].append(listed)
    return Listing(
        {report: tuple(found) for report, found in by_report.items()},
        {
            figure: tuple(sorted(found, key=lambda each: not each.finding.is_contradiction))
            for figure, found in by_figure.items()
        },
    )
