"""Which form a document follows, and which of its tables is which table of the form, with how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.importing.recognising.columns import Columns, find_columns, title_likeness
from generator.importing.recognising.grid import Grid
from generator.importing.recognising.labels import words_of
from generator.importing.recognising.rows import Alignment, FoundRow, MatchedRow, align
from generator.model.form import Form, Table
from generator.model.period import Period

_FEWEST_ROWS = 0.3
"""So much of a table of a form must be found for it to be that table."""
_SAME_LABELS = 0.15
_SAME_WORDS = 0.6
"""So many of its labels, or else of their words, must be in a table for it to be compared with a table of a form."""
_FEW_ROWS = 8
"""A form with so few rows is known by its heads."""
_HEADS_OF_LIST = 0.7
"""A table whose rows are the report's own is known by so many of its heads."""
_SURE = 0.5
"""So much of a form must be found for a document to follow it."""


@dataclass(frozen=True)
class FoundTable:
    """A table of a form with the table of the document that it is."""

    table: Table
    grid: Grid
    rows: Alignment
    columns: Columns


@dataclass(frozen=True)
class Recognised:
    """A form, what was found of it, and the tables of the document that are none of its. `certainty` is from 0 to 1."""

    form: Form
    tables: tuple[FoundTable, ...]
    left: tuple[Grid, ...]
    certainty: float

    @property
    def is_sure(self) -> bool:
        return self.certainty >= _SURE


def recognise(grids: Sequence[Grid], forms: Iterable[Form], period: Period | None) -> list[Recognised]:
    """The forms that a document may follow, the likeliest first; none where no row is of any."""
    made = [_against(grids, form, period) for form in forms]
    return sorted((each for each in made if each.tables), key=lambda each: (-each.certainty, each.form.id))


def _against(grids: Sequence[Grid], form: Form, period: Period | None) -> Recognised:
    candidates: list[tuple[float, int, Table, Alignment, Columns]] = []
    labels = {table.id: {words_of(row.label.root["vi"]) for row in table.rows} for table in form.tables}
    for number, grid in enumerate(grids):
        texts = {words_of(cell.text) for line in grid.lines for cell in line.cells[:4]} - {()}
        for table in form.tables:
            is_known_by_heads = any(row.lists for row in table.rows) or _is_of_one_row(table)
            if not is_known_by_heads and not _may_be(texts, labels[table.id], table):
                continue
            rows = align(grid, table)
            if _is_of_one_row(table) and not rows.matched and len(grid.lines) == 1:
                rows = _only_row(grid, table)
            if not is_known_by_heads and len(rows.matched) < max(1, _FEWEST_ROWS * len(table.rows)):
                continue
            columns = find_columns(grid, table, rows, period)
            known = len(columns.places) - len(columns.guessed)
            if is_known_by_heads and known < _HEADS_OF_LIST * max(1, len(table.fixed_columns)):
                continue
            heads = len(columns.places) - len(columns.guessed)
            worth = rows.score + 2 * title_likeness(grid.titles, table.title.root["vi"]) + 0.3 * heads
            candidates.append((worth, number, table, rows, columns))
    found: dict[str, FoundTable] = {}
    taken: set[int] = set()
    for _, number, table, rows, columns in sorted(candidates, key=lambda each: -each[0]):
        if table.id not in found and number not in taken:
            found[table.id] = FoundTable(table, grids[number], rows, columns)
            taken.add(number)
    _join_halves(grids, found, taken, period)
    tables = tuple(found[each.id] for each in form.tables if each.id in found)
    left = tuple(grid for number, grid in enumerate(grids) if number not in taken)
    return Recognised(form, tables, left, _certainty(form, tables, grids))


def _is_of_one_row(table: Table) -> bool:
    """Whether a table has one row of figures under columns, which paper often prints without a label."""
    is_figures = len(table.rows) == 1 and not table.rows[0].lists and not table.rows[0].heading
    return is_figures and len(table.fixed_columns) > 1


def _only_row(grid: Grid, table: Table) -> Alignment:
    """The one row of a table of a document, which has no label, as the one row of the form."""
    found = FoundRow("", "", grid.lines[0], 0)
    matched = MatchedRow(table.rows[0], found, 1.0, same_number=True, in_order=True, certain=True)
    return Alignment((matched,), (), 1.0, -1, None)


def _join_halves(grids: Sequence[Grid], found: dict[str, FoundTable], taken: set[int], period: Period | None) -> None:
    """Add tables that go on with a found one, or that it goes on with, though something stands between the two."""
    places = {grid.spot: number for number, grid in enumerate(grids)}
    for name, table in list(found.items()):
        first = last = places[table.grid.spot]
        while True:
            made = _joined(found[name], grids, last + 1, taken, period, is_behind=True)
            if made is not None:
                last += 1
                taken.add(last)
            else:
                made = _joined(found[name], grids, first - 1, taken, period, is_behind=False)
                if made is None:
                    break
                first -= 1
                taken.add(first)
            found[name] = made


def _joined(
    before: FoundTable, grids: Sequence[Grid], number: int, taken: set[int], period: Period | None, *, is_behind: bool
) -> FoundTable | None:
    """A found table with another that stands beside it, where half of the other's rows are of the form then; None where they are not."""
    if not 0 <= number < len(grids) or number in taken or len(before.rows.matched) == len(before.table.rows):
        return None
    grid = grids[number]
    if grid.width != before.grid.width or not grid.lines:
        return None
    lines = (*before.grid.lines, *grid.lines) if is_behind else (*grid.lines, *before.grid.lines)
    # The deeper head says more; a table that only goes on has none, or a row that looks like one.
    whole = replace(before.grid, head=max(before.grid.head, grid.head, key=len), lines=lines)
    rows = align(whole, before.table)
    if len(rows.matched) < len(before.rows.matched) + len(grid.lines) / 2:
        return None
    return FoundTable(before.table, whole, rows, find_columns(whole, before.table, rows, period))


def _may_be(texts: set[tuple[str, ...]], labels: set[tuple[str, ...]], table: Table) -> bool:
    """Whether enough words are the same to be worth a closer look."""
    if len(texts & labels) >= _SAME_LABELS * len(table.rows):
        return True
    mine = {word for each in texts for word in each}
    theirs = {word for each in labels for word in each}
    return bool(table.rows) and len(mine & theirs) > _SAME_WORDS * len(theirs)


def _likeness_of_heads(form: Form, tables: Sequence[FoundTable]) -> float:
    """The share of the columns that were known by their heads: such a form has few rows of its own, which other tables may have as well."""
    wanted = sum(max(1, len(each.fixed_columns)) for each in form.tables)
    return sum(len(each.columns.places) - len(each.columns.guessed) for each in tables) / wanted


def _certainty(form: Form, tables: Sequence[FoundTable], grids: Sequence[Grid]) -> float:
    """The share of the rows of the form that were found, and of the rows of the document's tables that are of the form, whichever is less."""
    if sum(len(each.rows) for each in form.tables) <= _FEW_ROWS and form.tables:
        return _likeness_of_heads(form, tables)
    of_form = sum(len(each.rows) for each in form.tables)
    found = sum(each.likeness for table in tables for each in table.rows.matched)
    of_document = sum(len(each.lines) for each in grids if len(each.lines) > 2)  # noqa: PLR2004 - what is smaller is no appendix
    share = found / of_form if of_form else 0.0
    return min(share, max(share / 2, found / of_document if of_document else 0.0))
