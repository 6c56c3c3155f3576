"""The words of a Markdown text, each where it stands in the source: markup, links and expressions are blanked out, not cut out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.load.autolinks import addresses_in
from generator.load.expressions import BOUND, Expression
from generator.load.markdown import INLINE, pieces_of

_EXPRESSION = re.compile(r"\{\{.{0,600}?\}\}|\{%.{0,600}?%\}|\{\#.{0,600}?\#\}", re.DOTALL)
"""Longer ones are no expressions; without a bound, a long text of opening braces would take minutes."""
_CODE = ("pre", "html-block")
MOST_TEXTS = 256
"""What is read of so many texts is kept: several checks read each, and an edit changes one text of a report."""
_END = re.compile(r"(?<=[.!?…])[\")”’]*\s+|\n[ \t]*\n|[|]")


@lru_cache(maxsize=MOST_TEXTS)
def words_of(source: str) -> str:
    """The text without its markup, as long as the source, so that places stay; every expression is a run of `BOUND`.

    Where an item of a list, a cell or the like begins, and where a heading ends, a bar ends the sentence.
    """
    text = _EXPRESSION.sub(lambda match: BOUND * len(match[0]), source)
    words = [letter if letter in "\n" + BOUND else " " for letter in text]
    code = 0
    for piece in pieces_of(text):
        if piece.tag in _CODE:
            code += 1 if piece.what == "start" else -1
        if piece.what == "text" and not code and text[piece.start : piece.end] == piece.text:
            words[piece.start : piece.end] = _without_addresses(piece.text)
        elif piece.what == "start" and piece.tag not in INLINE and words[piece.start] == " ":
            words[piece.start] = "|"
        elif piece.what == "end" and piece.tag == "heading" and words[piece.end - 1] == "\n":
            words[piece.end - 1] = "|"
    return "".join(words)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text from `words_of` begins and ends; cells of tables and items of lists count as sentences."""
    start = 0
    for match in _END.finditer(text):
        # A full stop inside an expression is none.
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def inside(expressions: list[Expression], start: int, end: int) -> list[Expression]:
    """The expressions between two places of the source."""
    return [each for each in expressions if start <= each.start and each.end <= end]


def _without_addresses(text: str) -> str:
    for address in addresses_in(text):
        text = text[: address.start] + " " * (address.end - address.start) + text[address.end :]
    return text
