"""Places editions into a built site: the archived pages byte for byte, the zip, its checksum and its signatures.

What is placed comes out of the zip that the record knows, and every file is held against its checksum at every build. Files of
the same content are one file with several names (hard links) where the disk has that, among editions and languages. They are never names of
files in the store: whoever writes into the published site must not be able to alter a bag.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from generator.archive.checksums import sha512_of
from generator.archive.holding import Holding
from generator.archive.stock import Stock
from generator.archive.store import bag_name
from generator.model.place import Place
from generator.model.shelf import ARCHIVE
from generator.problems import Problem

CHECKSUM = ".sha512"
"""What the name of the file for `sha512sum -c` adds to that of the zip."""


def place(stock: Stock, site: Path, pool: Path) -> tuple[Problem, ...]:
    """Put every edition into a site, and say which files are not what they should be. Raises OSError.

    `pool` keeps one copy of each content between builds; what no edition needs any more is removed from it.
    """
    files = _Pool(pool)
    problems: list[Problem] = []
    for holding in stock.holdings:
        problems += _place_site(holding, site / ARCHIVE / holding.record.id, files)
        _place_downloads(holding, site / ARCHIVE, files)
    files.forget_others()
    return tuple(problems)


def placed(stock: Stock, site: Path) -> bool:
    """Whether the editions stand in a site already, put there by this program a moment ago."""
    return all((site / ARCHIVE / f"{bag_name(each.record.edition)}.zip").is_file() for each in stock.holdings)


def archived_files(stock: Stock) -> Iterator[str]:
    """The files of a site that the editions bring."""
    for each in stock.holdings:
        yield from (f"{each.shelved.folder}/{path}" for path in each.checksums)
        name = f"{bag_name(each.record.edition)}.zip"
        yield from (
            f"{ARCHIVE}/{file}" for file in (name, f"{name}{CHECKSUM}", *(path.name for path in each.signatures))
        )


def archived_text(stock: Stock, path: str) -> str:
    """The text of a page that an edition brings; empty for what is none. Raises OSError."""
    for each in stock.holdings:
        inside = path.removeprefix(f"{each.shelved.folder}/")
        if inside != path and inside in each.checksums:
            with zipfile.ZipFile(each.zip) as packed:
                return (_read(packed, each.member(inside)) or b"").decode("utf-8", "replace")
    return ""


def archived_folders(stock: Stock) -> tuple[str, ...]:
    """The folders of a site whose pages are not ours to change any more, each ending in a slash."""
    return tuple(f"{each.shelved.folder}/" for each in stock.holdings)


def _place_site(holding: Holding, target: Path, files: _Pool) -> list[Problem]:
    """Place the pages of an edition and everything they need."""
    missing = files.lacking(holding.checksums.values())
    wrong: list[str] = []
    with zipfile.ZipFile(holding.zip) as packed:
        for path, checksum in holding.checksums.items():
            if checksum in missing:
                content = _read(packed, holding.member(path))
                if content is None or not files.take(checksum, content):
                    wrong.append(path)
                    continue
                missing.discard(checksum)
    _link_all(((files.path(checksum), target / path) for path, checksum in holding.checksums.items()), skip=missing)
    return [
        Problem(
            "bag-altered-file",
            Place(str(holding.zip)),
            {"file": holding.member(path), "manifest": "manifest-sha512.txt"},
        )
        for path in wrong
    ]


def _place_downloads(holding: Holding, folder: Path, files: _Pool) -> None:
    """Place the zip, the line by which `sha512sum -c` checks it, and the signatures."""
    record, name = holding.record, f"{bag_name(holding.record.edition)}.zip"
    if files.lacking([record.zip.sha512]):
        files.take_file(record.zip.sha512, holding.zip)
    folder.mkdir(parents=True, exist_ok=True)
    _link_or_copy(files.path(record.zip.sha512), folder / name)
    (folder / f"{name}{CHECKSUM}").write_text(f"{record.zip.sha512}  {name}\n", encoding="ascii", newline="\n")
    for signature in holding.signatures:
        shutil.copyfile(signature, folder / signature.name)


def _read(packed: zipfile.ZipFile, member: str) -> bytes | None:
    try:
        return packed.read(member)
    except (KeyError, zipfile.BadZipFile):
        return None


@dataclass
class _Pool:
    """A folder with one file for each content, named after its checksum."""

    folder: Path
    _known: set[str] = field(default_factory=set)

    def path(self, checksum: str) -> Path:
        return self.folder / checksum[:2] / checksum

    def lacking(self, checksums: Iterable[str]) -> set[str]:
        """Which contents are not there, or are no longer what their names say: a name of theirs in a site was written to."""
        wanted = {each for each in checksums if each not in self._known}
        with ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2)) as threads:
            fine = {each for each, good in zip(wanted, threads.map(self._is_whole, wanted), strict=True) if good}
        self._known |= fine
        return wanted - fine

    def take(self, checksum: str, content: bytes) -> bool:
        """Keep a content, if it is the one that the checksum stands for."""
        if hashlib.sha512(content).hexdigest() != checksum:
            return False
        self._keep(checksum, lambda target: target.write_bytes(content))
        return True

    def take_file(self, checksum: str, source: Path) -> None:
        """Keep a copy of a file whose checksum is known."""
        self._keep(checksum, lambda target: shutil.copyfile(source, target))

    def forget_others(self) -> None:
        """Remove what this build did not ask for."""
        for path in self.folder.glob("??/*"):
            if path.name not in self._known:
                path.unlink(missing_ok=True)

    def _keep(self, checksum: str, write: Callable[[Path], object]) -> None:
        path = self.path(checksum)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{checksum[:16]}.{os.getpid()}")
        try:
            write(beside)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        self._known.add(checksum)

    def _is_whole(self, checksum: str) -> bool:
        path = self.path(checksum)
        try:
            return sha512_of(path) == checksum
        except OSError:
            return False


def _link_all(pairs: Iterable[tuple[Path, Path]], skip: set[str]) -> None:
    made: set[Path] = set()
    for source, target in pairs:
        if source.name in skip:
            continue
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        _link_or_copy(source, target)


def _link_or_copy(source: Path, target: Path) -> None:
    """Give a file of the pool a second name in the site, or copy it where the disk knows no second names."""
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
