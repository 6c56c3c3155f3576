"""Puts tables and charts into the slots of built pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.pages.markup.slots import fill_slots


def fill_pages(pages: Iterable[Path], contents: Mapping[str, str]) -> int:
    """Fill the slots of the pages in place and return how many pages had any. Raises OSError."""
    filled = 0
    for path in pages:
        html = path.read_text(encoding="utf-8")
        done = fill_slots(html, contents)
        if done != html:
            path.write_text(done, encoding="utf-8", newline="")
            filled += 1
    return filled
