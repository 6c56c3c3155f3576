"""Git asked for the files of a revision. They are written into a folder of our own, as plain files and never outside of it."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.git import ask, is_shallow, top_of, what_it_says

FOLDERS = ("data", "content")
_PLAIN_FILES = {"100644", "100755"}


class UnknownRevisionError(Exception):
    """Git knows no such revision, or no commit from which two of them came.

    `revision` is what was written, `said` what git says, and `command` what may help; empty where nothing is known to. `shallow` is
    whether the repository holds only the newest commits, `known` another name under which git knows it.
    """

    def __init__(
        self, revision: str, *, said: str = "", command: str = "", known: str = "", shallow: bool = False
    ) -> None:
        super().__init__(revision)
        self.revision = revision
        self.said = said
        self.command = command
        self.known = known
        self.shallow = shallow


class UnreadableRevisionError(Exception):
    """Git does not have the files of a commit; its text is what git says."""


@dataclass(frozen=True)
class Span:
    """The two states to compare. `new` is None for the files as they are now; names are for people."""

    old: str
    new: str | None
    old_name: str
    new_name: str | None


def read_span(root: Path, written: str) -> Span:
    """The states that `REV`, `A..B` or `A...B` (from where B left A) name. Raises GitRefusalError or UnknownRevisionError."""
    top_of(root)
    if "..." in written:
        first, second = (name or "HEAD" for name in written.split("...", 1))
        ends = _commit(root, first), _commit(root, second)
        base = ask(root, "merge-base", *ends)
        if base is None:
            raise _unknown(root, written, first)
        return Span(base.decode().strip(), ends[1], first, second)
    if ".." in written:
        first, second = (name or "HEAD" for name in written.split("..", 1))
        return Span(_commit(root, first), _commit(root, second), first, second)
    return Span(_commit(root, written), None, written, None)


def write_revision(root: Path, commit: str, target: Path) -> None:
    """Write `data/` and `content/` of a commit below `target`; links and submodules are left out.

    Raises GitRefusalError or UnreadableRevisionError.
    """
    top = top_of(root)
    prefix = root.resolve().relative_to(top).as_posix()
    folders = [folder if prefix == "." else f"{prefix}/{folder}" for folder in FOLDERS]
    listing = ("ls-tree", "-r", "-z", "--full-tree", commit, "--", *folders)
    listed = ask(top, *listing)
    if listed is None:
        raise UnreadableRevisionError(what_it_says(top, *listing))
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
    """The contents of objects, in their order. Raises UnreadableRevisionError where git does not have them all."""
    if not names:
        return []
    answer = ask(top, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    found, start = [], 0
    while answer and start < len(answer):
        end = answer.index(b"\n", start)
        size = answer[start:end].rsplit(b" ", 1)[-1]
        if not size.isdigit():
            raise UnreadableRevisionError(answer[start:end].decode(errors="replace"))
        found.append(answer[end + 1 : end + 1 + int(size)])
        start = end + 1 + int(size) + 1
    if len(found) != len(names):
        raise UnreadableRevisionError(what_it_says(top, "cat-file", "-e", names[0]))
    return found


def _commit(root: Path, name: str) -> str:
    found = None if name.startswith("-") else ask(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if found is None:
        raise _unknown(root, name, name)
    return found.decode().strip()


def _unknown(root: Path, written: str, name: str) -> UnknownRevisionError:
    """What can be said of a revision that git does not know, or that has nothing in common with the other one."""
    if name.startswith("-"):
        return UnknownRevisionError(written)
    said = what_it_says(root, "rev-parse", name, "--")
    remotes = (ask(root, "remote") or b"").decode(errors="replace").split()
    shallow = is_shallow(root)
    remote = next((each for each in remotes if name.startswith(f"{each}/")), remotes[0] if remotes else "")
    at_remote = f"{remote}/{name.removeprefix(f'{remote}/')}"
    is_there = ask(root, "rev-parse", "--verify", "--quiet", f"{at_remote}^{{commit}}") is not None
    known = at_remote if is_there and at_remote != name else ""
    # Written out, because a clone of one branch fetches no other by itself.
    everything = f"+refs/heads/*:refs/remotes/{remote}/*"
    fetch = ["git", "fetch", *(["--unshallow"] if shallow else []), "--tags", remote, everything]
    command = shlex.join(fetch) if remote and not known else ""
    return UnknownRevisionError(written, said=said, command=command, known=known, shallow=shallow)
