"""What of a run is told in full, and what is only counted: people look for what they did, among what has long been known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.problems import Problem, Severity
from generator.tell.fingerprint import Fingerprints

_OF_THE_SOURCES = (Severity.CONTRADICTION, Severity.NOTE)
_ORDER = tuple(Severity)


@dataclass(frozen=True)
class Selection:
    """The problems of a run, by how they are told.

    `told` in full, of which the first `new` were not there before (None where nobody asked); `known` only counted where lines are
    dear; `elsewhere` are those of files that nobody asked for.
    """

    told: tuple[Problem, ...]
    known: tuple[Problem, ...] = ()
    elsewhere: tuple[Problem, ...] = ()
    new: int | None = None


def everything(problems: Sequence[Problem]) -> Selection:
    """Every problem told in full, in the order in which they stand."""
    return Selection(tuple(problems))


def without_sources(problems: Sequence[Problem]) -> Selection:
    """What anybody can mend told in full, what is in the source documents counted."""
    told, known = _parted(problems, lambda each: each.severity not in _OF_THE_SOURCES)
    return Selection(told, known)


def since(problems: Sequence[Problem], before: Sequence[Problem]) -> Selection:
    """What is new since an earlier state, then the errors that were there; the rest is known."""
    old = set(_marks(before))
    marked = list(zip(problems, _marks(problems), strict=True))
    new = [each for each, mark in marked if mark not in old]
    errors, rest = _parted([each for each, mark in marked if mark in old], lambda each: each.severity is Severity.ERROR)
    ordered = sorted(new, key=lambda each: _ORDER.index(each.severity))
    return Selection((*ordered, *errors), rest, new=len(new))


def within(selection: Selection, names: Collection[str]) -> Selection:
    """The selection of some files and folders alone."""
    kept = [
        _parted(each, lambda problem: is_below(problem.place.file, names)) for each in (selection.told, selection.known)
    ]
    new = selection.new
    if new is not None:
        new = sum(is_below(each.place.file, names) for each in selection.told[:new])
    return Selection(kept[0][0], kept[1][0], (*kept[0][1], *kept[1][1]), new)


def is_below(file: str, names: Collection[str]) -> bool:
    """Whether a file is one of some, or lies in one of some folders."""
    return file in names or any(str(parent) in names for parent in PurePosixPath(file).parents)


def _marks(problems: Sequence[Problem]) -> list[str]:
    fingerprints = Fingerprints()
    return [fingerprints.of(each, each.place.file) for each in problems]


def _parted(
    problems: Sequence[Problem], fits: Callable[[Problem], bool]
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Those that fit, and those that do not, each in their order."""
    return tuple(each for each in problems if fits(each)), tuple(each for each in problems if not fits(each))
