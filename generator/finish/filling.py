"""Puts a site into a folder that cannot itself be replaced: a volume, a network disk, or one whose own folder may not be written.

The new site is brought into the folder whole, under another name; then what stands at its top changes places, which takes
milliseconds. What a killed build has begun of that, the next one ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.finish.claims import alone_in, claimed_folder, remove_unclaimed

_PREFIX = ".reform-reports.new-"
_READY = ".reform-reports.ready"
_NAMES = ".reform-reports.names"
OURS = ".reform-reports"
"""How everything begins that this program leaves at the top of a site."""
_OF_THE_DISK = frozenset({"lost+found", ".snapshot"})
"""What file systems have at the top of a disk; nobody can take it away."""


def is_filled(target: Path) -> bool:
    """Whether a folder can be filled but not replaced."""
    return target.is_dir() and (_is_mount(target) or not os.access(target.parent, os.W_OK | os.X_OK))


def fill(target: Path, bring: Callable[[Path], None], published: Callable[[], None]) -> None:
    """Replace what is in a folder by the site that `bring` puts where it is told to. Raises OSError.

    Until all of the site is in the folder, nothing of the old one changes. `published` is called when the new one has taken its place.
    """
    with claimed_folder(target, _PREFIX) as aside:
        new = aside / "site"
        bring(new)
        names = sorted(path.name for path in new.iterdir())
        (new / _NAMES).write_text(json.dumps(names), encoding="utf-8")
        with alone_in(target):
            _end_begun(target)
            new.rename(target / _READY)
            _move_in(target, aside)
        published()


def recover(target: Path) -> None:
    """End what a killed build had begun, and remove what it had only brought. Raises OSError."""
    if not target.is_dir():
        return
    with alone_in(target):
        _end_begun(target)
        with contextlib.suppress(OSError):
            remove_unclaimed(target, _PREFIX)


def foreign(names: Iterable[str]) -> bool:
    """Whether what is in a folder is neither ours nor the disk's."""
    return any(not name.startswith(OURS) and name not in _OF_THE_DISK for name in names)


def _end_begun(target: Path) -> None:
    """Do the rest of what a killed build left half done: inside the lock, nobody else is at it."""
    ready = target / _READY
    if (ready / _NAMES).is_file():
        aside = ready / f"{OURS}.old"
        aside.mkdir(exist_ok=True)
        _move_in(target, aside)
    elif ready.is_dir():
        shutil.rmtree(ready)


def _move_in(target: Path, aside: Path) -> None:
    """Let what is ready take its place. What it replaces, and what is no more, goes aside; done again, it does the rest."""
    ready = target / _READY
    names = json.loads((ready / _NAMES).read_text(encoding="utf-8"))
    # Pages last: by then, what they load is there.
    for name in sorted(names, key=lambda name: (name.endswith(".html"), name)):
        if (ready / name).exists():
            if (target / name).exists():
                (target / name).rename(aside / name)
            (ready / name).rename(target / name)
    for path in target.iterdir():
        if path.name not in names and foreign([path.name]):
            path.rename(aside / path.name)
    shutil.rmtree(ready)


def _is_mount(folder: Path) -> bool:
    """Whether a disk is mounted at a folder, or another folder is (a volume of a container), which only Linux itself knows."""
    if os.path.ismount(folder):
        return True
    with contextlib.suppress(OSError):
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        return _escaped(folder.resolve()) in {line.split()[4] for line in lines}
    return False


def _escaped(path: Path) -> str:
    """A path as the list of mounts writes it."""
    return str(path).translate({ord(sign): f"\\{ord(sign):03o}" for sign in "\\ \t\n"})
