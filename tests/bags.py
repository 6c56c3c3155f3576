"""Small bags for tests: a snapshot of three files, sealed and zipped as the command does it."""

import json
from datetime import date
from pathlib import Path

from generator.archive.bag import SealedBag, seal_bag
from generator.archive.store import Store
from generator.archive.zip_file import ZippedBag, zip_bag
from generator.model.edition import Edition

EDITION = Edition(2023)
TAKEN = date(2024, 1, 5)
INFO = (("Title", "Cải cách hành chính"), ("External-Identifier", "reform-reports-2023"))
FILES = {
    "data/snapshot.json": json.dumps({"edition": "2023", "taken": "2024-01-05"}),
    "data/site/index.html": "<!doctype html><title>Trang chủ</title>" + "<p>Một dòng." * 200,
    "data/README.txt": "Đọc tệp này trước.\n",
}
RECORD = """\
edition: "{edition}"
taken: 2024-01-05
reports: 1
figures: 2
pages: 1
files: {files}
size: {size}
manifest: {manifest}
zip: {{size: {zipped_size}, sha512: {zipped}}}
"""


def write_files(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def make_bag(store: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """A sealed snapshot in a store."""
    bag = write_files(Store(store).bag(EDITION), {**FILES, **(files or {})})
    seal_bag(bag, INFO)
    return bag


def make_store(root: Path) -> tuple[Path, Path]:
    """A tree with a snapshot in its store, as a folder and as a zip, and the record of it; returns both."""
    bag = write_files(Store(root / "archive").bag(EDITION), FILES)
    sealed = seal_bag(bag, INFO)
    zipped = zip_bag(bag, Store(root / "archive").zip(EDITION), TAKEN)
    write_files(root, {"data/vintages/2023.yml": record_text(sealed, zipped)})
    return bag, Store(root / "archive").zip(EDITION)


def record_text(sealed: SealedBag, zipped: ZippedBag, edition: str = "2023") -> str:
    """The record that the command would write."""
    return RECORD.format(
        edition=edition,
        files=sealed.files,
        size=sealed.size,
        manifest=sealed.manifest,
        zipped_size=zipped.size,
        zipped=zipped.sha512,
    )
