"""Processes that end when the one that started them does, however it ends: no build leaves another at work behind it."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path
from typing import Any

from generator.garbage import look_seldom

_DIE_WITH_PARENT = """\
import ctypes, os, sys
try:
    ctypes.CDLL(None).prctl(1, 9)
except (OSError, AttributeError):
    pass
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""PR_SET_PDEATHSIG with SIGKILL, which stays in force for the program that takes over. Elsewhere than on Linux it does nothing."""


class Workers(ProcessPoolExecutor):
    """A pool of processes that can be ended at once, whatever they are doing."""

    def end(self) -> None:
        """End them. What waits is given up."""
        manager: Any = self._executor_manager_thread
        # Told of the end before its processes are gone: otherwise the manager may find them dead first, and fails what was given up
        # already, which ends it with a traceback.
        self.shutdown(wait=False, cancel_futures=True)
        for process in active_children():
            process.kill()
        if manager is not None:
            manager.join()
        for process in active_children():
            process.join()


def worker_pool(workers: int) -> Workers:
    """A pool of processes; the caller closes it."""
    # Spawned, because forking a process that has threads (a server, a watcher, vl-convert) may hang.
    pool = Workers(max_workers=max(1, workers), mp_context=get_context("spawn"), initializer=_begin)
    # Ctrl-C reaches every process of a terminal. Those that are still starting would answer it with a traceback each.
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        pool.submit(int)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
    return pool


def can_split() -> bool:
    """Whether this process may be split: with other threads at work, a lock that one of them holds would stay locked for ever."""
    # What draws charts has threads that Python does not know of.
    return threading.active_count() == 1 and "vl_convert" not in sys.modules


def forked_pool(workers: int) -> Workers:
    """A pool of processes that begin with all that this one has in its memory; the caller closes it.

    Only for a process without threads of its own: see `worker_pool`.
    """
    return Workers(max_workers=max(1, workers), mp_context=get_context("fork"), initializer=_begin)


def dying_with_us(command: Sequence[str]) -> list[str]:
    """The command as one that is ended when this process is."""
    return [sys.executable, "-I", "-S", "-c", _DIE_WITH_PARENT, *command]


def can_write(folder: Path) -> bool:
    """Whether files can be written in a folder, which is made if need be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _begin() -> None:
    look_seldom()
    # Only the process that owns the pool answers Ctrl-C.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
