"""A folder that remembers what was drawn, by what it was drawn from.

An entry is a file named by the SHA-256 of everything that decided its content. It begins with the SHA-256 of that content,
so a damaged entry is noticed and made again; it is put in place in one step, so a reader or a second build never sees half of
it. Deleting the folder costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path


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
        """Remember ``text`` under ``key``, in one step. Raises ``OSError`` if the folder cannot be written."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_in_one_step(path, f"{hashlib.sha256(text.encode()).hexdigest()}\n{text}")

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key


def write_in_one_step(path: Path, text: str) -> None:
    """Write a UTF-8 file so that it is there whole or not at all. Raises ``OSError``."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        # mkstemp makes private files; these may be published.
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
