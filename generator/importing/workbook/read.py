"""Reads a filled workbook of ours: every cell is known by the codes that stand hidden beside it, so nothing is guessed but what was typed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from generator.i18n.messages import N_, message_languages, translate
from generator.importing.document import Cell, Document, Spot, Table
from generator.importing.doubts import DASH, NO_LABEL, WORDS_BESIDE, Doubt
from generator.importing.mapping.placed import NOT_REPORTED, Certainty, Figure, Placed, TableFigures
from generator.importing.mapping.tables import Vocabulary
from generator.importing.workbook.plan import STATUSES
from generator.importing.workbook.read_lists import FilledRow, filled_rows
from generator.importing.workbook.write import FORMAT
from generator.model.form import Column, Form, Row
from generator.model.form import Table as FormTable
from generator.model.observation import Status

OTHER_LAYOUT = N_(
    "The workbook was made by another version of this program ({format}). Make a new one: reform-reports form {form} --xlsx FILE"
)
UNKNOWN_FORM = N_("The workbook is of the form “{form}”, which data/forms does not have.")


SPOILT = N_("The hidden sheet of the workbook was changed. Make a new one: reform-reports form {form} --xlsx FILE")

_Key = tuple[str, str, str]
"""A table, a row and a column."""


@dataclass(frozen=True)
class Filled:
    """What a workbook of ours holds. `held` are the figures that it was made with, by table, row and column; `fault` says why it cannot be taken."""

    form: str
    unit: str
    period: str
    tables: tuple[TableFigures, ...] = ()
    held: Mapping[_Key, Figure] = field(default_factory=dict)
    fault: Doubt | None = None


def read_filled(document: Document, forms: Mapping[str, Form], words: Vocabulary) -> Filled:
    """The figures of a workbook whose hidden sheet says what it is."""
    facts = document.facts
    form = forms.get(facts.get("form", ""))
    made = Filled(facts.get("form", ""), facts.get("unit", ""), facts.get("period", ""))
    if facts.get("format") != FORMAT:
        return _with_fault(made, Doubt(OTHER_LAYOUT, {"format": facts.get("format", "?"), "form": made.form}))
    if form is None:
        return _with_fault(made, Doubt(UNKNOWN_FORM, {"form": made.form}))
    try:
        held = dict(_held(facts))
        columns = dict(_columns(facts))
        cells = dict(_cells(document, columns))
        tables = tuple(
            _table(table, columns, cells, words, filled_rows(document, table, columns, _rows_of(table.id, held), words))
            for table in form.tables
        )
    except (ValueError, TypeError):
        return _with_fault(made, Doubt(SPOILT, {"form": made.form}))
    return Filled(made.form, made.unit, made.period, tables, held)


def _held(facts: Mapping[str, str]) -> Iterator[tuple[_Key, Figure]]:
    """The figures that a workbook was made with. Raises ValueError where the hidden sheet was tampered with."""
    for key, value in facts.items():
        kind, _, rest = key.partition(":")
        if kind in {"held", "figures"}:
            table, row, column = rest.split("|", 2)
            yield (table, row, column), value if kind == "held" else _several(value)


def _several(value: str) -> dict[str, object]:
    """The figures of a cell of several. Raises ValueError where the hidden sheet was tampered with."""
    told = json.loads(value)
    figures = told.get("figures") if isinstance(told, dict) else None
    if not isinstance(figures, dict) or not all(
        isinstance(each, str) for each in (told.get("printed"), *figures.values())
    ):
        raise ValueError(value)
    return dict(told)


def _rows_of(table: str, held: Mapping[_Key, Figure]) -> frozenset[str]:
    """The rows of a table that a workbook was made with figures of."""
    return frozenset(row for of, row, _ in held if of == table)


def _with_fault(made: Filled, fault: Doubt) -> Filled:
    return Filled(made.form, made.unit, made.period, fault=fault)


_Place = tuple[str, int]
"""A sheet and a column of it."""
_Meaning = tuple[str, str, str]
"""A table, `value` or `status`, and a column of the form."""


def _columns(facts: Mapping[str, str]) -> Iterator[tuple[_Place, _Meaning]]:
    for key, value in facts.items():
        if key.startswith("column:"):
            sheet, _, number = key.removeprefix("column:").rpartition(":")
            table, kind, code = (str(each) for each in json.loads(value))
            yield (sheet, int(number)), (table, kind, code)


def _cells(document: Document, columns: Mapping[_Place, _Meaning]) -> Iterator[tuple[tuple[str, str, str, str], Cell]]:
    """Each cell by table, row, column and kind."""
    for block in document.blocks:
        for row in block.rows if isinstance(block, Table) else ():
            table, _, code = row[0].text.partition("|") if row else ("", "", "")
            for cell in row[1:] if code else ():
                meaning = columns.get((cell.spot.sheet, cell.spot.cell))
                if meaning is not None and meaning[0] == table:
                    yield (table, code, meaning[2], meaning[1]), cell


def _table(
    table: FormTable,
    columns: Mapping[_Place, _Meaning],
    cells: Mapping[tuple[str, str, str, str], Cell],
    words: Vocabulary,
    lists: Sequence[FilledRow],
) -> TableFigures:
    codes = list(dict.fromkeys(code for of, kind, code in columns.values() if of == table.id and kind == "value"))
    fixed = {each.code: each for each in table.columns} if isinstance(table.columns, tuple) else {}
    placed = [
        _placed(_Row(table.id, row.code, row, row.code, row.label.root["vi"]), code, fixed.get(code), cells, words)
        for row in table.rows
        if not row.heading
        for code in codes
    ]
    for each in lists:
        placed += _of_list(table.id, each, codes, fixed, cells, words)
    periods = tuple((code, "", "") for code in codes) if table.columns == "periods" and codes != [""] else ()
    listed = tuple(each.listed for each in lists if each.listed is not None)
    return TableFigures(table.id, tuple(placed), periods, table.columns == "periods", listed=listed)


@dataclass(frozen=True)
class _Row:
    """A row of the workbook: the key beside it, the row of the form that it is read as, and what it is called in records and by people."""

    table: str
    key: str
    form: Row
    name: str
    label: str


def _of_list(
    table: str,
    filled: FilledRow,
    codes: Sequence[str],
    fixed: Mapping[str, Column],
    cells: Mapping[tuple[str, str, str, str], Cell],
    words: Vocabulary,
) -> Iterator[Placed]:
    """The figures of a row of a list; what stands in one without a label is left for a person."""
    name = filled.listed.row if filled.listed is not None else ""
    row = _Row(table, filled.key, filled.row, name, filled.label)
    placed = [_placed(row, code, fixed.get(code), cells, words) for code in codes]
    if filled.listed is None:
        printed = " | ".join(each.printed for each in placed if each.printed)
        yield Placed(
            table, "", "", "", None, printed, Certainty.LEFT, (Doubt(NO_LABEL, {"printed": printed}),), filled.spot
        )
        return
    doubts = filled.listed.doubts
    for each in placed:
        certainty = Certainty.GUESSED if doubts and each.certainty is Certainty.SURE else each.certainty
        yield replace(each, certainty=certainty, doubts=(*doubts, *each.doubts))


def _placed(
    row: _Row,
    code: str,
    column: Column | None,
    cells: Mapping[tuple[str, str, str, str], Cell],
    words: Vocabulary,
) -> Placed:
    value = cells.get((row.table, row.key, code, "value"), Cell())
    why = cells.get((row.table, row.key, code, "status"), Cell())
    status = _status(why.text)
    spot = value.spot if value.spot != Spot() else why.spot
    if status is not None and not value.text:
        figure: Figure = NOT_REPORTED if status is Status.NOT_REPORTED else {"status": status.value}
        return Placed(row.table, row.name, code, row.label, figure, "", Certainty.SURE, (), spot)
    reading = words.read(value, row.form, column)
    doubts = list(reading.doubts)
    certain = reading.certain
    if value.text and (status is not None or (why.text and status is None)):
        doubts.append(Doubt(WORDS_BESIDE if value.text else DASH, {"printed": f"{value.text} / {why.text}"}))
        certain = False
    certainty = Certainty.LEFT if reading.figure is None else Certainty.SURE if certain else Certainty.GUESSED
    return Placed(row.table, row.name, code, row.label, reading.figure, value.text, certainty, tuple(doubts), spot)


def _status(text: str) -> Status | None:
    """The status that a word of the list means, in whichever language the workbook is."""
    return _statuses().get(text.strip().casefold()) if text else None


@cache
def _statuses() -> Mapping[str, Status]:
    """The words of the list in every language; asked for once a cell, and so found once."""
    return {
        translate(lang, word).casefold(): status for status, word in STATUSES.items() for lang in message_languages()
    }
