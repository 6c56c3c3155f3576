"""Lists of what there is: our own index of addresses, and a DCAT 3 catalogue (JSON-LD) for data portals."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence

from generator.exports.addresses import (
    CATALOGUE,
    DATA_PAGE,
    FOLDER,
    INDEX,
    OBSERVATIONS,
    PACKAGE,
    VERSION,
    indicator_file,
    report_file,
    unit_file,
)
from generator.exports.files import DataFile, DataFiles
from generator.exports.words import LICENCE_NAME, LICENCE_URL, MEANING, TITLE
from generator.i18n.messages import N_, translate
from generator.i18n.site_words import compiler_of
from generator.model.catalogue import Catalogue
from generator.model.paths import indicator_path, report_path, unit_path
from generator.model.text import DEFAULT_LANGUAGE, Text

KINDS = ("csv", "xlsx", "json")
MEDIA_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}
_LANGUAGES = {"vi": "VIE", "en": "ENG"}
"""Codes of the vocabulary of languages that DCAT portals use."""
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

Json = dict[str, object]


_UP = posixpath.relpath(".", FOLDER) + "/"
"""The root of the site as seen from the catalogue, for links where nobody said where the site will stand."""


def index_document(catalogue: Catalogue, files: DataFiles, tables: Sequence[str]) -> Json:
    """Every address of a data file with its size, and the page that shows the same; all relative to `site`."""

    def entry(name: str, names: Text, page: str, paths: Iterable[str]) -> Json:
        found = {path.rpartition(".")[2]: file for path in paths if (file := files.find(path))}
        return {
            "id": name,
            "names": dict(names.root),
            "page": f"{page}/",
            "files": {kind: {"path": file.path, "bytes": file.size} for kind, file in found.items()},
        }

    return {
        "version": VERSION,
        "site": files.site_url or None,
        "licence": LICENCE_NAME,
        "package": PACKAGE,
        "catalogue": CATALOGUE,
        "dataset": _sizes(files, (f"{OBSERVATIONS}.{kind}" for kind in (*KINDS, "parquet"))),
        "tables": _sizes(files, tables),
        "units": [
            entry(unit.id, unit.names, unit_path(unit.id), (unit_file(unit.id, kind) for kind in KINDS))
            for unit in catalogue.units.values()
        ],
        "reports": [
            entry(
                report.id,
                report.document.title,
                report_path(report.id),
                (report_file(report.id, kind) for kind in KINDS),
            )
            for report in catalogue.reports.values()
        ],
        "indicators": [
            entry(each.id, each.names, indicator_path(each.id), (indicator_file(each.id, kind) for kind in KINDS))
            for each in catalogue.indicators.values()
        ],
    }


def dcat_catalogue(catalogue: Catalogue, files: DataFiles) -> Json:
    """The catalogue of the whole dataset and of every report, with what each can be had as.

    Units and indicators are ways to cut the same figures; they are in our index, not here, so that portals list each figure's
    dataset once.
    """
    languages = catalogue.languages
    root = files.site_url or _UP
    home = f"{root}{DATA_PAGE}/"
    whole = f"{home}#dataset"
    reports = [
        {
            "@id": f"{root}{report_path(report.id)}/#data",
            "@type": "dcat:Dataset",
            "dct:identifier": report.id,
            "dct:title": [{"@value": name, "@language": lang} for lang, name in report.document.title.root.items()],
            "dct:description": _literals(N_("Every figure that this report states."), languages),
            "dct:isPartOf": {"@id": whole},
            "dct:temporal": _interval(report.period.start.isoformat(), report.period.end.isoformat()),
            **_rights(catalogue),
            "dcat:landingPage": {"@id": f"{root}{report_path(report.id)}/"},
            "dcat:distribution": _distributions(files, (report_file(report.id, kind) for kind in KINDS)),
        }
        for report in catalogue.reports.values()
    ]
    ends = [(report.period.start, report.period.end) for report in catalogue.reports.values()]
    dataset: Json = {
        "@id": whole,
        "@type": "dcat:Dataset",
        "dct:title": _literals(TITLE, languages),
        "dct:description": _literals(MEANING, languages),
        **_rights(catalogue),
        "dcat:landingPage": {"@id": home},
        "dcat:distribution": _distributions(files, (f"{OBSERVATIONS}.{kind}" for kind in ("csv", "xlsx", "parquet"))),
        "dct:hasPart": [{"@id": each["@id"]} for each in reports],
    }
    if ends:
        dataset["dct:temporal"] = _interval(min(ends)[0].isoformat(), max(end for _, end in ends).isoformat())
    return {
        "@context": _CONTEXT,
        "@id": f"{home}#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _literals(TITLE, languages),
        "dct:description": _literals(MEANING, languages),
        "foaf:homepage": {"@id": home},
        **_rights(catalogue),
        "dcat:dataset": [dataset, *reports],
        "dct:relation": {"@id": f"{root}{INDEX}"},
    }


def _sizes(files: DataFiles, paths: Iterable[str]) -> list[Json]:
    return [{"path": file.path, "bytes": file.size} for path in paths if (file := files.find(path))]


def _literals(message: str, languages: tuple[str, ...]) -> list[Json]:
    return [{"@value": translate(lang, message), "@language": lang} for lang in languages]


def _interval(start: str, end: str) -> Json:
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": {"@value": start, "@type": "xsd:date"},
        "dcat:endDate": {"@value": end, "@type": "xsd:date"},
    }


def _rights(catalogue: Catalogue) -> Json:
    return {
        "dct:license": {"@id": LICENCE_URL},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": compiler_of(catalogue.site, DEFAULT_LANGUAGE)},
        "dct:spatial": {"@id": "https://www.wikidata.org/entity/Q881"},
        "dct:language": [
            {"@id": f"http://publications.europa.eu/resource/authority/language/{code}"}
            for lang in catalogue.languages
            if (code := _LANGUAGES.get(lang))
        ],
    }


def _distributions(files: DataFiles, paths: Iterable[str]) -> list[Json]:
    return [_distribution(files.site_url or _UP, file) for path in paths if (file := files.find(path))]


def _distribution(root: str, file: DataFile) -> Json:
    kind = file.path.rpartition(".")[2]
    media = MEDIA_TYPES[kind]
    address = {"@id": f"{root}{file.path}"}
    return {
        "@type": "dcat:Distribution",
        "dcat:downloadURL": address,
        "dcat:accessURL": address,
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media}"},
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
        "dct:license": {"@id": LICENCE_URL},
    }
