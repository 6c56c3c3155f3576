"""Which figures differ from what snapshots froze, what they said then, and why they were changed, where somebody says so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from generator.dataset.dataset import Dataset
from generator.dataset.matching import Figures, match
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.observation import Observation, Source
from generator.model.report import Revision
from generator.model.text import Text
from generator.model.vintage import Vintage, VintageFigure, frozen
from generator.recall.questions import question


class ChangeKind(StrEnum):
    """What became of a figure: it says something else, it says the same under another address or meaning, it went, it came."""

    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"
    ADDED = "added"


@dataclass(frozen=True)
class Reason:
    """Why a figure was changed; `day` is when, None where the report's file gives a correction without one."""

    text: Text
    day: PartialDate | None = None


@dataclass(frozen=True)
class Change:
    """A figure as an edition froze it, and as the next state has it: a later edition (`until`), or the site today (None)."""

    edition: Edition
    until: Edition | None
    report: str
    before: VintageFigure | None
    after: VintageFigure | None
    reason: Reason | None = None

    @property
    def kind(self) -> ChangeKind:
        if self.before is None:
            return ChangeKind.ADDED
        if self.after is None:
            return ChangeKind.GONE
        return ChangeKind.MOVED if self.before.says_what(self.after) else ChangeKind.CHANGED

    @property
    def figure(self) -> VintageFigure:
        """The figure as it is after the change, or as it was."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a change has at least one side
        return found


@dataclass(frozen=True)
class Step:
    """What a figure said in one edition, or in several that follow each other."""

    editions: tuple[Edition, ...]
    figure: VintageFigure


@dataclass(frozen=True)
class Past:
    """What editions said of a figure of today, in the order in which they were taken; the last step differs from today."""

    steps: tuple[Step, ...]
    reason: Reason | None

    @property
    def newest(self) -> Step:
        return self.steps[-1]


@dataclass(frozen=True)
class Comparison:
    """The tree as it is, compared with one edition: the figures of reports that the edition had, and reports that came or went."""

    vintage: Vintage
    changes: tuple[Change, ...]
    new_reports: tuple[str, ...]
    gone_reports: tuple[str, ...]

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        return tuple(each for each in self.changes if each.kind is kind)


@dataclass(frozen=True)
class _State:
    """A vintage, or the tree as it is (None), with the figures of each report."""

    vintage: Vintage | None
    reports: Mapping[str, Figures]


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
        return self._pasts.get(observation.id) if self.vintages else None

    def former_anchors(self, observation: Observation) -> tuple[str, ...]:
        """Fragments under which editions show a figure that has another today: links to them are to go on leading to it."""
        return self._former_anchors.get(observation.id, ()) if self.vintages else ()

    def compared_with(self, vintage: Vintage) -> Comparison:
        """All that differs from an edition: what is gone and what was added among it."""
        old = next(state for state in self._states if state.vintage is vintage)
        now = self._now
        changes = [
            change for report in now.reports if report in old.reports for change in self._changes(report, old, now)
        ]
        return Comparison(
            vintage,
            tuple(changes),
            tuple(each for each in now.reports if each not in old.reports),
            tuple(each for each in old.reports if each not in now.reports),
        )

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change from one state of a report to the next one, those since the edition taken last first.

        A figure that an edition changed and a later one changed again is told twice, a change that many editions keep once.
        """
        found: dict[Edition, list[Change]] = {each.edition: [] for each in reversed(self.vintages)}
        for report in self._now.reports:
            states = [state for state in (*self._states, self._now) if report in state.reports]
            for old, new in pairwise(states):
                for change in self._changes(report, old, new):
                    if change.kind is not ChangeKind.MOVED:
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
        found = {report: state.vintage.edition for state in self._states if state.vintage for report in state.reports}
        return tuple((edition, report) for report, edition in found.items() if report not in self._now.reports)

    @cached_property
    def _states(self) -> tuple[_State, ...]:
        return tuple(
            _State(each, _by_report(map(self._named_today, each.figures.values()), self._units))
            for each in self.vintages
        )

    def _named_today(self, figure: VintageFigure) -> VintageFigure:
        """A frozen figure with the ids that its unit and indicator have today; its own id stays what it was."""
        unit, indicator = self._units.get(figure.unit), self._indicators.get(figure.indicator or "")
        if unit is None and indicator is None:
            return figure
        return replace(figure, unit=unit or figure.unit, indicator=indicator or figure.indicator)

    @cached_property
    def _units(self) -> dict[str, str]:
        """The ids that units have today, by former ids."""
        return {old: each.id for each in self.dataset.catalogue.units.values() for old in each.former_ids}

    @cached_property
    def _indicators(self) -> dict[str, str]:
        return {old: each.id for each in self.dataset.catalogue.indicators.values() for old in each.former_ids}

    @cached_property
    def _now(self) -> _State:
        catalogue = self.dataset.catalogue
        stated = _by_report(frozen(each) for each in catalogue.observations)
        return _State(None, {report: stated.get(report, {}) for report in catalogue.reports})

    @cached_property
    def _observations(self) -> dict[str, Observation]:
        return {each.id: each for each in self.dataset.catalogue.observations}

    def _changes(self, report: str, old: _State, new: _State) -> Iterator[Change]:
        vintage, matches = old.vintage, match(old.reports[report], new.reports[report])
        assert vintage is not None  # noqa: S101 - the tree as it is comes last
        sides: list[tuple[VintageFigure | None, VintageFigure | None]] = [
            (before, after)
            for before, after in matches.pairs
            if not _is_untouched(before, after) and not after.is_unread
        ]
        sides += [(None, each) for each in matches.added if not each.is_unread]
        sides += [(each, None) for each in matches.gone]
        until = new.vintage.edition if new.vintage else None
        for before, after in sides:
            change = Change(vintage.edition, until, report, before, after)
            if change.kind is not ChangeKind.MOVED:
                change = replace(change, reason=self._reason(report, change.figure, vintage, new.vintage))
            yield change

    def _reason(self, report: str, figure: VintageFigure, since: Vintage, until: Vintage | None) -> Reason | None:
        """The newest entry that names a figure and is dated after one state and before the other; else a declared correction."""
        entries = self.dataset.catalogue.reports[report].revisions
        last = until.record.taken if until else None
        for entry in sorted(entries, key=lambda each: each.date, reverse=True):
            in_time = since.record.taken <= entry.date and (last is None or entry.date <= last)
            if in_time and _names(entry, figure):
                return Reason(entry.change, entry.date)
        observation = self._observations.get(figure.id) if until is None else None
        correction = observation.correction if observation else None
        return Reason(correction.reason) if correction else None

    @cached_property
    def _former_anchors(self) -> dict[str, tuple[str, ...]]:
        # A fragment leads to one figure only: where another has it today, it is no longer this one's.
        taken = {(report, each.anchor) for report, figures in self._now.reports.items() for each in figures.values()}
        return {
            name: tuple(
                dict.fromkeys(each.anchor for _, each in found if (name.partition("#")[0], each.anchor) not in taken)
            )
            for name, found in self._said.items()
        }

    @cached_property
    def _said(self) -> dict[str, list[tuple[Vintage, VintageFigure]]]:
        """What each vintage has of the figures of today, by their id of today."""
        said: dict[str, list[tuple[Vintage, VintageFigure]]] = defaultdict(list)
        for state in self._states:
            for report, figures in state.reports.items():
                for before, after in match(figures, self._now.reports.get(report, {})).pairs:
                    if state.vintage is not None:
                        said[after.id].append((state.vintage, before))
        return said

    @cached_property
    def _pasts(self) -> dict[str, Past]:
        now = {name: each for figures in self._now.reports.values() for name, each in figures.items()}
        pasts = ((name, self._past(now[name], list(found))) for name, found in self._said.items())
        return {name: past for name, past in pasts if past}

    def _past(self, now: VintageFigure, said: list[tuple[Vintage, VintageFigure]]) -> Past | None:
        while said and said[-1][1].says_what(now):
            said.pop()
        if not said:
            return None
        steps: list[Step] = []
        for vintage, figure in said:
            if steps and steps[-1].figure.says_what(figure):
                steps[-1] = Step((*steps[-1].editions, vintage.edition), figure)
            else:
                steps.append(Step((vintage.edition,), figure))
        return Past(tuple(steps), self._reason(now.report, now, said[-1][0], None))


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
    for each in dataset.catalogue.observations if known.vintages else ():
        past = known.past(each)
        if past is not None:
            found[each.source.report, each.indicator][each.id] = past
    return dict(found)


def _by_report(figures: Iterable[VintageFigure], renamed: Mapping[str, str] | None = None) -> dict[str, Figures]:
    """Figures by the id that their report has today; `renamed` are ids of units by former ids."""
    found: dict[str, dict[str, VintageFigure]] = defaultdict(dict)
    for each in figures:
        unit, _, period = each.report.partition("/")
        report = f"{renamed[unit]}/{period}" if renamed and unit in renamed else each.report
        found[report][each.id] = each
    return dict(found)


def _is_untouched(before: VintageFigure, after: VintageFigure) -> bool:
    """Whether a figure says the same of the same thing at the same place of its report, whatever the report is called."""
    stands = (before.place, before.subject, before.measure) == (after.place, after.subject, after.measure)
    return stands and before.says_what(after)


def _names(entry: Revision, figure: VintageFigure) -> bool:
    """Whether a declared revision names a figure: its row, its indicator, or both. One that names neither gives no reason."""
    if entry.row is None:
        return entry.indicator is not None and entry.indicator == figure.indicator
    row = Source(figure.report, table=entry.table, row=entry.row).anchor
    in_row = re.fullmatch(rf"{re.escape(row)}(?:_\d+)?", figure.anchor) is not None
    return in_row and entry.indicator in (None, figure.indicator)
