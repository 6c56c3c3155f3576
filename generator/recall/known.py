"""What was worked out before in this process, and from which things: while these are the very same, it need not be worked out again.

For `serve`, which reads one tree again and again. In a process that reads once, nothing is known before, and the same is worked out the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from operator import is_
from typing import Any, TypeVar, cast

T = TypeVar("T")

MadeFrom = tuple[object, ...]
"""The things that a result follows from. Texts and bytes are the same where they are equal, all else only where it is the same object."""

_BY_CONTENT = (str, bytes)


class Known:
    """Results by what they are called and what they were made from. Of each name, the last is kept."""

    def __init__(self) -> None:
        self._results: dict[Hashable, tuple[MadeFrom, Any]] = {}
        self._used: set[Hashable] = set()

    def recall(self, name: Hashable, made_from: MadeFrom, make: Callable[[], T]) -> T:
        """What `make` returns, or returned when it was last asked for by this name and made from the same."""
        if not self.has(name, made_from):
            self.remember(name, made_from, make())
        return cast("T", self.result(name))

    def has(self, name: Hashable, made_from: MadeFrom) -> bool:
        """Whether what bears this name was made from the same."""
        self._used.add(name)
        known = self._results.get(name)
        return known is not None and _same(known[0], made_from)

    def result(self, name: Hashable) -> Any:
        """What was last made by this name. Raises KeyError where nothing was."""
        return self._results[name][1]

    def remember(self, name: Hashable, made_from: MadeFrom, result: object) -> None:
        """Keep a result in the place of the last one of this name."""
        self._used.add(name)
        self._results[name] = (made_from, result)

    def one(self, name: Hashable, things: MadeFrom) -> MadeFrom:
        """A tuple of things, as one object that stays the same object while all of them do."""
        return self.recall(name, things, lambda: things)

    def forget_unused(self) -> None:
        """Forget everything that nobody asked for since this was last called: what it was about is gone."""
        self._results = {name: self._results[name] for name in self._used if name in self._results}
        self._used = set()


def _same(before: Sequence[object], now: Sequence[object]) -> bool:
    if len(before) != len(now):
        return False
    if all(map(is_, before, now)):
        return True
    pairs = zip(before, now, strict=True)
    return all(one is other or (isinstance(one, _BY_CONTENT) and one == other) for one, other in pairs)
