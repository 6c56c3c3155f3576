"""Fingerprints: by which a platform knows a problem again in the next run, although lines have moved."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

from generator.problems import Problem

_LINES = re.compile(r"(?:(?<=\.yml)|(?<=\.md)|^):?\d+(?::\d+)?$")
"""Where the other of two is, as a word says it: `data/areas.yml:3:5`, or the line alone."""
_PASSING = {"today"}
"""Words that are others tomorrow, although nothing changed."""


class Fingerprints:
    """Gives each problem of a run its fingerprint, from what it says and not from its line; no two get the same one."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, problem: Problem, file: str) -> str:
        """64 hexadecimal digits, the same in every language. `file` is what the problem's file is called where it is told."""
        words = {key: str(word) for key, word in sorted(problem.words.items()) if key not in _PASSING}
        said = "\0".join([problem.code, file, *(f"{key}={_LINES.sub('', word)}" for key, word in words.items())])
        self._given[said] += 1
        return hashlib.sha256(f"{said}\0{self._given[said]}".encode("utf-8", "surrogateescape")).hexdigest()
