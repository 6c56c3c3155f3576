"""Which files of a tree differ from the last commit: what somebody is working on."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from generator.changes.repository import FOLDERS


def uncommitted_files(root: Path) -> frozenset[str] | None:
    """The files of `data/` and `content/` that differ from the last commit, by their path below `root`; None where git cannot tell."""
    prefix = _git(root, "rev-parse", "--show-prefix")
    listed = _git(root, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", *FOLDERS)
    if prefix is None or listed is None:
        return None
    # Each entry is two letters of state, a space, and the path below the repository's top.
    names = [entry[3:].decode("utf-8", "surrogateescape") for entry in listed.split(b"\0") if entry]
    above = prefix.decode("utf-8", "surrogateescape").rstrip("\n")
    return frozenset(name.removeprefix(above) for name in names)


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git answers; None where there is no git, or it refuses."""
    program = shutil.which("git")
    if program is None:
        return None
    done = subprocess.run(
        [program, "-C", str(root), "--no-optional-locks", *arguments], capture_output=True, check=False
    )
    return done.stdout if done.returncode == 0 else None
