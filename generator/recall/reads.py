"""What one thing that is made has read: the questions it asked, in no order. The answers' marks are kept once for all of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")

Asked = tuple[Hashable, ...]
"""A question: its name, then what it was about."""


@dataclass(frozen=True)
class Reads:
    """The questions that were asked while something was made."""

    asked: set[Asked] = field(default_factory=set)

    def note(self, *asked: Hashable) -> None:
        """Remember a question."""
        self.asked.add(asked)


WHOLE = "*"
"""Stands for all of a mapping: whoever goes through it has read every entry, and that there is no other."""


class RecordedMapping(Mapping[K, V], Generic[K, V]):
    """A mapping that notes which of its entries are read, under the name of the mapping."""

    def __init__(self, name: str, entries: Mapping[K, V], reads: Reads, head: Callable[[V], V] | None = None) -> None:
        """`head` makes of an entry what its readers get to see."""
        self._name = name
        self._entries = entries
        self._reads = reads
        self._head = head

    def __getitem__(self, key: K) -> V:
        self._reads.note(self._name, key)
        return self._shown(self._entries[key])

    def get(self, key: K, default: Any = None) -> Any:
        """The entry, or `default`. That there is none is something read as well."""
        self._reads.note(self._name, key)
        return self._shown(self._entries[key]) if key in self._entries else default

    def __contains__(self, key: object) -> bool:
        self._reads.note(f"{self._name}?", key)
        return key in self._entries

    def __iter__(self) -> Iterator[K]:
        self._reads.note(f"{self._name}.keys")
        return iter(self._entries)

    def __len__(self) -> int:
        self._reads.note(f"{self._name}.keys")
        return len(self._entries)

    def values(self) -> Any:
        """All entries."""
        self._reads.note(self._name, WHOLE)
        return self._seen().values()

    def items(self) -> Any:
        """All keys and entries."""
        self._reads.note(self._name, WHOLE)
        return self._seen().items()

    def _shown(self, entry: V) -> V:
        return entry if self._head is None else self._head(entry)

    def _seen(self) -> Mapping[K, V]:
        head = self._head
        return self._entries if head is None else {key: head(each) for key, each in self._entries.items()}


class RecordedSequence(Sequence[T], Generic[T]):
    """A sequence that notes that it was read, as a whole."""

    def __init__(self, name: str, entries: Sequence[T], reads: Reads) -> None:
        self._name = name
        self._entries = entries
        self._reads = reads

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._read()[index]

    def __len__(self) -> int:
        return len(self._read())

    def __iter__(self) -> Iterator[T]:
        return iter(self._read())

    def __bool__(self) -> bool:
        return bool(self._read())

    def _read(self) -> Sequence[T]:
        self._reads.note(self._name, WHOLE)
        return self._entries
