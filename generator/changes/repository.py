"""Git asked for the files of a revision. They are written into a folder of our own, as plain files and never outside of it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

FOLDERS = ("data", "content")
_PLAIN_FILES = {"100644", "100755"}


class NoRepositoryError(Exception):
    """The tree is in no git repository, or there is no git; its text is what git says of it."""


class UnknownRevisionError(Exception):
    """Git knows no such revision; its text is the revision as it was written."""


@dataclass(frozen=True)
class Span:
    """The two states to compare. `new` is None for the files as they are now; names are for people."""

    old: str
    new: str | None
    old_name: str
    new_name: str | None


def read_span(root: Path, written: str) -> Span:
    """The states that `REV`, `A..B` or `A...B` (from where B left A) name. Raises NoRepositoryError or UnknownRevisionError."""
    _repository(root)
    if "..." in written:
        first, second = (name or "HEAD" for name in written.split("...", 1))
        base = _git(root, "merge-base", _commit(root, first), _commit(root, second))
        if base is None:
            raise UnknownRevisionError(written)
        return Span(base.decode().strip(), _commit(root, second), first, second)
    if ".." in written:
        first, second = (name or "HEAD" for name in written.split("..", 1))
        return Span(_commit(root, first), _commit(root, second), first, second)
    return Span(_commit(root, written), None, written, None)


def write_revision(root: Path, commit: str, target: Path) -> None:
    """Write `data/` and `content/` of a commit below `target`; links and submodules are left out. Raises NoRepositoryError."""
    top = _repository(root)
    prefix = root.resolve().relative_to(top).as_posix()
    folders = [folder if prefix == "." else f"{prefix}/{folder}" for folder in FOLDERS]
    listed = _git(top, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *folders)
    if listed is None:
        raise NoRepositoryError
    files = []
    for entry in filter(None, listed.split(b"\0")):
        head, _, name = entry.partition(b"\t")
        mode, _, blob = head.decode().split(" ")
        path = below(
            target, name.decode("utf-8", "surrogateescape").removeprefix("" if prefix == "." else f"{prefix}/")
        )
        if mode in _PLAIN_FILES and path is not None:
            files.append((blob, path))
    for content, (_, path) in zip(_blobs(top, [blob for blob, _ in files]), files, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def below(target: Path, name: str) -> Path | None:
    """Where a file of the repository goes; None where its name would lead out of the folder."""
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or "\\" in name:
        return None
    return target.joinpath(*parts)


def _blobs(top: Path, names: list[str]) -> list[bytes]:
    """The contents of objects, in their order. Raises NoRepositoryError where git does not have them all."""
    if not names:
        return []
    answer = _git(top, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    found, start = [], 0
    while answer and start < len(answer):
        end = answer.index(b"\n", start)
        size = answer[start:end].rsplit(b" ", 1)[-1]
        if not size.isdigit():
            raise NoRepositoryError
        found.append(answer[end + 1 : end + 1 + int(size)])
        start = end + 1 + int(size) + 1
    if len(found) != len(names):
        raise NoRepositoryError
    return found


def _repository(root: Path) -> Path:
    done = _run(root, "rev-parse", "--show-toplevel")
    if done.returncode:
        raise NoRepositoryError(done.stderr.decode(errors="replace").strip())
    return Path(done.stdout.decode().rstrip("\n")).resolve()


def _commit(root: Path, name: str) -> str:
    found = None if name.startswith("-") else _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if found is None:
        raise UnknownRevisionError(name)
    return found.decode().strip()


def _git(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git answers; None where it refuses. Raises NoRepositoryError where there is no git."""
    done = _run(folder, *arguments, given=given)
    return done.stdout if done.returncode == 0 else None


def _run(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        raise NoRepositoryError
    return subprocess.run([program, "-C", str(folder), *arguments], input=given, capture_output=True, check=False)
