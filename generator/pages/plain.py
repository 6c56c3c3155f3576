"""Plain pages: Markdown files whose first line is their title."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.narrative import Markdown
from generator.pages.context import Context
from generator.pages.prose import prose_of


@dataclass(frozen=True)
class PlainPage:
    """A plain page: its title, the rest as HTML, and the language it is in."""

    title: str
    html: Markup
    lang: str

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
