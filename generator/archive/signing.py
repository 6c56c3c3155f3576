"""What every tool for signatures can do for us, and how it fails."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

PATIENCE = 60
"""Seconds for checking a signature. Signing waits for whoever types a passphrase."""

_STANDARD_ERROR = 2


class Finding(Enum):
    """What a tool says of a signature."""

    GOOD = auto()
    WRONG = auto()
    EXPIRED = auto()
    REVOKED = auto()
    UNKNOWN_KEY = auto()


class ToolError(Exception):
    """A tool is missing or failed: the code of a problem, and its words."""

    def __init__(self, code: str, words: Mapping[str, str]) -> None:
        super().__init__(code, words)
        self.code = code
        self.words = words


@dataclass(frozen=True)
class Tool:
    """A program for detached signatures.

    `sign(file, key)` signs and returns the signature's file, `check(file, signature, key)` returns what it found and who signed; both
    raise ToolError. `suffix` is what names of signatures end in.
    """

    suffix: str
    sign: Callable[[Path, str | None], Path]
    check: Callable[[Path, Path, Path | None], tuple[Finding, str]]


def run(
    program: str, arguments: Sequence[str], *, package: str, asks: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run a tool and return what it said, in English. `asks` leaves it the terminal, for a passphrase. Raises ToolError."""
    found = shutil.which(program)
    if found is None:
        raise ToolError("signing-tool-missing", {"tool": program, "package": package})
    return subprocess.run(
        [found, *arguments],
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"},
        stdin=None if asks else subprocess.DEVNULL,
        # What it asks is meant for people, who read standard error; standard output is ours.
        stdout=_STANDARD_ERROR if asks else subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=None if asks else PATIENCE,
    )


def failed(done: subprocess.CompletedProcess[str]) -> ToolError:
    """That signing failed, with the last thing that the tool said."""
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    return ToolError("signature-failed", {"reason": lines[-1] if lines else f"exit code {done.returncode}"})
