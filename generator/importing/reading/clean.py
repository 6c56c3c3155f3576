"""Text as it is compared and written: composed letters, single spaces, nothing that nobody sees."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe]")
_BREAKS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def clean(text: str) -> str:
    """A text on one line as a report prints it."""
    seen = _UNSEEN.sub("", _BREAKS.sub(" ", text))
    return " ".join(unicodedata.normalize("NFC", seen).split())
