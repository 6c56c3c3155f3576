"""From descriptions of the model to the forms of the editor: which field of a file is edited how, under which label.

In: what an entry may hold. Out: the fields as Decap CMS reads them. What the model does not know is not in the form, and stays as it is in
the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.fields.field import Field, Kind
from generator.fields.said import Refers
from generator.i18n.formats import language_name

FormField = dict[str, Any]
"""A field of a form, as Decap CMS describes it."""

OFFERED: Mapping[Refers, str] = {
    Refers.INDICATOR: "indicators",
    Refers.MEASURE: "measures",
    Refers.BREAKDOWN: "breakdowns",
    Refers.UNIT: "units",
    Refers.FORM: "forms",
    Refers.REPORT: "reports",
}
"""What is offered to choose from, by what an id names."""
_WORDS_ALONE = {Kind.ID, Kind.LINE, Kind.PERIOD, Kind.CHOICE}
_AS_WRITTEN = {"widget": "rr-yaml"}
"""What has no form of its own is edited as it is written in the file."""


def form_of(entry: Field, lang: str, languages: tuple[str, ...]) -> list[FormField]:
    """The fields of an entry, in their order, with their labels and hints in a language."""
    return _Maker(lang, languages).fields(entry)


class _Maker:
    def __init__(self, lang: str, languages: tuple[str, ...]) -> None:
        self.lang = lang
        self.languages = languages
        self._by_kind: Mapping[Kind, Callable[[Field], FormField]] = {
            Kind.TEXT: self._text,
            Kind.ID: self._id,
            Kind.CHOICE: self._choice,
            Kind.YES_NO: lambda _: {"widget": "boolean"},
            Kind.PATTERN: lambda _: _AS_WRITTEN,
            Kind.ENTRY: self._entry,
            Kind.LIST: self._list,
            Kind.MAPPING: self._mapping,
            Kind.EITHER: lambda each: {"widget": "rr-figure"} if each.model == "Cell" else _AS_WRITTEN,
        }

    def fields(self, entry: Field) -> list[FormField]:
        return [self._field(each) for each in entry.fields]

    def _field(self, field: Field) -> FormField:
        named: FormField = {"name": field.key, "label": field.label_in(self.lang), "required": field.required}
        if field.help:
            named["hint"] = field.help_in(self.lang)
        return named | self._widget(field)

    def _widget(self, field: Field) -> FormField:
        make = self._by_kind.get(field.kind)
        return make(field) if make else {"widget": "rr-text" if field.long else "rr-line"}

    def _entry(self, field: Field) -> FormField:
        fields = self.fields(field)
        # Decap asks for what must be there even where the whole entry is left out; our own check does not.
        return {
            "widget": "object",
            "collapsed": not field.required,
            "fields": fields if field.required else _all_optional(fields),
        }

    def _text(self, field: Field) -> FormField:
        widget = "rr-text" if field.long else "rr-line"
        return {
            "widget": "object",
            "collapsed": False,
            "fields": [
                {"name": lang, "label": language_name(lang), "widget": widget, "required": False}
                for lang in self.languages
            ],
        }

    def _id(self, field: Field) -> FormField:
        of = OFFERED.get(field.refers_to) if field.refers_to else None
        return {"widget": "rr-choice", "of": of} if of else {"widget": "rr-line"}

    def _choice(self, field: Field) -> FormField:
        return {
            "widget": "select",
            "options": [{"value": each.value, "label": each.label_in(self.lang)} for each in field.choices],
        }

    def _list(self, field: Field) -> FormField:
        items = field.items
        entries = _entries(items)
        if items is None or (not entries and items.kind not in {*_WORDS_ALONE, Kind.TEXT}):
            return _AS_WRITTEN
        if items.kind is Kind.TEXT:
            return {"widget": "list", "collapsed": True, "fields": self._text(items)["fields"]}
        if not entries:
            return {"widget": "rr-list", "of": OFFERED.get(items.refers_to, "") if items.refers_to else ""}
        # Entries of several shapes are edited in one form that has what any of them may hold.
        fields = {each["name"]: each for entry in entries for each in self.fields(entry)}
        if len(entries) > 1:
            fields = {name: each | {"required": False} for name, each in fields.items()}
        return {
            "widget": "list",
            "collapsed": True,
            "minimize_collapsed": True,
            "summary": summary_of(fields.values()),
            "fields": list(fields.values()),
        }

    def _mapping(self, field: Field) -> FormField:
        if field.items is not None and field.items.model == "TableValues":
            return {"widget": "rr-tables"}
        is_pairs = field.items is not None and field.items.kind in _WORDS_ALONE
        return {"widget": "rr-pairs"} if is_pairs else _AS_WRITTEN


def _all_optional(fields: list[FormField]) -> list[FormField]:
    return [
        each
        | {"required": False}
        | ({"fields": _all_optional(each["fields"])} if each["widget"] == "object" and "fields" in each else {})
        for each in fields
    ]


def _entries(items: Field | None) -> tuple[Field, ...]:
    """The entries that a list holds, of each shape; none where it holds anything else."""
    if items is None:
        return ()
    shapes = items.alternatives if items.kind is Kind.EITHER else (items,)
    return shapes if all(each.kind is Kind.ENTRY for each in shapes) else ()


def summary_of(fields: Iterable[FormField]) -> str:
    """How a closed entry of a list is called: by its id or code and its name, else by what stands first in it."""
    names = [each["name"] for each in fields]
    told = [name for name in ("id", "code", "section") if name in names][:1]
    told += [f"{name}.vi" for name in ("names", "label", "term", "name", "title") if name in names][:1]
    told += ["indicator"] if "indicator" in names and not any("." in name for name in told) else []
    return " · ".join(f"{{{{fields.{name}}}}}" for name in told or names[:1])
