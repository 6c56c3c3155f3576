"""The description of the whole dataset as a Data Package (version 2): its tables, columns, keys, licence and checksums."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from generator.exports.addresses import DATA_PAGE, FOLDER, table_file
from generator.exports.columns import Column, Table
from generator.exports.files import DataFiles
from generator.exports.words import LICENCE_NAME, LICENCE_TITLE, LICENCE_URL, MEANING, NAME, TITLE
from generator.i18n.messages import translate
from generator.i18n.site_words import compiler_of
from generator.model.catalogue import Catalogue
from generator.model.text import DEFAULT_LANGUAGE

PROFILES = "https://datapackage.org/profiles/2.0"
_ENGLISH = "en"

Json = dict[str, object]


def data_package(tables: Sequence[Table[object]], files: DataFiles, catalogue: Catalogue) -> Json:
    """The descriptor of tables whose files have been written. Raises KeyError for one that has not.

    Version and date are those of the newest published data, so that the same data give the same bytes.
    """
    languages = catalogue.languages
    package: Json = {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": NAME,
        **_told("title", TITLE, languages),
        **_told("description", MEANING, languages),
        "licenses": [{"name": LICENCE_NAME, "title": LICENCE_TITLE, "path": LICENCE_URL}],
        "contributors": [{"title": compiler_of(catalogue.site, DEFAULT_LANGUAGE), "roles": ["creator"]}],
        "keywords": ["cải cách hành chính", "public administration reform", "Việt Nam", "Vietnam"],
        "resources": [_resource(table, files, languages) for table in tables],
    }
    if catalogue.changed:
        package["version"] = str(catalogue.changed).replace("-", ".")
        package["created"] = f"{catalogue.changed}T00:00:00+07:00"
    if files.site_url:
        package["homepage"] = f"{files.site_url}{DATA_PAGE}/"
    return package


def _resource(table: Table[object], files: DataFiles, languages: tuple[str, ...]) -> Json:
    file = files.by_path[table_file(table.name)]
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": posixpath.relpath(file.path, FOLDER),
        **_told("title", table.title, languages),
        **_told("description", table.meaning, languages),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": {
            "$schema": f"{PROFILES}/tableschema.json",
            "fields": [_field(column, languages) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": [key.column],
                    "reference": {"resource": key.table, "fields": [key.key]},
                }
                for key in table.foreign_keys
            ],
        },
    }


def _field(column: Column[object], languages: tuple[str, ...]) -> Json:
    told: Json = {"name": column.name, "type": column.type, "description": column.description(_ENGLISH)}
    told |= {f"description_{lang}": column.description(lang) for lang in languages if lang != _ENGLISH}
    if column.constraints:
        told["constraints"] = dict(column.constraints)
    return told


def _told(name: str, message: str, languages: tuple[str, ...]) -> Json:
    """A text in English, as the standard wants it, and beside it in the site's other languages."""
    others = {f"{name}_{lang}": translate(lang, message) for lang in languages if lang != _ENGLISH}
    return {name: translate(_ENGLISH, message), **others}
