"""Signs that lead from figures to notes: on a page, one sign leads to one note, in whichever tables it stands, and no other note has it.

A table does not know what else its page holds, so it writes marks without signs; once the page is whole, they get theirs.
"""

from __future__ import annotations

import hashlib
import re

from markupsafe import Markup

SIGNS = "†‡§"
"""In the order of printers, doubled and so on after the last. Not their other signs: * says that a figure has a note at its source, ¶ is the
link of a heading, and the typeface of the site has no ‖."""
_UNSIGNED = re.compile(r' data-note="([0-9a-f]{8})">†<')


def note_mark(words: str) -> Markup:
    """The mark of a note with these words, which stands beside a figure and before the note itself; nobody hears it."""
    name = hashlib.sha256(words.encode()).hexdigest()[:8]
    return Markup('<span class="rr-mark" aria-hidden="true" data-note="{}">†</span>').format(name)


def sign_notes(html: str) -> str:
    """The HTML of a page, its marks with the signs of their notes, in the order in which a reader meets them."""
    signs: dict[str, str] = {}

    def signed(found: re.Match[str]) -> str:
        sign = signs.setdefault(found[1], _sign(len(signs)))
        return f">{sign}<"

    return _UNSIGNED.sub(signed, html)


def _sign(number: int) -> str:
    return SIGNS[number % len(SIGNS)] * (number // len(SIGNS) + 1)
