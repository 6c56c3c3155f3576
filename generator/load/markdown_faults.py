"""What keeps a Markdown text from being shown as it was meant: nothing in it, front matter, more than anybody wrote by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.load.files import place_in
from generator.load.limits import DEEPEST_PIECE, MOST_PIECES
from generator.load.markdown import pieces_of
from generator.load.raw_html import clean
from generator.model.narrative import Markdown
from generator.problems import Problem

_FRONT_MATTER = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(?:[^\n]*\n)*?\1[ \t]*(?:\n|\Z)")
_PAIR = re.compile(r"(?m)^[\w-]+[ \t]*[:=]")
_SAYING = frozenset({"text", "code", "rule"})


def markdown_faults(page: Markdown) -> Iterator[Problem]:
    """Why a text cannot be shown, if it cannot; at most one reason."""
    front = _FRONT_MATTER.match(page.source)
    if front and _PAIR.search(front[0]):
        yield Problem("front-matter", place_in(page.source, front.start(1), page.place.file))
        return
    depth = count = 0
    says = False
    for piece in pieces_of(page.source):
        depth += {"start": 1, "end": -1}.get(piece.what, 0)
        count += 1 + piece.text.count("<")
        says = says or piece.what in _SAYING or (piece.what == "html" and bool(clean(piece.text).html.strip()))
        if depth > DEEPEST_PIECE or count > MOST_PIECES:
            yield Problem("paragraph-too-complex", place_in(page.source, piece.start, page.place.file))
            return
    if not says:
        yield Problem("empty-file", page.place)
