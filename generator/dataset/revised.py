"""Which figures differ from what snapshots froze, what they said then, and why they were changed, where somebody says so.

What became of one report is worked out by `report_history`, and again only where the report or what an edition has of it is not what it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.dataset.dataset import Dataset
from generator.dataset.matching import Figures
from generator.dataset.report_history import Change, ChangeKind, Past, ReportHistory, State
from generator.model.edition import Edition
from generator.model.observation import Observation
from generator.model.report import Report
from generator.model.vintage import Vintage, VintageFigure, frozen
from generator.recall.questions import question


@dataclass(frozen=True)
class Comparison:
    """The tree as it is, compared with one edition: the figures of reports that the edition had, and reports that came or went."""

    vintage: Vintage
    changes: tuple[Change, ...]
    new_reports: tuple[str, ...]
    gone_reports: tuple[str, ...]

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        return tuple(each for each in self.changes if each.kind is kind)


@dataclass(frozen=True, eq=False)
class Revisions:
    """All differences between today's figures and the vintages, by the order in which the vintages were taken."""

    dataset: Dataset
    vintages: tuple[Vintage, ...] = field(init=False)

    def __post_init__(self) -> None:
        # A correction of an old edition may be taken after a newer one, and knows what was known then.
        taken = sorted(self.dataset.catalogue.vintages, key=lambda each: (each.record.taken, each.edition))
        object.__setattr__(self, "vintages", tuple(taken))

    @property
    def follows_from(self) -> tuple[object, ...]:
        """All that it follows from (`generator.recall.marks`)."""
        catalogue = self.dataset.catalogue
        return (self.vintages, catalogue.observations, catalogue.reports, self._units, self._indicators)

    def past(self, observation: Observation) -> Past | None:
        """What editions said of a figure, where any of them said something else than today; None otherwise."""
        history = self._histories.get(observation.source.report)
        return history.pasts.get(observation.id) if history else None

    def pasts(self, report: str) -> Mapping[str, Past]:
        """The same of all figures of a report, by their ids."""
        return self._histories[report].pasts if report in self._histories else {}

    def former_anchors(self, observation: Observation) -> tuple[str, ...]:
        """Fragments under which editions show a figure that has another today: links to them are to go on leading to it."""
        history = self._histories.get(observation.source.report)
        return history.former_anchors.get(observation.id, ()) if history else ()

    def compared_with(self, vintage: Vintage) -> Comparison:
        """All that differs from an edition: what is gone and what was added among it."""
        old, now = self._frozen[vintage.edition], self.dataset.catalogue.reports
        changes = (change for each in self._histories.values() for change in each.changes_since(vintage.edition))
        return Comparison(
            vintage,
            tuple(changes),
            tuple(each for each in now if each not in old),
            tuple(each for each in old if each not in now),
        )

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change from one state of a report to the next one, those since the edition taken last first.

        A figure that an edition changed and a later one changed again is told twice, a change that many editions keep once.
        """
        found: dict[Edition, list[Change]] = {each.edition: [] for each in reversed(self.vintages)}
        for history in self._histories.values():
            for change in history.changes:
                found[change.edition].append(change)
        return tuple(change for changes in found.values() for change in changes)

    def tells_of(self, edition: Edition, report: str) -> bool:
        """Whether `changes` tells of a report since an edition."""
        return (edition, report) in self._told

    @cached_property
    def _told(self) -> frozenset[tuple[Edition, str]]:
        return frozenset((each.edition, each.report) for each in self.changes)

    @cached_property
    def gone_reports(self) -> tuple[tuple[Edition, str], ...]:
        """The reports that are no longer there, each with the newest edition that has it."""
        found = {report: edition for edition, reports in self._frozen.items() for report in reports}
        now = self.dataset.catalogue.reports
        return tuple((edition, report) for report, edition in found.items() if report not in now)

    @cached_property
    def _histories(self) -> dict[str, ReportHistory]:
        """What became of each report of today; of none where nothing was ever frozen."""
        if not self.vintages:
            return {}
        return {name: self._history(name, each) for name, each in self.dataset.catalogue.reports.items()}

    def _history(self, name: str, report: Report) -> ReportHistory:
        stated = self.dataset.by_report(name)
        taken = [
            (each, self._frozen[each.edition][name]) for each in self.vintages if name in self._frozen[each.edition]
        ]

        def made() -> ReportHistory:
            return ReportHistory(
                name,
                tuple(State(figures, each.edition, each.record.taken) for each, figures in taken),
                State({each.id: frozen(each) for each in stated}),
                tuple(report.revisions),
                {each.id: each.correction for each in stated if each.correction},
            )

        follows_from = (report, *stated, *(part for each, figures in taken for part in (each.record, figures)))
        return self.dataset.known.recall(("history", name), follows_from, made)

    @cached_property
    def _frozen(self) -> dict[Edition, Mapping[str, Figures]]:
        """What each vintage has of each report, by the ids of today."""
        return {each.edition: self._named_today(each) for each in self.vintages}

    def _named_today(self, vintage: Vintage) -> Mapping[str, Figures]:
        units, indicators = self._units, self._indicators
        # The same texts in the same order: former ids are few.
        renamed = tuple(text for pair in (*units.items(), ("", ""), *indicators.items()) for text in pair)

        def made() -> Mapping[str, Figures]:
            named = (_renamed(each, units, indicators) for each in vintage.figures.values())
            return _by_report(named, units)

        return self.dataset.known.recall(("frozen", str(vintage.edition)), (vintage.figures, *renamed), made)

    @cached_property
    def _units(self) -> dict[str, str]:
        """The ids that units have today, by former ids."""
        return {old: each.id for each in self.dataset.catalogue.units.values() for old in each.former_ids}

    @cached_property
    def _indicators(self) -> dict[str, str]:
        return {old: each.id for each in self.dataset.catalogue.indicators.values() for old in each.former_ids}


@question
def revisions(dataset: Dataset) -> Revisions:
    """The revisions of a dataset."""
    return Revisions(dataset)


@question
def revised_since(dataset: Dataset, edition: str) -> int:
    """How many figures of an edition say something else today, or are stated no more."""
    found = revisions(dataset)
    compared = found.compared_with(next(each for each in found.vintages if each.record.id == edition))
    return len(compared.of(ChangeKind.CHANGED)) + len(compared.of(ChangeKind.GONE))


@question
def pasts_of(dataset: Dataset, report: str, indicator: str | None) -> Mapping[str, Past]:
    """What editions said otherwise of the figures of a report and an indicator, by the id of the figure."""
    return _pasts_by_subject(dataset).get((report, indicator), {})


def past_of(dataset: Dataset, observation: Observation) -> Past | None:
    """What editions said of a figure, where any of them said something else than today; None otherwise."""
    found = pasts_of(dataset, observation.source.report, observation.indicator)
    return found.get(observation.id) if found else None


@question
def _former_anchors(dataset: Dataset, report: str) -> Mapping[str, tuple[str, ...]]:
    known = revisions(dataset)
    found = {each.id: known.former_anchors(each) for each in dataset.by_report(report)}
    return {figure: anchors for figure, anchors in found.items() if anchors}


def former_anchors_of(dataset: Dataset, observation: Observation) -> tuple[str, ...]:
    """The fragments under which editions of the archive show a figure of the prose, where they are others than today's."""
    return _former_anchors(dataset, observation.source.report).get(observation.id, ())


def tells_of(dataset: Dataset, edition: Edition, report: str) -> bool:
    """Whether the list of revisions tells of a report since an edition."""
    return str(edition) in _told_of(dataset, report)


@question
def _told_of(dataset: Dataset, report: str) -> frozenset[str]:
    """The editions since which the list of revisions tells of a report."""
    found = revisions(dataset)
    return frozenset(str(each.edition) for each in found.vintages if found.tells_of(each.edition, report))


@question
def _pasts_by_subject(dataset: Dataset) -> dict[tuple[str, str | None], dict[str, Past]]:
    found: dict[tuple[str, str | None], dict[str, Past]] = defaultdict(dict)
    known = revisions(dataset)
    for report in dataset.catalogue.reports:
        pasts = known.pasts(report)
        for each in dataset.by_report(report) if pasts else ():
            if each.id in pasts:
                found[report, each.indicator][each.id] = pasts[each.id]
    return dict(found)


def _by_report(figures: Iterable[VintageFigure], units: Mapping[str, str]) -> dict[str, Figures]:
    """Figures by the id that their report has today; `units` are ids of units by former ids."""
    found: dict[str, dict[str, VintageFigure]] = defaultdict(dict)
    for each in figures:
        unit, _, period = each.report.partition("/")
        report = f"{units[unit]}/{period}" if unit in units else each.report
        found[report][each.id] = each
    return dict(found)


def _renamed(figure: VintageFigure, units: Mapping[str, str], indicators: Mapping[str, str]) -> VintageFigure:
    """A frozen figure with the ids that its unit and indicator have today; its own id stays what it was."""
    unit, indicator = units.get(figure.unit), indicators.get(figure.indicator or "")
    if unit is None and indicator is None:
        return figure
    return replace(figure, unit=unit or figure.unit, indicator=indicator or figure.indicator)
