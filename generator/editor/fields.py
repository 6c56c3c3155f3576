"""From the model to the forms of the editor: which field of a file is edited how, under which label.

In: a class of the model. Out: the fields as Decap CMS reads them. What the model does not know is not in the form, and stays as it is in
the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from generator.editor.labels import label, option_label
from generator.model.dates import PartialDate
from generator.model.days import Covers
from generator.model.indicator import Pattern
from generator.model.period import Period
from generator.model.placed import Placed
from generator.model.report import Cell, TableValues
from generator.model.text import Text

Field = dict[str, Any]
"""A field of a form, as Decap CMS describes it."""

_CHOSEN = {
    "indicator": "indicators", "rise_of": "indicators", "threshold_from": "indicators", "measure": "measures", "unit": "units", "parent": "units",
    "form": "forms", "stated_in": "reports",
}  # fmt: skip
"""What is chosen among entries that there are, by the name of its key."""
_LONG = {"definition", "note", "title", "subject", "source", "description", "change", "reason"}
"""Texts that need more than a line."""
_IN_BRACES = "rr-yaml"
"""What has no form of its own is edited as it is written in the file."""

_CONTROLS: Mapping[type, str] = {Cell: "rr-figure", bool: "boolean", Covers: _IN_BRACES, Pattern: _IN_BRACES}


def fields_of(model: type[BaseModel], lang: str, languages: tuple[str, ...]) -> list[Field]:
    """The fields of a class of the model, in its order."""
    return _Maker(lang, languages).fields(model)


class _Maker:
    def __init__(self, lang: str, languages: tuple[str, ...]) -> None:
        self.lang = lang
        self.languages = languages

    def fields(self, model: type[BaseModel]) -> list[Field]:
        made = []
        for name, about in model.model_fields.items():
            key = about.alias or name
            field = {"name": key, "label": label(key, self.lang), "required": about.is_required()}
            made.append(field | self.widget(key, about.annotation))
        return made

    def widget(self, key: str, kind: Any) -> Field:
        """How values of a type are edited."""
        kind, inner = _bare(kind)
        if isinstance(kind, type):
            found = self._of_class(key, kind)
            if found is not None:
                return found
        if get_origin(kind) is Literal:
            return self._select(key, [str(each) for each in get_args(kind)])
        if kind is tuple:
            return self._list(key, inner[0])
        if kind is dict and all(_is_word(each) for each in inner):
            return {"widget": "rr-pairs"}
        if kind is dict and inner[1] is TableValues:
            return {"widget": "rr-tables"}
        return {"widget": _IN_BRACES}

    def _of_class(self, key: str, kind: type) -> Field | None:
        if kind is Text:
            return self._text(key)
        if kind in _CONTROLS:
            return {"widget": _CONTROLS[kind]}
        if issubclass(kind, StrEnum):
            return self._select(key, [each.value for each in kind])
        if issubclass(kind, Placed):
            return {"widget": "object", "collapsed": key != "document", "fields": self.fields(kind)}
        if issubclass(kind, str | Period | PartialDate):
            return {"widget": "rr-choice", "of": _CHOSEN[key]} if key in _CHOSEN else {"widget": "rr-line"}
        return None if kind in (tuple, dict) else {"widget": "rr-line"}

    def _text(self, key: str) -> Field:
        widget = "rr-text" if key in _LONG else "rr-line"
        named = {lang: option_label(lang, self.lang) for lang in self.languages}
        return {
            "widget": "object",
            "collapsed": False,
            "fields": [{"name": lang, "label": named[lang], "widget": widget, "required": False} for lang in named],
        }

    def _select(self, key: str, values: list[str]) -> Field:
        return {
            "widget": "select",
            "options": [{"value": value, "label": option_label(value, self.lang, key)} for value in values],
        }

    def _list(self, key: str, kind: Any) -> Field:
        kind, inner = _bare(kind)
        if isinstance(kind, type) and issubclass(kind, Placed):
            return {
                "widget": "list",
                "collapsed": True,
                "minimize_collapsed": True,
                "summary": _summary(kind),
                "fields": self.fields(kind),
            }
        if kind is Text:
            return {"widget": "list", "collapsed": True, "fields": self._text(key)["fields"]}
        parts = [each for each in inner if isinstance(each, type) and issubclass(each, Placed)]
        if parts:
            fields = {field["name"]: field for each in parts for field in self.fields(each)}
            return {
                "widget": "list",
                "collapsed": True,
                "minimize_collapsed": True,
                "summary": "{{fields.section}} · {{fields.indicator}}",
                "fields": [field | {"required": False} for field in fields.values()],
            }
        return {"widget": "rr-list", "of": _CHOSEN_AMONG.get(key, "")}


_CHOSEN_AMONG: Mapping[str, str] = {
    "headline": "indicators", "related": "indicators", "predecessors": "units", "successors": "units", "breakdown": "breakdowns", "sums": "breakdowns",
}  # fmt: skip


def _summary(kind: type[BaseModel]) -> str:
    names = kind.model_fields
    for found in (("code", "label"), ("id", "names"), ("id", "term"), ("id", "title"), ("id", "name")):
        if found[0] in names and found[1] in names:
            return f"{{{{fields.{found[0]}}}}} · {{{{fields.{found[1]}.vi}}}}"
    return f"{{{{fields.{next(iter(names))}}}}}"


def _is_word(kind: Any) -> bool:
    return _bare(kind)[0] is str


def _bare(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type without what is said about it and without None, and the types inside; a union of several stays one."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        some = [each for each in inner if each is not NoneType]
        if len(some) == 1:
            return _bare(some[0])
        return Union, tuple(_bare(each)[0] for each in some)
    if origin is None or origin is Literal:
        return kind, inner
    return origin, inner
