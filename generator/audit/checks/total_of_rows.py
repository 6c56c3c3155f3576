"""A total row that is not the sum of the rows that it adds up."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.cells import Line, rows_of
from generator.audit.check import Check
from generator.audit.facts import number_of
from generator.audit.finding import Amount, Finding, Piece
from generator.audit.words import found
from generator.dataset.dataset import Dataset
from generator.i18n.formats import is_rate
from generator.i18n.messages import N_
from generator.model.form import Row, Table
from generator.model.form_in_report import form_of
from generator.model.portions import Scope
from generator.model.report import Report
from generator.model.text import Text, text
from generator.problems import ProblemKind, Severity


class TotalOfRows(Check):
    """Holds rows with `total_of` against the rows named there; a row that lists stands for its entries. Rates do not add up."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "row-total-differs",
        N_("{place}, column {column}: printed {printed}; the rows that it adds up give {follows}: {arithmetic}."),
        N_("Compare with the paper. If it was typed as printed, leave it: readers see both."),
        Severity.CONTRADICTION,
        title=N_("A total row is not the sum of its rows"),
        explanation=N_(
            "The form says of which rows a row is the total (`total_of`). All of them have a number in that column, and these do not add up to "
            "what the total prints."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each cell of a total that differs."""
        for report in dataset.catalogue.reports.values():
            form = form_of(report, dataset.catalogue)
            for table in form.tables if form else ():
                totals = [row for row in table.rows if row.total_of]
                if totals:
                    lines = {line.row.code: line for line in rows_of(dataset.by_report(report.id), table)}
                    for row in totals:
                        yield from self._differing(row, table, report, lines, dataset)

    def _differing(
        self, row: Row, table: Table, report: Report, lines: dict[str, Line], dataset: Dataset
    ) -> Iterator[Finding]:
        line, parts = lines.get(row.code), _parts(row, table, report)
        for column, total in sorted(line.numbers.items()) if line else ():
            measure = dataset.catalogue.measures[total.measure]
            figures = tuple(each for code in parts if code in lines and (each := lines[code].number(column)))
            if is_rate(measure) or not figures or len(figures) < len(parts):
                continue
            follows = sum(map(number_of, figures), start=number_of(total) * 0)
            if follows != number_of(total):
                yield found(
                    self.kind,
                    (total, *figures),
                    dataset.catalogue,
                    follows=Amount(follows, measure),
                    steps=_added([Amount(number_of(each), measure) for each in figures]),
                    words={"column": _label(table, column)},
                )


def _parts(row: Row, table: Table, report: Report) -> tuple[str, ...]:
    """The codes of the rows that add up. One that lists stands for what it lists, unless it has figures of its own beside."""
    listed = report.tables[table.id].lists if table.id in report.tables else {}
    found: list[str] = []
    for part in row.total_of:
        named = table.row(part)
        if named is not None and named.lists and (named.heading or part == row.code):
            found += [f"{part}.{each.code}" for each in listed.get(part, ()) if not each.heading]
        else:
            found.append(part)
    return tuple(found)


def _added(amounts: list[Amount]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for number, each in enumerate(amounts):
        pieces += ["+", each] if number else [each]
    return tuple(pieces)


def _label(table: Table, column: int) -> Text:
    """A column by its number where the form gives it one, else by its label; the only column of a table has none."""
    columns = table.fixed_columns
    if column >= len(columns):
        return text(str(column + 1))
    said = columns[column]
    return text(said.printed) if said.printed else said.label
