"""The description of one field: what it is called, what it holds, whether it must be there. Plain data, for whoever makes forms of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.fields.said import Refers
from generator.i18n.messages import template


class Kind(StrEnum):
    """What a field holds, and so which part of a form it becomes."""

    TEXT = "text"
    """A text in each language (`{vi: …, en: …}`), Vietnamese required."""
    LINE = "line"
    """One text as it is, in no language of its own: a number of a document, words as printed."""
    FIGURE = "figure"
    """A number, or words, as the report prints it: always kept as text, never made a number."""
    ID = "id"
    """The id of the entry itself, or the id or code of something else: see `refers_to`."""
    CHOICE = "choice"
    """One word of a fixed list."""
    YES_NO = "yes-no"
    NUMBER = "number"
    """A number of ours, such as a count of pages or a limit; never a figure of a report."""
    PERIOD = "period"
    DAY = "day"
    """A date whose day may be missing: `2020-06-03` or `2020-06`."""
    EXACT_DAY = "exact-day"
    EDITION = "edition"
    PATTERN = "pattern"
    """How a number is written with its unit of measure, by language, there perhaps by plural category."""
    ENTRY = "entry"
    """A mapping with `fields`."""
    LIST = "list"
    """A list of `items`."""
    MAPPING = "mapping"
    """A mapping whose keys are data, described by `keys`; each value by `items`."""
    EITHER = "either"
    """One of `alternatives`, told apart by their shape; the first is the usual one."""


@dataclass(frozen=True)
class Choice:
    """A word that may stand in a file, and the message that says what it means."""

    value: str
    label: str

    def label_in(self, lang: str) -> str:
        return template(lang, self.label)


@dataclass(frozen=True)
class Field:
    """One field of an entry, or what a list or a mapping holds (then `key` is empty).

    `label` and `help` are messages: `label_in` and `help_in` say them in a language. `default` is what holds where the key is left
    out. `pattern` is a regular expression that the whole text matches. `model` is the name of the entry's class.
    """

    key: str
    kind: Kind
    label: str = ""
    help: str = ""
    required: bool = False
    default: str = ""
    long: bool = False
    pattern: str = ""
    choices: tuple[Choice, ...] = ()
    refers_to: Refers | None = None
    model: str = ""
    fields: tuple[Field, ...] = ()
    keys: Field | None = None
    items: Field | None = None
    alternatives: tuple[Field, ...] = ()

    def label_in(self, lang: str) -> str:
        return template(lang, self.label) if self.label else ""

    def help_in(self, lang: str) -> str:
        # Braces in it are what somebody types, not places to be filled in.
        return template(lang, self.help) if self.help else ""

    def field(self, key: str) -> Field | None:
        """The field of an entry with that key."""
        return next((each for each in self.fields if each.key == key), None)
