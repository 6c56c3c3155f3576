"""What the processes of a session use, read from /proc: Linux only, as everything that measures whole trees of processes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")
_SESSION = 3
_USED = slice(11, 15)
"""Of the fields after the name: user and system time of a process, and of those of its children that have ended."""
_KIBIBYTE = 1024


def session_of(session: int) -> tuple[int, ...]:
    """The processes of a session, also those whose parent has ended."""
    found = []
    for folder in _PROC.iterdir():
        if folder.name.isdecimal():
            with suppress(OSError):
                if int(_fields(folder)[_SESSION]) == session:
                    found.append(int(folder.name))
    return tuple(found)


def memory_of(processes: Iterable[int]) -> int:
    """Bytes of memory, each shared page counted once."""
    found = 0
    for process in processes:
        with suppress(OSError):
            for line in (_PROC / str(process) / "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    found += int(line.split()[1]) * _KIBIBYTE
    return found


def cpu_of(processes: Iterable[int]) -> float:
    """Seconds of processor time so far."""
    found = 0
    for process in processes:
        with suppress(OSError):
            found += sum(int(ticks) for ticks in _fields(_PROC / str(process))[_USED])
    return found / _TICKS


def _fields(folder: Path) -> list[str]:
    """The fields of `stat` after the name, which may hold anything."""
    return (folder / "stat").read_text().rpartition(")")[2].split()
