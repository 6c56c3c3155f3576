"""What a translation was made from: a mark of the original's words, kept beside the translations."""

from __future__ import annotations

import hashlib

_LENGTH = 16
"""So many hexadecimal digits tell two texts apart and still fit on a line."""


def mark_of(original: str) -> str:
    """The mark of a text; spaces and line ends do not count, so that setting a paragraph anew makes no translation stale."""
    return hashlib.sha256(" ".join(original.split()).encode()).hexdigest()[:_LENGTH]
