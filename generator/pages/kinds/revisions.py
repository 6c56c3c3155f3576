"""The page of all revisions: what the site says otherwise than its yearly snapshots did, and what reports declare."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.addresses import table_file
from generator.i18n.messages import N_
from generator.pages.context import Context
from generator.pages.marks.revised_words import REVISIONS
from generator.pages.news.revised_list import declared_revisions, revised_editions
from generator.pages.news.revisions_feed import REVISIONS_FEED_FILE
from generator.pages.origins.origin import Origin
from generator.pages.page import Facets, Page
from generator.pages.planned import Planned
from generator.pages.sources.downloads import offered


def plan(_context: Context) -> Iterator[Planned]:
    """The page of all revisions."""
    yield Planned(REVISIONS, _page)


def _page(context: Context) -> Page:
    file = context.files.find(table_file(REVISIONS))
    return context.page(
        "revisions",
        REVISIONS,
        context.say(N_("Revisions of published figures")),
        context.say(
            N_(
                "Figures that this site gives differently from its yearly snapshots: old value, new value, and the reason given."
            )
        ),
        facets=Facets(kind=context.say(N_("Revisions"))),
        origin=Origin("data/reports"),
        editions=revised_editions(context),
        snapshots=len(context.catalogue.vintages),
        frozen=context.frozen,
        declared=declared_revisions(context),
        file=offered(context, REVISIONS, [file])[0] if file else None,
        feed=REVISIONS_FEED_FILE if context.has_feeds else "",
    )
