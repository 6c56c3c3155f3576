"""Git asked for the state that a snapshot is made of: its commit, its day, what differs from it, and its files."""

from __future__ import annotations

import shutil
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path, PurePosixPath

from generator.git import GitRefusalError, Refusal, ask, top_of


@dataclass(frozen=True)
class Commit:
    """A commit: its name and the day on which it was made, in UTC."""

    id: str
    day: date


def head_of(root: Path) -> Commit | None:
    """The commit that the tree at `root` was checked out from; None where git knows no such tree.

    Raises GitRefusalError where there is a repository that git does not read.
    """
    try:
        top_of(root)
    except GitRefusalError as error:
        if error.refusal in (Refusal.FOREIGN, Refusal.OTHER):
            raise
        return None
    found = ask(root, "log", "-1", "--format=%H %ct", "HEAD", "--", ".")
    if found is None or ask(root, "ls-files", "--error-unmatch", "data") is None:
        return None
    head = ask(root, "log", "-1", "--format=%H %ct", "HEAD")
    if head is None:
        return None
    commit, seconds = head.decode().split()
    return Commit(commit, datetime.fromtimestamp(int(seconds), UTC).date())


def uncommitted(root: Path, names: Sequence[str]) -> tuple[str, ...]:
    """The files below `names` that differ from the commit or are not in it, as paths in the tree. Ignored ones are none of it."""
    found = ask(root, "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", *names)
    prefix = (ask(root, "rev-parse", "--show-prefix") or b"").decode("utf-8", "surrogateescape").strip("\n")
    entries = (found or b"").decode("utf-8", "surrogateescape").split("\0")
    return tuple(sorted(entry[3:].removeprefix(prefix) for entry in entries if entry))


def write_commit(root: Path, commit: str, names: Sequence[str], target: Path) -> None:
    """Write the files of a commit below `target`, byte for byte as they were committed. Raises OSError."""
    known = [name for name in names if ask(root, "ls-files", "--error-unmatch", name) is not None]
    # What a checkout would change (line ends) stays as it was committed.
    packed = ask(
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
