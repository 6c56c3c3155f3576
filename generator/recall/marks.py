"""Marks of values: short texts of bytes that are the same for equal values, in every process, and differ for others.

Where in a file a value stands is no part of its mark: no page shows it, and a line more at the top of a file changes nothing that it says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from generator.model.place import Place

Mark = bytes
_SIZE = 16
_LONG = 8
"""Tuples of so many things are marked by themselves: while all in them stays the same, they mostly are the same object."""
_PLAIN = (str, int, Decimal, date, bool)


class Marks:
    """Makes marks, and remembers those of the larger objects: the same figure is part of many answers, and of many builds."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, Mark]] = {}
        self._before: dict[int, tuple[object, Mark]] = {}
        self._fields: dict[type, tuple[str, ...]] = {}

    def mark(self, value: object) -> Mark:
        """The mark of a value made of data classes, models of the formats, texts, numbers, dates and collections of these.

        An object with an attribute `follows_from` has the mark of what that gives.

        Raises TypeError for anything else: a value that cannot be compared must not be remembered.
        """
        return _digest(self._encoded(value))

    def forget_unused(self) -> None:
        """Forget the objects that nobody asked for since this was last called: they are gone."""
        self._before, self._known = self._known, {}

    def _encoded(self, value: Any) -> bytes:
        if value is None:
            return b"~"
        kind = type(value)
        if kind is str:
            return b"s%d:%b" % (len(value), value.encode("utf-8", "surrogatepass"))
        if kind is int or kind is bool or kind is Decimal or kind is float:
            return f"{kind.__name__[0]}{value};".encode()
        if kind is tuple or kind is list:
            return self._once(value, self._of_long) if kind is tuple and len(value) >= _LONG else self._of_all(value)
        if kind is dict:
            return self._of_mapping(value)
        return self._of_object(value, kind)

    def _of_mapping(self, value: Mapping[Any, Any]) -> bytes:
        return b"{" + b"".join([self._encoded(key) + self._encoded(each) for key, each in value.items()]) + b"}"

    def _of_object(self, value: Any, kind: type) -> bytes:
        if kind is Place:
            return self._encoded(value.file)
        if isinstance(value, Enum):
            return f"e{kind.__name__}.{value.name};".encode()
        stands_for = getattr(value, "follows_from", None)
        if stands_for is not None:
            return b"=" + self._encoded(stands_for)
        if isinstance(value, BaseModel) or is_dataclass(value):
            return self._once(value, self._of_record)
        return self._of_subclass(value)

    def _of_subclass(self, value: Any) -> bytes:
        """A value of a class of its own that is a text, a number or a collection."""
        if isinstance(value, str):
            return self._encoded(str(value))
        if isinstance(value, _PLAIN):
            return f"p{value!s};".encode()
        if isinstance(value, Mapping):
            return self._of_mapping(value)
        if isinstance(value, AbstractSet):
            return b"<" + b"".join(sorted(self._encoded(each) for each in value)) + b">"
        if isinstance(value, Iterable) and hasattr(value, "__len__"):
            return b"(" + b"".join([self._encoded(each) for each in value]) + b")"
        raise TypeError(f"no mark for {type(value).__name__}")

    def _once(self, value: object, encode: Callable[[Any], bytes]) -> bytes:
        """The mark of an object that may be part of many values, made once."""
        known = self._known.get(id(value)) or self._before.get(id(value))
        if known is None or known[0] is not value:
            known = (value, encode(value))
        self._known[id(value)] = known
        return known[1]

    def _of_long(self, value: tuple[object, ...]) -> bytes:
        return b"&" + _digest(self._of_all(value))

    def _of_all(self, value: Iterable[object]) -> bytes:
        return b"(" + b"".join([self._encoded(each) for each in value]) + b")"

    def _of_record(self, value: Any) -> bytes:
        kind = type(value)
        names = self._fields.get(kind)
        if names is None:
            names = self._fields[kind] = _field_names(value, kind)
        parts = [kind.__name__.encode()] + [self._encoded(getattr(value, name)) for name in names]
        return b"#" + _digest(b"".join(parts))


def _field_names(value: object, kind: type) -> tuple[str, ...]:
    if isinstance(value, BaseModel):
        return tuple(kind.model_fields)  # type: ignore[attr-defined]  # of the class, as pydantic asks
    return tuple(each.name for each in fields(value))  # type: ignore[arg-type]  # asked before


def _digest(content: bytes) -> Mark:
    return hashlib.blake2b(content, digest_size=_SIZE).digest()
