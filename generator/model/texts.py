"""Walks through the texts that an entry holds, whatever its shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel, RootModel

from generator.model.place import Place
from generator.model.placed import Placed


def texts_of(value: object, place: Place) -> Iterator[tuple[str, Place]]:
    """Every text in an entry, in all languages, with the nearest place known for it."""
    if isinstance(value, Placed):
        place = value.place if value.place.file else place
    if isinstance(value, str):
        yield value, place
    elif isinstance(value, RootModel):
        yield from texts_of(value.root, place)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name), place)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts_of(each, place)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_of(each, place)
