"""The words of a Markdown text, each where it stands in the source: markup, links and expressions are blanked out, not cut out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.expressions import Expression

BOUND = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for every character of an expression: no letter, no digit, no space."""

_MARKUP = re.compile(
    r"""
    ^[ \t]*(?:```|~~~).*?(?:^[ \t]*(?:```|~~~)[ \t]*$|\Z)   # a block of code
    | `[^`\n]*`                                             # code in a line
    | <!--.*?(?:-->|\Z)                                     # a comment
    | </?[a-zA-Z][^<>]*>                                    # a tag
    | <[a-z][a-z+.-]*:[^<>\s]*>                             # an address in angle brackets
    | (?<=\])\([^()\n]*\)                                   # where a link leads
    | (?<=\])\[[^\]\n]*\]                                   # likewise, by a name
    | ^[ ]{0,3}\[[^\]\n]+\]:.*?$                            # where a link that is named elsewhere leads
    | (?:https?|mailto):[^\s)>\]]*                          # a bare address
    | &\#?\w+;                                              # a character by its name
    | ^[ \t]*\d+[.)](?=[ \t])                               # the number of a list item
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_EXPRESSION = re.compile(r"\{\{.{0,600}?\}\}|\{%.{0,600}?%\}|\{\#.{0,600}?\#\}", re.DOTALL)
"""Longer ones are no expressions; without a bound, a long text of opening braces would take minutes."""
_EMPHASIS = re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_END = re.compile(r"(?<=[.!?…])[\")”’]*\s+|\n[ \t]*\n|\n(?=[ \t]*(?:[-*+|#>]|\d+[.)])\s)|[|]")


def words_of(source: str) -> str:
    """The text without its markup, as long as the source, so that places stay; every expression is a run of `BOUND`."""
    text = _EXPRESSION.sub(lambda match: BOUND * len(match[0]), source)
    text = _MARKUP.sub(_blank, text)
    return _EMPHASIS.sub(_blank, text)


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


def _blank(match: re.Match[str]) -> str:
    """As many spaces as were matched; line ends stay."""
    return re.sub(r"[^\n]", " ", match[0])
