"""What earlier builds made, and whether it can be taken again: a page is, while everything that it has read reads the same.

Kept between builds as JSON, which runs nothing when it is read. Where it is lost, damaged or of another program, all is made anew: the
result is the same, byte for byte.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from generator.assembly.keeping.made import MadeData, MadeFile, MadeIndex, MadePage, Work
from generator.assembly.keeping.pool import Kept, Pool
from generator.charts.cache import write_in_one_step
from generator.finish.alternatives import Lack
from generator.finish.examined import Examined
from generator.finish.search_pieces import IndexedPage, Part
from generator.pages.page import Facets
from generator.recall.marks import Mark
from generator.recall.reads import Asked

_VERSION = 2
Key = tuple[str, str, bool]


@dataclass(frozen=True)
class Recall:
    """All that one build made.

    `frame` is the mark of what everything is made from: program, templates, configuration, and what of the data every page reads. `marks` are
    those of the answers to all questions that were asked. `data` are the data files, `indexes` the full-text indexes by language.
    """

    frame: str = ""
    marks: dict[Asked, Mark] = field(default_factory=dict)
    made: dict[Key, MadePage] = field(default_factory=dict)
    data: dict[str, MadeData] = field(default_factory=dict)
    indexes: dict[str, MadeIndex] = field(default_factory=dict)

    def unchanged(self, frame: str, mark_now: Callable[[Asked], Mark | None]) -> dict[Asked, Mark]:
        """The questions whose answers are what they were, with their marks; none where anything differs that is read without a note."""
        if frame != self.frame:
            return {}
        return {asked: mark for asked, mark in self.marks.items() if mark_now(asked) == mark}

    def still_right(
        self, works: Iterable[Work], unchanged: Mapping[Asked, Mark], pool: Pool, *, look: bool = True
    ) -> dict[Key, MadePage]:
        """What can be taken again, of what is to be made: everything it has read reads the same, and its contents are there.

        Without a `look` at the pool these are taken to be there, as they are where nobody else has been since.
        """
        found, changed = {}, self.marks.keys() - unchanged.keys()
        for work in works:
            made = self.made.get(work.key)
            if made is None or not changed.isdisjoint(made.reads):
                continue
            if not look or all(pool.has(each) for each in made.contents):
                found[work.key] = made
        return found

    @property
    def examined(self) -> dict[str, Examined]:
        """What all pages say of links, by their files."""
        return {each.path: each.examined for made in self.made.values() for each in made.files if each.examined}

    @property
    def names(self) -> set[str]:
        """The names of all contents that belong to it."""
        made = {each.name for made in self.made.values() for each in made.contents}
        data = {each.kept.name for each in self.data.values()}
        return made | data | {each.name for index in self.indexes.values() for each in index.files.values()}

    def save(self, path: Path) -> None:
        """Write it down, in one step; where nothing can be written, nothing is remembered."""
        numbers = {asked: number for number, asked in enumerate(self.marks)}
        rest = {
            "version": _VERSION,
            "frame": self.frame,
            "data": {name: [_kept(each.kept), each.sha256, each.mark] for name, each in self.data.items()},
            "indexes": {
                lang: [index.mark, {name: _kept(each) for name, each in index.files.items()}]
                for lang, index in self.indexes.items()
            },
        }
        # One by one: as one value, the pages of a country would be in memory three times over.
        marks = b",".join(_json([asked, mark.hex()]) for asked, mark in self.marks.items())
        made = b",".join(_json(_written(each, numbers)) for each in self.made.values())
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_in_one_step(path, b'{"marks":[%b],"made":[%b],%b' % (marks, made, _json(rest)[1:]))

    @classmethod
    def load(cls, path: Path) -> Recall:
        """What was written down; nothing where that cannot be read."""
        try:
            written = json.loads(path.read_bytes())
            return cls._of(written) if written["version"] == _VERSION else cls()
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            return cls()

    @classmethod
    def _of(cls, written: dict[str, Any]) -> Recall:
        questions = [_asked(each) for each, _ in written["marks"]]
        marks = {asked: bytes.fromhex(mark) for asked, (_, mark) in zip(questions, written["marks"], strict=True)}
        made = [_read(each, questions) for each in written["made"]]
        data = {name: MadeData(Kept(*kept), sha256, mark) for name, (kept, sha256, mark) in written["data"].items()}
        indexes = {
            lang: MadeIndex(mark, {name: Kept(*each) for name, each in files.items()})
            for lang, (mark, files) in written["indexes"].items()
        }
        return cls(written["frame"], marks, {_key(each): each for each in made}, data, indexes)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _key(made: MadePage) -> Key:
    return (made.lang, made.path, made.is_page)


def _asked(written: list[Any]) -> Asked:
    return tuple(_tupled(each) for each in written)


def _tupled(value: Any) -> Hashable:
    return tuple(_tupled(each) for each in value) if isinstance(value, list) else value


def _kept(kept: Kept) -> list[object]:
    return [kept.name, kept.size, kept.written]


def _written(made: MadePage, numbers: dict[Asked, int]) -> dict[str, Any]:
    searched = made.searched
    return {
        "lang": made.lang,
        "path": made.path,
        "is_page": made.is_page,
        "description": made.description,
        "files": [[each.path, _kept(each.kept), _examined(each.examined)] for each in made.files],
        "reads": sorted(numbers[asked] for asked in made.reads),
        "searched": asdict(searched) if searched else None,
        "copy": _kept(made.copy) if made.copy else None,
    }


def _examined(examined: Examined | None) -> list[Any] | None:
    if examined is None:
        return None
    lacks = [[each.code, each.page, each.what] for each in examined.lacks]
    return [list(examined.targets), sorted(examined.ids), lacks]


def _read(written: dict[str, Any], questions: list[Asked]) -> MadePage:
    searched = written["searched"]
    return MadePage(
        lang=written["lang"],
        path=written["path"],
        files=tuple(_file(*each) for each in written["files"]),
        reads=tuple(questions[number] for number in written["reads"]),
        description=written["description"],
        searched=_searched(searched) if searched else None,
        copy=Kept(*written["copy"]) if written["copy"] else None,
        is_page=written["is_page"],
    )


def _file(path: str, kept: list[Any], examined: list[Any] | None) -> MadeFile:
    if examined is None:
        return MadeFile(path, Kept(*kept))
    targets, ids, lacks = examined
    return MadeFile(path, Kept(*kept), Examined(tuple(targets), frozenset(ids), tuple(Lack(*each) for each in lacks)))


def _searched(written: dict[str, Any]) -> IndexedPage:
    facets: dict[str, Any] = {name: _tupled(value) for name, value in written["facets"].items()}
    parts = tuple(Part(**each) for each in written["parts"])
    return IndexedPage(written["path"], written["title"], written["description"], Facets(**facets), parts)
