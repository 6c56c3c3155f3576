"""Git asked as a program: what it answers, and why it refuses."""

from __future__ import annotations

import os
import shutil
import subprocess
from enum import Enum
from pathlib import Path


class Refusal(Enum):
    """Why git has no answer for a folder."""

    NO_PROGRAM = "no-program"
    NO_REPOSITORY = "no-repository"
    FOREIGN = "foreign"
    OTHER = "other"


class GitRefusalError(Exception):
    """Git does not read the repository of a folder; `said` is what it says of that, in English, and `folder` the one that it would
    have to trust, as a shell takes it.
    """

    def __init__(self, refusal: Refusal, said: str = "", folder: str = "") -> None:
        super().__init__(said)
        self.refusal = refusal
        self.said = said
        self.folder = folder


def ask(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git answers in a folder; None where it refuses, or is not there."""
    done = _run(folder, *arguments, given=given)
    return done.stdout if done is not None and done.returncode == 0 else None


def top_of(folder: Path) -> Path:
    """The top of the repository that a folder lies in. Raises GitRefusalError."""
    done = _run(folder, "rev-parse", "--show-toplevel")
    if done is None:
        raise GitRefusalError(Refusal.NO_PROGRAM)
    if done.returncode == 0:
        return Path(os.fsdecode(done.stdout.rstrip(b"\n"))).resolve()
    said = done.stderr.decode(errors="replace").strip()
    if "safe.directory" in said:
        # Git names the folder in the command that it advises, at the end.
        raise GitRefusalError(Refusal.FOREIGN, said.splitlines()[0], said.split("safe.directory")[-1].strip())
    if "not a git repository" in said:
        raise GitRefusalError(Refusal.NO_REPOSITORY, said)
    raise GitRefusalError(Refusal.OTHER, said)


def what_it_says(folder: Path, *arguments: str) -> str:
    """The first line of what git says where it refuses; empty where it does not."""
    done = _run(folder, *arguments)
    lines = done.stderr.decode(errors="replace").strip().splitlines() if done is not None and done.returncode else []
    return lines[0] if lines else ""


def is_shallow(folder: Path) -> bool:
    """Whether the repository holds only the newest commits."""
    return ask(folder, "rev-parse", "--is-shallow-repository") == b"true\n"


def _run(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes] | None:
    program = shutil.which("git")
    if program is None:
        return None
    command = [program, "-C", str(folder), "--literal-pathspecs", "-c", "core.quotePath=false", *arguments]
    # In one language, by which we tell its refusals apart.
    return subprocess.run(command, input=given, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
