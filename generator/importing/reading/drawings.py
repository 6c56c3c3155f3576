"""Words of drawings that lie over a sheet: they belong to no cell, so they are left out, and said.

Source of the rules for Excel: ECMA-376, part 1, 20.5 (SpreadsheetML drawings).
"""

from __future__ import annotations

import posixpath
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.importing.doubts import WORDS_OF_DRAWINGS, Doubt
from generator.importing.reading.number_signs import letters

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_IS_DRAWING = "/drawing"
_LONGEST = 80
_MOST = 20
_MOST_COVERED = 10_000


@dataclass(frozen=True)
class Drawn:
    """The words of one drawing, and the cells that it lies over, rows and columns from 1; 0 where it is tied to none."""

    words: str
    top: int = 0
    left: int = 0
    bottom: int = 0
    right: int = 0

    def cells(self) -> Iterator[tuple[int, int]]:
        """The cells that it lies over; of a drawing over half a sheet, as many as a table may have."""
        wide = self.right - self.left + 1
        if self.top:
            for at in range(min(_MOST_COVERED, wide * (self.bottom - self.top + 1))):
                yield self.top + at // wide, self.left + at % wide


def words_told(sheet: str, drawn: Sequence[Drawn]) -> Iterator[Doubt]:
    """What the worksheet says of the drawings of a sheet."""
    if drawn:
        words = ", ".join(map(_quoted, drawn[:_MOST])) + (" …" if len(drawn) > _MOST else "")
        yield Doubt(WORDS_OF_DRAWINGS, {"sheet": sheet, "words": words})


def _quoted(drawn: Drawn) -> str:
    words = drawn.words if len(drawn.words) <= _LONGEST else f"{drawn.words[: _LONGEST - 1]}…"
    return f"“{words}” ({letters(drawn.left).upper()}{drawn.top})" if drawn.top else f"“{words}”"


def column_of(name: str) -> int:
    """The number of a column that workbooks call by letters."""
    number = 0
    for each in name:
        number = number * 26 + ord(each) - 64
    return number


def drawn_over(package: zipfile.ZipFile, names: Iterable[str], sheet: str) -> list[Drawn]:
    """The drawings with words of the sheet whose part of a workbook is `sheet`. Raises ET.ParseError where a part is no XML."""
    folder, name = posixpath.split(sheet)
    relations = f"{folder}/_rels/{name}.rels"
    known = set(names)
    if relations not in known:
        return []
    found: list[Drawn] = []
    for each in _tree(package, relations):
        part = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
        if each.get("Type", "").endswith(_IS_DRAWING) and part in known:
            found += [drawn for anchor in _tree(package, part) if (drawn := _drawn(anchor)).words]
    return found


def _tree(package: zipfile.ZipFile, part: str) -> ET.Element:
    # Parts that declare entities or a document type were refused before.
    return ET.fromstring(package.read(part))  # noqa: S314


def _drawn(anchor: ET.Element) -> Drawn:
    words = " ".join(" ".join(_paragraphs(anchor)).split())
    begins, ends = anchor.find(f"{_DRAWING}from"), anchor.find(f"{_DRAWING}to")
    if begins is None:
        return Drawn(words)
    top, left = _number(begins, "row") + 1, _number(begins, "col") + 1
    # A drawing that ends at nought of a cell ends with the cell before it.
    bottom, right = (
        (_number(ends, "row") + bool(_number(ends, "rowOff")), _number(ends, "col") + bool(_number(ends, "colOff")))
        if ends is not None
        else (top, left)
    )
    return Drawn(words, top, left, max(top, bottom), max(left, right))


def _paragraphs(element: ET.Element) -> Iterator[str]:
    """Paragraphs of a drawing's words; what stands twice for the sake of old programs is met once."""
    if element.tag == f"{_TEXT}p":
        yield "".join(each.text or "" for each in element.iter(f"{_TEXT}t"))
        return
    for child in element:
        if child.tag != _FALLBACK:
            yield from _paragraphs(child)


def _number(place: ET.Element, name: str) -> int:
    text = (place.findtext(f"{_DRAWING}{name}") or "").strip()
    return int(text) if text.isdecimal() and len(text) < 10 else 0  # noqa: PLR2004 - no sheet has so many
