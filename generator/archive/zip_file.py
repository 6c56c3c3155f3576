"""A bag as one zip whose bytes follow from the files alone: in order, with one date, one mode and one level of compression."""

from __future__ import annotations

import contextlib
import os
import stat
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.archive.bag import UnfitBagError, files_below
from generator.archive.checksums import sha512_of

_LEVEL = 6
"""Level 9 takes three times as long and saves a hundredth."""
_FIRST_YEAR = 1980
"""Zips know no earlier day."""
_PACKED = frozenset(
    {
        *(".gz", ".zip", ".pdf", ".xlsx", ".parquet"),
        *(".jpg", ".jpeg", ".png", ".webp", ".woff", ".woff2"),
        *(".pagefind", ".pf_fragment", ".pf_index", ".pf_meta"),
    }
)
"""Kinds of files that are compressed in themselves."""


@dataclass(frozen=True)
class ZippedBag:
    """A zip: its bytes, and its checksum as `sha512sum` prints it."""

    size: int
    sha512: str


def zip_bag(folder: Path, target: Path, day: date, *, name: str = "") -> ZippedBag:
    """Pack a folder into a zip with one folder, called `name` or as the folder is. `target` appears in one step, when it is whole.

    Every file bears the date `day`. Raises OSError, and UnfitBagError for links and devices.
    """
    files, special = files_below(folder)
    if special:
        raise UnfitBagError(special)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new-{os.getpid()}")
    try:
        with zipfile.ZipFile(beside, "x") as packed:
            for path in sorted(files):
                packed.writestr(
                    _entry(f"{name or folder.name}/{path}", day), (folder / path).read_bytes(), compresslevel=_LEVEL
                )
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        zipped = ZippedBag(beside.stat().st_size, sha512_of(beside))
        beside.replace(target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()
    return zipped


def _entry(path: str, day: date) -> zipfile.ZipInfo:
    """What the zip says about a file besides its bytes."""
    entry = zipfile.ZipInfo(path, (max(day.year, _FIRST_YEAR), day.month, day.day, 0, 0, 0))
    entry.create_system = 3
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    entry.compress_type = zipfile.ZIP_STORED if Path(path).suffix.lower() in _PACKED else zipfile.ZIP_DEFLATED
    return entry
