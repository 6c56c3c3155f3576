"""What became of the figures of one report: what each edition froze of them, what they say now, and why, where somebody says so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from generator.dataset.matching import Figures, Matches, match
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.observation import Source
from generator.model.report import Revision
from generator.model.review import Correction
from generator.model.text import Text
from generator.model.vintage import VintageFigure


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


@dataclass(frozen=True, eq=False)
class State:
    """The figures of a report in an edition, which was `taken` on a day, or in the tree as it is (`edition` None)."""

    figures: Figures
    edition: Edition | None = None
    taken: PartialDate | None = None


@dataclass(frozen=True, eq=False)
class ReportHistory:
    """One report in every edition that has it, in the order in which these were taken, and as it is `now`.

    `revisions` are the reasons that its file gives, `corrections` those that it gives figures of today, by their ids.
    """

    report: str
    editions: tuple[State, ...]
    now: State
    revisions: tuple[Revision, ...] = ()
    corrections: Mapping[str, Correction] = field(default_factory=dict)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change from one state to the next one, but of what only moved."""
        pairs = pairwise((*self.editions, self.now))
        found = (change for old, new in pairs for change in self._changes(old, new, self._matches(old, new)))
        return tuple(each for each in found if each.kind is not ChangeKind.MOVED)

    def changes_since(self, edition: Edition) -> tuple[Change, ...]:
        """All that differs today from what an edition has of it; nothing where the edition does not have it."""
        return self._since.get(edition, ())

    @cached_property
    def _since(self) -> dict[Edition | None, tuple[Change, ...]]:
        matched = zip(self.editions, self._with_today, strict=True)
        return {each.edition: tuple(self._changes(each, self.now, found)) for each, found in matched}

    @cached_property
    def pasts(self) -> dict[str, Past]:
        """What editions said of the figures of today that they have otherwise, by the id of the figure."""
        pasts = ((name, self._past(self.now.figures[name], list(found))) for name, found in self._said.items())
        return {name: past for name, past in pasts if past}

    @cached_property
    def former_anchors(self) -> dict[str, tuple[str, ...]]:
        """Fragments under which editions show figures that have another today, by the id of the figure."""
        # A fragment leads to one figure only: where another has it today, it is no longer this one's.
        taken = {each.anchor for each in self.now.figures.values()}
        found = {
            name: tuple(dict.fromkeys(each.anchor for _, each in said if each.anchor not in taken))
            for name, said in self._said.items()
        }
        return {name: anchors for name, anchors in found.items() if anchors}

    @cached_property
    def _with_today(self) -> tuple[Matches, ...]:
        """Each edition's figures matched with those of today."""
        return tuple(match(each.figures, self.now.figures) for each in self.editions)

    def _matches(self, old: State, new: State) -> Matches:
        return self._with_today[self.editions.index(old)] if new is self.now else match(old.figures, new.figures)

    @cached_property
    def _said(self) -> dict[str, list[tuple[State, VintageFigure]]]:
        """What each edition has of the figures of today, by their id of today."""
        said: dict[str, list[tuple[State, VintageFigure]]] = defaultdict(list)
        for state, matched in zip(self.editions, self._with_today, strict=True):
            for before, after in matched.pairs:
                said[after.id].append((state, before))
        return said

    def _changes(self, old: State, new: State, matches: Matches) -> Iterator[Change]:
        assert old.edition is not None  # noqa: S101 - the tree as it is comes last
        sides: list[tuple[VintageFigure | None, VintageFigure | None]] = [
            (before, after)
            for before, after in matches.pairs
            if not _is_untouched(before, after) and not after.is_unread
        ]
        sides += [(None, each) for each in matches.added if not each.is_unread]
        sides += [(each, None) for each in matches.gone]
        for before, after in sides:
            change = Change(old.edition, new.edition, self.report, before, after)
            if change.kind is not ChangeKind.MOVED:
                change = replace(change, reason=self._reason(change.figure, old, new))
            yield change

    def _reason(self, figure: VintageFigure, since: State, until: State) -> Reason | None:
        """The newest entry that names a figure and is dated after one state and before the other; else a declared correction."""
        first, last = since.taken, until.taken
        for entry in sorted(self.revisions, key=lambda each: each.date, reverse=True):
            in_time = (first is None or first <= entry.date) and (last is None or entry.date <= last)
            if in_time and _names(entry, figure):
                return Reason(entry.change, entry.date)
        correction = self.corrections.get(figure.id) if until is self.now else None
        return Reason(correction.reason) if correction else None

    def _past(self, now: VintageFigure, said: list[tuple[State, VintageFigure]]) -> Past | None:
        while said and said[-1][1].says_what(now):
            said.pop()
        if not said:
            return None
        steps: list[Step] = []
        for state, figure in said:
            assert state.edition is not None  # noqa: S101 - these are editions
            if steps and steps[-1].figure.says_what(figure):
                steps[-1] = Step((*steps[-1].editions, state.edition), figure)
            else:
                steps.append(Step((state.edition,), figure))
        return Past(tuple(steps), self._reason(now, said[-1][0], self.now))


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
