"""From the model to descriptions: walks through the types of an entry's fields and puts the words for them beside."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from generator.fields.choices import CHOICES
from generator.fields.field import Choice, Field, Kind
from generator.fields.said import Refers, Said
from generator.fields.words import WORDS
from generator.model.calendar import DAY_OF_YEAR_PATTERN, DayOfYear
from generator.model.dates import ExactDate, PartialDate
from generator.model.edition import Edition
from generator.model.indicator import Bound, Indicator, Pattern
from generator.model.period import Period
from generator.model.placed import Placed, Scalar
from generator.model.report import Cell, ReportColumn, RowValues
from generator.model.text import CODE_PATTERN, Text

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

_PLAIN: Mapping[Any, Kind] = {
    Text: Kind.TEXT,
    Pattern: Kind.PATTERN,
    Scalar: Kind.FIGURE,
    Period: Kind.PERIOD,
    PartialDate: Kind.DAY,
    ExactDate: Kind.EXACT_DAY,
    Edition: Kind.EDITION,
    bool: Kind.YES_NO,
    int: Kind.NUMBER,
    Decimal: Kind.NUMBER,
    str: Kind.LINE,
}
_MAPPINGS: Mapping[str, tuple[Refers | None, Refers | None]] = {
    "breakdown": (Refers.BREAKDOWN, Refers.CATEGORY),
    "parts": (Refers.BREAKDOWN, None),
    "tables": (Refers.TABLE, None),
    "rows": (Refers.ROW, None),
    "lists": (Refers.ROW, None),
    "figures": (None, None),
    "days": (Refers.COLUMN, None),
}
"""What the keys of a mapping name, and its values where these are ids."""
_ONE_OR_SEVERAL = {(Indicator, "formula"), (Indicator, "same_set")}
"""Lists of which a single item may stand without brackets."""


@cache
def describe(model: type[Placed]) -> Field:
    """The description of an entry of a kind, its fields in the order in which files have the keys."""
    by_key = {info.alias or name: info for name, info in model.model_fields.items()}
    fields = tuple(_field(model, key, by_key[key], said) for key, said in WORDS[model].items())
    return Field("", Kind.ENTRY, model=model.__name__, fields=fields)


def _field(model: type[Placed], key: str, info: FieldInfo, said: Said) -> Field:
    annotation = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    held = _held(annotation, key, said)
    if (model, key) in _ONE_OR_SEVERAL and held.items is not None:
        held = Field("", Kind.EITHER, alternatives=(held.items, held))
    default = "" if info.is_required() or info.default in (None, PydanticUndefined) else info.default
    return replace(
        held,
        key=key,
        label=said.label,
        help=said.help,
        long=said.long,
        required=info.is_required(),
        default=_written(default),
    )


def _written(default: Any) -> str:
    """A default as a file would have it; empty for a collection."""
    if isinstance(default, bool):
        return "true" if default else "false"
    return str(default.value if isinstance(default, StrEnum) else default) if isinstance(default, str) else ""


def _held(annotation: Any, key: str, said: Said) -> Field:
    """What a type holds."""
    plain = next((kind for each, kind in _PLAIN.items() if annotation == each), None)
    if plain is not None or isinstance(annotation, type):
        return Field("", plain) if plain is not None else _of_class(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(arguments, key, said)
    if origin in (Union, types.UnionType):
        return _either([each for each in arguments if each is not type(None)], key, said)
    if origin is tuple:
        return Field("", Kind.LIST, items=_held(arguments[0], key, said))
    return _choice([str(each) for each in arguments]) if origin is Literal else _mapping(arguments, key, said)


def _of_class(kind: type) -> Field:
    if issubclass(kind, StrEnum):
        return _choice([each.value for each in kind])
    shape = next((made for shaped, made in _SHAPES.items() if shaped is kind), None)
    return shape() if shape is not None else describe(cast("type[Placed]", kind))


def _annotated(arguments: tuple[Any, ...], key: str, said: Said) -> Field:
    inner, *metadata = arguments
    pattern = next((str(each.pattern) for each in metadata if isinstance(each, StringConstraints) and each.pattern), "")
    if inner is str and pattern in (ID_PATTERN, CODE_PATTERN):
        return Field("", Kind.ID, pattern=pattern, refers_to=said.refers_to)
    held = _held(inner, key, said)
    return replace(held, pattern=pattern) if pattern else held


def _either(branches: list[Any], key: str, said: Said) -> Field:
    if len(branches) == 1:
        held = _held(branches[0], key, said)
        # A code that is no id by its type may name something all the same.
        return replace(held, kind=Kind.ID, refers_to=said.refers_to) if _names(held, said) else held
    return Field("", Kind.EITHER, alternatives=tuple(_held(each, key, said) for each in branches))


def _names(held: Field, said: Said) -> bool:
    return held.kind is Kind.LINE and said.refers_to is not None


def _mapping(arguments: tuple[Any, ...], key: str, said: Said) -> Field:
    keys, items = (_held(each, key, Said(said.label, said.help)) for each in arguments)
    refers, valued = _MAPPINGS.get(key, (None, None))
    if refers is not None:
        keys = replace(keys, kind=Kind.ID, refers_to=refers)
    if valued is not None:
        items = replace(items, refers_to=valued)
    if items.kind is Kind.MAPPING and items.keys is not None:
        items = replace(items, keys=replace(items.keys, refers_to=Refers.CATEGORY))
    return Field("", Kind.MAPPING, keys=keys, items=items)


def _choice(words: list[str]) -> Field:
    labels = CHOICES[frozenset(words)]
    return Field("", Kind.CHOICE, choices=tuple(Choice(word, labels[word]) for word in words))


# ------------------------------------------------------- what may be written in more than one way (`shape` of the model)


def _cell() -> Field:
    """A figure: the number alone, or an entry that says more."""
    return Field("", Kind.EITHER, model=Cell.__name__, alternatives=(Field("", Kind.FIGURE), describe(Cell)))


def _row_values() -> Field:
    """A row: one figure, one a column, some by column code, or one across all."""
    column = Field("", Kind.ID, refers_to=Refers.COLUMN)
    across = Field("", Kind.ENTRY, model="Across", fields=(replace(_cell(), key="all", required=True),))
    ways = (
        *_cell().alternatives,
        Field("", Kind.LIST, items=_cell()),
        Field("", Kind.MAPPING, keys=column, items=_cell()),
        across,
    )
    return Field("", Kind.EITHER, model=RowValues.__name__, alternatives=ways)


def _report_column() -> Field:
    ways = (Field("", Kind.PERIOD), describe(ReportColumn))
    return Field("", Kind.EITHER, model=ReportColumn.__name__, alternatives=ways)


def _bound() -> Field:
    one = Field("", Kind.ID, pattern=ID_PATTERN, refers_to=Refers.INDICATOR)
    return Field("", Kind.EITHER, model=Bound.__name__, alternatives=(one, describe(Bound)))


_SHAPES: Mapping[type, Callable[[], Field]] = {
    Cell: _cell,
    RowValues: _row_values,
    ReportColumn: _report_column,
    Bound: _bound,
    DayOfYear: lambda: Field("", Kind.LINE, pattern=DAY_OF_YEAR_PATTERN),
}
