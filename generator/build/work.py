"""The folder in which a build works: its own, inside the tree, and gone afterwards, even after an earlier build was killed."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.finish.publish import is_running

WORK_FOLDER = ".build"


@contextlib.contextmanager
def work_folder(root: Path) -> Iterator[Path]:
    """A new folder under `.build/`, removed at the end together with what killed builds left there. Raises OSError."""
    home = root / WORK_FOLDER
    home.mkdir(exist_ok=True)
    for left in home.glob("work-*"):
        if not is_running(left.name.split("-")[1]):
            shutil.rmtree(left, ignore_errors=True)
    try:
        with tempfile.TemporaryDirectory(dir=home, prefix=f"work-{os.getpid()}-", ignore_cleanup_errors=True) as work:
            yield Path(work)
    finally:
        # Another build may be at work beside this one.
        with contextlib.suppress(OSError):
            home.rmdir()
