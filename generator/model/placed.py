"""Values and entries that know where in the edited files they stand."""

from __future__ import annotations

from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from generator.model.place import NOWHERE, Place
from generator.model.unknown_keys import UnknownKey, note_unknown_key


class LocatedDict(dict[str, Any]):
    """A YAML mapping that remembers its own place and those of its keys."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.key_places: dict[str, Place] = {}


class LocatedList(list[Any]):
    """A YAML sequence that remembers its place."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


class Scalar(str):
    """A YAML scalar as it was typed: never a float or a date, so that nothing is misread on the way.

    It does not know whether it stood in quotes: programs that write YAML put them and leave them out as they like.
    """

    __slots__ = ("place",)
    place: Place

    @classmethod
    def of(cls, text: str, place: Place = NOWHERE) -> Scalar:
        scalar = cls(text)
        scalar.place = place
        return scalar


class Placed(BaseModel):
    """Base of everything that is read from a file: frozen, without unknown keys, and aware of its place."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)
    # A default would be copied for every entry.
    _place: Place = PrivateAttr(default_factory=lambda: NOWHERE)
    _key_places: dict[str, Place] = PrivateAttr(default_factory=dict)

    @property
    def place(self) -> Place:
        """Where the entry begins."""
        return self._remembered["_place"]  # type: ignore[no-any-return]

    def place_of(self, key: str) -> Place:
        """Where one of the entry's keys stands; the entry's own place if the key is absent."""
        remembered = self._remembered
        return remembered["_key_places"].get(key, remembered["_place"])  # type: ignore[no-any-return]

    @property
    def _remembered(self) -> dict[str, Any]:
        """The private attributes, without pydantic's long way to them: places are asked for a hundred times a report."""
        return self.__pydantic_private__ or {}

    @classmethod
    def shape(cls, data: Any) -> Any:
        """Bring a shorthand into the shape of the entry's fields; overridden where a shorthand exists."""
        return data

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        # Pydantic runs "before" validators inside this one, too late for shorthands to have the right keys.
        data = cls.shape(data)
        if not isinstance(data, LocatedDict):
            return handler(data)
        allowed = _keys_of(cls)
        known = dict(data) if data.keys() <= allowed else {key: data[key] for key in data if key in allowed}
        for key in data.keys() - known.keys():
            if not note_unknown_key(UnknownKey(key, data.key_places.get(key, data.place), allowed)):
                known[key] = data[key]
        made = handler(known)
        made.remember(data)
        return made

    def take_places_of(self, other: Placed) -> None:
        """Stand where another entry does, from which this one was made."""
        self._remembered.update(_place=other.place, _key_places=other._remembered["_key_places"])

    def remember(self, data: LocatedDict) -> None:
        """Take over the places of the mapping from which the entry was made; overridden where more is remembered."""
        self._remembered.update(_place=data.place, _key_places=data.key_places)


@cache
def _keys_of(kind: type[Placed]) -> frozenset[str]:
    """The keys that an entry of a kind may have."""
    return frozenset(field.alias or name for name, field in kind.model_fields.items())
