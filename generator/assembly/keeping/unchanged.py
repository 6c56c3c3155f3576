"""Whether a build would publish what is published already: nothing was edited since, and nobody touched the site.

What the last build found is told again. Imports little, so that the answer takes a moment.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_RECORD = ".cache/pages/published.json"


@dataclass(frozen=True)
class Published:
    """What the last build published: `found` are the codes of what it told of the sources, the rest as in `BuildResult`."""

    found: tuple[str, ...]
    pages: int
    reports: int
    figures: int
    languages: tuple[str, ...]
    site_url: str
    absent: tuple[str, ...]
    leads: bool = True


def still_published(root: Path, output: Path, mark: str) -> Published | None:
    """What is published at `output`, if that was made from inputs of this mark and is what was published; None otherwise."""
    try:
        record = json.loads((root / _RECORD).read_bytes())
        if record["mark"] != mark or record["output"] != str(output) or record["files"] != _files_of(output):
            return None
        known: dict[str, Any] = record["published"]
        lists: dict[str, Any] = {name: tuple(known[name]) for name in ("found", "languages", "absent")}
        return Published(**{**known, **lists})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(root: Path, output: Path, mark: str, published: Published) -> None:
    """Write down what was published. Where that cannot be written, the next build is an ordinary one."""
    from dataclasses import asdict

    from generator.charts.cache import write_in_one_step

    record = {"mark": mark, "output": str(output), "files": _files_of(output), "published": asdict(published)}
    with contextlib.suppress(OSError):
        write_in_one_step(root / _RECORD, json.dumps(record).encode())


def forget(root: Path) -> None:
    """Say that nothing is known of what is published."""
    with contextlib.suppress(OSError):
        (root / _RECORD).unlink()


def _files_of(output: Path) -> dict[str, list[int]]:
    """Every file of a site, with its size and time."""
    return {path: [size, time] for path, size, time in sorted(_entries(str(output), ""))}


def _entries(folder: str, below: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        path = f"{below}{entry.name}"
        if entry.is_dir(follow_symlinks=False):  # of os.DirEntry  # novermin
            yield from _entries(entry.path, f"{path}/")
        else:
            about = entry.stat(follow_symlinks=False)
            yield path, about.st_size, about.st_mtime_ns
