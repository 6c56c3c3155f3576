"""Former ids lead old addresses on, so each leads to one place, and none hides a page that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.catalogue import Catalogue
from generator.model.indicator import Indicator
from generator.model.place import Place
from generator.model.unit import Unit
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Former ids that are in use, or given twice."""
    yield from _checked(catalogue.units)
    yield from _checked(catalogue.indicators)


def _checked(entries: Mapping[str, Unit] | Mapping[str, Indicator]) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for entry in entries.values():
        place = entry.place_of("former_ids")
        for former in entry.former_ids:
            if former in entries:
                yield Problem("former-id-in-use", place, {"id": former, "what": str(entries[former].place)})
            elif former in seen:
                yield Problem("former-id-twice", place, {"id": former, "first": str(seen[former])})
            seen.setdefault(former, place)
