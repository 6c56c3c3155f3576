"""Small trees under git, and snapshots taken of them."""

import os
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.archive.store import Store
from generator.snapshot.request import Request
from generator.snapshot.take import SnapshotResult, take_snapshot
from tests.trees import Changes, write_tree

COMMITTED = "2023-02-01T23:30:00-05:00"
"""The second of February in UTC."""
DAY = date(2023, 2, 2)
_WHO = {
    "GIT_AUTHOR_NAME": "x",
    "GIT_AUTHOR_EMAIL": "x@example.org",
    "GIT_COMMITTER_NAME": "x",
    "GIT_COMMITTER_EMAIL": "x@example.org",
}


def git(folder: Path, *arguments: str, when: str = COMMITTED) -> str:
    dated = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env={**os.environ, **_WHO, **dated, **alone},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def committed_tree(folder: Path, changes: Changes | None = None) -> Path:
    """The smallest tree with changes, all of it committed; caches and the archive are ignored."""
    folder.mkdir(parents=True, exist_ok=True)
    write_tree(folder, {".gitignore": ".cache/\n.build/\narchive/\n", **(changes or {})})
    git(folder, "init", "--quiet")
    commit_all(folder)
    return folder


def commit_all(folder: Path, when: str = COMMITTED) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A state", when=when)
    return git(folder, "rev-parse", "HEAD")


def take(root: Path, year: int = 2022, **asked: object) -> SnapshotResult:
    return take_snapshot(root, Store(root / "archive"), Request(year, **asked), lambda *_: None)


def files_of(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
