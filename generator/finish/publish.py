"""Puts a finished site in the place of the last one, in one step: at every moment there is one whole site."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.finish import filling
from generator.finish.claims import alone_in, claimed_folder, remove_unclaimed

MARKER = ".reform-reports"
"""A file in every published site, by which a later build knows that it may replace the folder."""
_RENAME_EXCHANGE = 2
_AT_CWD = -100


class ForeignFolderError(Exception):
    """The folder to publish to holds something that this program did not make."""


def check_target(target: Path) -> None:
    """Raise ForeignFolderError unless the target is absent, empty or a published site."""
    if not target.exists():
        return
    others = target.is_dir() and filling.foreign(path.name for path in target.iterdir())
    if not target.is_dir() or (others and not (target / MARKER).exists()):
        raise ForeignFolderError(str(target))


def publish(
    staged: Path,
    target: Path,
    published: Callable[[], None] = lambda: None,
    retire: Callable[[Path], None] = lambda _old: None,
) -> None:
    """Move the staged site to the target, replacing the site that is there. Raises OSError or ForeignFolderError.

    After a failure the target is what it was before. `published` is called as soon as the new site is there: taking away the old one
    comes last, and with past years in it that is tens of thousands of names, which a slow disk needs seconds or a minute for. `retire` gets
    the old one before, and may move it elsewhere.
    """
    check_target(target)
    (staged / MARKER).write_text("", encoding="utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    if filling.is_filled(target):
        filling.fill(target, lambda new: _bring(staged, new), published)
        return
    with claimed_folder(target.parent, _prefix(target)) as beside:
        # Another disk's site is copied here, and takes its time; what follows does not.
        new = beside / target.name
        _bring(staged, new)
        with alone_in(target.parent):
            if not target.exists():
                new.rename(target)
            elif not _exchange(new, target):
                _replace_in_two_steps(new, target, beside)
        published()
        if new.exists():
            retire(new)


def recover(target: Path) -> None:
    """Undo what a killed build left beside the target: bring back a site that had been set aside, remove half-moved ones.

    Raises OSError.
    """
    if not target.parent.is_dir():
        return
    filling.recover(target)
    if filling.is_filled(target):
        return
    with alone_in(target.parent):
        # Whoever sets a site aside does so in one go inside this lock: what is still aside was left by a killed build.
        for aside in sorted(path for path in target.parent.iterdir() if path.name.startswith(f".{target.name}.old-")):
            if not target.exists():
                aside.rename(target)
            else:
                shutil.rmtree(aside, ignore_errors=True)
        remove_unclaimed(target.parent, _prefix(target))


def _bring(staged: Path, new: Path) -> None:
    shutil.move(staged, new, copy_function=_LinkedCopy())


class _LinkedCopy:
    """Copies files to another disk, and gives a file of several names (the same in two archived years) its names there as well."""

    def __init__(self) -> None:
        self._copied: dict[tuple[int, int], str] = {}

    def __call__(self, source: str, target: str) -> str:
        """Copy or link one file. Raises OSError."""
        about = Path(source).stat()
        key = (about.st_dev, about.st_ino)
        if about.st_nlink > 1 and key in self._copied:
            with contextlib.suppress(OSError):
                os.link(self._copied[key], target)
                return target
        shutil.copy2(source, target)
        self._copied[key] = target
        return target


def _prefix(target: Path) -> str:
    """How the folders are called in which builds prepare what takes the target's place."""
    return f".{target.name}.new-"


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders atomically (Linux `renameat2`); False where the system cannot."""
    with contextlib.suppress(OSError, AttributeError):
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
        return bool(
            renameat2(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), ctypes.c_uint(_RENAME_EXCHANGE)) == 0
        )
    return False


def _replace_in_two_steps(new: Path, target: Path, beside: Path) -> None:
    """Set the old site aside, move the new one in, and bring the old one back if that fails."""
    aside = target.with_name(f".{target.name}.old-{os.getpid()}")
    target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        aside.rename(target)
        raise
    # Now it may go, with the folder that the new one was prepared in. One that stays is taken away by the next build.
    with contextlib.suppress(OSError):
        aside.rename(beside / target.name)
