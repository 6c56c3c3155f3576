"""The folder in which a build works: its own, inside the tree, and gone afterwards, even after an earlier build was killed."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from generator.charts.cache import without_leftovers
from generator.finish.claims import alone_in, claimed_folder, remove_unclaimed

WORK_FOLDER = ".build"
_PREFIX = "work-"
_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}


class ClosedTreeError(OSError):
    """The tree may not be written, so a build has no place to work in."""


@contextlib.contextmanager
def work_folder(root: Path) -> Iterator[Path]:
    """A new folder under `.build/`, removed at the end together with what killed builds left there. Raises OSError."""
    home = root / WORK_FOLDER
    with without_leftovers(root / ".cache"), contextlib.ExitStack() as stack:
        work = _enter(home, stack)
        try:
            yield work
        finally:
            stack.close()
            # Another build may be at work beside this one.
            with contextlib.suppress(OSError), alone_in(home):
                remove_unclaimed(home, _PREFIX)
                home.rmdir()


def _enter(home: Path, stack: contextlib.ExitStack) -> Path:
    """Make and claim a folder in `home`, which another build may be removing just now. Raises OSError, ClosedTreeError among them."""
    while True:
        try:
            home.mkdir(exist_ok=True)
        except OSError as error:
            if error.errno in _CLOSED:
                raise ClosedTreeError(error.errno, error.strerror, str(home)) from None
            raise
        try:
            with alone_in(home):
                remove_unclaimed(home, _PREFIX)
            return stack.enter_context(claimed_folder(home, _PREFIX))
        except FileNotFoundError:
            continue
