"""What a tree keeps of its last build for the next one, below `.cache/pages/`. Deleting it costs time and nothing else.

Builds at once share it: each holds the folder's lock while it works, and only who is alone forgets what belongs to nobody.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.assembly.keeping.pool import Kept, Pool
from generator.assembly.keeping.recall import Recall
from generator.assembly.layout import SitePaths
from generator.processes import can_write

_FOLDER = ".cache/pages"
_SITE, _COPIES = "site", "search"


@dataclass(frozen=True)
class KeptBuild:
    """What is kept in `folder`; None where nothing can be written, and nothing is kept."""

    folder: Path | None
    lock: int = -1

    @property
    def pool(self) -> Pool | None:
        """The contents of the files that were made."""
        return Pool(self.folder / "contents") if self.folder else None

    def recall(self) -> Recall:
        """What the last build made."""
        return Recall.load(self.folder / "made.json") if self.folder else Recall()

    def remember(self, recall: Recall) -> None:
        """Remember what was made elsewhere, for the build that follows."""
        if self.folder is not None:
            recall.save(self.folder / "made.json")

    def keep(self, recall: Recall, laid: Mapping[str, Kept]) -> None:
        """Remember a build, and forget the contents that belong neither to it nor to the files that it `laid` out."""
        if self.folder is None or self.pool is None:
            return
        recall.save(self.folder / "made.json")
        with contextlib.suppress(OSError):
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self.pool.forget_others(recall.names | {each.name for each in laid.values()})

    def take_spares(self, paths: SitePaths) -> None:
        """Move the site before the last one, and the copies that were searched, to where the next ones are made: most of it is right."""
        if self.folder is not None:
            for spare, target in ((_SITE, paths.site), (_COPIES, paths.search)):
                with contextlib.suppress(OSError):
                    (self.folder / spare).rename(target)

    def keep_site(self, retired: Path) -> None:
        """Keep a site that another has taken the place of; where that cannot be, it stays where it is."""
        self._keep(retired, _SITE)

    def keep_copies(self, paths: SitePaths) -> None:
        """Keep the copies that were searched."""
        self._keep(paths.search, _COPIES)

    def _keep(self, folder: Path, name: str) -> None:
        if self.folder is not None:
            with contextlib.suppress(OSError):
                folder.rename(self.folder / name)


@contextlib.contextmanager
def kept_in(root: Path) -> Iterator[KeptBuild]:
    """What the tree at `root` keeps, for as long as a build goes on."""
    folder = root / _FOLDER
    if not can_write(folder):
        yield KeptBuild(None)
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_SH)
        yield KeptBuild(folder, handle)
    finally:
        os.close(handle)
