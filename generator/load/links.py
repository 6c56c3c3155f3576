"""The links of a Markdown text, however they are written: with brackets, by a name, in angle brackets, as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from generator.load.markdown import pieces_of

_HREF = re.compile(r"""<a\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""", re.IGNORECASE)


def links_of(source: str) -> Iterator[tuple[str, int]]:
    """Where each link leads, and where that is written in the text; of a link by a name, where the link is."""
    for piece in pieces_of(source):
        if piece.what == "start" and piece.tag == "link":
            written = source.rfind(piece.text, piece.start, piece.end) if piece.text else -1
            yield piece.text, max(written, piece.start)
        elif piece.what == "html":
            for match in _HREF.finditer(piece.text):
                group = next(number for number in (1, 2, 3) if match[number] is not None)
                yield unescape(match[group]), piece.start + match.start(group)
