"""The font that readers see in charts: how wide its text is, and where vl-convert finds it. So what is measured is what is shown."""

from __future__ import annotations

import functools
import hashlib
from pathlib import Path
from typing import Final

from generator.charts.font import Font, read_font
from generator.program_files import program_file

FONT_NAME: Final = "Be Vietnam Pro"
MEASURED_NAME: Final = f"{FONT_NAME} Boxes"
"""The same with a box for each glyph, which ``tools/fonts.py`` makes. A picture holds text and no outlines; of these vl-convert
wants the widths alone, and opens the file anew for every glyph."""
FONT_SIZE: Final = 15
LINE_HEIGHT: Final = FONT_SIZE + 4
_FOLDER: Final = program_file("site_templates") / "fonts"
_FILE: Final = _FOLDER / "BeVietnamPro-Regular.ttf"
_MEASURED: Final = _FOLDER / "boxes"


def text_width(text: str) -> float:
    """The width of a line in a chart, in pixels of the picture. Raises OSError where the font is not there."""
    return _font().width(text, FONT_SIZE)


def widest_line(text: str) -> float:
    """The width of the longest line of a text with line breaks."""
    return max((text_width(line) for line in text.split("\n")), default=0.0)


def wrapped(text: str, room: float) -> str:
    """The text in as few lines of at most `room` pixels as words allow, and these of about the same length."""
    lines = _font().lines(text, FONT_SIZE, room)
    for share in range(1, 20):
        even = _font().lines(text, FONT_SIZE, text_width(text) / max(1, len(lines)) + share * room / 20)
        if len(even) <= len(lines):
            return "\n".join(even)
    return "\n".join(lines)


def font_folder() -> Path:
    """The folder of the font that vl-convert measures text with."""
    return _MEASURED


@functools.cache
def fingerprint() -> str:
    """What the width of every text follows from: part of the key of every picture."""
    return hashlib.sha256(_FILE.read_bytes()).hexdigest()


def _font() -> Font:
    return read_font(_FILE)
