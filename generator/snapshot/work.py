"""Where a snapshot is put together, and how it appears: bag, zip, signature and record in one step, or nothing of them.

A snapshot that is killed while it appears leaves a note of what it was about to put where. The next one undoes that, unless the record,
which comes last, is there: then everything is.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.charts.cache import without_leftovers
from generator.finish.claims import alone_in, claimed_folder, remove_unclaimed

_PREFIX = ".snapshot-"
_NOTE = "appearing.json"
Moves = Sequence[tuple[Path, Path]]
"""What goes where, in order; the last one makes the rest count."""


@contextlib.contextmanager
def snapshot_folder(store: Path, root: Path) -> Iterator[Path]:
    """A new folder in the store, removed at the end together with what killed snapshots left there. Raises OSError."""
    existed = store.is_dir()
    store.mkdir(parents=True, exist_ok=True)
    try:
        with without_leftovers(root / ".cache"):
            recover(store)
            with claimed_folder(store, _PREFIX) as work:
                yield work
    finally:
        if not existed:
            # It stays where anything lies in it.
            with contextlib.suppress(OSError):
                store.rmdir()


def recover(store: Path) -> None:
    """Undo what killed snapshots had begun to put in place, and remove their folders. Raises OSError."""
    with alone_in(store):
        for work in sorted(store.glob(f"{_PREFIX}*")):
            note = work / _NOTE
            # Whoever writes a note holds this lock until everything is in place: a note means that its writer was killed.
            if note.is_file():
                _undo(json.loads(note.read_text(encoding="utf-8")))
                note.unlink()
        remove_unclaimed(store, _PREFIX)


def appear(work: Path, moves: Moves, still_free: Callable[[], bool]) -> bool:
    """Move everything to its place; False, with nothing moved, where `still_free` says that somebody else was faster. Raises OSError.

    After a failure nothing is there that was not there before.
    """
    with alone_in(work.parent):
        if not still_free() or any(target.exists() for _, target in moves):
            return False
        targets = [str(target) for _, target in moves]
        _write_note(work / _NOTE, json.dumps(targets))
        try:
            for source, target in moves:
                target.parent.mkdir(parents=True, exist_ok=True)
                _move(source, target)
        except BaseException:
            _undo(targets)
            raise
        finally:
            (work / _NOTE).unlink(missing_ok=True)
    return True


def _write_note(note: Path, text: str) -> None:
    draft = note.with_suffix(".new")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(note)


def _move(source: Path, target: Path) -> None:
    """Move within a disk in one step; a file to another disk by way of a draft beside its place."""
    try:
        source.rename(target)
    except OSError:
        if source.is_dir():
            raise
        draft = target.with_name(f".{target.name}.new")
        try:
            shutil.copyfile(source, draft)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)


def _undo(targets: Sequence[str]) -> None:
    """Take away what was put in place, unless all of it was: the last of it tells."""
    if Path(targets[-1]).exists():
        return
    for target in map(Path, targets):
        if target.is_dir():
            shutil.rmtree(target, ignore_errors=True)
        else:
            target.unlink(missing_ok=True)
