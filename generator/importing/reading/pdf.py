"""Reads PDFs with a text layer: pdfplumber keeps Vietnamese letters whole and points in numbers; tables are known by their lines."""

from __future__ import annotations

import logging
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.importing.document import Block, Cell, Document, Paragraph, Spot, Table
from generator.importing.doubts import RECOGNISED, Doubt
from generator.importing.reading.clean import clean
from generator.importing.reading.faults import ENCRYPTED, NOT_THAT_FORMAT, SCANNED, TOO_LARGE, UnreadableError
from generator.importing.reading.limits import MOST_PAGES
from generator.importing.reading.marks import parted
from generator.importing.reading.pdf_marks import is_scan, mark_letters

_NEAR = 3.0
"""Points: lines of a table that are nearer are one."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_FEWEST_LETTERS = 20
_FEWEST_CELLS = 4
_LINE_GAP = 1.6


def read_pdf(path: Path) -> Document:
    """The document in a PDF. Raises UnreadableError."""
    import pdfplumber
    from pdfplumber.utils.exceptions import PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    blocks: list[Block] = []
    letters = scans = 0
    try:
        with pdfplumber.open(path) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise UnreadableError(TOO_LARGE, file=path.name, limit=f"{MOST_PAGES} pages")
            for page in pdf.pages:
                mark_letters(page)
                scans += is_scan(page)
                letters += len(page.chars)
                blocks += _page(page, sum(isinstance(each, Table) for each in blocks))
                page.close()
    except PdfminerException as error:
        is_locked = any("Password" in type(each).__name__ for each in error.args)
        raise UnreadableError(ENCRYPTED if is_locked else NOT_THAT_FORMAT, file=path.name, format="PDF") from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError) as error:
        raise UnreadableError(NOT_THAT_FORMAT, file=path.name, format="PDF") from error
    if letters < _FEWEST_LETTERS:
        raise UnreadableError(SCANNED, file=path.name)
    return Document(path.name, tuple(blocks), (Doubt(RECOGNISED),) if scans else ())


def _page(page: Any, before: int) -> Iterator[Block]:
    """The blocks of a page from top to bottom."""
    tables = [each for each in page.find_tables() if len(each.cells) >= _FEWEST_CELLS]
    placed: list[tuple[float, Block]] = []
    letters = _Letters(page)
    told = (RECOGNISED,) if is_scan(page) else ()
    for table in tables:
        for cells in _parts([each for each in table.cells if each is not None]):
            made = _table(letters, cells, before + len(placed) + 1, told)
            if made is not None:
                placed.append((min(each[1] for each in cells), made))
    boxes = [each.bbox for each in tables]

    def is_outside(item: dict[str, Any]) -> bool:
        middle = ((item["x0"] + item["x1"]) / 2, (item["top"] + item["bottom"]) / 2)
        return not any(left <= middle[0] <= right and top <= middle[1] <= bottom for left, top, right, bottom in boxes)

    rest = page.filter(lambda item: item.get("object_type") != "char" or is_outside(item))
    placed += _paragraphs(rest.extract_text_lines(return_chars=False), page.page_number)
    yield from (block for _, block in sorted(placed, key=lambda each: each[0]))


def _paragraphs(lines: Sequence[dict[str, Any]], page: int) -> Iterator[tuple[float, Block]]:
    """Lines as paragraphs: one that begins near the line above goes on with it."""
    words: list[str] = []
    top = bottom = 0.0
    for number, line in enumerate(lines, 1):
        text = clean(parted(line["text"])[0])
        height = line["bottom"] - line["top"]
        is_next = bool(words) and line["top"] - bottom < height * (_LINE_GAP - 1) and not _begins(text)
        if words and not is_next:
            yield top, Paragraph(" ".join(words), Spot(page=page, line=number - len(words)))
            words = []
        if not words:
            top = line["top"]
        words.append(text)
        bottom = line["bottom"]
    if words:
        yield top, Paragraph(" ".join(words), Spot(page=page))


def _begins(text: str) -> bool:
    """Whether a line begins a paragraph of its own: a bullet, or the number of a section."""
    return (
        text[:1] in "-+*•"
        or (text[:1].isdigit() and ". " in text[:8])
        or text.split(".", maxsplit=1)[0] in {"I", "II", "III", "IV", "V", "VI"}
    )


def _edges(values: Sequence[float]) -> list[float]:
    """Where the lines of a table are, those that are nearly one as one."""
    made: list[float] = []
    for value in sorted(values):
        if not made or value - made[-1] > _NEAR:
            made.append(value)
    return made


class _Letters:
    """The letters of a page by their height, so that those of a cell are found without looking at all of them."""

    def __init__(self, page: Any) -> None:
        self.page = int(page.page_number)
        self._sorted = sorted(page.chars, key=_height)
        self._heights = [_height(each) for each in self._sorted]

    def text_in(self, box: Box) -> tuple[str, tuple[str, ...]]:
        """The text with its doubts whose letters lie in a box: a letter that reaches over a line belongs to where its middle is."""
        from pdfplumber.utils.text import extract_text

        left, top, right, bottom = box
        near = self._sorted[bisect_left(self._heights, top) : bisect_right(self._heights, bottom)]
        inside = [each for each in near if left <= (each["x0"] + each["x1"]) / 2 <= right]
        text, doubts = parted(extract_text(inside, x_tolerance=2) if inside else "")
        return clean(text), doubts


def _height(letter: dict[str, Any]) -> float:
    """Where the middle of a letter is, from the top of its page."""
    return float((letter["top"] + letter["bottom"]) / 2)


def _table(letters: _Letters, cells: Sequence[Box], number: int, told: tuple[str, ...]) -> Table | None:
    columns = _edges([each[0] for each in cells] + [each[2] for each in cells])
    rows = _edges([each[1] for each in cells] + [each[3] for each in cells])
    if len(columns) < 2 or len(rows) < 2:  # noqa: PLR2004 - a cell has two edges
        return None
    placed: dict[int, list[tuple[int, Cell]]] = {}
    for box in cells:
        left, right = _at(columns, box[0]), _at(columns, box[2])
        top, bottom = _at(rows, box[1]), _at(rows, box[3])
        text, doubts = letters.text_in(box)
        spot = Spot(page=letters.page, table=number, row=top + 1, cell=left + 1)
        cell = Cell(
            text, max(1, right - left), max(1, bottom - top), doubts=(*doubts, *told) if text else doubts, spot=spot
        )
        placed.setdefault(top, []).append((left, cell))
    made = tuple(
        tuple(cell for _, cell in sorted(placed.get(row, []), key=lambda each: each[0])) for row in range(len(rows) - 1)
    )
    return Table(made, Spot(page=letters.page, table=number))


def _parts(cells: Sequence[Box]) -> Iterator[list[Box]]:
    """Tables that touch each other, apart: where neither the one's columns are of the other's nor the other way round, another table begins."""
    rows: dict[float, list[Box]] = {}
    for box in sorted(cells, key=lambda each: each[1]):
        top = next((each for each in rows if abs(each - box[1]) <= _NEAR), box[1])
        rows.setdefault(top, []).append(box)
    part: list[Box] = []
    known: list[float] = []
    for top, boxes in rows.items():
        # Cells that began above and reach down into the row have edges in it as well.
        reaching = [each for each in part if each[1] < top - _NEAR and each[3] > top + _NEAR]
        edges = _edges([edge for each in (*boxes, *reaching) for edge in (each[0], each[2])])
        if part and not _are_of(edges, known) and not _are_of(known, edges):
            yield part
            part, known = [], []
        part += boxes
        known = _edges([*known, *edges])
    if part:
        yield part


def _are_of(some: Sequence[float], others: Sequence[float]) -> bool:
    return all(any(abs(each - other) <= _NEAR for other in others) for each in some)


def _at(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda each: abs(edges[each] - value))
