"""Reads HTML: paragraphs and tables in their order, merged cells as merged. What is hidden, scripts and styles are no text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from generator.importing.document import Block, Cell, Document, Paragraph, Spot, Table
from generator.importing.reading.clean import clean
from generator.importing.reading.marks import STRUCK_SIGN, parted, raised

_SILENT = frozenset({"script", "style", "template", "noscript", "title", "svg", "math"})
_BREAKING = frozenset({
    "p", "div", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "br", "blockquote", "section", "article", "header", "footer", "ul", "ol", "body",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WIDEST, _DEEPEST = 200, 50
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_STRUCK_TAGS = frozenset({"s", "strike", "del"})
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def html_text(content: bytes) -> str:
    """The text of an HTML file in the encoding that it names; UTF-8 where it names none."""
    found = _CHARSET.search(content[:2048])
    name = str(found[1], "ascii") if found else "utf-8"
    try:
        return str(content, name, "replace").removeprefix("\ufeff")
    except LookupError:
        return str(content, "utf-8", "replace")


def read_html(name: str, text: str) -> Document:
    """The document that a page is."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    return Document(name, tuple(parser.finished()))


@dataclass
class _OpenCell:
    columns: int = 1
    rows: int = 1
    words: list[str] = field(default_factory=list)


@dataclass
class _OpenTable:
    rows: list[list[_OpenCell]] = field(default_factory=list)
    cell: _OpenCell | None = None


class _Parser(HTMLParser):
    """Collects blocks. A table in a cell of another is text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[Block] = []
        self._words: list[str] = []
        self._tables: list[_OpenTable] = []
        self._silent: list[str] = []
        self._raised: list[str] = []
        self._heading = False

    def finished(self) -> list[Block]:
        """Every block, those that were never closed included."""
        while self._tables:
            self._end_table()
        self._end_paragraph()
        return self._blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.append(tag)
            return
        is_hidden = "hidden" in told or _HIDDEN.search(told.get("style") or "") is not None
        if tag in _STRUCK_TAGS or (tag == "span" and _STRUCK.search(told.get("style") or "")):
            self.handle_data(STRUCK_SIGN)
            self._silent.append(tag)
            return
        if tag == "sup" or (self._raised and tag == self._raised[-1]) or _RAISED.search(told.get("style") or ""):
            self._raised.append(tag)
        if tag in _SILENT or (is_hidden and tag in {"div", "span", "p", "td", "tr", "table"}):
            self._silent.append(tag)
        elif tag == "table":
            self._begin_table()
        elif tag == "tr" and self._tables:
            self._tables[-1].cell = None
            self._tables[-1].rows.append([])
        elif tag in {"td", "th"} and self._tables:
            self._begin_cell(told)
        elif tag in _BREAKING:
            self._break()
            self._heading = tag in _HEADINGS

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[-1]:
                self._silent.pop()
            return
        if self._raised and tag == self._raised[-1]:
            self._raised.pop()
        if tag == "table" and self._tables:
            self._end_table()
        elif tag in {"td", "th"} and self._tables:
            self._tables[-1].cell = None
            self._raised = []
        elif tag in _BREAKING:
            self._break()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        cell = self._tables[-1].cell if self._tables else None
        data = raised(data) if self._raised else data
        if cell is not None:
            cell.words.append(data)
        elif not self._tables:
            self._words.append(data)

    def _break(self) -> None:
        cell = self._tables[-1].cell if self._tables else None
        if cell is not None:
            cell.words.append("\n")
        elif not self._tables:
            self._end_paragraph()

    def _begin_table(self) -> None:
        if len(self._tables) < _DEEPEST:
            if not self._tables:
                self._end_paragraph()
            self._tables.append(_OpenTable())

    def _begin_cell(self, told: dict[str, str | None]) -> None:
        table = self._tables[-1]
        if not table.rows:
            table.rows.append([])
        table.cell = _OpenCell(_span(told.get("colspan")), _span(told.get("rowspan")))
        table.rows[-1].append(table.cell)

    def _end_table(self) -> None:
        table = self._tables.pop()
        if self._tables:
            outer = self._tables[-1].cell
            if outer is not None:
                outer.words += [" ".join(cell.words) + "\n" for row in table.rows for cell in row]
            return
        number = sum(isinstance(each, Table) for each in self._blocks) + 1
        rows = tuple(
            tuple(_made(cell, Spot(table=number, row=at, cell=place)) for place, cell in enumerate(row, 1))
            for at, row in enumerate(table.rows, 1)
        )
        if any(cell.text for row in rows for cell in row):
            self._blocks.append(Table(rows, Spot(table=number)))

    def _end_paragraph(self) -> None:
        text = clean(parted("".join(self._words))[0])
        self._words = []
        if text:
            self._blocks.append(Paragraph(text, Spot(), is_heading=self._heading))
        self._heading = False


def _made(cell: _OpenCell, spot: Spot) -> Cell:
    text, doubts = parted("".join(cell.words))
    return Cell(clean(text), cell.columns, cell.rows, doubts=doubts, spot=spot)


def _span(written: str | None) -> int:
    try:
        return max(1, min(int(written or "1"), _WIDEST))
    except ValueError:
        return 1


def read_html_file(path: Path) -> Document:
    """The document in a file of HTML. Raises OSError."""
    return read_html(path.name, html_text(path.read_bytes()))
