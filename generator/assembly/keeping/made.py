"""What became of one page: its files in the pool, what later stages must know of it, and what it has read. And of one data file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from generator.assembly.keeping.pool import Kept
from generator.finish.examined import Examined
from generator.finish.search_pieces import IndexedPage
from generator.recall.reads import Asked


@dataclass(frozen=True)
class MadeFile:
    """A file below the top of the site. `examined` is there for pages."""

    path: str
    kept: Kept
    examined: Examined | None = None


@dataclass(frozen=True)
class MadeData:
    """A data file in the pool: its checksum, and the mark of all that its content follows from; empty for one that is always made."""

    kept: Kept
    sha256: str
    mark: str = ""


@dataclass(frozen=True)
class MadePage:
    """A page of a language, or a group of files that belong to no page.

    `files` are its own and those beside it (charts for other sites, a picture). `searched` is what search knows of it, `copy` the text that
    Pagefind reads; None for what search does not find. `reads` are the questions that it asked, each once.
    """

    lang: str
    path: str
    files: tuple[MadeFile, ...]
    reads: Collection[Asked]
    description: str = ""
    searched: IndexedPage | None = None
    copy: Kept | None = None
    is_page: bool = True

    @property
    def contents(self) -> tuple[Kept, ...]:
        """Everything of it that the pool must hold."""
        return (*(each.kept for each in self.files), *([self.copy] if self.copy else ()))


@dataclass(frozen=True)
class MadeIndex:
    """The full-text index of a language: its files by path, and the mark of the copies that it was made from."""

    mark: str = ""
    files: Mapping[str, Kept] = field(default_factory=dict)


@dataclass(frozen=True)
class Work:
    """One thing that a build makes: a page, or a group of files, of a language."""

    lang: str
    path: str
    is_page: bool = field(default=True)

    @property
    def key(self) -> tuple[str, str, bool]:
        return (self.lang, self.path, self.is_page)
