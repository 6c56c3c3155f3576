"""Which files of a tree differ from the last commit: what somebody is working on."""

from __future__ import annotations

from pathlib import Path

from generator.changes.repository import FOLDERS
from generator.git import ask


def uncommitted_files(root: Path) -> frozenset[str] | None:
    """The files of `data/` and `content/` that differ from the last commit, by their path below `root`; None where git cannot tell."""
    prefix = ask(root, "rev-parse", "--show-prefix")
    options = ("--porcelain", "-z", "--untracked-files=all", "--no-renames")
    listed = ask(root, "--no-optional-locks", "status", *options, "--", *FOLDERS)
    if prefix is None or listed is None:
        return None
    # Each entry is two letters of state, a space, and the path below the repository's top.
    names = [entry[3:].decode("utf-8", "surrogateescape") for entry in listed.split(b"\0") if entry]
    above = prefix.decode("utf-8", "surrogateescape").rstrip("\n")
    return frozenset(name.removeprefix(above) for name in names)
