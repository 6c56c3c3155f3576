"""Rows that a report brings itself stand in a list that the form leaves open, and each says of what its figures are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.references import breakdown_problems, unknown
from generator.model.catalogue import Catalogue
from generator.model.form import UNITS, Row, Table
from generator.model.form_in_report import label_of
from generator.model.portions import Scope
from generator.model.report import ListedRow, Report, TableValues
from generator.problems import Problem, nearest

LOOKS_AT = Scope.PORTION


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Lists that the form does not have, rows that say nothing or too little of themselves, and rows that stand twice."""
    for report in catalogue.reports.values():
        form = catalogue.forms.get(report.form or "")
        for table_id, values in report.tables.items():
            table = form.table(table_id) if form else None
            if table is not None:
                yield from _lists(report, table, values, catalogue)


def _lists(report: Report, table: Table, values: TableValues, catalogue: Catalogue) -> Iterator[Problem]:
    open_rows = {row.code: row for row in table.rows if row.lists}
    for code, listed in values.lists.items():
        row = open_rows.get(code)
        if row is None:
            words = {"row": code, "table": table.id}
            near = nearest(code, tuple(open_rows))
            yield Problem("unknown-list", values.place_of("lists"), words, near, tuple(open_rows))
            continue
        yield from _rows(row, table, listed, catalogue)
    if report.entry == "complete":
        for code in open_rows.keys() - values.lists.keys():
            yield Problem("missing-row", values.place_of("lists"), {"row": code, "table": table.id})


def _rows(below: Row, table: Table, listed: Sequence[ListedRow], catalogue: Catalogue) -> Iterator[Problem]:
    seen: set[str] = set()
    for each in listed:
        if each.code in seen:
            yield Problem("duplicate-row", each.place_of("code"), {"row": each.code, "table": table.id})
        seen.add(each.code)
        yield from unknown("unknown-unit", each.unit, catalogue.units, each.place_of("unit"))
        for indicator in dict.fromkeys(_indicators(below, table)):
            place = each.place_of("breakdown")
            yield from breakdown_problems(each.breakdown, indicator, place, catalogue)
        if not each.heading:
            yield from _meaning(each, below, catalogue)


def _indicators(below: Row, table: Table) -> Iterator[str | None]:
    """What the cells of listed rows feed; of a column with several figures, what each of them does."""
    yield from (each.indicator for each in (below, *below.figures) if each.indicator)
    for column in table.fixed_columns:
        yield from (each.indicator for each in (column, *column.figures) if each.indicator)


def _meaning(listed: ListedRow, below: Row, catalogue: Catalogue) -> Iterator[Problem]:
    name = label_of(listed, catalogue)
    if listed.not_indicator is None and not listed.unit and not listed.breakdown:
        kinds = ", ".join("unit:" if each == UNITS else f"breakdown: {{{each}: …}}" for each in below.lists)
        yield Problem("listed-row-without-meaning", listed.place, {"row": name, "kinds": kinds})
    if listed.values is None:
        yield Problem("listed-row-without-figures", listed.place, {"row": name})
