"""Walks through the texts that an entry holds, whatever its shape."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.model.place import Place
from generator.model.placed import Placed


def texts_of(value: object, place: Place) -> Iterator[tuple[str, Place]]:
    """Every text in an entry, in all languages, with the nearest place known for it."""
    if isinstance(value, str):
        yield value, place
    elif isinstance(value, BaseModel):
        if isinstance(value, Placed):
            here = value.place
            place = here if here.file else place
        for each in vars(value).values():
            if each is not None:
                yield from texts_of(each, place)
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_of(each, place)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_of(each, place)
