"""Git asked for the state that a snapshot is made of: its commit, its day, what differs from it, and its files."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path, PurePosixPath


@dataclass(frozen=True)
class Commit:
    """A commit: its name and the day on which it was made, in UTC."""

    id: str
    day: date


def head_of(root: Path) -> Commit | None:
    """The commit that the tree at `root` was checked out from; None where git knows no such tree."""
    found = _git(root, "log", "-1", "--format=%H %ct", "HEAD", "--", ".")
    if found is None or _git(root, "ls-files", "--error-unmatch", "data") is None:
        return None
    head = _git(root, "log", "-1", "--format=%H %ct", "HEAD")
    if head is None:
        return None
    commit, seconds = head.decode().split()
    return Commit(commit, datetime.fromtimestamp(int(seconds), UTC).date())


def uncommitted(root: Path, names: Sequence[str]) -> tuple[str, ...]:
    """The files below `names` that differ from the commit or are not in it, as paths in the tree. Ignored ones are none of it."""
    found = _git(root, "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", *names)
    prefix = (_git(root, "rev-parse", "--show-prefix") or b"").decode("utf-8", "surrogateescape").strip("\n")
    entries = (found or b"").decode("utf-8", "surrogateescape").split("\0")
    return tuple(sorted(entry[3:].removeprefix(prefix) for entry in entries if entry))


def write_commit(root: Path, commit: str, names: Sequence[str], target: Path) -> None:
    """Write the files of a commit below `target`, byte for byte as they were committed. Raises OSError."""
    known = [name for name in names if _git(root, "ls-files", "--error-unmatch", name) is not None]
    # What a checkout would change (line ends) stays as it was committed.
    packed = _git(
        root, "-c", "core.autocrlf=false", "-c", "core.eol=lf", "archive", "--format=tar", commit, "--", *known
    )
    if packed is None:
        raise OSError(None, "git archive", str(root))
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        for member in archive:
            if member.isfile():
                _write_member(archive, member, target)


def _write_member(archive: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> None:
    """Write one file of an archive below `target`. Raises OSError for a name that leads out of it."""
    # Not extractall with its filter, which Python has only since 3.11.4.
    name = PurePosixPath(member.name)
    content = archive.extractfile(member)
    if content is None or name.is_absolute() or ".." in name.parts:
        raise OSError(None, "git archive", member.name)
    path = target / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with content, path.open("xb") as file:
        shutil.copyfileobj(content, file)


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git answers; None where it refuses, or is not there."""
    program = shutil.which("git")
    if program is None:
        return None
    command = [program, "-C", str(folder), "--literal-pathspecs", "-c", "core.quotePath=false", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else None
