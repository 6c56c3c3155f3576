"""What is asked of a snapshot, and whether it can be taken: of which edition, of what day, from which state of the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.archive.store import Store, bag_name
from generator.dataset.known import day_of
from generator.git import GitRefusalError
from generator.git_words import refusal_problem
from generator.model.catalogue import Catalogue
from generator.model.edition import Edition
from generator.model.place import Place
from generator.model.text import Text
from generator.model.vintage import VINTAGES
from generator.problems import Problem, Word
from generator.snapshot.inputs import NAMES
from generator.snapshot.repository import Commit, head_of, uncommitted

UNFINISHED = "snapshot-unfinished"
"""The code of the problem that somebody may answer with: yes, that year."""


@dataclass(frozen=True)
class Request:
    """A snapshot as it is asked for. `day` overrules the commit's; `change` says what a correction changed.

    `unfinished` says that the year may be one that is not over.

    `tool` and `key` sign the bag (see generator/archive/signature.py); empty for no signature.
    """

    year: int
    correct: bool = False
    unfinished: bool = False
    day: date | None = None
    change: Text | None = None
    warc: bool = False
    tool: str = ""
    key: str | None = None


@dataclass(frozen=True)
class Plan:
    """A snapshot that can be taken."""

    edition: Edition
    taken: date
    commit: Commit | None


def plan_of(request: Request, root: Path, store: Store) -> Plan | tuple[Problem, ...]:
    """The plan, or why there can be none. What the data say is looked at later. Raises OSError."""
    try:
        commit = head_of(root)
    except GitRefusalError as error:
        return (refusal_problem(error),)
    taken = request.day or (commit.day if commit else None)
    if taken is None:
        return (Problem("snapshot-without-date", Place("")),)
    if request.year > taken.year:
        words: dict[str, Word] = {"year": str(request.year), "day": taken}
        return (Problem("snapshot-of-future", Place(""), words),)
    if request.year == taken.year and not request.unfinished:
        words = {"year": str(request.year), "day": taken, "next": str(request.year + 1)}
        return (Problem(UNFINISHED, Place(""), words),)
    if commit and (changed := uncommitted(root, NAMES)):
        return tuple(Problem("snapshot-uncommitted", Place(name), {"file": name}) for name in changed)
    edition = _edition(request, root, store)
    return edition if isinstance(edition, tuple) else Plan(edition, taken, commit)


def _edition(request: Request, root: Path, store: Store) -> Edition | tuple[Problem, ...]:
    """The edition asked for, which nobody has taken yet."""
    taken = editions_at(root, store)
    last = max((each for each in taken if each.year == request.year), default=None)
    if not request.correct:
        if last is None:
            return Edition(request.year)
        words = {"edition": str(last), "year": str(last.year), "where": taken[last]}
        return (Problem("snapshot-exists", Place(taken[last]), words),)
    if last is None:
        return (Problem("snapshot-nothing-to-correct", Place(""), {"year": str(request.year)}),)
    if request.change is None:
        return (Problem("snapshot-without-change", Place(""), {"edition": str(last.next)}),)
    return last.next


def editions_at(root: Path, store: Store) -> dict[Edition, str]:
    """The editions that are there, each with where: a record in the tree, or a bag or zip in the store. Raises OSError."""
    found: dict[Edition, str] = {}
    prefix = bag_name(Edition(2000)).removesuffix("2000")
    for folder, before in ((root / VINTAGES, ""), (store.folder, prefix)):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            stem = path.name if path.is_dir() else path.name.removesuffix(path.suffix)
            edition = _written(stem.removeprefix(before)) if stem.startswith(before) else None
            if edition is not None:
                # The record rather than its table, the tree rather than the store.
                found[edition] = _shown(path, root) if not before else found.get(edition, _shown(path, root))
    return found


def _written(text: str) -> Edition | None:
    try:
        return Edition.parse(text)
    except ValueError:
        return None


def _shown(path: Path, root: Path) -> str:
    """A path as people read it: from the root of the tree where it lies there."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def nothing_known(catalogue: Catalogue, edition: Edition) -> Iterator[Problem]:
    """A problem where no report was known by the end of the year."""
    days = [day_of(each) for each in catalogue.reports.values()]
    if not any(day <= edition.last_day for day in days):
        first = min(days).isoformat() if days else "-"
        yield Problem("snapshot-without-reports", Place(""), {"year": str(edition.year), "first": first})
