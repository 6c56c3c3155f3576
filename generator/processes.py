"""Processes that end when the one that started them does, however it ends: no build leaves another at work behind it."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process

_DIE_WITH_PARENT = """\
import ctypes, os, sys
try:
    ctypes.CDLL(None).prctl(1, 9)
except (OSError, AttributeError):
    pass
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""PR_SET_PDEATHSIG with SIGKILL, which stays in force for the program that takes over. Elsewhere than on Linux it does nothing."""


def worker_pool(workers: int) -> ProcessPoolExecutor:
    """A pool of processes; the caller closes it."""
    # Spawned, because forking a process that has threads (a server, a watcher, vl-convert) may hang.
    return ProcessPoolExecutor(max_workers=max(1, workers), mp_context=get_context("spawn"), initializer=_begin)


def dying_with_us(command: Sequence[str]) -> list[str]:
    """The command as one that is ended when this process is."""
    return [sys.executable, "-I", "-S", "-c", _DIE_WITH_PARENT, *command]


def _begin() -> None:
    # Ctrl-C reaches every process of a terminal; only the one that owns the pool answers it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
