"""The sections of a report, as they are numbered: `I.2`, `II.1.2.3`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importing.document import Block, Paragraph, Spot, Table

_ROMAN = re.compile(r"(?P<number>[IVX]{1,5})\s*[.\-–)]\s*(?=\S)")
_DECIMAL = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\s*[.)]?\s+(?=\S)")
_PART = re.compile(r"PHẦN\s+(?:THỨ\s+)?(?P<number>[IVX]{1,5}|NHẤT|HAI|BA)\b", re.IGNORECASE)
_PARTS = {"NHẤT": "I", "HAI": "II", "BA": "III"}
_LETTER = re.compile(r"(?P<letter>[a-hđ])\s*[.)]\s+(?=\S)")
_LONGEST_HEADING = 140
_BULLET = re.compile(r"[-+*•–]\s*")
_LONGEST_NUMBER = 30


@dataclass(frozen=True)
class Said:
    """A paragraph of the prose with the section in which it stands."""

    section: str
    text: str
    spot: Spot
    is_title: bool = False


def sections_of(blocks: Sequence[Block]) -> Iterator[Said]:
    """The paragraphs of a document, each with its section."""
    part, roman, numbers, letter = "", "", "", ""
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        text = _BULLET.sub("", block.text, count=1) if block.text[:1] in "-+*•–" else block.text
        is_title = text == block.text
        if is_title and (match := _PART.match(text)):
            said = match["number"].upper()
            part, roman, numbers, letter = f"Phần {_PARTS.get(said, said)}, ", "", "", ""
        elif is_title and (match := _ROMAN.match(text)):
            roman, numbers, letter = match["number"], "", ""
        elif is_title and (match := _DECIMAL.match(text)) and _follows(match["number"], numbers):
            numbers, letter = match["number"], ""
        elif is_title and numbers and len(text) <= _LONGEST_HEADING and (match := _LETTER.match(text)):
            letter = match["letter"]
        else:
            is_title = False
        section = ".".join(each for each in (roman, numbers, letter) if each)
        section = f"{part}{section}" if section else ""
        yield Said(section, block.text, block.spot, is_title)


def said_in_cells(blocks: Sequence[Block]) -> Iterator[Said]:
    """What the cells of tables say, which stand in no section."""
    for block in blocks:
        for row in block.rows if isinstance(block, Table) else ():
            yield from (Said("", cell.text, cell.spot) for cell in row if cell.text)


def _follows(number: str, before: str) -> bool:
    """Whether a number can be that of a section behind another: 2020 begins none."""
    first = int(number.split(".", maxsplit=1)[0])
    last = int(before.split(".", maxsplit=1)[0]) if before else 0
    return first <= last + 2 and len(number) < _LONGEST_NUMBER
