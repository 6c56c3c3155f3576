"""What a table is: its columns, each with its type and meaning, its key, and which other tables it refers to.

CSV and XLSX headers, the schemas of the Data Package, Parquet types and the data dictionary for readers all come from here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from generator.i18n.formats import language_name
from generator.i18n.messages import N_, translate
from generator.model.text import Text

Value = str | Decimal | int | bool | date | None
T = TypeVar("T")

_IN_LANGUAGE = N_("{meaning} ({language})")


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column. `type` is a type of Table Schema; `meaning` is a message; `lang` the language of its texts, if it has one.

    `read` finds the column's value in whatever a row is made from.
    """

    name: str
    type: str
    meaning: str
    read: Callable[[T], Value]
    lang: str = ""
    constraints: Mapping[str, object] = field(default_factory=dict)

    def description(self, lang: str) -> str:
        """What the column means, for readers of `lang`."""
        told = translate(lang, self.meaning)
        return translate(lang, _IN_LANGUAGE, meaning=told, language=language_name(self.lang)) if self.lang else told


@dataclass(frozen=True)
class ForeignKey:
    """A column whose values are keys of another table."""

    column: str
    table: str
    key: str = "id"


@dataclass(frozen=True)
class Table(Generic[T]):
    """The layout of a table. `title` and `meaning` are messages; `key` names the columns that identify a row."""

    name: str
    title: str
    meaning: str
    columns: tuple[Column[T], ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def row(self, item: T) -> tuple[Value, ...]:
        """The values of a row, in the order of the columns."""
        return tuple(column.read(item) for column in self.columns)


@dataclass(frozen=True)
class FilledTable:
    """A table with its rows. Every table is stored as `<name>.csv`."""

    table: Table[object]
    rows: tuple[tuple[Value, ...], ...]


def texts(
    name: str, meaning: str, languages: tuple[str, ...], read: Callable[[T], Text | None]
) -> tuple[Column[T], ...]:
    """A column a language, `<name>_<lang>`, empty where a text has not been translated."""

    def reader(lang: str) -> Callable[[T], Value]:
        def in_language(item: T) -> Value:
            found = read(item)
            return found.root.get(lang) if found else None

        return in_language

    return tuple(Column(f"{name}_{lang}", "string", meaning, reader(lang), lang) for lang in languages)


def text_of(value: object) -> str | None:
    """Anything that writes itself as text, such as a period or a date without a day; nothing for nothing."""
    return None if value is None else str(value)


def joined(values: tuple[str, ...]) -> str | None:
    """Several ids in one cell."""
    return ";".join(values) or None
