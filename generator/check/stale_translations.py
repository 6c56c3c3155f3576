"""Translations say what their originals say: nobody changed the original since."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.place import Place
from generator.model.translation_state import State, behind
from generator.problems import Problem

_CODES = {State.UNRECORDED: "unrecorded-translation", State.OUTDATED: "stale-translation"}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Translations whose original has another mark than the recorded one, or of which nothing is recorded."""
    for each in behind(catalogue):
        if each.state in _CODES:
            yield Problem(_CODES[each.state], Place(each.file, 1, 1), {"file": each.file})
