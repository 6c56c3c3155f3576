"""Characters that nobody sees and that no text of ours holds: control signs, marks that turn the direction of writing, half characters.

They would end files of XML, speak to terminals, or let a text read otherwise than it is.
"""

from __future__ import annotations

import re

HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control signs but for tab and line end
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # no width, line separators, directions
    "\ud800-\udfff\ufff0-\ufffb\ufffe\uffff"  # half characters, and what is none
    "\U000e0000-\U000e0fff"  # tags
    "]"
)


def hidden_character(text: str) -> re.Match[str] | None:
    """The first such character of a text."""
    return HIDDEN.search(text)


def code_point(character: str) -> str:
    """How a character is named: `U+202E`."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """A text that can be shown anywhere, on one line: each such character, and each line end, as its name in ‹›."""
    return re.sub(rf"{HIDDEN.pattern}|\n", lambda found: f"‹{code_point(found[0])}›", text)
