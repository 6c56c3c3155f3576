"""Every narrative and plain page is there in every language."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.place import Place
from generator.model.translation_state import State, behind
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Pages that stand in some languages only."""
    for each in behind(catalogue):
        if each.state is State.MISSING:
            path = each.file.split("/", 2)[2]
            yield Problem("missing-translation", Place(each.source.place.file), {"lang": each.lang, "path": path})
