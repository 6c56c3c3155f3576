"""A row in which an identity that the form prints between its columns (`3=4+5+6`) does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.audit.cells import Line, rows_of
from generator.audit.check import Check
from generator.audit.facts import number_of
from generator.audit.finding import Amount, Finding, Piece
from generator.audit.words import found
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_
from generator.model.form_in_report import form_of
from generator.model.identity import Relation, Side, column_index, relations
from generator.model.observation import Observation
from generator.model.portions import Scope
from generator.problems import ProblemKind, Severity


class ColumnIdentity(Check):
    """Holds every row of a table against the identities of its form. Columns that a row leaves empty are not taken for zero."""

    looks_at = Scope.PORTION
    kind = ProblemKind(
        "column-identity",
        N_("{place}: the form says {identity}; the row prints {printed} {sign} {arithmetic}, which is {follows}."),
        N_("Compare with the paper. If it was typed as printed, leave it: readers see both."),
        Severity.CONTRADICTION,
        title=N_("A row breaks an identity that the form prints"),
        explanation=N_(
            "The form itself says how its columns go together (`identities`). All the columns that the identity names are filled in, and the row "
            "does not keep to it."
        ),
    )

    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """One finding for each row and relation that does not hold."""
        for report in dataset.catalogue.reports.values():
            form = form_of(report, dataset.catalogue)
            for table in form.tables if form else ():
                read = [(written, each) for written in table.identities for each in _readable(written)]
                if not read:
                    continue
                for line in rows_of(dataset.by_report(report.id), table):
                    for written, relation in read:
                        sides = [
                            [line.number(column_index(term, table)) for term in side.terms]
                            for side in (relation.left, relation.right)
                        ]
                        yield from _broken(self.kind, relation, sides, written, line, dataset)


def _readable(written: str) -> tuple[Relation, ...]:
    try:
        return relations(written)
    except ValueError:
        return ()


def _broken(
    kind: ProblemKind,
    relation: Relation,
    sides: list[list[Observation | None]],
    written: str,
    line: Line,
    dataset: Dataset,
) -> Iterator[Finding]:
    left, right = ([each for each in side if each is not None] for side in sides)
    if len(left) < len(relation.left.terms) or len(right) < len(relation.right.terms):
        return
    one, other = _sum(relation.left, left), _sum(relation.right, right)
    if {"=": one == other, "≤": one <= other, "≥": one >= other}[relation.sign]:
        return
    catalogue = dataset.catalogue
    measure = catalogue.measures[left[0].measure]
    steps: list[Piece] = []
    for number, (each, sign) in enumerate(zip(right, relation.right.signs, strict=True)):
        if number or sign < 0:
            steps.append("+" if sign > 0 else "−")
        steps.append(Amount(number_of(each), measure))
    words = {"identity": written, "sign": {"=": "≠", "≤": ">", "≥": "<"}[relation.sign], "row": line.row.number}
    yield found(kind, (*left, *right), catalogue, follows=Amount(other, measure), steps=tuple(steps), words=words)


def _sum(side: Side, figures: list[Observation]) -> Decimal:
    return sum((sign * number_of(each) for sign, each in zip(side.signs, figures, strict=True)), start=Decimal(0))
