"""The links of a Markdown text, however they are written: with brackets, by a name, in angle brackets, as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.markdown import pieces_of
from generator.load.raw_html import links_in


def links_of(source: str) -> Iterator[tuple[str, int]]:
    """Where each link leads, and where that is written in the text; of a link by a name, where the link is."""
    for piece in pieces_of(source):
        if piece.what == "start" and piece.tag == "link":
            written = source.rfind(piece.text, piece.start, piece.end) if piece.text else -1
            yield piece.text, max(written, piece.start)
        elif piece.what == "html":
            yield from ((target, piece.start + start) for target, start in links_in(piece.text))
