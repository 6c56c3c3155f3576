"""Plain pages: Markdown files that begin with their title, a heading of the first level."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from markupsafe import Markup

from generator.load.markdown import pieces_of
from generator.model.narrative import Markdown
from generator.pages.context import Context
from generator.pages.prose.prose import prose_of

_HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)


@dataclass(frozen=True)
class PlainSection:
    """A part of a plain page under one heading."""

    title: Markup
    html: Markup


@dataclass(frozen=True)
class PlainPage:
    """A plain page: its title, the rest as HTML, the language it is in, and the file that holds it."""

    title: str
    html: Markup
    lang: str
    file: str

    def sections(self) -> list[PlainSection]:
        """The page cut at its second-level headings, which the page's contents then list; the first part has no title."""
        first, *rest = _HEADING.split(str(self.html))
        parts = zip(rest[0::2], rest[1::2], strict=True)
        return [PlainSection(Markup(""), Markup(first))] + [PlainSection(Markup(t), Markup(h)) for t, h in parts]  # noqa: S704

    def shown_lang(self, lang: str) -> str | None:
        """The language of the text where it is not the page's own."""
        return None if self.lang == lang else self.lang


def plain_page(context: Context, name: str, page_path: str) -> PlainPage:
    """A plain page by its name, empty where no language has it."""
    prose = prose_of(context, lambda lang: _body(context.catalogue.plain.get((lang, name))), page_path, None)
    if prose is None:
        return PlainPage("", Markup(""), context.lang, "")
    title, _ = _title(context.catalogue.plain[prose.lang, name].source)
    return PlainPage(title, prose.html, prose.lang, prose.file)


def _body(page: Markdown | None) -> Markdown | None:
    """A Markdown page without its title."""
    return None if page is None else replace(page, source=page.source[_title(page.source)[1] :])


def _title(source: str) -> tuple[str, int]:
    """The words of the heading that a text begins with, and where the heading ends; nothing where it begins otherwise."""
    pieces = pieces_of(source)
    first = next(pieces, None)
    if first is None or (first.tag, first.number) != ("heading", 1):
        return "", 0
    words = takewhile(lambda piece: piece.tag != "heading", pieces)
    return " ".join("".join(each.text for each in words if each.what in ("text", "code")).split()), first.end
