"""Keys that no entry knows, collected while entries are made so that each is told with its place and what is allowed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from generator.model.place import Place


@dataclass(frozen=True)
class UnknownKey:
    """A key, where it stands, and the keys that may stand there."""

    key: str
    place: Place
    allowed: frozenset[str]


_collected: ContextVar[list[UnknownKey] | None] = ContextVar("unknown_keys", default=None)


@contextmanager
def collecting_unknown_keys() -> Iterator[list[UnknownKey]]:
    """Collect the unknown keys of all entries that are made inside the block."""
    found: list[UnknownKey] = []
    token = _collected.set(found)
    try:
        yield found
    finally:
        _collected.reset(token)


def note_unknown_key(unknown: UnknownKey) -> bool:
    """Note an unknown key; False where nobody collects them."""
    found = _collected.get()
    if found is None:
        return False
    found.append(unknown)
    return True
