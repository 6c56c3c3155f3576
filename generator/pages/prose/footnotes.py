"""The footnotes of a text: numbered in the order in which the text refers to them, listed at its end, with links both ways."""

from __future__ import annotations

import re
from collections import Counter
from html import escape

_ID = re.compile(r"fn(?:ref)?-[a-z-]+-\d+(?:-\d+)?")


def is_our_id(value: str) -> bool:
    """Whether an id is one that is made here."""
    return _ID.fullmatch(value) is not None


class Footnotes:
    """The footnotes of one text. `anchor` begins their ids, `back` says where the link in a note leads to."""

    def __init__(self, anchor: str, back: str) -> None:
        self._anchor = anchor
        self._back = back
        self._numbers: dict[str, int] = {}
        self._uses: Counter[str] = Counter()
        self._notes: dict[str, str] = {}

    def reference(self, name: str) -> str:
        """The raised number that refers to a note."""
        key = name.casefold()
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        self._uses[key] += 1
        return (
            f'<sup><a class="rr-note-ref" id="{self._place(number, self._uses[key])}" '
            f'href="#fn-{self._anchor}-{number}">{number}</a></sup>'
        )

    def define(self, name: str, html: str) -> None:
        """What a note says; the first of two with one name counts."""
        self._notes.setdefault(name.casefold(), html.strip())

    def html(self) -> str:
        """The list of notes; those that nothing refers to stand last."""
        for name in self._notes:
            self._numbers.setdefault(name, len(self._numbers) + 1)
        items = [
            f'<li id="fn-{self._anchor}-{number}">{self._with_ways_back(name, number)}</li>\n'
            for name, number in self._numbers.items()
        ]
        return f'<section class="rr-footnotes">\n<ol>\n{"".join(items)}</ol>\n</section>\n' if items else ""

    def _with_ways_back(self, name: str, number: int) -> str:
        html = self._notes.get(name, "")
        ways = "".join(f" {self._way_back(number, use)}" for use in range(1, self._uses[name] + 1))
        return f"{html.removesuffix('</p>')}{ways}</p>" if html.endswith("</p>") else f"{html}{ways}"

    def _way_back(self, number: int, use: int) -> str:
        label = escape(f"{self._back} {number}" if use == 1 else f"{self._back} {number}-{use}")
        again = f"<sup>{use}</sup>" if use > 1 else ""
        return f'<a class="rr-note-back" href="#{self._place(number, use)}" aria-label="{label}">↩{again}</a>'

    def _place(self, number: int, use: int) -> str:
        return f"fnref-{self._anchor}-{number}" + (f"-{use}" if use > 1 else "")
