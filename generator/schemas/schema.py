"""From the description of a field to a JSON Schema (draft 7, which editors know best)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.fields.field import Field, Kind
from generator.fields.said import Refers
from generator.i18n.messages import translate
from generator.model.form import Column, Form, Table
from generator.model.report import CELL_KEYS
from generator.model.text import DEFAULT_LANGUAGE, LANGUAGE_PATTERN, Text
from generator.schemas.names import Names

Schema = dict[str, Any]

IDS = "ids.json"
"""The file with the ids that there are, beside the others: it alone follows from data."""
_ANY_SCALAR = ["string", "number", "boolean"]
"""What is typed is a text to us, whatever a reader of YAML takes it for."""
_PERIOD = r"^(19|20)[0-9]{2}(-(19|20)[0-9]{2})?(-(Q[1-4]|H[12]|9M|0[1-9]|1[0-2]))?$"
_DAY = r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"
_EXACT_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_SCALARS: Mapping[Kind, Schema] = {
    Kind.LINE: {"type": _ANY_SCALAR},
    Kind.FIGURE: {"type": _ANY_SCALAR},
    Kind.YES_NO: {"enum": [True, False, "true", "false"]},
    Kind.NUMBER: {"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    Kind.DAY: {"type": "string", "pattern": _DAY},
    Kind.EXACT_DAY: {"type": "string", "pattern": _EXACT_DAY},
    Kind.EDITION: {"type": ["string", "number"]},
}
_PATTERN: Schema = {
    "type": "object",
    "propertyNames": {"pattern": LANGUAGE_PATTERN},
    "additionalProperties": {
        "anyOf": [{"type": "string"}, {"type": "object", "additionalProperties": {"type": "string"}}],
    },
}


class Schemas:
    """Makes schemas whose hover texts are in some languages, the first one first."""

    def __init__(self, languages: Iterable[str]) -> None:
        self._languages = tuple(languages)

    def of(self, field: Field) -> Schema:
        """The schema of what a field holds, with what is said of it."""
        held = self._held(field)
        said = self._said(field)
        # What stands beside a reference counts for nothing in this draft.
        return {"allOf": [held], **said} if said and "$ref" in held else {**held, **said}

    def ids(self, names: Names) -> Schema:
        """The ids that there are, as definitions by kind. Others are allowed as well: they may just have been made."""
        definitions = {kind.value: self._enumeration(named) for kind, named in names.by_kind.items()}
        definitions["breakdowns"] = {"properties": {each: {} for each in names.by_kind[Refers.BREAKDOWN]}}
        definitions["period"] = {
            "anyOf": [
                {"enum": [int(each) if each.isdigit() else each for each in names.periods]},
                {"type": ["string", "integer"], "pattern": _PERIOD},
            ]
        }
        return {"definitions": definitions}

    def forms(self, forms: Iterable[Form]) -> list[Schema]:
        """What a report may have in its tables, by the form that it names."""
        return [
            {
                "if": {"properties": {"form": {"const": form.id}}, "required": ["form"]},
                "then": {
                    "properties": {"tables": {"properties": {each.id: self._table(each) for each in form.tables}}}
                },
            }
            for form in forms
        ]

    # ----------------------------------------------------------------------------------------------------------- inside

    def _held(self, field: Field) -> Schema:
        if field.kind in _SCALARS:
            return {**_SCALARS[field.kind], **({"pattern": field.pattern} if field.pattern else {})}
        made: Schema
        match field.kind:
            case Kind.TEXT:
                made = self._text()
            case Kind.PATTERN:
                made = _PATTERN
            case Kind.PERIOD:
                made = {"$ref": f"{IDS}#/definitions/period"}
            case Kind.ID:
                made = self._id(field)
            case Kind.CHOICE:
                labels = [
                    self._in_languages({lang: each.label_in(lang) for lang in self._languages})
                    for each in field.choices
                ]
                made = {"enum": [each.value for each in field.choices], "markdownEnumDescriptions": labels}
            case Kind.LIST:
                made = {"type": "array", "items": self.of(field.items) if field.items else {}}
            case Kind.MAPPING:
                made = self._mapping(field)
            case Kind.EITHER:
                made = {"anyOf": [self.of(each) for each in field.alternatives]}
            case _:
                made = self._entry(field)
        return made

    def _entry(self, field: Field) -> Schema:
        made: Schema = {
            "type": "object",
            "properties": {each.key: self.of(each) for each in field.fields},
            "additionalProperties": False,
        }
        required = [each.key for each in field.fields if each.required]
        return {**made, "required": required} if required else made

    def _mapping(self, field: Field) -> Schema:
        items = self.of(field.items) if field.items else {}
        if field.keys is not None and field.keys.kind is Kind.CHOICE:
            known = {each.value: items for each in field.keys.choices}
            return {"type": "object", "properties": known, "additionalProperties": False}
        made: Schema = {"type": "object", "additionalProperties": items}
        if field.keys is not None and field.keys.refers_to is Refers.BREAKDOWN:
            return {"allOf": [{"$ref": f"{IDS}#/definitions/breakdowns"}, made]}
        return made

    def _id(self, field: Field) -> Schema:
        free: Schema = {"type": ["string", "number"], **({"pattern": field.pattern} if field.pattern else {})}
        if field.refers_to in (None, Refers.TABLE, Refers.ROW, Refers.COLUMN):
            return free
        return {"anyOf": [{"$ref": f"{IDS}#/definitions/{field.refers_to}"}, free]}

    def _text(self) -> Schema:
        one: Schema = {"type": _ANY_SCALAR, "minLength": 1}
        return {
            "type": "object",
            "properties": dict.fromkeys(self._languages, one),
            "required": [DEFAULT_LANGUAGE],
            "propertyNames": {"pattern": LANGUAGE_PATTERN},
            "additionalProperties": one,
        }

    def _table(self, table: Table) -> Schema:
        columns = table.columns if isinstance(table.columns, tuple) else ()
        known = {each.code: self._named(each.label) for each in columns}
        rows = {}
        for row in table.rows:
            if not row.heading:
                rows[row.code] = {**self._named(row.label), **_columns(table, known)}
        return {**self._named(table.title), "properties": {"rows": {"properties": rows}, **self._days(columns)}}

    def _days(self, columns: tuple[Column, ...]) -> Schema:
        return {"days": {"properties": {each.code: self._named(each.label) for each in columns}}} if columns else {}

    def _enumeration(self, named: Mapping[str, Text]) -> Schema:
        return {
            "enum": list(named),
            "markdownEnumDescriptions": [self._names_of(each) for each in named.values()],
        }

    def _named(self, text: Text) -> Schema:
        said = self._names_of(text)
        return {"description": said.replace("  \n", " / "), "markdownDescription": said}

    def _names_of(self, text: Text) -> str:
        return self._in_languages({lang: text.in_language(lang) for lang in self._languages if lang in text.root})

    def _said(self, field: Field) -> Schema:
        if not field.label:
            return {}
        labels = [field.label_in(lang) for lang in self._languages]
        helps = [field.help_in(lang) for lang in self._languages]
        said: Schema = {
            "title": " / ".join(dict.fromkeys(labels)),
            "description": " / ".join(dict.fromkeys(helps)),
            "markdownDescription": "\n\n".join(
                f"**{label}**: {text}" for label, text in zip(labels, helps, strict=True)
            ),
        }
        if field.default:
            said["default"] = field.default
        return said

    def _in_languages(self, said: Mapping[str, str]) -> str:
        return "  \n".join(dict.fromkeys(said.values()))


def _columns(table: Table, known: Schema) -> Schema:
    """What may stand in braces in a row: what a figure says, a figure across all, or the codes of the columns."""
    if table.columns == "periods":
        return {}
    names: Schema = {"propertyNames": {"enum": [*sorted(CELL_KEYS), "all", *known]}}
    return {**names, "properties": known} if known else names


def described(languages: Iterable[str], message: str) -> str:
    """A message in all languages, on one line."""
    return " / ".join(dict.fromkeys(translate(lang, message) for lang in languages))
