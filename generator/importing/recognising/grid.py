"""A table as a grid: every place of every row, merged cells once, and tables that run over pages joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.importing.document import Block, Cell, Paragraph, Spot, Table
from generator.importing.recognising.labels import plain_likeness, words_of

_WIDEST = 200
_PAGE_NUMBER = re.compile(r"(?:trang\s*)?[-–]?\s*\d{1,3}\s*(?:/\s*\d{1,3})?\s*[-–]?", re.IGNORECASE)
_COVERED = Cell()
_SAME_HEAD = 0.9
_TITLE_LINES = 4
_DEEPEST_HEAD = 7


@dataclass(frozen=True)
class Line:
    """A row of a grid. `begins` tells for each place whether a cell begins there; elsewhere the cell reaches over from the left or from above."""

    cells: tuple[Cell, ...]
    begins: tuple[bool, ...]
    after_break: bool = False
    """Whether a page or a repeated head parts it from the row before."""

    def text(self, column: int) -> str:
        """The text of the cell that begins at a place."""
        return self.cells[column].text if column < len(self.cells) and self.begins[column] else ""

    @property
    def filled(self) -> list[int]:
        return [place for place in range(len(self.cells)) if self.text(place)]


@dataclass(frozen=True)
class Grid:
    """A whole table of a document. `head` are the rows above its figures; `titles` the lines that stand right above it, the nearest last."""

    head: tuple[Line, ...]
    lines: tuple[Line, ...]
    titles: tuple[str, ...]
    spot: Spot
    marks_spans: bool

    @property
    def width(self) -> int:
        return max((len(each.cells) for each in (*self.head, *self.lines)), default=0)

    def head_of(self, column: int) -> tuple[str, ...]:
        """The heads over a column, from the widest to its own."""
        told: list[str] = []
        for number in range(len(self.head)):
            text = self._head(number, column)
            if text and (not told or told[-1] != text):
                told.append(text)
        return tuple(told)

    def _head(self, number: int, column: int) -> str:
        line = self.head[number]
        if column >= len(line.cells):
            return ""
        if line.cells[column].text or self.marks_spans:
            return line.cells[column].text
        is_under = any(below.text(column) for below in self.head[number + 1 :])
        return self._head(number, column - 1) if is_under and column else ""


def grids_of(blocks: Sequence[Block]) -> list[Grid]:
    """The tables of a document, those that go on after a page break as one."""
    made: list[Grid] = []
    titles: list[str] = []
    between = False
    for block in blocks:
        if isinstance(block, Paragraph):
            if not _PAGE_NUMBER.fullmatch(block.text):
                titles.append(block.text)
                between = True
            continue
        lines = _lines(block)
        if not lines:
            continue
        following = _going_on(made[-1], lines, block) if made and not between else None
        if following is not None:
            made[-1] = following
        else:
            depth = _depth_of_head(lines)
            made.append(
                Grid(lines[:depth], lines[depth:], tuple(titles[-_TITLE_LINES:]), block.spot, block.marks_spans)
            )
        between, titles = False, []
    return [_without_broken_rows(_without_repeated_heads(each)) for each in made]


def _lines(table: Table) -> tuple[Line, ...]:
    """The rows of a table with every place filled."""
    below: dict[int, tuple[int, Cell]] = {}
    made: list[tuple[list[Cell], list[bool]]] = []
    for row in table.rows:
        cells: list[Cell] = []
        begins: list[bool] = []
        waiting = list(row)
        while waiting or any(place >= len(cells) for place in below):
            place = len(cells)
            if place >= _WIDEST:
                break
            if place in below:
                left, cell = below[place]
                cells.append(cell)
                begins.append(False)
                below[place] = (left - 1, cell)
                if left <= 1:
                    del below[place]
            elif waiting:
                cell = waiting.pop(0)
                for offset in range(max(1, min(cell.columns, _WIDEST))):
                    cells.append(cell)
                    begins.append(not offset)
                    if cell.rows > 1:
                        below[place + offset] = (cell.rows - 1, cell)
            else:
                cells.append(_COVERED)
                begins.append(False)
        made.append((cells, begins))
    width = max((len(cells) for cells, _ in made), default=0)
    lines = [
        Line(
            (*cells, *[_COVERED] * (width - len(cells))),
            (*begins, *[True] * (width - len(begins))),
        )
        for cells, begins in made
    ]
    return tuple(each for each in lines if each.filled)


_HEAD_WORDS = frozenset(
    [
        "stt",
        "tt",
        "ghi",
        "chú",
        "chỉ",
        "tiêu",
        "nội",
        "dung",
        "tiêu",
        "chí",
        "đơn",
        "vị",
        "tính",
        "kết",
        "quả",
        "số",
        "liệu",
        "quý",
        "tháng",
        "năm",
        "giai",
        "đoạn",
        "mục",
        "tên",
    ]
)
_NUMBER_HEADS = frozenset({"stt", "tt", "số tt", "mục", "no", "mã số"})
_FIGURE = re.compile(r"[\d.,\s]+%?")
_DASHES = frozenset("-–—−…x")
"""What stands where a figure would; no head has it."""
_COUNTED = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=.*)?")


def _depth_of_head(lines: Sequence[Line]) -> int:
    """How many rows stand above the figures; a row that numbers the columns ends the head of an official form."""
    for at in range(1, min(len(lines), _DEEPEST_HEAD)):
        if _counts_columns(lines[at]):
            return at + 1
    if not _is_head(lines[0]):
        return 0
    depth = max([1, *(cell.rows for cell in lines[0].cells)])
    while depth < min(len(lines), 6) and _goes_on(lines, depth):
        depth += 1
    if depth < len(lines) and _counts_columns(lines[depth]):
        depth += 1
    return min(depth, len(lines))


def _is_head(line: Line) -> bool:
    texts = [cell.text for cell in line.cells if cell.text]
    if sum(bool(_FIGURE.fullmatch(each)) for each in texts) > len(texts) / 3 or _DASHES & set(texts[1:]):
        return False
    first = line.cells[0].text.casefold().strip(" .")
    if first in _NUMBER_HEADS:
        return True
    words = {word for each in texts for word in words_of(each)}
    known = {word for each in _HEAD_WORDS for word in words_of(each)}
    return len(texts) > 1 and not _FIGURE.fullmatch(line.cells[0].text) and len(words & known) > 1


def _goes_on(lines: Sequence[Line], number: int) -> bool:
    """Whether a row below the first of the head belongs to it: it says nothing at its left end, where rows have their number and label."""
    line = lines[number]
    is_numbered = lines[0].cells[0].text.casefold().strip(" .") in _NUMBER_HEADS
    if any(line.text(place) for place in range(2 if is_numbered else 1)):
        return False
    texts = [line.text(place) for place in line.filled]
    return bool(texts) and not any(_FIGURE.fullmatch(each) for each in texts)


def _counts_columns(line: Line) -> bool:
    """Whether a row numbers the columns, as official forms do: (1), (2), (3) or A, B, 1, 2."""
    texts = [line.text(place) for place in line.filled]
    if len(texts) < 3 or not all(_COUNTED.fullmatch(each) for each in texts):  # noqa: PLR2004 - two may be figures
        return False
    numbers = [int(found[0]) for each in texts if (found := re.findall(r"\d+", each))]
    return len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _going_on(before: Grid, lines: tuple[Line, ...], table: Table) -> Grid | None:
    """The table before with these rows, where they go on with it."""
    depth = len(before.head)
    if depth and _same_head(before.head, lines[:depth]):
        return replace(before, lines=(*before.lines, *_after_break(lines[depth:])))
    is_alike = len(lines[0].cells) == before.width and table.marks_spans == before.marks_spans
    if is_alike and not _is_head(lines[0]):
        return replace(before, lines=(*before.lines, *_after_break(lines)))
    return None


def _after_break(lines: Sequence[Line]) -> Iterator[Line]:
    """Rows, the first of which begins a page."""
    for number, line in enumerate(lines):
        yield line if number else replace(line, after_break=True)


def _same_head(head: Sequence[Line], lines: Sequence[Line]) -> bool:
    return len(head) == len(lines) and all(
        plain_likeness(_joined(mine), _joined(theirs)) >= _SAME_HEAD for mine, theirs in zip(head, lines, strict=True)
    )


def _joined(line: Line) -> str:
    return " ".join(line.text(place) for place in line.filled)


def _without_repeated_heads(grid: Grid) -> Grid:
    """A grid without heads that stand again among its rows, and without rows that number its columns."""
    if not grid.head:
        return grid
    lines: list[Line] = []
    at, is_new = 0, False
    while at < len(grid.lines):
        if _same_head(grid.head, grid.lines[at : at + len(grid.head)]):
            at += len(grid.head)
            is_new = True
        else:
            lines.append(replace(grid.lines[at], after_break=True) if is_new else grid.lines[at])
            is_new = False
            at += 1
    return replace(grid, lines=tuple(lines))


def _without_broken_rows(grid: Grid) -> Grid:
    """A grid in which the rest of a row that a page broke off is with its row again."""
    return replace(grid, lines=tuple(_mended(grid.lines)))


def _mended(lines: Sequence[Line]) -> Iterator[Line]:
    held: Line | None = None
    for line in lines:
        place = _rest_of(line) if line.after_break else None
        if held is not None and place is not None and held.text(place):
            cell = held.cells[place]
            whole = replace(cell, text=f"{cell.text} {line.cells[place].text}")
            held = replace(held, cells=tuple(whole if each is cell else each for each in held.cells))
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _rest_of(line: Line) -> int | None:
    """Where the one text of a row stands that only goes on with the row before: it begins small, and nothing else is there."""
    if len(line.filled) != 1 or line.filled[0] == 0:
        return None
    place = line.filled[0]
    first = line.cells[place].text[0]
    return place if first.islower() and place <= 2 else None  # noqa: PLR2004 - labels stand at the left
