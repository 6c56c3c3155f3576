"""The plain pages: about and method."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.i18n.messages import N_
from generator.pages.context import Context
from generator.pages.origins.origin import Origin
from generator.pages.page import Page
from generator.pages.planned import Planned
from generator.pages.prose.plain import plain_page

_TITLES = {"about": N_("About"), "method": N_("Method")}


def plan(_context: Context) -> Iterator[Planned]:
    """Pages whose text is a Markdown file and nothing else."""
    for name in _TITLES:
        yield Planned(name, partial(_page, name))


def _page(name: str, context: Context) -> Page:
    plain = plain_page(context, name, name)
    shown = plain.title or context.say(_TITLES[name])
    return context.page(
        "plain",
        name,
        shown,
        shown,
        origin=Origin(plain.file),
        title_lang=plain.shown_lang(context.lang),
        sections=plain.sections(),
        crumb=shown,
    )
