"""Which rows of lists somebody filled in a workbook of ours: those that it was made with, by the codes hidden beside them, and those that were typed."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from dataclasses import dataclass

from generator.importing.document import Document, Spot, Table
from generator.importing.mapping.listed import Listed, as_named, is_code
from generator.importing.mapping.tables import Vocabulary
from generator.importing.workbook.entries import TYPED
from generator.importing.workbook.write import LABEL_AT, NUMBER_AT
from generator.model.form import Row
from generator.model.form import Table as FormTable


@dataclass(frozen=True)
class FilledRow:
    """A row of a list that has something in it: the key beside it, the row that lists it, and what it is; None where it has no label."""

    key: str
    row: Row
    label: str
    spot: Spot
    listed: Listed | None


@dataclass(frozen=True)
class _Found:
    """A row of the workbook: what stands in its columns of numbers and labels, and whether anything stands beside them."""

    number: str
    label: str
    filled: bool
    spot: Spot


def filled_rows(
    document: Document,
    table: FormTable,
    columns: Container[tuple[str, int]],
    made_with: frozenset[str],
    words: Vocabulary,
) -> list[FilledRow]:
    """The rows of a table's lists, in the order of the workbook.

    `columns` are those of figures, by sheet and number; `made_with` are the rows of which the workbook was made with figures. A row that the workbook only offered, and in which nobody wrote, is none of the report.
    """
    lists = {row.code: row for row in table.rows if row.lists}
    facts = document.facts
    found = dict(_found(document, table.id, columns))
    taken: set[tuple[str, str]] = set()
    made: dict[str, FilledRow] = {}
    # Those that the workbook names keep their codes; what was typed gets one that is left.
    for key, each in sorted(found.items(), key=lambda item: _is_typed(item[0])):
        below, _, code = key.partition("|")
        if below not in lists or not (each.filled or f"{below}.{code}" in made_with):
            continue
        if not _is_typed(key):
            listed, label = _named(below, code, facts.get(f"entry:{table.id}|{key}", ""))
            taken.add((below, code))
        elif each.label:
            listed = as_named(lists[below], each.number, each.label, taken, words.units, words.breakdowns)
            label = each.label
        else:
            made[key] = FilledRow(key, lists[below], "", each.spot, None)
            continue
        made[key] = FilledRow(key, lists[below], label, each.spot, listed)
    return [made[key] for key in found if key in made]


def _is_typed(key: str) -> bool:
    return key.partition("|")[2].startswith(TYPED)


def _named(below: str, code: str, fact: str) -> tuple[Listed, str]:
    """A row that the workbook was made with, and what it is called there. Raises ValueError where the hidden sheet was tampered with."""
    told = json.loads(fact)
    if not isinstance(told, list) or not all(isinstance(each, str) for each in told) or not is_code(code):
        raise ValueError(fact)
    number, label, said, unit, breakdown, category = told
    printed = None if number == code else number
    return Listed(below, code, said, printed, unit, (breakdown, category)), label


def _found(document: Document, table: str, columns: Container[tuple[str, int]]) -> Iterator[tuple[str, _Found]]:
    for block in document.blocks:
        for row in block.rows if isinstance(block, Table) else ():
            of, _, key = row[0].text.partition("|") if row else ("", "", "")
            if of != table or "|" not in key:
                continue
            beside = {each.spot.cell: each.text for each in row[1:] if each.text}
            number, label = beside.get(NUMBER_AT + 1, ""), beside.get(LABEL_AT + 1, "")
            # Beside the figures stands what the workbook makes of them.
            filled = any((row[0].spot.sheet, place) in columns for place in beside)
            yield key, _Found(number, label, filled, row[0].spot)
