"""Where snapshots lie on the disk of those who publish: a folder of bags, each also as one file."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from generator.model.edition import Edition

STORE = "archive"
"""The store below the root of a tree, unless another is named."""
_PREFIX = "reform-reports-"


@dataclass(frozen=True)
class Store:
    """A folder with a bag (`reform-reports-2023/`), its one file (`.zip`) and perhaps its signature for each edition."""

    folder: Path

    def bag(self, edition: Edition) -> Path:
        """The folder of a bag."""
        return self.folder / bag_name(edition)

    def zip(self, edition: Edition) -> Path:
        """The bag as one file."""
        return self.folder / f"{bag_name(edition)}.zip"


def bag_name(edition: Edition) -> str:
    """What a bag is called, as a folder and inside its one file."""
    return f"{_PREFIX}{edition}"


def edition_named(name: str) -> Edition | None:
    """The edition that the name of a bag's folder or zip promises; None for other names."""
    written = name.removesuffix(".zip").removeprefix(_PREFIX)
    with contextlib.suppress(ValueError):
        edition = Edition.parse(written)
        return edition if bag_name(edition) == name.removesuffix(".zip") else None
    return None
