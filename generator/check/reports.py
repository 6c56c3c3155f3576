"""Reports fit their forms: every table, row and column exists, and none is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.references import breakdown_problems, unknown
from generator.model.catalogue import Catalogue
from generator.model.form import Form, Table
from generator.model.form_in_report import form_of
from generator.model.portions import Scope
from generator.model.report import Reference, Report, TableValues
from generator.problems import Problem, nearest

LOOKS_AT = Scope.PORTION


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Unknown units, forms, tables, rows and indicators; rows and tables that are not entered."""
    for report in catalogue.reports.values():
        yield from unknown("unknown-unit", report.unit, catalogue.units, report.place_of("unit"))
        yield from unknown("unknown-rule", report.rule, catalogue.calendar, report.place_of("rule"))
        yield from unknown("unknown-form", report.form, catalogue.forms, report.place_of("form"))
        if report.tables and report.form is None:
            yield Problem("no-form", report.place_of("tables"))
        form = form_of(report, catalogue)
        if form is not None:
            yield from _tables(report, form)
        seen: dict[str, Reference] = {}
        for reference in report.references:
            if reference.id in seen:
                words = {"id": reference.id, "first": str(seen[reference.id].place)}
                yield Problem("duplicate-id", reference.place_of("id"), words)
            seen.setdefault(reference.id, reference)
        for figure in (each.figure for each in report.stated_in_prose):
            place = figure.place_of("indicator")
            yield from unknown("unknown-indicator", figure.indicator, catalogue.indicators, place)
            yield from unknown("unknown-unit", figure.unit, catalogue.units, figure.place_of("unit"))
            yield from breakdown_problems(figure.breakdown, figure.indicator, figure.place_of("breakdown"), catalogue)


def _tables(report: Report, form: Form) -> Iterator[Problem]:
    titles = {table.id: table.title for table in form.tables}
    unknown_ids = [table_id for table_id in report.tables if table_id not in titles]
    missing = [table_id for table_id in titles if table_id not in report.tables] if report.entry == "complete" else []
    meant = _left(unknown_ids, missing)
    for table_id, values in report.tables.items():
        table = form.table(table_id)
        if table is None:
            words = {"form": form.id, "table": table_id}
            near = nearest(table_id, titles) or meant
            yield Problem("unknown-table", values.place, words, suggestion=near, allowed=tuple(titles), names=titles)
        else:
            yield from _columns(table, values)
            yield from _rows(report, table, values)
    if not meant:
        yield from (Problem("missing-table", report.place_of("tables"), {"table": table_id}) for table_id in missing)


def _left(unknown_codes: Sequence[str], missing: Sequence[str]) -> tuple[str, ...]:
    """What was meant by codes that do not exist: those that are missing, where they are no more; one slip is told once."""
    return tuple(missing) if missing and len(missing) <= len(unknown_codes) else ()


def _columns(table: Table, values: TableValues) -> Iterator[Problem]:
    if table.columns == "periods" and not values.columns:
        yield Problem("missing-columns", values.place, {"table": table.id})
    if table.columns != "periods" and values.columns:
        yield Problem("needless-columns", values.place_of("columns"), {"table": table.id})
    fixed = tuple(each.code for each in table.columns) if isinstance(table.columns, tuple) else ()
    for code, days in values.days.items():
        if code not in fixed:
            words = {"table": table.id, "column": code}
            yield Problem("unknown-column", days.place, words, suggestion=nearest(code, fixed), allowed=fixed)


def _rows(report: Report, table: Table, values: TableValues) -> Iterator[Problem]:
    rows = {row.code: row for row in reversed(table.rows)}
    labels = {row.code: row.label for row in table.rows}
    unknown_codes = [code for code in values.rows if code not in labels]
    known = values.given.keys() | values.listed_codes
    missing = [row.code for row in table.rows if not row.heading and row.code not in known]
    meant = _left(unknown_codes, missing)
    for code in values.rows:
        row = rows.get(code)
        if row is None:
            words = {"table": table.id, "row": code}
            near, place = nearest(code, labels) or meant, values.place_of_row(code)
            yield Problem("unknown-row", place, words, suggestion=near, allowed=tuple(labels), names=labels)
        elif row.heading:
            yield Problem("heading-with-value", values.place_of_row(code), {"row": code})
    if report.entry == "complete" and not meant:
        for code in missing:
            yield Problem("missing-row", values.place_of("rows"), {"row": code, "table": table.id})
