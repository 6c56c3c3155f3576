"""Plain pages: Markdown files whose first line is their title."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from markupsafe import Markup

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
    """A plain page: its title, the rest as HTML, and the language it is in."""

    title: str
    html: Markup
    lang: str

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
        return PlainPage("", Markup(""), context.lang)
    first = context.catalogue.plain[prose.lang, name].source.lstrip().split("\n", 1)[0]
    return PlainPage(first.removeprefix("#").strip(), prose.html, prose.lang)


def _body(page: Markdown | None) -> Markdown | None:
    """A Markdown page without its title."""
    if page is None or not page.source.lstrip().startswith("# "):
        return page
    return replace(page, source=page.source.lstrip().partition("\n")[2])
