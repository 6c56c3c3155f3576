"""Fingerprints: by which a platform knows a problem again in the next run, although lines have moved."""

from __future__ import annotations

import hashlib
from collections import Counter

from generator.tell.run import Told


class Fingerprints:
    """Gives each problem of a run its fingerprint, from what it says and not from its line; no two get the same one."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, told: Told) -> str:
        """64 hexadecimal digits, the same in every language."""
        words = told.problem.words
        said = "\0".join([told.code, told.file, *(f"{key}={words[key]}" for key in sorted(words))])
        self._given[said] += 1
        return hashlib.sha256(f"{said}\0{self._given[said]}".encode("utf-8", "surrogateescape")).hexdigest()
