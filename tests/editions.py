"""Editions for tests: a bag made by hand of a few files, its zip in a store, and its record in a tree."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.archive.bag import seal_bag
from generator.archive.store import Store, bag_name
from generator.archive.zip_file import zip_bag
from generator.exports.vintage import record_text, vintage_csv
from generator.load import load_catalogue
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.text import Text, text
from generator.model.vintage import VINTAGES, VintageRecord, ZipRecord

PAGE = "<!doctype html><html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"
TAKEN = "2026-01-15"


def site_of(edition: str, *pages: str) -> dict[str, bytes]:
    """The files of a small archived site: its home pages, the given pages in both languages, and a style sheet."""
    names = [f"{folder}{page}index.html" for folder in ("", "en/") for page in ("", *(f"{page}/" for page in pages))]
    made = {name: PAGE.format(f"{edition} {name}").encode() for name in names}
    return made | {"assets/css/site.css": b"body { margin: 0 }\n", "en/assets/css/site.css": b"body { margin: 0 }\n"}


def shelve(
    root: Path,
    edition: str,
    files: Mapping[str, bytes],
    *,
    store: Path | None = None,
    change: Text | None = None,
    recorded: bool = True,
) -> VintageRecord:
    """Put an edition of a site with such files into the store (`archive/` in the tree) and record it in the tree."""
    kept = Store(store or root / "archive")
    named = Edition.parse(edition)
    folder = kept.bag(named)
    for name, content in files.items():
        path = folder / "data" / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "data" / "snapshot.json").write_text(json.dumps({"edition": edition}), encoding="utf-8")
    sealed = seal_bag(folder, [("Source-Organization", "Test")])
    zipped = zip_bag(folder, kept.zip(named), date.fromisoformat(TAKEN))
    record = VintageRecord(
        edition=named,
        taken=PartialDate.parse(TAKEN),
        reports=1,
        figures=3,
        pages=len([name for name in files if name.endswith("index.html")]),
        files=sealed.files,
        size=sealed.size,
        manifest=sealed.manifest,
        zip=ZipRecord(size=zipped.size, sha512=zipped.sha512),
        change=change or (text("Sửa", en="Mended") if named.number > 1 else None),
    )
    if recorded:
        write_record(root, record)
    return record


def write_record(root: Path, record: VintageRecord) -> None:
    """Write the record into the tree, and the figures as they are now as its frozen table."""
    folder = root / VINTAGES
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{record.id}.yml").write_text(record_text(record), encoding="utf-8", newline="\n")
    catalogue = replace(load_catalogue(root).catalogue, vintages=())
    (folder / f"{record.id}.csv").write_bytes(vintage_csv(catalogue))


def zip_name(edition: str) -> str:
    """What the zip of an edition is called."""
    return f"{bag_name(Edition.parse(edition))}.zip"
