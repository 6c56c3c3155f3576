"""Takes stock before a build: which recorded editions are at hand, in the store or in the site published before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.archive.holding import Holding, NotAsRecordedError, hold
from generator.archive.store import Store, bag_name
from generator.archive.verify import Expected, verify
from generator.model.edition import Edition
from generator.model.place import Place
from generator.model.shelf import ARCHIVE, Shelf
from generator.model.vintage import VintageRecord
from generator.problems import Problem, fails

_ZIP = re.compile(r"reform-reports-(?P<edition>[\d.]+)\.zip")


@dataclass(frozen=True)
class Stock:
    """The editions that can be published, newest first."""

    holdings: tuple[Holding, ...] = ()

    @property
    def shelf(self) -> Shelf:
        """What pages are told of it."""
        return Shelf(tuple(each.shelved for each in self.holdings))

    def absent(self, records: Iterable[VintageRecord]) -> tuple[str, ...]:
        """The editions that are recorded, not removed, and not at hand."""
        here = {each.record.edition for each in self.holdings}
        return tuple(each.id for each in records if each.edition not in here and not each.removed)


def take_stock(
    records: Iterable[VintageRecord], store: Store, published: Path | None = None
) -> tuple[Stock, tuple[Problem, ...]]:
    """Hold what the store has, and what it lacks from the site at `published`, against the records. Raises OSError.

    A record of which nothing is at hand is no problem: a fresh clone has no bags. An edition that is at hand without a record is one: a
    build that left it out would drop it silently.
    """
    recorded = {record.edition: record for record in records}
    holdings: list[Holding] = []
    problems: list[Problem] = []
    for edition in sorted(recorded, reverse=True):
        record = recorded[edition]
        found = None if record.removed else locate(edition, store, published)
        if found is None:
            continue
        try:
            holdings.append(hold(record, found))
        except NotAsRecordedError as error:
            problems += _not_as_recorded(record, found, str(error))
    problems += _unrecorded(recorded, store, published)
    return Stock(tuple(holdings)), tuple(problems)


def locate(edition: Edition, store: Store, published: Path | None) -> Path | None:
    """The zip of an edition: in the store, else in the site published before; None where it is nowhere."""
    candidates = [store.zip(edition)]
    if published is not None:
        candidates.append(published / ARCHIVE / store.zip(edition).name)
    return next((path for path in candidates if path.is_file()), None)


def published_editions(published: Path | None) -> tuple[Edition, ...]:
    """The editions that a site has, by its zips and by its folders."""
    folder = published / ARCHIVE if published else None
    if folder is None or not folder.is_dir():
        return ()
    found = {*_zipped(folder)}
    # A folder without pages below it is a note that an edition was removed.
    found |= {edition for path in folder.iterdir() if path.is_dir() and (edition := _edition(path.name, path))}
    return tuple(sorted(found))


def _zipped(folder: Path) -> Iterator[Edition]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        match = _ZIP.fullmatch(path.name)
        edition = _parsed(match["edition"]) if match else None
        if edition is not None and path.is_file():
            yield edition


def _edition(name: str, folder: Path) -> Edition | None:
    return _parsed(name) if (folder / "assets").is_dir() else None


def _parsed(written: str) -> Edition | None:
    try:
        return Edition.parse(written)
    except ValueError:
        return None


def _not_as_recorded(record: VintageRecord, found: Path, detail: str) -> Sequence[Problem]:
    """The zip, and each file in it that is not what its lists say."""
    words = {"edition": record.id, "file": str(found), "detail": detail}
    inside = (each for each in verify(found, Expected(edition=record.edition)).problems if fails([each]))
    placed = (replace(each, place=Place(f"{found}/{each.place.file}".rstrip("/"))) for each in inside)
    return [Problem("snapshot-altered", Place(str(found)), words), *placed]


def _unrecorded(recorded: Iterable[Edition], store: Store, published: Path | None) -> Iterator[Problem]:
    known = set(recorded)
    shown = set(published_editions(published)) - known
    for edition in sorted(shown):
        folder = published / ARCHIVE if published else Path()
        path = folder / f"{bag_name(edition)}.zip"
        yield Problem(
            "snapshot-unknown",
            Place(str(folder / str(edition))),
            {"edition": str(edition), "path": str(path), "site": str(published)},
        )
    for edition in sorted(set(_zipped(store.folder)) - known - shown):
        path = store.zip(edition)
        yield Problem("snapshot-unrecorded", Place(str(path)), {"edition": str(edition), "path": str(path)})
