"""Damages a document as offices and programs damage theirs: rows move, lose their numbers or come in between, tables break, numbers get spaces and words.

Everything follows from a seed. What a cell says stays the same to a reader, so the data entered by hand stay the right answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from generator.importing.document import Block, Cell, Document, Paragraph, Table
from generator.importing.reading.html import read_html
from generator.importing.recognising.grid import grids_of
from tools.imports.formats import html_of

Rows = list[tuple[Cell, ...]]
Damage = Callable[[Rows, int, Random], Rows]
"""Changes the rows of a table. The number is how many of them are its head."""
_WHOLE = re.compile(r"\d{1,6}")
_DECIMALS = re.compile(r"\d[\d.]*,\d\d")
_ROW_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}")
_FEWEST = 6


def damaged(document: Document, seed: int, most: int = 4) -> tuple[Document, tuple[str, ...]]:
    """A document with a few damages in its tables, and what they are called."""
    chance = Random(seed)  # noqa: S311 - the same damage for the same seed is what is wanted
    heads = {grid.spot.table: len(grid.head) for grid in grids_of(document.blocks)}
    names = [each for each in DAMAGES if chance.random() < most / len(DAMAGES)] or [chance.choice(list(DAMAGES))]
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) or len(block.rows) < _FEWEST:
            blocks.append(block)
            continue
        rows = list(block.rows)
        head = heads.get(block.spot.table, 1)
        for name in names:
            rows = DAMAGES[name](rows, head, chance)
        blocks += (
            _broken(replace(block, rows=tuple(rows)), head, chance)
            if "broken table" in names
            else [replace(block, rows=tuple(rows))]
        )
    made = Document(document.name, tuple(blocks), document.doubts, document.facts)
    # Readers put letters together again, so such a document has to go through one.
    return read_html(document.name, html_of(made)) if "decomposed letters" in names else made, tuple(names)


def _some(rows: Rows, head: int, chance: Random, share: float = 0.1) -> list[int]:
    """Some of the rows below the head."""
    places = range(head, len(rows))
    return sorted(chance.sample(places, max(1, int(len(places) * share)))) if places else []


def _with_text(row: Sequence[Cell], place: int, text: str) -> tuple[Cell, ...]:
    return tuple(replace(cell, text=text) if at == place else cell for at, cell in enumerate(row))


def _lost_numbers(rows: Rows, head: int, chance: Random) -> Rows:
    for at in _some(rows, head, chance):
        rows[at] = _with_text(rows[at], 0, "")
    return rows


def _moved_rows(rows: Rows, head: int, chance: Random) -> Rows:
    """Rows that have a number of their own stand elsewhere; one without would belong to another there."""
    numbered = [at for at in range(head, len(rows)) if _ROW_NUMBER.search(rows[at][0].text)]
    if len(numbered) > 1:
        one, other = chance.sample(numbered, 2)
        rows[one], rows[other] = rows[other], rows[one]
    return rows


def _alien_rows(rows: Rows, head: int, chance: Random) -> Rows:
    labels = ("Số cuộc họp giao ban đã tổ chức", "Tổng số xe công được thanh lý", "Ghi chú của đơn vị")
    for at in reversed(_some(rows, head, chance, 0.05)):
        width = len(rows[at])
        cells = [Cell() for _ in range(width)]
        if width > 1:
            cells[1] = Cell(chance.choice(labels))
            cells[-1] = Cell(str(chance.randrange(1, 99)))
            rows.insert(at, tuple(cells))
    return rows


def _numbers_as_days(rows: Rows, head: int, chance: Random) -> Rows:
    for at in _some(rows, head, chance, 0.2):
        if re.fullmatch(r"\d{1,2}\.\d{1,2}", rows[at][0].text):
            day, month = rows[at][0].text.split(".")
            if 1 <= int(month) <= 12 and 1 <= int(day) <= 28:  # noqa: PLR2004 - days of any month
                rows[at] = _with_text(rows[at], 0, f"2022-{int(month):02}-{int(day):02} 00:00:00")
    return rows


def _numbers_as_numbers(rows: Rows, head: int, chance: Random) -> Rows:
    """1.10 becomes 1.1, as a spreadsheet makes it."""
    for at in range(head, len(rows)):
        if re.fullmatch(r"\d{1,2}\.\d0", rows[at][0].text) and chance.random() < 0.5:  # noqa: PLR2004 - every other one
            rows[at] = _with_text(rows[at], 0, rows[at][0].text.rstrip("0"))
    return rows


def _value_cells(row: Sequence[Cell], pattern: re.Pattern[str]) -> list[int]:
    return [at for at, cell in enumerate(row) if at > 1 and pattern.fullmatch(cell.text)]


def _spaces_inside(rows: Rows, head: int, chance: Random) -> Rows:
    for at in range(head, len(rows)):
        for place in _value_cells(rows[at], _DECIMALS):
            if chance.random() < 0.5:  # noqa: PLR2004 - every other one
                text = rows[at][place].text
                cut = chance.randrange(len(text) - 2, len(text))
                rows[at] = _with_text(rows[at], place, f"{text[:cut]} {text[cut:]}")
    return rows


def _glued_units(rows: Rows, head: int, chance: Random) -> Rows:
    for at in _some(rows, head, chance):
        for place in _value_cells(rows[at], _WHOLE):
            word = chance.choice((" văn bản", " hồ sơ", " TTHC", " lần"))
            rows[at] = _with_text(rows[at], place, rows[at][place].text + word)
    return rows


def _footnotes(rows: Rows, head: int, chance: Random) -> Rows:
    for at in _some(rows, head, chance):
        for place in _value_cells(rows[at], _WHOLE):
            rows[at] = _with_text(rows[at], place, rows[at][place].text + chance.choice(("[3]", "*", " (1)")))
    return rows


def _dashes(rows: Rows, head: int, chance: Random) -> Rows:
    for at in _some(rows, head, chance, 0.3):
        empty = [place for place, cell in enumerate(rows[at]) if place > 2 and not cell.text]  # noqa: PLR2004 - behind label and unit
        for place in empty[:1]:
            rows[at] = _with_text(rows[at], place, chance.choice(("-", "x", "–", "…")))
    return rows


def _decomposed(rows: Rows, _head: int, _chance: Random) -> Rows:
    return [tuple(replace(cell, text=unicodedata.normalize("NFD", cell.text)) for cell in row) for row in rows]


def _misspelt(rows: Rows, head: int, chance: Random) -> Rows:
    """Labels with a word that is missing or written otherwise."""
    for at in _some(rows, head, chance, 0.15):
        for place in (0, 1):
            words = rows[at][place].text.split() if place < len(rows[at]) else []
            if len(words) > 4:  # noqa: PLR2004 - a short label has no word to spare
                gone = chance.randrange(len(words))
                words[gone] = chance.choice(("", words[gone][:-1] or "a", words[gone].upper()))
                rows[at] = _with_text(rows[at], place, " ".join(each for each in words if each))
    return rows


def _repeated_head(rows: Rows, head: int, chance: Random) -> Rows:
    if not head:
        return rows
    at = chance.randrange(head + 1, len(rows))
    return [*rows[:at], *rows[:head], *rows[at:]]


def _empty_rows(rows: Rows, head: int, chance: Random) -> Rows:
    for at in reversed(_some(rows, head, chance, 0.05)):
        rows.insert(at, tuple(Cell() for _ in rows[at]))
    return rows


def _numbers_with_points(rows: Rows, head: int, chance: Random) -> Rows:
    """`1.1` is written `1.1.`, `1.1)` or with blanks."""
    for at in _some(rows, head, chance, 0.3):
        text = rows[at][0].text
        if text and text[-1].isdigit() and len(text) < 8:  # noqa: PLR2004 - numbers are short
            rows[at] = _with_text(rows[at], 0, chance.choice((f"{text}.", f"{text})", f" {text} ")))
    return rows


def _broken(table: Table, head: int, chance: Random) -> list[Block]:
    """A table in two, a page number between them or nothing; the second half with the head again or without."""
    at = chance.randrange(head + 1, len(table.rows)) if len(table.rows) > head + 1 else len(table.rows)
    again = table.rows[:head] if chance.random() < 0.5 else ()  # noqa: PLR2004 - every other one
    between: list[Block] = [Paragraph("12")] if chance.random() < 0.5 else []  # noqa: PLR2004 - likewise
    spot = replace(table.spot, table=table.spot.table + 1000)
    rest = (*again, *table.rows[at:])
    second = [replace(table, rows=rest, spot=spot)] if table.rows[at:] else []
    return [replace(table, rows=table.rows[:at]), *between, *second]


def _untouched(rows: Rows, _head: int, _chance: Random) -> Rows:
    return rows


DAMAGES: dict[str, Damage] = {
    "lost numbers": _lost_numbers,
    "moved rows": _moved_rows,
    "alien rows": _alien_rows,
    "numbers as days": _numbers_as_days,
    "numbers as numbers": _numbers_as_numbers,
    "numbers with points": _numbers_with_points,
    "spaces inside": _spaces_inside,
    "glued units": _glued_units,
    "footnotes": _footnotes,
    "dashes": _dashes,
    "decomposed letters": _decomposed,
    "misspelt labels": _misspelt,
    "repeated head": _repeated_head,
    "empty rows": _empty_rows,
    "broken table": _untouched,
}
"""What may happen to the tables of a document, by what it is called."""
