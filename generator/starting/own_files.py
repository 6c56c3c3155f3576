"""Files of a site that the program wrote and that nobody needs to edit: signed, so that an upgrade replaces only those nobody did.

The first line holds the checksum of all that follows. Whoever edits such a file keeps what they wrote.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

OWN: Final = ("Makefile",)
"""The files, by path. All of them take a line that begins with # as a comment."""
_SIGNATURE = re.compile(rb"# reform-reports init ([0-9a-f]{16})\n")


def signed(_path: str, content: bytes) -> bytes:
    """The content under its signature."""
    return b"# reform-reports init " + _checksum(content) + b"\n" + content


def is_as_written(content: bytes) -> bool:
    """Whether a file is just what some version of the program wrote."""
    found = _SIGNATURE.match(content)
    return found is not None and found[1] == _checksum(content[found.end() :])


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest()[:16].encode()
