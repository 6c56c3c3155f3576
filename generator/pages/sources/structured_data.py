"""Descriptions of data for search engines: a schema.org `Dataset` in a block of JSON-LD, which no browser runs."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.exports.addresses import DATA_PAGE
from generator.exports.catalogues import MEDIA_TYPES
from generator.exports.files import DataFile
from generator.exports.words import LICENCE_URL, TITLE
from generator.i18n.site_words import compiler_of
from generator.model.observation import Observation
from generator.model.paths import relative_address
from generator.model.report import Report
from generator.model.text import DEFAULT_LANGUAGE
from generator.pages.context import Context
from generator.pages.page import link, report_path

Json = dict[str, object]
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class Described:
    """A set of figures that a page shows: of which places, and the observations themselves."""

    path: str
    name: str
    description: str
    places: tuple[str, ...]
    observations: tuple[Observation, ...]


def dataset_block(told: Described, files: Sequence[DataFile], context: Context) -> Markup:
    """The block for a page, to stand in its HTML."""
    written = json.dumps(dataset_description(told, files, context), ensure_ascii=False, separators=(",", ":"))
    # Letters of markup are written as JSON escapes, so that no text can end the block.
    safe = written.translate(_ESCAPES)
    return Markup(f'<script type="application/ld+json">{safe}</script>')  # noqa: S704 - escaped


def dataset_description(told: Described, files: Sequence[DataFile], context: Context) -> Json:
    """The description. Addresses are whole where it is known where the site will stand, else relative to the page."""
    page = _page_address(told.path, told.path, context)
    reports = dict.fromkeys(each.source.report for each in told.observations)
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{page}#dataset",
        "name": told.name,
        "description": told.description,
        "url": page,
        "inLanguage": context.lang,
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": compiler_of(context.catalogue.site, DEFAULT_LANGUAGE)},
        "publisher": {
            "@type": "Organization",
            "name": context.site_name,
            "url": _page_address(told.path, "", context),
        },
        "temporalCoverage": _years(told.observations),
        "spatialCoverage": [{"@type": "Place", "name": name} for name in told.places],
        "variableMeasured": _variables(told.observations, context),
        "isBasedOn": [_document(context.catalogue.reports[report], told.path, context) for report in reports],
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": context.say(TITLE),
            "url": _page_address(told.path, DATA_PAGE, context),
        },
        "distribution": [_distribution(file, told.path, context) for file in files],
    }


def _page_address(from_path: str, to_path: str, context: Context) -> str:
    if not context.files.site_url:
        return link(from_path, to_path)
    folder = "" if context.lang == DEFAULT_LANGUAGE else f"{context.lang}/"
    return f"{context.files.site_url}{folder}{to_path}/" if to_path else f"{context.files.site_url}{folder}"


def _years(observations: Sequence[Observation]) -> str:
    """The time that the figures cover, as an ISO 8601 interval."""
    start = min(each.period.start for each in observations)
    end = max(each.period.end for each in observations)
    return f"{start.isoformat()}/{end.isoformat()}"


def _variables(observations: Sequence[Observation], context: Context) -> list[Json]:
    """The indicators, each once, with their units of measure."""
    found = dict.fromkeys(each.indicator for each in observations if each.indicator)
    indicators = [context.catalogue.indicators[each] for each in found]
    return [
        {
            "@type": "PropertyValue",
            "name": context.indicator_name(each),
            "unitText": context.catalogue.measures[each.measure].names.in_language(context.lang),
        }
        for each in indicators
    ]


def _document(report: Report, from_path: str, context: Context) -> Json:
    """The report that figures come from, as the authority issued it."""
    document = report.document
    unit = context.catalogue.units.get(report.unit)
    told: Json = {
        "@type": "Report",
        "name": document.title.in_language(context.lang),
        "url": _page_address(from_path, report_path(report.id), context),
    }
    if unit is not None:
        told["publisher"] = {"@type": "GovernmentOrganization", "name": context.authority(unit)}
    if document.number is not None:
        told["reportNumber"] = document.number
    if document.date is not None:
        told["datePublished"] = str(document.date)
    return told


def _distribution(file: DataFile, from_path: str, context: Context) -> Json:
    site_url = context.files.site_url
    folder = "" if context.lang == DEFAULT_LANGUAGE else context.lang
    relative = relative_address(file.path, posixpath.join(folder, from_path).rstrip("/"))
    return {
        "@type": "DataDownload",
        "encodingFormat": MEDIA_TYPES[file.path.rpartition(".")[2]],
        "contentUrl": f"{site_url}{file.path}" if site_url else relative,
        "contentSize": f"{file.size} B",
    }
