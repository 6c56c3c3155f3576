"""Explains abbreviations where they stand: `TTHC` gets its full term as an `<abbr>`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from generator.model.narrative import GlossaryEntry

# A tag may hold a ">" inside the quotes of an attribute.
_PIECES = re.compile(r"""(<[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>|<[^>]*>|<)|([^<]+)""")
_SKIPPED = ("abbr", "script", "style", "svg", "title", "summary", "button", "code", "option")
_TAG = re.compile(r"</?([a-zA-Z0-9]+)")
_MAY_SKIP = tuple(f"{start}{name}" for start in ("<", "</") for name in _SKIPPED)
_LONGEST_NAME = max(map(len, _MAY_SKIP))


class Abbreviations:
    """The abbreviations of the glossary, ready to be explained in HTML in one language."""

    def __init__(self, glossary: Mapping[str, GlossaryEntry], lang: str) -> None:
        self._terms: dict[str, str] = {}
        for entry in glossary.values():
            if entry.abbreviation:
                term = entry.term.in_language("vi")
                own = entry.term.in_language(lang)
                full = term if own == term else f"{own} ({term})"
                for written in (entry.abbreviation, *entry.aliases):
                    if written.isupper() or written == entry.abbreviation:
                        self._terms[written] = full
        longest_first = sorted(self._terms, key=len, reverse=True)
        words = "|".join(re.escape(word) for word in longest_first)
        self._pattern = re.compile(rf"(?<![\w;/-])(?:{words})(?![\w-])") if words else None

    def explain(self, html: str) -> str:
        """The HTML with the first of each abbreviation in its text explained; markup and pictures are left alone."""
        if self._pattern is None or not self._pattern.search(html):
            return html
        out, skipping = [], 0
        explained: set[str] = set()

        def explain_first(match: re.Match[str]) -> str:
            if match[0] in explained:
                return match[0]
            explained.add(match[0])
            return f'<abbr title="{escape(self._terms[match[0]])}">{match[0]}</abbr>'

        for tag, text in _PIECES.findall(html):
            if tag:
                # Of ten thousands of tags few matter.
                if tag[:_LONGEST_NAME].lower().startswith(_MAY_SKIP):
                    name = _TAG.match(tag)
                    if name and name[1].lower() in _SKIPPED and not tag.endswith("/>"):
                        skipping += -1 if tag.startswith("</") else 1
                out.append(tag)
            else:
                out.append(text if skipping > 0 else self._pattern.sub(explain_first, text))
        return "".join(out)
