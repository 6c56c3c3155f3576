"""The figures of a recognised document, cell by cell in the order of the form, and what nothing was made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.importing.document import Cell
from generator.importing.doubts import (
    ACROSS,
    HEADING_FILLED,
    LABEL_DIFFERS,
    MAYBE_ACROSS,
    NO_COLUMN,
    NO_ROW,
    NOT_FOUND,
    NOT_READ,
    NUMBER_DIFFERS,
    ONLY_WORDS,
    OTHER_TABLE,
    OUT_OF_ORDER,
    REMARK,
    UNSURE_COLUMN,
    UNSURE_ROW,
    Doubt,
)
from generator.importing.mapping.listed import Listed, as_listed, listed_rows
from generator.importing.mapping.placed import NOT_REPORTED, Certainty, Placed, Reading, TableFigures
from generator.importing.mapping.several import read_several
from generator.importing.mapping.values import read_cell, with_parts_of
from generator.importing.recognising.forms import FoundTable, Recognised
from generator.importing.recognising.grid import Line
from generator.importing.recognising.rows import FoundRow, MatchedRow
from generator.load.several import several
from generator.model.form import CellFigure, CellMeaning, Column, Row, Table
from generator.model.indicator import Breakdown, Indicator, Measure
from generator.model.unit import Unit

_ALMOST = 0.8
_FEW_UNREAD = 2


@dataclass(frozen=True)
class Vocabulary:
    """What says how a cell is read: indicators and units of measure, by id."""

    indicators: Mapping[str, Indicator]
    measures: Mapping[str, Measure]
    units: Mapping[str, Unit] = field(default_factory=dict)
    breakdowns: Mapping[str, Breakdown] = field(default_factory=dict)

    def read(self, cell: Cell, row: Row, column: Column | None) -> Reading:
        """What a cell says, which may be several figures."""
        form = several(row, column)
        if form is None:
            return read_cell(cell, self.measure_of(row, column))
        return read_several(cell, form, {each.code: self.measure_of(row, column, each) for each in form.figures})

    def measure_of(self, row: Row, column: Column | None, figure: CellFigure | None = None) -> Measure | None:
        """The unit of measure of a cell, as its row and its column say, or first of all one of several figures itself."""
        said: tuple[CellMeaning, ...] = tuple(each for each in (figure, row, column) if each is not None)
        indicator = next((self.indicators.get(each.indicator) for each in said if each.indicator), None)
        name = next((each.measure for each in said if each.measure), None) or (indicator.measure if indicator else "")
        return self.measures.get(name)


def figures_of(recognised: Recognised, words: Vocabulary) -> list[TableFigures]:
    """The figures of every table that was recognised."""
    return [_table(each, words) for each in recognised.tables]


def left_over(recognised: Recognised) -> Iterator[Placed]:
    """What the document has and the form has not: rows, columns and whole tables."""
    for table in recognised.tables:
        listed = {found.at for _, found in listed_rows(table)}
        for found in (each for each in table.rows.unmatched if each.at not in listed):
            printed = _joined(found.line)
            if found.label or any(each.isdigit() for each in printed):
                doubt = Doubt(NO_ROW, {"printed": printed})
                yield Placed(table.table.id, "", "", found.label, None, printed, Certainty.LEFT, (doubt,), found.spot)
    for grid in recognised.left:
        if grid.lines:
            printed = _joined(grid.lines[0])
            yield Placed(
                "", "", "", "", None, printed, Certainty.LEFT, (Doubt(OTHER_TABLE, {"printed": printed}),), grid.spot
            )


def _joined(line: Line) -> str:
    return " | ".join(line.text(place) for place in line.filled)


def _table(found: FoundTable, words: Vocabulary) -> TableFigures:
    by_row: dict[str, MatchedRow] = {each.row.code: each for each in found.rows.matched}
    placed: list[Placed] = []
    across: set[str] = set()
    for row in found.table.rows:
        matched = by_row.get(row.code)
        if row.heading:
            placed += _filled_heading(found, row, matched)
        elif matched is None and row.lists:
            continue
        elif matched is None:
            doubt = (Doubt(NOT_FOUND),)
            placed.append(Placed(found.table.id, row.code, "", _label(row), None, "", Certainty.LEFT, doubt))
        else:
            cells = list(_row(found, matched, words))
            if (one := _across(cells, found, matched)) is not None:
                across.add(row.code)
                cells = [one]
            placed += _beside_a_statement(cells)
    listed = list(as_listed(listed_rows(found), words.units, words.breakdowns))
    for each, row, found_row in listed:
        placed += _listed(found, each, row, found_row, words)
    placed = _without_wrong_columns(found, placed)
    periods = tuple((str(each.period), each.label, each.as_of) for each in found.columns.periods)
    rows = tuple(each for each, _, _ in listed)
    return TableFigures(
        found.table.id, tuple(placed), periods, found.table.columns == "periods", frozenset(across), rows
    )


def _listed(found: FoundTable, listed: Listed, row: Row, found_row: FoundRow, words: Vocabulary) -> Iterator[Placed]:
    """What a row that the report brings itself says in each of its columns."""
    columns = _columns(found.table)
    line = found_row.line
    for code, place in found.columns.places.items():
        cell = line.cells[place] if place < len(line.cells) and line.begins[place] else Cell(spot=found_row.spot)
        reading = words.read(cell, row, columns.get(code))
        told = [*listed.doubts, *reading.doubts, *(Doubt(each) for each in cell.doubts)]
        certain = reading.certain and not cell.doubts and not listed.doubts and code not in found.columns.guessed
        if code in found.columns.guessed:
            told.append(Doubt(UNSURE_COLUMN, {"printed": " › ".join(found.grid.head_of(place))}))
        certainty = Certainty.LEFT if reading.figure is None else Certainty.SURE if certain else Certainty.GUESSED
        yield Placed(
            found.table.id, listed.row, code, listed.label, reading.figure, cell.text, certainty, tuple(told), cell.spot
        )


def _without_wrong_columns(found: FoundTable, placed: list[Placed]) -> list[Placed]:
    """The same; where most of a column is no figure, it is hardly the right column, and nothing of it is sure."""
    unread = {ONLY_WORDS, NOT_READ}
    doubtful = set()
    for code in found.columns.places:
        filled = [each for each in placed if each.column == code and each.printed]
        bad = [each for each in filled if any(doubt.message in unread for doubt in each.doubts)]
        if len(bad) > max(_FEW_UNREAD, len(filled) / 2):
            doubtful.add(code)
    if not doubtful:
        return placed
    return [
        replace(
            each, certainty=Certainty.GUESSED, doubts=(*each.doubts, Doubt(UNSURE_COLUMN, {"printed": each.printed}))
        )
        if each.column in doubtful and each.printed and each.certainty is Certainty.SURE
        else each
        for each in placed
    ]


def _label(row: Row) -> str:
    return row.label.root["vi"]


def _columns(table: Table) -> dict[str, Column]:
    return {each.code: each for each in table.columns} if isinstance(table.columns, tuple) else {}


def _row(found: FoundTable, matched: MatchedRow, words: Vocabulary) -> Iterator[Placed]:
    """What a row says in each of its columns."""
    columns = _columns(found.table)
    doubts = list(_doubts_of_row(matched))
    line = matched.found.line
    remark = line.text(found.columns.remarks) if found.columns.remarks is not None else ""
    is_empty = not any(line.text(place) for place in found.columns.places.values())
    for code, place in found.columns.places.items():
        cell = line.cells[place] if place < len(line.cells) and line.begins[place] else Cell(spot=matched.found.spot)
        reading = words.read(cell, matched.row, columns.get(code))
        reading = with_parts_of(reading, remark) if remark else reading
        told = [*doubts, *reading.doubts, *(Doubt(each) for each in cell.doubts)]
        certain = matched.certain and reading.certain and not cell.doubts
        if code in found.columns.guessed:
            certain = False
            told.append(Doubt(UNSURE_COLUMN, {"printed": " › ".join(found.grid.head_of(place))}))
        if remark and (is_empty or (reading.figure != NOT_REPORTED and any(each.isdigit() for each in remark))):
            certain = False
            told.append(Doubt(REMARK, {"printed": remark}))
        yield _made(found, matched, code, reading, cell, tuple(told), certain=certain)
    for place, head in found.columns.unknown.items():
        text = line.text(place)
        if text and any(each.isdigit() for each in text):
            doubt = Doubt(NO_COLUMN, {"head": head, "printed": text})
            spot = line.cells[place].spot
            yield Placed(
                found.table.id, matched.row.code, "", _label(matched.row), None, text, Certainty.LEFT, (doubt,), spot
            )


def _made(
    found: FoundTable,
    matched: MatchedRow,
    column: str,
    reading: Reading,
    cell: Cell,
    doubts: tuple[Doubt, ...],
    *,
    certain: bool,
) -> Placed:
    certainty = Certainty.LEFT if reading.figure is None else Certainty.SURE if certain else Certainty.GUESSED
    label = _label(matched.row)
    return Placed(
        found.table.id, matched.row.code, column, label, reading.figure, cell.text, certainty, doubts, cell.spot
    )


def _doubts_of_row(matched: MatchedRow) -> Iterator[Doubt]:
    """What is to be said of how a row was known."""
    if not matched.in_order:
        yield Doubt(OUT_OF_ORDER)
    if matched.same_number and matched.row.number and matched.likeness < _ALMOST:
        yield Doubt(LABEL_DIFFERS, {"number": matched.row.number, "printed": matched.found.label})
    elif matched.row.number and matched.found.number and not matched.same_number:
        yield Doubt(NUMBER_DIFFERS, {"number": matched.row.number, "printed": matched.found.number})
    elif not matched.certain:
        yield Doubt(UNSURE_ROW, {"printed": matched.found.label})


def _filled_heading(found: FoundTable, row: Row, matched: MatchedRow | None) -> Iterator[Placed]:
    """Figures in a row that has none in the form."""
    if matched is None:
        return
    for place in found.columns.places.values():
        text = matched.found.line.text(place)
        if any(each.isdigit() for each in text):
            doubt = Doubt(HEADING_FILLED, {"printed": text})
            spot = matched.found.line.cells[place].spot
            yield Placed(found.table.id, row.code, "", _label(row), None, text, Certainty.LEFT, (doubt,), spot)


def _beside_a_statement(cells: list[Placed]) -> list[Placed]:
    """Cells of a row; where one says that there was none of it, an empty one beside it may say the same."""
    if not any(isinstance(each.figure, dict) and each.figure.get("status") == "none-occurred" for each in cells):
        return cells
    return [
        replace(each, certainty=Certainty.GUESSED, doubts=(*each.doubts, Doubt(MAYBE_ACROSS)))
        if not each.printed and each.certainty is Certainty.SURE
        else each
        for each in cells
    ]


def _across(cells: list[Placed], found: FoundTable, matched: MatchedRow) -> Placed | None:
    """One statement for all columns, where a row has only one and it is no number."""
    if len(found.columns.places) < 2 or found.table.columns != "periods" or not cells:  # noqa: PLR2004 - one column is no row of them
        return None
    first, *others = cells
    is_status = isinstance(first.figure, dict) and first.figure.get("status") == "none-occurred"
    if not is_status or any(each.printed for each in others):
        return None
    line: Line = matched.found.line
    place = found.columns.places[first.column]
    spans = line.cells[place].columns >= len(found.columns.places)
    certainty = first.certainty if spans else Certainty.GUESSED
    return replace(first, column="", certainty=certainty, doubts=(*first.doubts, Doubt(ACROSS)))
