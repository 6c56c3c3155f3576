"""Names of files that every system can keep: what Windows refuses, a folder cannot hold twice, or an old tool cannot read is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.i18n.messages import N_
from generator.model.place import Place
from generator.model.text import RESERVED
from generator.problems import Problem

LONGEST_PATH = 180
"""Signs of a path in a bag. Windows ends at 259, and the bag is put somewhere."""
LONGEST_NAME = 120
# A percent sign is written in two ways by the programs that make manifests.
_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\%]')
_EDGE = re.compile(r"^ |[ .]$")


def check_portable(paths: Iterable[str]) -> Iterator[Problem]:
    """A problem for every path that some system cannot keep, in the order of the paths."""
    folded: dict[str, str] = {}
    for path in sorted(paths):
        why = _why_not(path) or _twin(path, folded)
        if why:
            yield Problem("path-not-portable", Place(path), {"file": path, "expected": why})


def _why_not(path: str) -> str:
    names = path.split("/")
    faults = (
        (not path.isascii(), N_("it has letters beyond ASCII")),
        (_REFUSED.search(path), N_("it has a character that Windows refuses")),
        (len(path) > LONGEST_PATH or max(map(len, names)) > LONGEST_NAME, N_("it is too long")),
        (any(RESERVED.fullmatch(name.partition(".")[0]) for name in names), N_("Windows keeps the name for a device")),
        (any(map(_EDGE.search, names)), N_("it begins or ends with a space, or ends with a full stop")),
    )
    return next((why for found, why in faults if found), "")


def _twin(path: str, folded: dict[str, str]) -> str:
    """Why a path collides with an earlier one: a folder or a file whose name differs only in capitals."""
    parts = path.split("/")
    for depth in range(1, len(parts) + 1):
        part = "/".join(parts[:depth])
        if folded.setdefault(part.lower(), part) != part:
            return N_("another one differs only in capital letters")
    return ""
