"""The page of all documents that reports cite, with the reports that cite them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.i18n.messages import N_
from generator.pages.context import Context
from generator.pages.origins.origin import Origin
from generator.pages.page import Page
from generator.pages.planned import Planned
from generator.pages.sources.document_kinds import grouped
from generator.pages.sources.references import cited_documents


def plan(_context: Context) -> Iterator[Planned]:
    """The page of documents."""
    yield Planned("documents", _page)


def _page(context: Context) -> Page:
    description = context.say(N_("Documents that reports on this site cite, and which reports cite them."))
    groups = grouped(cited_documents(context, "documents"))
    return context.page(
        "documents",
        "documents",
        context.say(N_("Documents cited")),
        description,
        origin=Origin("data/reports"),
        lede=description,
        groups=[(group, context.say(group.name)) for group in groups],
    )
