"""Puts a finished site in the place of the last one, in one step: at every moment there is one whole site."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
from pathlib import Path

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
    if not target.is_dir() or (any(target.iterdir()) and not (target / MARKER).exists()):
        raise ForeignFolderError(str(target))


def publish(staged: Path, target: Path) -> None:
    """Move the staged site to the target, replacing the site that is there. Raises OSError or ForeignFolderError.

    After a failure the target is what it was before.
    """
    check_target(target)
    (staged / MARKER).write_text("", encoding="utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new-{os.getpid()}")
    shutil.move(staged, beside)
    try:
        if not target.exists():
            beside.rename(target)
        elif not _exchange(beside, target):
            _replace_in_two_steps(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def recover(target: Path) -> None:
    """Undo what a killed build left beside the target: bring back a site that had been set aside, remove half-moved ones."""
    for aside in sorted(target.parent.glob(f".{target.name}.old-*")):
        if not target.exists():
            aside.rename(target)
        else:
            shutil.rmtree(aside, ignore_errors=True)
    for half in target.parent.glob(f".{target.name}.new-*"):
        if not is_running(half.name.rpartition("-")[2]):
            shutil.rmtree(half, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders atomically (Linux `renameat2`); False where the system cannot."""
    with contextlib.suppress(OSError, AttributeError):
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
        return bool(
            renameat2(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), ctypes.c_uint(_RENAME_EXCHANGE)) == 0
        )
    return False


def _replace_in_two_steps(beside: Path, target: Path) -> None:
    """Set the old site aside, move the new one in, and bring the old one back if that fails."""
    aside = target.with_name(f".{target.name}.old-{os.getpid()}")
    target.rename(aside)
    try:
        beside.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def is_running(process: str) -> bool:
    """Whether there is a process with that number; True where the text is none, so that nothing of others is touched."""
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except (ValueError, PermissionError):
        return True
    return True
