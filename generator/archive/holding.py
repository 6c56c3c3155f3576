"""One edition as it can be published: its zip, held against its record, and what is in it."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.archive.bag import MANIFEST, PAYLOAD, TAG_MANIFEST
from generator.archive.checksums import sha512_of
from generator.archive.manifest import read_manifest
from generator.archive.signature import signature_files
from generator.archive.store import bag_name
from generator.model.shelf import ShelvedEdition
from generator.model.vintage import VintageRecord

SITE = f"{PAYLOAD}/site/"
"""Where a bag keeps the site."""
_INDEX = "index.html"


class NotAsRecordedError(Exception):
    """A zip is not the one that the record knows; the text says what differs."""


@dataclass(frozen=True)
class Holding:
    """An edition at hand. `checksums` are those of the site's files, by path below the top of the archived site."""

    record: VintageRecord
    zip: Path
    checksums: Mapping[str, str]
    signatures: tuple[Path, ...] = ()

    @property
    def shelved(self) -> ShelvedEdition:
        """What pages of the current site know of it."""
        pages = {_folder_of(path) for path in self.checksums if path == _INDEX or path.endswith(f"/{_INDEX}")}
        signatures = tuple(path.name for path in self.signatures)
        return ShelvedEdition(self.record.edition, frozenset(pages), signatures)

    def member(self, path: str) -> str:
        """The name in the zip of a file of the site."""
        return f"{bag_name(self.record.edition)}/{SITE}{path}"


def hold(record: VintageRecord, zip_path: Path) -> Holding:
    """Hold a zip against its record: the checksum of the zip, then that of the list of its lists, then the lists.

    Raises NotAsRecordedError or OSError.
    """
    if sha512_of(zip_path) != record.zip.sha512:
        raise NotAsRecordedError(f"{record.zip.size} bytes, sha512 {record.zip.sha512}")
    top = bag_name(record.edition)
    try:
        with zipfile.ZipFile(zip_path) as packed:
            tags, listed = packed.read(f"{top}/{TAG_MANIFEST}"), packed.read(f"{top}/{MANIFEST}")
    except (zipfile.BadZipFile, KeyError) as error:
        raise NotAsRecordedError(str(error)) from None
    if hashlib.sha512(tags).hexdigest() != record.manifest:
        raise NotAsRecordedError(TAG_MANIFEST)
    if read_manifest(tags.decode()).checksums.get(MANIFEST) != hashlib.sha512(listed).hexdigest():
        raise NotAsRecordedError(MANIFEST)
    files = read_manifest(listed.decode()).checksums
    signatures = tuple(path for path in signature_files(zip_path).values() if path.is_file() and not path.is_symlink())
    site = {path.removeprefix(SITE): checksum for path, checksum in files.items() if path.startswith(SITE)}
    return Holding(record, zip_path, dict(sorted(site.items())), signatures)


def _folder_of(page: str) -> str:
    return page.removesuffix(_INDEX).removesuffix("/")
