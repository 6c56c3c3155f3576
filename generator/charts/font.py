"""How wide a text is in a font: read from the font file itself, so that what is drawn fits before it is drawn."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_WINDOWS = 3
_SEGMENTS = 4


@dataclass(frozen=True)
class Font:
    """The widths of a TrueType font's letters, in ems. A letter that the font lacks counts as wide as its widest."""

    advances: dict[int, float]
    widest: float

    def width(self, text: str, size: float) -> float:
        """The width of a line in pixels, at a size in pixels. Kerning is left out, so the line may be a little shorter."""
        return size * sum(self.advances.get(ord(letter), self.widest) for letter in text)

    def lines(self, text: str, size: float, room: float) -> list[str]:
        """The text in lines of at most `room` pixels; a word longer than a line has a line to itself."""
        made: list[str] = []
        for word in text.split():
            if made and self.width(f"{made[-1]} {word}", size) <= room:
                made[-1] = f"{made[-1]} {word}"
            else:
                made.append(word)
        return made


@lru_cache
def read_font(path: Path) -> Font:
    """The font of a TrueType file. Raises OSError, and ValueError where it has no table of Unicode letters."""
    data = path.read_bytes()
    tables = {
        data[at : at + 4]: struct.unpack_from(">L", data, at + 8)[0]
        for at in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16)
    }
    em = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    count = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    widths = [width / em for width in struct.unpack_from(">" + "Hh" * count, data, tables[b"hmtx"])[::2]]
    glyphs = _glyphs(data, tables[b"cmap"])
    # Glyphs after the last width all share it.
    return Font({letter: widths[min(glyph, count - 1)] for letter, glyph in glyphs.items()}, max(widths))


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """The glyph of each letter, from the table of segments that every font for Windows has (format 4)."""
    for record in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        platform, _, offset = struct.unpack_from(">HHL", data, cmap + 4 + 8 * record)
        start = cmap + offset
        if platform == _WINDOWS and struct.unpack_from(">H", data, start)[0] == _SEGMENTS:
            return _segments(data, start)
    raise ValueError("the font has no table of Unicode letters")


def _segments(data: bytes, start: int) -> dict[int, int]:
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    columns = [start + 14, *(start + 16 + 2 * count * column for column in (1, 2, 3))]
    found: dict[int, int] = {}
    for segment in range(count):
        last, first, delta, offset = (struct.unpack_from(">H", data, at + 2 * segment)[0] for at in columns)
        for letter in range(first, min(last, 0xFFFE) + 1):
            if offset == 0:
                glyph = (letter + delta) & 0xFFFF
            else:
                place = columns[3] + 2 * segment + offset + 2 * (letter - first)
                glyph = struct.unpack_from(">H", data, place)[0]
                glyph = (glyph + delta) & 0xFFFF if glyph else 0
            if glyph:
                found[letter] = glyph
    return found
