"""The files of schemas: one for each kind of YAML file, one with the ids that there are, and which file an editor is to hold against which."""

from __future__ import annotations

import json
from typing import Any

from generator.fields.field import Field, Kind
from generator.fields.files import FILE_KINDS, FileKind
from generator.i18n.messages import message_languages
from generator.model.catalogue import Catalogue
from generator.schemas.names import names_of
from generator.schemas.schema import IDS, Schema, Schemas, described

FOLDER = "docs/schemas"
"""Where they lie below the root."""
DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_files(catalogue: Catalogue) -> dict[str, str]:
    """The text of every schema by its path below the root. `ids.json` and the rows of forms follow from data, all else from the model."""
    languages = message_languages()
    schemas = Schemas(languages)
    made = {f"{FOLDER}/{IDS}": _text(schemas.ids(names_of(catalogue, languages)))}
    for kind in FILE_KINDS:
        schema = schemas.of(_held(kind))
        if kind.name == "report":
            schema["allOf"] = schemas.forms(catalogue.forms.values())
        made[f"{FOLDER}/{kind.name}.json"] = _text({"title": described(languages, kind.label), **schema})
    return made


def editor_settings() -> dict[str, Any]:
    """What `.vscode/settings.json` has to say: which files are held against which schema, read as YAML 1.2."""
    return {
        "yaml.schemas": {f"./{FOLDER}/{each.name}.json": each.pattern for each in FILE_KINDS},
        "yaml.yamlVersion": "1.2",
    }


def _held(kind: FileKind) -> Field:
    return Field("", Kind.LIST, items=kind.entry) if kind.is_list else kind.entry


def _text(schema: Schema) -> str:
    return json.dumps({"$schema": DRAFT, **schema}, ensure_ascii=False, indent=1) + "\n"
