"""A folder that remembers what was drawn, by what it was drawn from.

An entry is a file named by the SHA-256 of everything that decided its content. It begins with the SHA-256 of that content,
so a damaged entry is noticed and made again; it is put in place in one step, so a reader or a second build never sees half of
it. Deleting the folder costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PREFIX = ".new-"


def content_key(*parts: str) -> str:
    """The name of an entry that follows from ``parts``. No two different tuples of parts share one."""
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode()
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()


@dataclass(frozen=True)
class Cache:
    """A cache in ``folder``, which is made when first written to."""

    folder: Path

    def load(self, key: str) -> str | None:
        """The text under ``key``; ``None`` if there is none, or a damaged one."""
        try:
            stored = self._path(key).read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            return None
        checksum, _, text = stored.partition("\n")
        return text if checksum == hashlib.sha256(text.encode()).hexdigest() else None

    def write(self, key: str, text: str) -> None:
        """Remember ``text`` under ``key``, in one step; a folder that cannot be written remembers nothing."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_in_one_step(path, f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}".encode())

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key


def write_in_one_step(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all. Raises ``OSError``."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX)
    try:
        with os.fdopen(handle, "wb") as file:
            _is_ours(handle)
            file.write(content)
        # mkstemp makes private files; these may be published.
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def without_leftovers(folder: Path) -> Iterator[None]:
    """Remove what killed processes left half-written in a folder, and where this ends early, what its own processes leave that were ended with it."""
    remove_leftovers(folder)
    try:
        yield
    except BaseException:
        remove_leftovers(folder)
        raise


def remove_leftovers(folder: Path) -> None:
    """Remove the half-written files of processes that were killed, anywhere below a folder."""
    for path in sorted(folder.rglob(f"{_PREFIX}*")):
        with contextlib.suppress(OSError), path.open("rb") as file:
            if _is_ours(file.fileno()):
                path.unlink()


def _is_ours(handle: int) -> bool:
    """Lock an open file until it is closed, as it also is when its process is killed; False where another process has it."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
