"""Writes the files of a docs tree, touching only those that change, so that the engine rebuilds only what it must."""

from __future__ import annotations

import shutil
from pathlib import Path


class TreeWriter:
    """Writes files and remembers which ones belong to the tree."""

    def __init__(self) -> None:
        self._written: set[Path] = set()
        self.changed = 0

    def write(self, path: Path, text: str) -> None:
        """Write a UTF-8 file if it differs from what is there. Raises OSError."""
        self.write_bytes(path, text.encode())

    def copy(self, source: Path, target: Path) -> None:
        """Copy a file if it differs from what is there. Raises OSError."""
        self.write_bytes(target, source.read_bytes())

    def keep(self, path: Path) -> None:
        """Say that a file which is there belongs to the tree."""
        self._written.add(path)

    def remove_others(self, root: Path) -> bool:
        """Remove files below `root` that nobody wrote; whether there were any."""
        others = [path for path in root.rglob("*") if path.is_file() and path not in self._written]
        for path in others:
            path.unlink()
        for folder in sorted((path for path in root.rglob("*") if path.is_dir()), reverse=True):
            if not any(folder.iterdir()):
                shutil.rmtree(folder)
        return bool(others)

    def write_bytes(self, path: Path, content: bytes) -> None:
        """Write a file if it differs from what is there. Raises OSError."""
        self._written.add(path)
        if path.exists() and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.changed += 1
