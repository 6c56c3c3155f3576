"""Markdown parted into sentences, and what of them came and went: how a reviewer or a translator sees what an edit says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_BEGINS = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|#{1,6}\s|\||>|```|\{\{\s*(?:chart|table)\b)")
"""A line that goes on with nothing before it: an item of a list, a heading, a row of a table, a quotation, a chart."""
_END = re.compile(r"[.!?…][”\")\]]*(?P<gap>\s+)(?=(?P<next>\S))")
_OPENING = '“"([*{'


def sentences(markdown: str) -> list[str]:
    """The sentences of a text, each on one line, in their order."""
    return [sentence for block in _blocks(markdown) for sentence in _parted(block)]


def _parted(block: str) -> Iterator[str]:
    """A block parted after each end of a sentence; what goes on with a small letter or a digit has not ended."""
    start = 0
    for end in _END.finditer(block):
        if end["next"].isupper() or end["next"] in _OPENING:
            yield block[start : end.start("gap")]
            start = end.end()
    yield block[start:]


def differing(old: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sentences that went and those that came; line breaks and spaces do not count."""
    before, after = sentences(old), sentences(new)
    gone: list[str] = []
    come: list[str] = []
    for what, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            gone += before[first:last]
            come += after[start:end]
    return tuple(gone), tuple(come)


def _blocks(markdown: str) -> Iterator[str]:
    """Paragraphs, items and headings, each on one line."""
    block: list[str] = []
    for line in [*markdown.splitlines(), ""]:
        if block and (not line.strip() or _BEGINS.match(line)):
            yield " ".join(" ".join(block).split())
            block = []
        if line.strip():
            block.append(line)
