"""Opens a bag where it lies, as a folder or as its zip, so that both are read in one way and nothing is unpacked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from generator.archive.bag import files_below
from generator.archive.zip_reading import UnreadableBagError, list_zip, open_zip
from generator.model.place import Place
from generator.problems import Problem

__all__ = ["OpenBag", "UnreadableBagError", "open_bag"]


@dataclass(frozen=True)
class OpenBag:
    """A bag while it is open: its name, its files with their bytes, and what is there besides plain files.

    `open` opens a file of it; what it gives may fail with OSError, or with whatever a damaged zip makes of it.
    """

    name: str
    sizes: Mapping[str, int]
    problems: tuple[Problem, ...]
    open: Callable[[str], BinaryIO]

    def read(self, path: str, most: int) -> bytes | None:
        """The content of a small file; None where it is missing, damaged or larger than `most` bytes."""
        if self.sizes.get(path, most + 1) > most:
            return None
        try:
            with self.open(path) as file:
                content = file.read(most + 1)
        except Exception:  # noqa: BLE001 - a damaged zip fails in many ways
            return None
        return content if len(content) <= most else None


@contextmanager
def open_bag(path: Path) -> Iterator[OpenBag]:
    """Open the bag at `path`, a folder or a zip. Raises UnreadableBagError."""
    if path.is_dir():
        files, problems = files_below(path)
        yield OpenBag(path.resolve().name, files, tuple(problems), lambda name: (path / name).open("rb"))
    elif path.is_file():
        with open_zip(path) as packed:
            listing = list_zip(packed, path.stat().st_size)
            members = listing.members
            sizes = {name: entry.file_size for name, entry in members.items()}
            yield OpenBag(
                listing.top, sizes, tuple(listing.problems), lambda name: cast("BinaryIO", packed.open(members[name]))
            )
    else:
        raise UnreadableBagError(Problem("no-such-snapshot", Place(""), {"path": str(path)}))
