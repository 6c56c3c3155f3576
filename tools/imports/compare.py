"""The comparison of imported figures with those entered by hand: each cell is right, wrong without a warning, or left for a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.importing.mapping.placed import Certainty
from generator.importing.mapping.tables import Vocabulary
from generator.importing.outcome import Outcome
from generator.importing.writing.facts import facts_of
from generator.importing.writing.report import report_text
from generator.load.cells import column_code, placed_cells
from generator.load.columns import table_columns
from generator.load.entries import read_entry
from generator.load.stated import read_stated
from generator.load.yaml_tree import parse_yaml
from generator.model.catalogue import Catalogue
from generator.model.form import Form
from generator.model.indicator import Measure, MeasureType
from generator.model.report import Cell, Report
from generator.problems import Problem


class Verdict(StrEnum):
    """What became of a cell."""

    RIGHT = "right"
    WRONG = "wrong"
    LEFT = "left"


@dataclass(frozen=True)
class Compared:
    """A cell with what the hand entered and what was imported."""

    table: str
    row: str
    column: str
    by_hand: object
    imported: object
    verdict: Verdict


def report_of(outcome: Outcome) -> Report | None:
    """The report that the imported file is when it is loaded."""
    form = outcome.form.id if outcome.form else ""
    text = report_text(outcome.unit, str(outcome.period), form, facts_of(outcome), outcome.tables)
    tree, _ = parse_yaml(text, "import.yml")
    report, _ = read_entry(Report, tree, "import.yml")
    return report


def compare(outcome: Outcome, hand: Report, catalogue: Catalogue) -> Iterator[Compared]:
    """Every cell of the report as it was entered by hand, with what the import made of it."""
    form = catalogue.forms[hand.form or ""]
    mine = report_of(outcome)
    imported = dict(_cells(mine, form, catalogue)) if mine is not None else {}
    doubted = {(each.table, each.row, each.column) for each in outcome.placed if each.certainty is not Certainty.SURE}
    for place, said in _cells(hand, form, catalogue):
        table, row, _ = place
        got = imported.get(place)
        is_doubted = bool({place, (table, row, "")} & doubted) or got is None
        verdict = Verdict.RIGHT if got == said else Verdict.LEFT if is_doubted else Verdict.WRONG
        yield Compared(*place, said, got, verdict)


def _cells(report: Report, form: Form, catalogue: Catalogue) -> Iterator[tuple[tuple[str, str, str], object]]:
    words = Vocabulary(catalogue.indicators, catalogue.measures)
    for table in form.tables:
        values = report.tables.get(table.id)
        columns = table_columns(table, report) if values is not None else ()
        for row in table.rows:
            given = values.rows.get(row.code) if values is not None else None
            if given is None or row.heading:
                continue
            cells = placed_cells(given, table, columns)
            if isinstance(cells, Problem):
                raise TypeError(cells)
            for column, cell in zip(columns, cells, strict=True):
                code = column_code(column) if table.columns is not None else ""
                fixed = {each.code: each for each in table.columns} if isinstance(table.columns, tuple) else {}
                yield (table.id, row.code, code), _said(cell, words.measure_of(row, fixed.get(code)))


def _said(cell: Cell, measure: Measure | None) -> object:
    """What a cell says: a status, a number with how it is rough, or words; and its parts."""
    if cell.value is None:
        return str(cell.status)
    if measure is None or measure.type is MeasureType.TEXT:
        return " ".join(str(cell.value).split())
    read = read_stated(cell.value, measure, cell)
    parts = tuple(sorted((a, b, int(c)) for a, shares in cell.parts.items() for b, c in shares.items()))
    return str(read) if isinstance(read, Problem) else (read.value, read.rough, parts)
