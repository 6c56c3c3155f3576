"""Runs a command and says what it cost: time by the clock, processor time and memory of all its processes together.

Processor time is what counts: it hardly depends on what else a machine does. Memory is shared out fairly (PSS), so pages that
processes share count once.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

from tools.bench.processes import memory_of, session_of

_STEP = re.compile(r"^\s*([\d.]+) s  (.+?) \(.*\)$")
"""What the command tells of a finished step: when, and which."""
_SAMPLED_EVERY = 0.25
_LAST_WORDS = 2000


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds, seconds of all processors, and bytes at the peak; the seconds of each step it told of, and its last words."""

    wall: float
    cpu: float
    memory: int
    steps: tuple[tuple[str, float], ...] = ()
    words: str = ""


class FailedRunError(RuntimeError):
    """A command that was to be measured failed; the message holds its last words."""


def run(command: Sequence[str | Path], folder: Path, env: Mapping[str, str] | None = None) -> Cost:
    """Run a command to its end. Raises FailedRunError."""
    with tempfile.TemporaryFile("w+") as said:
        started = time.perf_counter()
        process = start(command, folder, env, said)
        with Sampling(process.pid) as sampling:
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - started
        said.seek(0)
        words = said.read()
    if process.returncode:
        raise FailedRunError(f"{' '.join(map(str, command))}: {process.returncode}\n{words[-_LAST_WORDS:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, sampling.peak, steps_told(words, wall), words[-_LAST_WORDS:])


def start(
    command: Sequence[str | Path], folder: Path, env: Mapping[str, str] | None, said: IO[str]
) -> subprocess.Popen[str]:
    """Start a command in a session of its own, by which all its processes are known."""
    return subprocess.Popen(
        list(map(str, command)),
        cwd=folder,
        env=os.environ | {"LC_ALL": "C.UTF-8", "COLUMNS": "200"} | dict(env or {}),
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        text=True,
    )


def steps_told(words: str, wall: float) -> tuple[tuple[str, float], ...]:
    """The steps that a command told of, each with its own seconds; last, what it did after them."""
    told = [match for line in words.splitlines() if (match := _STEP.match(line))]
    steps, before = [], 0.0
    for match in told:
        steps.append((match[2], float(match[1]) - before))
        before = float(match[1])
    return (*steps, ("To the end", wall - before)) if steps else ()


class Sampling:
    """Looks at the memory of a session of processes again and again while it is entered."""

    def __init__(self, session: int) -> None:
        self.peak = 0
        self._session = session
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _sample(self) -> None:
        while not self._over.is_set():
            with suppress(OSError):
                self.peak = max(self.peak, memory_of(session_of(self._session)))
            self._over.wait(_SAMPLED_EVERY)


def size_of(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
