"""Puts snapshots into the store and takes them out: each a step that somebody asks for, recorded in `data/vintages/`."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.archive.bag import MANIFEST, PAYLOAD
from generator.archive.checksums import sha512_of
from generator.archive.file_list import FileList, list_name, list_of_manifest
from generator.archive.reading import open_bag
from generator.archive.signature import signature_files
from generator.archive.store import Store, bag_name
from generator.archive.verify import SNAPSHOT, Expected, Verification, verify
from generator.dataset.known import known_by
from generator.exports.vintage import record_text, vintage_csv
from generator.load import load_catalogue
from generator.load.records import read_record, record_name
from generator.load.vintages import table_checksum
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.observation import stated_count
from generator.model.text import Text
from generator.model.vintage import Removal, VintageRecord, ZipRecord

REMOVED = "removed"
"""Where in the store lies what was taken out of the archive, until somebody deletes it."""
_SITE = f"{PAYLOAD}/site/"
_INPUTS = f"{PAYLOAD}/inputs/"
_EDITED = (f"{_INPUTS}data/", f"{_INPUTS}content/")
_LARGEST = 10_000_000
_LONGEST_LIST = 100_000_000


class NotKeptError(Exception):
    """A zip cannot be added; `code` says why.

    `foreign`: no snapshot of ours. `other`: another zip of the edition is there. `removed`: its record says so. `record`: that cannot be read.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Kept:
    """A snapshot that was added: its record, and whether the record was written only now."""

    record: VintageRecord
    new: bool


def checked(path: Path, root: Path) -> Verification:
    """Verify a zip, also against the record of its edition where the tree at `root` has one."""
    return verify(path, Expected(record=lambda edition: read_record(root, edition)[0]))


def keep(path: Path, found: Verification, root: Path, store: Store) -> Kept:
    """Copy a whole, verified zip with its signatures into the store, and record it where nobody has. Raises NotKeptError or OSError."""
    if found.edition is None or not path.is_file():
        raise NotKeptError("foreign")
    target = store.zip(found.edition)
    if target.exists() and target.resolve() != path.resolve() and sha512_of(target) != sha512_of(path):
        raise NotKeptError("other")
    recorded, faults = read_record(root, found.edition)
    if faults:
        # A record that somebody damaged still says that there is one; what the zip says of itself must not take its place.
        raise NotKeptError("record")
    if recorded is not None and recorded.removed:
        raise NotKeptError("removed")
    record, figures = (recorded, None) if recorded else _made_record(path, found)
    store.folder.mkdir(parents=True, exist_ok=True)
    for source, wanted in ((path, target), *_signatures(path, target)):
        if source.resolve() != wanted.resolve():
            _copy(source, wanted)
    note_files(_listed(path), record.edition, root)
    if figures is not None:
        _write(root / record_name(record.edition), record_text(record).encode())
        _write((root / record_name(record.edition)).with_suffix(".csv"), figures)
    return Kept(record, new=figures is not None)


def note_files(files: FileList, edition: Edition, root: Path) -> bool:
    """Keep the list of an edition's files beside its record, unless there is one; whether it was written. Raises OSError."""
    target = root / list_name(edition)
    if target.exists() or not files.digits:
        return False
    _write(target, files.text().encode())
    return True


def remove(record: VintageRecord, reason: Text, day: date, root: Path, store: Store) -> tuple[Path, ...]:
    """Record that a snapshot is no part of the archive any more, and set aside what the store has of it. Raises OSError.

    Returns where it lies now. The record and the frozen figures stay. After a failure everything is as it was.
    """
    note = Removal(date=PartialDate(day.year, day.month, day.day), reason=reason)
    moved: list[tuple[Path, Path]] = []
    try:
        for path, target in _aside(record, store):
            path.rename(target)
            moved.append((path, target))
        _write(root / record_name(record.edition), record_text(record.model_copy(update={"removed": note})).encode())
    except OSError:
        for path, target in moved:
            target.rename(path)
        raise
    return tuple(target for _, target in moved)


def _aside(record: VintageRecord, store: Store) -> Iterator[tuple[Path, Path]]:
    """What a store has of an edition, and where each is set aside; what lay there goes. Raises OSError."""
    aside = store.folder / REMOVED
    there = (store.bag(record.edition), store.zip(record.edition), *signature_files(store.zip(record.edition)).values())
    for path in there:
        if path.exists():
            aside.mkdir(exist_ok=True)
            target = aside / path.name
            if target.exists():
                shutil.rmtree(target) if target.is_dir() else target.unlink()
            yield path, target


def _made_record(path: Path, found: Verification) -> tuple[VintageRecord, bytes]:
    """The record and the frozen figures of a snapshot, from what its own bag says. Raises NotKeptError or OSError."""
    if found.edition is None or found.taken is None or found.manifest is None:
        raise NotKeptError("foreign")
    with open_bag(path) as bag:
        said = _facts(bag.read(SNAPSHOT, _LARGEST))
        pages = sum(name.startswith(_SITE) and name.endswith("/index.html") for name in bag.sizes)
    with tempfile.TemporaryDirectory(prefix="reform-reports-") as folder:
        _unpack_inputs(path, found.edition, Path(folder))
        known = known_by(load_catalogue(Path(folder)).catalogue, found.edition)
    figures = vintage_csv(known)
    counts = said["counts"] if isinstance(said.get("counts"), dict) else {}
    try:
        record = VintageRecord(
            edition=found.edition,
            taken=found.taken,
            commit=said.get("commit") or None,
            address=said.get("current_site") or None,
            reports=counts.get("reports", len(known.reports)),
            figures=counts.get("figures", stated_count(known.observations)),
            pages=counts.get("pages", pages),
            files=found.files,
            size=found.size,
            manifest=found.manifest,
            zip=ZipRecord(size=path.stat().st_size, sha512=sha512_of(path)),
            table=table_checksum(figures),
            change=_text(said.get("change")),
        )
    except ValueError:
        raise NotKeptError("foreign") from None
    return record, figures


def _listed(path: Path) -> FileList:
    """The list in short of the files of a verified zip. What made them, nobody knows."""
    with open_bag(path) as bag:
        return list_of_manifest((bag.read(MANIFEST, _LONGEST_LIST) or b"").decode("utf-8", "replace"))


def _facts(content: bytes | None) -> dict[str, Any]:
    """What `snapshot.json` says; nothing where it is none."""
    try:
        said = json.loads(content or b"{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _text(said: Any) -> Text | None:
    return Text(said) if isinstance(said, dict) and said else None


def _unpack_inputs(path: Path, edition: Edition, target: Path) -> None:
    """Write the data and content of a verified zip below `target`; verifying has refused names that lead out of it."""
    start = f"{bag_name(edition)}/"
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            inside = name.removeprefix(start)
            if inside.startswith(_EDITED) and not name.endswith("/"):
                file = target / inside.removeprefix(_INPUTS)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(packed.read(name))


def _signatures(path: Path, target: Path) -> tuple[tuple[Path, Path], ...]:
    pairs = zip(signature_files(path).values(), signature_files(target).values(), strict=True)
    return tuple((source, wanted) for source, wanted in pairs if source.is_file())


def _copy(source: Path, target: Path) -> None:
    beside = target.with_name(f".{target.name}.new-{os.getpid()}")
    try:
        shutil.copyfile(source, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
