"""Packs bytes as gzip whose header says the same whichever Python packs them."""

from __future__ import annotations

import zlib

_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03"
"""Deflated, no name, no time, at the highest level, on Unix: what zlib itself writes there."""
_LEVEL = 9
_GZIP = 31
"""The wbits by which zlib writes gzip's head and tail."""


def gzip_bytes(content: bytes) -> bytes:
    """The content packed, without the time."""
    # Python's gzip module names the system in the tenth byte as zlib does up to 3.12, and as unknown from 3.13 on.
    packed = zlib.compress(content, _LEVEL, _GZIP)
    return _HEAD + packed[len(_HEAD) :]
