"""The JSON of a unit, a report and an indicator: what it is, and its figures. Described for readers on the page /data/."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.exports.addresses import VERSION
from generator.exports.columns import text_of
from generator.exports.figures import Figure
from generator.exports.json_text import json_number, json_text
from generator.model.catalogue import Catalogue
from generator.model.indicator import Indicator
from generator.model.paths import indicator_path, report_path, unit_path
from generator.model.report import Reference, Report
from generator.model.unit import Unit

Json = dict[str, object]


def unit_document(unit: Unit, reports: Sequence[str], figures: Iterable[Figure], site_url: str) -> Json:
    """A unit with its figures; `reports` are the ids of those that it issued."""
    return {
        **_head(unit.id, unit_path(unit.id), site_url),
        "names": json_text(unit.names),
        "authority": json_text(unit.authority),
        "level": unit.level.value,
        "kind": unit.kind.value if unit.kind else None,
        "parent": unit.parent,
        "code": unit.code,
        "valid_from": text_of(unit.valid_from),
        "valid_to": text_of(unit.valid_to),
        "predecessors": list(unit.predecessors),
        "successors": list(unit.successors),
        "note": json_text(unit.note),
        "reports": list(reports),
        "observations": [_observation(each) for each in figures],
    }


def report_document(report: Report, figures: Iterable[Figure], site_url: str) -> Json:
    """A report with its figures, in the order of the document, and the documents that it cites."""
    document = report.document
    covers = document.covers
    return {
        **_head(report.id, report_path(report.id), site_url),
        "unit": report.unit,
        "period": str(report.period),
        "titles": json_text(document.title),
        "number": document.number,
        "date": text_of(document.date),
        "as_of": text_of(document.as_of),
        "covers": {"from": str(covers.first), "to": str(covers.last)} if covers else None,
        "form": report.form,
        "entry": report.entry,
        "note": json_text(document.note),
        "references": [_reference(each) for each in report.references],
        "observations": [_observation(each) for each in figures],
    }


def indicator_document(indicator: Indicator, catalogue: Catalogue, figures: Iterable[Figure], site_url: str) -> Json:
    """An indicator with its figures for all units."""
    measure = catalogue.measures[indicator.measure]
    return {
        **_head(indicator.id, indicator_path(indicator.id), site_url),
        "names": json_text(indicator.names),
        "definition": json_text(indicator.definition),
        "area": indicator.area,
        "measure": {
            "id": measure.id,
            "names": json_text(measure.names),
            "type": measure.type.value,
            "pattern": measure.pattern.root if measure.pattern else None,
        },
        "kind": indicator.kind.value,
        "better": indicator.better.value,
        "breakdown": list(indicator.breakdown),
        "formula": list(indicator.formula),
        "sums": list(indicator.sums),
        "related": list(indicator.related),
        "note": json_text(indicator.note),
        "of_year": indicator.of_year,
        "observations": [_observation(each) for each in figures],
    }


def _head(name: str, page: str, site_url: str) -> Json:
    """What every document begins with. `page` and the pages of figures are relative to `site`, and `licence` is for all of it."""
    return {"version": VERSION, "id": name, "site": site_url or None, "page": f"{page}/", "licence": "CC-BY-4.0"}


def _observation(figure: Figure) -> Json:
    each = figure.observation
    source = each.source
    told: Json = {
        "id": figure.id,
        "unit": each.unit,
        "period": str(each.period),
        "indicator": each.indicator,
        "breakdown": dict(each.breakdown),
        "measure": each.measure,
        "value": json_number(each.exact),
        "qualifier": each.rough.qualifier.value if each.rough else None,
        "rough_value": json_number(each.value) if each.rough else None,
        "rough_to": json_number(each.rough.to) if each.rough else None,
        "out_of": json_number(each.out_of),
        "words": each.words,
        "status": each.status.value,
        "printed": each.printed,
        "note": json_text(each.note),
        "as_of": text_of(each.as_of),
        "covers": {"from": str(each.covers.first), "to": str(each.covers.last)} if each.covers else None,
        "report": source.report,
        "table": source.table,
        "row": source.row,
        "column": source.column + 1 if source.table else None,
        "section": source.section,
        "page": figure.page,
        "primary": figure.primary,
        "part": each.part,
    }
    if each.indicator is None:
        told["label"] = json_text(figure.row_label)
    return told


def _reference(reference: Reference) -> Json:
    return {
        "id": reference.id,
        "names": json_text(reference.name),
        "number": reference.number,
        "date": text_of(reference.date),
        "issuer": json_text(reference.issuer),
        "subject": json_text(reference.subject),
        "note": json_text(reference.note),
    }
