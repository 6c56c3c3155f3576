"""What the editor offers to choose from, and the rows of each form, as they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.i18n.messages import template
from generator.model.catalogue import Catalogue
from generator.model.form import CellMeaning, Column, Form, Row, Table
from generator.model.narrative import SECTIONS
from generator.pages.figures.levels import SECTION_TITLES


def choices(catalogue: Catalogue, lang: str) -> dict[str, list[tuple[str, str]]]:
    """Ids and what they are called, by kind."""
    named: dict[str, Mapping[str, Any]] = {
        "indicators": catalogue.indicators,
        "measures": catalogue.measures,
        "breakdowns": catalogue.breakdowns,
        "units": catalogue.units,
        "forms": catalogue.forms,
    }
    found = {kind: [(id_, each.names.in_language(lang)) for id_, each in of.items()] for kind, of in named.items()}
    return found | {
        "reports": [(id_, each.document.title.in_language(lang)) for id_, each in catalogue.reports.items()]
    }


def texts(catalogue: Catalogue, lang: str) -> dict[str, Any]:
    """The sections that a report's narrative may have, what they are called, and in which languages each report has them."""
    titles = {id_: template(lang, said) for id_, said in SECTION_TITLES.items()}
    titles |= {id_: area.names.in_language(lang) for id_, area in catalogue.areas.items()}
    written: dict[str, dict[str, list[str]]] = {report: {} for report in catalogue.reports}
    for written_in, report, section in catalogue.narratives:
        written.setdefault(report, {}).setdefault(section, []).append(written_in)
    return {"sections": [(id_, titles[id_]) for id_ in SECTIONS if id_ in titles], "written": written}


def form_as_shown(form: Form, catalogue: Catalogue, lang: str) -> dict[str, Any]:
    """A form with its tables, rows, columns and their units of measure, in words."""
    return {"tables": [_table(table, catalogue, lang) for table in form.tables]}


def _table(table: Table, catalogue: Catalogue, lang: str) -> dict[str, Any]:
    columns: Any = table.columns
    if isinstance(columns, tuple):
        columns = [_column(each, catalogue, lang) for each in columns]
    return {
        "id": table.id,
        "title": table.title.in_language(lang),
        "columns": columns,
        "rows": [_row(each, catalogue, lang) for each in table.rows],
    }


def _column(column: Column, catalogue: Catalogue, lang: str) -> dict[str, Any]:
    return {"code": column.code, "label": column.label.in_language(lang), "unit": _unit(column, catalogue, lang)}


def _row(row: Row, catalogue: Catalogue, lang: str) -> dict[str, Any]:
    return {
        "code": row.code,
        "number": row.number,
        "label": row.label.in_language(lang),
        "heading": row.heading,
        "unit": _unit(row, catalogue, lang),
    }


def _unit(meaning: CellMeaning, catalogue: Catalogue, lang: str) -> str:
    indicator = catalogue.indicators.get(meaning.indicator or "")
    measure = catalogue.measures.get(meaning.measure or (indicator.measure if indicator else ""))
    return measure.names.in_language(lang) if measure else ""
