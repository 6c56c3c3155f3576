"""A folder with one file for each content that a build made, under a name that follows from the content.

The built site gets second names of these files (hard links) where the disk has that, so a page that stays the same is neither written nor
copied again, and keeps its day on the server. Whoever writes into a published page changes the file of the pool as well: its size
or time then differs from what is remembered, and it is made again.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.charts.cache import write_in_one_step

_SIZE = 20


@dataclass(frozen=True)
class Kept:
    """A content of the pool: its name, its size in bytes, and when its file was written, in nanoseconds."""

    name: str
    size: int
    written: int


@dataclass(frozen=True)
class Pool:
    """The contents below `folder`. With `linked`, files of the site are second names of them; otherwise copies."""

    folder: Path
    linked: bool = True

    def put(self, content: bytes) -> Kept:
        """Keep a content. Raises OSError."""
        name = hashlib.blake2b(content, digest_size=_SIZE).hexdigest()
        path = self._path(name)
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_in_one_step(path, content)
        about = path.stat()
        return Kept(name, about.st_size, about.st_mtime_ns)

    def has(self, kept: Kept) -> bool:
        """Whether a content is there as it was kept."""
        try:
            about = self._path(kept.name).stat()
        except OSError:
            return False
        return (about.st_size, about.st_mtime_ns) == (kept.size, kept.written)

    def read(self, kept: Kept) -> bytes:
        """A content. Raises OSError."""
        return self._path(kept.name).read_bytes()

    def place(self, kept: Kept, target: Path) -> None:
        """Let a content stand at `target`, whose folder is there, in the place of what stands there, in one step. Raises OSError."""
        if not target.exists():
            self._bring(kept, target)
            return
        # Never written over: what stands there may be a second name of another content. Somebody may read it just now.
        beside = target.with_name(f".{kept.name}.new")
        beside.unlink(missing_ok=True)
        self._bring(kept, beside)
        beside.replace(target)
        # Two names of one content are left as they are by renaming one to the other.
        beside.unlink(missing_ok=True)

    def _bring(self, kept: Kept, target: Path) -> None:
        source = self._path(kept.name)
        if self.linked:
            with contextlib.suppress(OSError):
                os.link(source, target)
                return
        shutil.copy2(source, target)

    def forget_others(self, used: set[str]) -> None:
        """Remove every content whose name is not among `used`. What cannot be removed stays."""
        for path in self.folder.glob("??/*"):
            if path.name not in used and not path.name.startswith("."):
                with contextlib.suppress(OSError):
                    path.unlink()

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name
