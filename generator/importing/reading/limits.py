"""What a file may hold and a reader may use: beyond that it is refused, before it costs anything."""

from __future__ import annotations

import zipfile
from pathlib import Path

from generator.importing.reading.faults import ENCRYPTED, NOT_THAT_FORMAT, TOO_LARGE, UnreadableError

MOST_UNPACKED = 200_000_000
"""Bytes of a packed file when it is unpacked, pictures left out."""
MOST_IN_PART = 100_000_000
MOST_PARTS = 5_000
MOST_SHEETS = 100
MOST_ROWS = 20_000
"""Rows with something in them, in all sheets together; no appendix has a tenth of it."""
MOST_CELLS = 400_000
MOST_PAGES = 400
MEMORY = 900_000_000
"""Bytes of addresses of the process that reads a file; the libraries themselves take half of it."""
SECONDS = 60
_PICTURES = (".png", ".jpg", ".jpeg", ".emf", ".wmf", ".gif", ".tif", ".tiff", ".bin", ".bmp")


def check_package(path: Path, form: str) -> list[str]:
    """The names of the parts of a packed file (Word, Excel, OpenDocument), after looking at what it would unpack to. Raises UnreadableError."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        with path.open("rb") as file:
            is_old = file.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        # What Office protects by a password is wrapped in the container of the old formats.
        raise UnreadableError(ENCRYPTED if is_old else NOT_THAT_FORMAT, file=path.name, format=form) from error
    if any(each.flag_bits & 1 for each in parts):
        raise UnreadableError(ENCRYPTED, file=path.name)
    read = [each for each in parts if not each.filename.lower().endswith(_PICTURES)]
    unpacked = sum(each.file_size for each in read)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or any(each.file_size > MOST_IN_PART for each in read):
        raise UnreadableError(TOO_LARGE, file=path.name, limit=f"{MOST_UNPACKED // 1_000_000} MB")
    return [each.filename for each in parts]
