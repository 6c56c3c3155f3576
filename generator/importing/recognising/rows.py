"""Which row of a form each row of a table is: by number and label together, in the order of the form where that holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.importing.document import Spot
from generator.importing.recognising.grid import Grid, Line
from generator.importing.recognising.labels import Likeness
from generator.importing.recognising.numbers import (
    is_zero_lost,
    looks_like_number,
    number_forms,
    split_leading,
    tidy_number,
)
from generator.model.form import Row, Table

_ACCEPTED = 0.55
_LABEL_ALONE = 0.85
"""So alike must a label be to be known without its number."""
_LABEL_WITH_NUMBER = 0.5
_SAME = 0.97
_LONGEST_NUMBER, _LONGEST_DAY = 4, 12
_NUMBERED = 0.5
_OTHER_NUMBER = -0.35
_NO_NUMBER = -0.05
_MOST_COLUMNS = 4
"""Labels stand in one of so many columns from the left."""


@dataclass(frozen=True)
class FoundRow:
    """A row of a document: its number and label as printed, and the row itself."""

    number: str
    label: str
    line: Line
    at: int

    @property
    def spot(self) -> Spot:
        return next((each.spot for each in self.line.cells if each.text), Spot())

    @cached_property
    def numbers(self) -> frozenset[str]:
        return number_forms(self.number)


@dataclass(frozen=True)
class MatchedRow:
    """A row of a form with the row of the document that it is, how alike they are, and whether that is beyond doubt."""

    row: Row
    found: FoundRow
    likeness: float
    same_number: bool
    in_order: bool
    certain: bool


@dataclass(frozen=True)
class Alignment:
    """What became of the rows of a table: those of the form that were found, and those of the document that are none of it."""

    matched: tuple[MatchedRow, ...]
    unmatched: tuple[FoundRow, ...]
    score: float
    label_column: int
    number_column: int | None


def align(grid: Grid, table: Table) -> Alignment:
    """The rows of a table of a document as rows of a table of a form."""
    alike = Likeness(row.label.root["vi"] for row in table.rows)
    label_column = _label_column(grid, table, alike)
    number_column = _number_column(grid, label_column)
    found = [_found(line, at, label_column, number_column) for at, line in enumerate(grid.lines)]
    pairs = _best_pairs(found, table.rows, alike)
    pairs += _pairs_out_of_order(found, table.rows, pairs, alike)
    by_found = dict(pairs)
    ordered = set(_longest_rising([by_found[mine] for mine in sorted(by_found)]))
    matched = tuple(
        _judged(found, table, mine, theirs, alike, by_found, in_order=theirs in ordered)
        for mine, theirs in sorted(by_found.items())
    )
    unmatched = tuple(each for each in found if each.at not in by_found)
    score = sum(each.likeness + (0.2 if each.same_number and each.row.number else 0) for each in matched)
    return Alignment(matched, unmatched, score, label_column, number_column)


def _label_column(grid: Grid, table: Table, alike: Likeness) -> int:
    """The column that is most like the labels of the form."""
    labels = [row.label.root["vi"] for row in table.rows]
    columns = range(min(_MOST_COLUMNS, grid.width))
    sample = grid.lines[:40]
    if any(row.lists for row in table.rows):
        # Most labels are the report's own: they stand where the longest texts do.
        return max(columns, key=lambda column: sum(min(len(line.text(column)), 80) for line in sample), default=0)

    def worth(column: int) -> float:
        texts = {split_leading(line.text(column))[1] for line in sample} - {""}
        return sum(max((alike(each, label) for label in labels), default=0.0) ** 2 for each in texts)

    return max(columns, key=worth, default=0)


def _number_column(grid: Grid, label_column: int) -> int | None:
    """The column of numbers, to the left of the labels; None where there is none."""
    for column in range(label_column):
        texts = [line.text(column) for line in grid.lines if line.text(column)]
        if (
            texts
            and sum(
                looks_like_number(each) or (bool(number_forms(each)) and len(each) < _LONGEST_DAY) for each in texts
            )
            > len(texts) / 2
        ):
            return column
    return None


def _found(line: Line, at: int, label_column: int, number_column: int | None) -> FoundRow:
    label = line.text(label_column)
    number = line.text(number_column) if number_column is not None else ""
    if not label and number and line.begins[label_column:] and not looks_like_number(number):
        # A heading in one cell across the row, with its number before it.
        number, label = split_leading(number)
        return FoundRow(number, label, line, at)
    if not number:
        split, rest = split_leading(label)
        if split and number_column is None:
            return FoundRow(split, rest, line, at)
    return FoundRow(number, label, line, at)


def _label_likeness(found: FoundRow, label: str, alike: Likeness) -> float:
    """How alike the labels are; words in the column of numbers (“Trong đó”) may be a part of the label."""
    own = alike(found.label, label)
    if found.number[:1].isalpha() and len(found.number) > _LONGEST_NUMBER:
        return max(own, alike(f"{found.number} {found.label}", label))
    return own


def _score(found: FoundRow, row: Row, alike: Likeness) -> float:
    """How well two rows go together; below 0 where they do not."""
    label = row.label.root["vi"]
    likeness = _label_likeness(found, label, alike)
    wanted = tidy_number(row.number)
    if wanted and found.numbers:
        if wanted in found.numbers:
            likeness += _NUMBERED
        elif any(is_zero_lost(each, wanted) for each in found.numbers):
            likeness += _NUMBERED / 2
        else:
            likeness += _OTHER_NUMBER
    elif wanted or found.numbers:
        likeness += _NO_NUMBER
    return likeness if likeness >= _ACCEPTED else -1.0


def _scores(found: FoundRow, rows: Sequence[Row], alike: Likeness) -> list[float]:
    """How well a row goes with each of the form. One that has number and label of a row is that row or none."""
    exact = {
        at
        for at, row in enumerate(rows)
        if tidy_number(row.number) in found.numbers and alike(found.label, row.label.root["vi"]) >= _SAME
    }
    return [-1.0 if exact and at not in exact else _score(found, row, alike) for at, row in enumerate(rows)]


def _best_pairs(found: Sequence[FoundRow], rows: Sequence[Row], alike: Likeness) -> list[tuple[int, int]]:
    """Pairs of rows in the order of both, of the greatest likeness together."""
    scores = [_scores(mine, rows, alike) for mine in found]
    best = [[0.0] * (len(rows) + 1) for _ in range(len(found) + 1)]
    for at in range(len(found) - 1, -1, -1):
        for row in range(len(rows) - 1, -1, -1):
            kept = max(best[at + 1][row], best[at][row + 1])
            best[at][row] = max(kept, scores[at][row] + best[at + 1][row + 1]) if scores[at][row] > 0 else kept
    pairs: list[tuple[int, int]] = []
    at = row = 0
    while at < len(found) and row < len(rows):
        if scores[at][row] > 0 and best[at][row] == scores[at][row] + best[at + 1][row + 1]:
            pairs.append((at, row))
            at, row = at + 1, row + 1
        elif best[at][row] == best[at + 1][row]:
            at += 1
        else:
            row += 1
    return pairs


def _pairs_out_of_order(
    found: Sequence[FoundRow], rows: Sequence[Row], pairs: Sequence[tuple[int, int]], alike: Likeness
) -> list[tuple[int, int]]:
    """Rows that stand elsewhere than in the form, where only one is meant."""
    mine_left = [each for each in range(len(found)) if each not in {mine for mine, _ in pairs}]
    taken = {theirs for _, theirs in pairs}
    made: list[tuple[int, int]] = []
    for mine in mine_left:
        fitting = [
            (score, theirs)
            for theirs in range(len(rows))
            if theirs not in taken and (score := _score(found[mine], rows[theirs], alike)) >= _LABEL_ALONE
        ]
        fitting.sort(reverse=True)
        if fitting and (len(fitting) == 1 or fitting[0][0] > fitting[1][0] + 0.2):
            made.append((mine, fitting[0][1]))
            taken.add(fitting[0][1])
    return made


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """The longest run of rising numbers, not necessarily neighbours."""
    best: list[list[int]] = []
    for number in numbers:
        before = max((each for each in best if each[-1] < number), key=len, default=[])
        best.append([*before, number])
    return max(best, key=len, default=[])


def _judged(
    found: Sequence[FoundRow],
    table: Table,
    mine: int,
    theirs: int,
    alike: Likeness,
    pairs: dict[int, int],
    *,
    in_order: bool,
) -> MatchedRow:
    """A pair with the verdict whether it is beyond doubt."""
    row, printed = table.rows[theirs], found[mine]
    label = row.label.root["vi"]
    likeness = _label_likeness(printed, label, alike)
    wanted = tidy_number(row.number)
    same_number = wanted in printed.numbers if wanted else not printed.numbers
    other_number = bool(wanted and printed.numbers) and not same_number
    is_numbered = bool(wanted) and any(each.isdigit() for each in wanted) and same_number
    if is_numbered:
        certain = likeness >= _LABEL_WITH_NUMBER
    else:
        certain = likeness >= _LABEL_ALONE and _under_the_same(found, table, mine, theirs, pairs)
    certain = certain and not other_number
    twins = [each for each in table.rows if each is not row and alike(printed.label, each.label.root["vi"]) > likeness]
    certain = certain and (not twins or (is_numbered and likeness >= _LABEL_WITH_NUMBER))
    if not in_order:
        certain = certain and (is_numbered or likeness >= _SAME) and _is_only(row, table, alike)
    return MatchedRow(row, printed, likeness, same_number, in_order, certain)


def _is_only(row: Row, table: Table, alike: Likeness) -> bool:
    """Whether no other row of the form has the same number or the same label."""
    label = row.label.root["vi"]
    others = [each for each in table.rows if each is not row]
    return not any(
        alike(each.label.root["vi"], label) >= _SAME and tidy_number(each.number) == tidy_number(row.number)
        for each in others
    )


def _is_anchor(number: str) -> bool:
    return any(each.isalnum() for each in number) and number.casefold() != "trong đó"


def _under_the_same(found: Sequence[FoundRow], table: Table, mine: int, theirs: int, pairs: dict[int, int]) -> bool:
    """Whether a row without a number stands below the same numbered row in both."""
    above = next((at for at in range(mine - 1, -1, -1) if _is_anchor(found[at].number)), None)
    wanted = next((at for at in range(theirs - 1, -1, -1) if _is_anchor(table.rows[at].number)), None)
    if above is None or wanted is None:
        return above is None and wanted is None
    return pairs.get(above) == wanted
