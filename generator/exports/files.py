"""What was written: the data files of a site with their sizes, by which pages offer them and catalogues list them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class DataFile:
    """A file below the root of the site, its size in bytes and the SHA-256 of its content."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class DataFiles:
    """The data files of a site. `site_url` ends in a slash; empty where nobody said where the site will stand."""

    site_url: str = ""
    by_path: Mapping[str, DataFile] = field(default_factory=dict)

    @classmethod
    def of(cls, site_url: str, files: Iterable[DataFile]) -> DataFiles:
        """These files, by path."""
        return cls(site_url, {each.path: each for each in sorted(files)})

    def find(self, path: str) -> DataFile | None:
        """The file at a path, if there is one."""
        return self.by_path.get(path)
