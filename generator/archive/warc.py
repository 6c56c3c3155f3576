"""Writes a site as a WARC 1.1 file, as web archives keep what they have crawled, without a server or a crawler.

Bytes follow from the site, its address and the day: record numbers are made from addresses, and no clock is read.
"""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.archive.bag import UnfitBagError, files_below
from generator.model.dates import PartialDate

_VERSION = "1.1"
_INDEX = "index.html"
_NUMBERS = uuid.NAMESPACE_URL
_INFO = (
    ("software", "reform-reports"),
    ("format", "WARC File Format 1.1"),
    ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
)
_TEXT = "; charset=utf-8"
# A table of our own: the system's would make the bytes depend on the machine.
_KINDS = {
    ".html": f"text/html{_TEXT}",
    ".css": f"text/css{_TEXT}",
    ".js": f"text/javascript{_TEXT}",
    ".mjs": f"text/javascript{_TEXT}",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".map": "application/json",
    ".xml": "application/xml",
    ".txt": f"text/plain{_TEXT}",
    ".md": f"text/markdown{_TEXT}",
    ".csv": f"text/csv{_TEXT}",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".parquet": "application/vnd.apache.parquet",
    ".webmanifest": "application/manifest+json",
}
_OTHER = "application/octet-stream"


def write_warc(site: Path, address: str, taken: PartialDate, target: Path) -> int:
    """Write every file of a site as the answer of a server at `address`, and return the number of records.

    `taken` is the day of the snapshot. A page is kept at `…/index.html`, where links lead, and its folder's address is noted as the same
    page. `target` appears in one step. Raises ValueError for an address that is none, UnfitBagError for links and devices, OSError.
    """
    if not address.startswith(("http://", "https://")):
        raise ValueError(address)
    files, special = files_below(site)
    if special:
        raise UnfitBagError(special)
    base = address.rstrip("/") + "/"
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new-{os.getpid()}")
    try:
        with beside.open("wb") as out:
            writer = _Writer(out, f"{taken.first_day}T00:00:00Z")
            writer.info(target.name, base)
            for path in sorted(files):
                writer.answer(base + quote(path), path, (site / path).read_bytes())
        beside.replace(target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()
    return writer.records


class _Writer:
    """Writes records one after another, each with a number that follows from what it is of."""

    def __init__(self, out: Any, date: str) -> None:
        # Annotated loosely: the library has no types.
        self._writer: Any = WARCWriter(out, gzip=True, warc_version=_VERSION)
        self._date = date
        self._info = ""
        self.records = 0

    def info(self, name: str, base: str) -> None:
        """What the file is: its first record."""
        content = "".join(f"{key}: {value}\r\n" for key, value in (*_INFO, ("isPartOf", base))).encode()
        headers = self._headers("warcinfo", base) | {"WARC-Filename": name}
        self._info = headers["WARC-Record-ID"]
        record = self._writer.create_warc_record(
            None, "warcinfo", payload=BytesIO(content), length=len(content), warc_headers_dict=headers
        )
        self._write(record)

    def answer(self, address: str, path: str, content: bytes) -> None:
        """A file as it is answered at its address, and, for the page of a folder, that the folder's address answers the same."""
        http = self._http(path, content)
        record = self._writer.create_warc_record(
            address,
            "response",
            payload=BytesIO(content),
            length=len(content),
            warc_headers_dict=self._headers("response", address) | {"WARC-Warcinfo-ID": self._info},
            http_headers=http,
        )
        number, digest = (record.rec_headers.get_header(f"WARC-{each}") for each in ("Record-ID", "Payload-Digest"))
        self._write(record)
        for same in _folder_address(address):
            headers = self._headers("revisit", same) | {"WARC-Warcinfo-ID": self._info, "WARC-Refers-To": number}
            revisit = self._writer.create_revisit_record(
                same, digest, address, self._date, http_headers=self._http(path, content), warc_headers_dict=headers
            )
            self._write(revisit)

    def _headers(self, kind: str, address: str) -> dict[str, str]:
        number = uuid.uuid5(_NUMBERS, f"{kind} {self._date} {address}")
        return {"WARC-Record-ID": f"<urn:uuid:{number}>", "WARC-Date": self._date}

    @staticmethod
    def _http(path: str, content: bytes) -> Any:
        kind = _KINDS.get(PurePosixPath(path).suffix.lower(), _OTHER)
        headers = [("Content-Type", kind), ("Content-Length", str(len(content)))]
        return StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")

    def _write(self, record: Any) -> None:
        self._writer.write_record(record)
        self.records += 1


def _folder_address(address: str) -> Iterator[str]:
    """The address of the folder whose page this is."""
    if address.endswith(f"/{_INDEX}"):
        yield address.removesuffix(_INDEX)
