"""What the editor offers to choose from, and the rows of each form, as they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.form import CellMeaning, Column, Form, Row, Table


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
