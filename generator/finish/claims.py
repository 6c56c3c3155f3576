"""Folders that a process works in, claimed by a lock that ends with the process: what nobody claims, a killed build left behind.

Numbers of processes would not do: they are used again, and mean nothing from one container to another.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def claimed_folder(parent: Path, prefix: str) -> Iterator[Path]:
    """A new folder of our own in `parent`, gone afterwards. Raises OSError."""
    with alone_in(parent):
        folder = Path(tempfile.mkdtemp(dir=parent, prefix=prefix))
        claim = os.open(folder, os.O_RDONLY)
        _lock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(claim)


def remove_unclaimed(parent: Path, prefix: str) -> None:
    """Remove the folders that killed processes left in `parent`. Call it inside `alone_in`."""
    for folder in sorted(parent.iterdir()):
        if folder.name.startswith(prefix) and folder.is_dir() and not _is_claimed(folder):
            shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other process is inside this block for the folder. Raises OSError where the folder is not there."""
    while True:
        handle = os.open(folder, os.O_RDONLY)
        try:
            _lock(handle, fcntl.LOCK_EX)
            if not _is_still(folder, handle):
                continue
            yield
            return
        finally:
            os.close(handle)


def _is_still(folder: Path, handle: int) -> bool:
    """Whether an open folder is the one of that name: another process may have removed it and made a new one."""
    try:
        return os.path.samestat(folder.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _is_claimed(folder: Path) -> bool:
    handle = os.open(folder, os.O_RDONLY)
    try:
        return not _lock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        os.close(handle)


def _lock(handle: int, how: int) -> bool:
    """Lock an open folder; False where another process has it, or where the file system knows no locks."""
    try:
        fcntl.flock(handle, how)
    except OSError:
        return False
    return True
