"""The glossary: terms and abbreviations in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.pages.context import Context
from generator.pages.origins.origin import Origin
from generator.pages.page import Page
from generator.pages.planned import Planned


def plan(_context: Context) -> Iterator[Planned]:
    """The glossary, by term in the page's language."""
    yield Planned("glossary", _page)


def _page(context: Context) -> Page:
    entries = sorted(
        context.catalogue.glossary.values(), key=lambda each: sort_key(each.term.in_language(context.lang))
    )
    description = context.say(N_("Terms and abbreviations of the reports and of this site, in Vietnamese and English."))
    others = [lang for lang in context.catalogue.languages if lang != context.lang]
    return context.page(
        "glossary",
        "glossary",
        context.say(N_("Glossary")),
        description,
        origin=Origin("content/glossary.yml", 1) if entries else None,
        lede=description,
        entries=entries,
        others=others,
    )
