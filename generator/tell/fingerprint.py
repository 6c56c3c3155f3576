"""Fingerprints: by which a platform knows a problem again in the next run, although lines have moved."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from generator.tell.run import Told

_LINES = re.compile(r"(?:(?<=\.yml)|(?<=\.md)|^):?\d+(?::\d+)?$")
"""Where the other of two is, as a word says it: `data/areas.yml:3:5`, or the line alone."""


class Fingerprints:
    """Gives each problem of a run its fingerprint, from what it says and not from its line; no two get the same one."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, told: Told) -> str:
        """64 hexadecimal digits, the same in every language."""
        words = told.problem.words
        said = "\0".join([told.code, told.file, *(f"{key}={_LINES.sub('', str(words[key]))}" for key in sorted(words))])
        self._given[said] += 1
        return hashlib.sha256(f"{said}\0{self._given[said]}".encode("utf-8", "surrogateescape")).hexdigest()
