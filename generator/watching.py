"""Tells when files that are read differ from what they were, whatever has replaced them.

Looks at the files themselves, not at the system's events: those follow a file that an editor has replaced, a folder that a branch
switch has made anew, and do not come at all from network disks.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

_PAUSE = 0.1
_PAUSE_OF_MANY = 0.25
"""Where more than one file has changed, others may follow: git takes its time from one to the next."""
_SHARE = 20
"""Looking takes at most one part in so many of the time, however many files there are."""
_LONGEST_UNREST = 5.0
"""After so many seconds a change counts even while others follow it."""

_ASIDE = ("~", ".swp", ".swo", ".swx", ".tmp")

State = Mapping[str, tuple[int, ...]]
"""What is known of each file without reading it."""


@dataclass(frozen=True)
class Watched:
    """What is read: `trees` with all that is below them (or single files), and `folders` of which only the files right in them are."""

    trees: tuple[Path, ...]
    folders: tuple[Path, ...] = ()

    def state(self) -> State:
        """The state of every file that is there just now."""
        found: dict[str, tuple[int, ...]] = {}
        for path in self.trees:
            found.update(_below(path, deep=True))
        for path in self.folders:
            found.update(_below(path, deep=False))
        return found


def changes(watched: Callable[[], Watched], seen: State) -> Iterator[State]:
    """Each new state, once nothing moves any more: a branch switch replaces many files, and an editor writes a file in steps.

    `seen` is the state that is known. The next one is looked for when it is asked for, so what was edited meanwhile is not lost.
    """
    while True:
        started = monotonic()
        now = watched().state()
        if now != seen:
            seen = _at_rest(watched, seen, now)
            yield seen
            continue
        sleep(max(_PAUSE, _SHARE * (monotonic() - started)))


def _at_rest(watched: Callable[[], Watched], seen: State, state: State) -> State:
    """The state that stays the same for a moment, after another was `seen`."""
    end = monotonic() + _LONGEST_UNREST
    while monotonic() < end:
        changed = {name for name, _ in seen.items() ^ state.items()}
        sleep(_PAUSE if len(changed) == 1 else _PAUSE_OF_MANY)
        before, state = state, watched().state()
        if state == before:
            break
    return state


def _below(path: Path, *, deep: bool) -> Iterator[tuple[str, tuple[int, ...]]]:
    if not path.is_dir():
        yield from _facts((str(path),))
        return
    for folder, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not _is_aside(name)] if deep else []
        yield from _facts(os.path.join(folder, name) for name in files if not _is_aside(name))  # noqa: PTH118 - thousands of them


def _facts(names: Iterable[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
    for name in names:
        try:
            found = os.stat(name)  # noqa: PTH116 - as above
        except OSError:
            continue
        # The time of the change as well: a file may be replaced by one of the same size and an older day.
        yield name, (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)


def _is_aside(name: str) -> bool:
    """Whether a file is an editor's own: what it swaps, locks and backs up stands beside what it edits, and is never read."""
    return name.endswith(_ASIDE) or name.startswith((".#", "#")) or name == "4913"
