"""Files written for another version of the program, where they say so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.site import FORMAT
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """That the declared format is not ours. A tree that declares none is read as it is."""
    declared = catalogue.site.format if catalogue.site else None
    if catalogue.site is None or declared is None or declared == FORMAT:
        return
    code = "newer-format" if declared > FORMAT else "old-format"
    yield Problem(code, catalogue.site.place_of("format"), {"written": str(declared), "known": str(FORMAT)})
