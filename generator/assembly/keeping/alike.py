"""Keeps one of things that are alike: what pages of a country have read and where they lead is the same thousands of times over.

What comes from another process comes as a copy each time; held as copies, the record of a country takes gigabytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from generator.assembly.keeping.made import MadeFile, MadePage

T = TypeVar("T")


@dataclass(frozen=True)
class Alike:
    """The things that were seen, each once."""

    _seen: dict[Any, Any] = field(default_factory=dict)

    def page(self, made: MadePage) -> MadePage:
        """The same page, made of things that it shares with the others."""
        files = tuple(self._file(each) for each in made.files)
        return replace(made, files=files, reads=tuple(map(self._one, made.reads)))

    def _file(self, made: MadeFile) -> MadeFile:
        examined = made.examined
        if examined is None:
            return made
        targets, ids = tuple(map(self._one, examined.targets)), frozenset(map(self._one, examined.ids))
        return replace(made, examined=replace(examined, targets=targets, ids=ids))

    def _one(self, thing: T) -> T:
        found: T = self._seen.setdefault(thing, thing)
        return found
