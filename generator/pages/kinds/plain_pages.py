"""The plain pages: about and method."""

from __future__ import annotations

from collections.abc import Iterator

from generator.i18n.messages import N_
from generator.pages.context import Context
from generator.pages.page import Page
from generator.pages.prose.plain import plain_page

_TITLES = {"about": N_("About"), "method": N_("Method")}


def pages(context: Context) -> Iterator[Page]:
    """Pages whose text is a Markdown file and nothing else."""
    for name, title in _TITLES.items():
        plain = plain_page(context, name, name)
        shown = plain.title or context.say(title)
        yield context.page(
            "plain",
            name,
            shown,
            shown,
            title_lang=plain.shown_lang(context.lang),
            sections=plain.sections(),
            crumb=shown,
        )
