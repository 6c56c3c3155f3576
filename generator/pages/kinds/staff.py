"""The part for staff: how to change the site and see the change published, from the program's own documentation.

Where `data/site.yml` asks for it. A snapshot, in which nothing changes any more, has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.manual import DO, LEARN, LOOK_UP, PAGES, STAFF, TRANSLATIONS, UNDERSTAND, ManualPage
from generator.pages.context import Context
from generator.pages.kinds.translations import TRANSLATIONS_TELL, TRANSLATIONS_TITLE
from generator.pages.page import Facets, Page
from generator.pages.planned import Planned
from generator.pages.prose.manual import manual, manual_title

_TITLE = N_("For staff")
_DESCRIPTION = N_("How figures and narratives of this site are changed, checked and published.")
_GROUPS = (
    (N_("Learn it"), LEARN),
    (N_("Get something done"), DO),
    (N_("Look something up"), LOOK_UP),
    (N_("Understand why"), UNDERSTAND),
)
_TELLS = {
    "tutorial": N_("In ten minutes from a change to the published page, step by step."),
    "how-to": N_("Short recipes: a new period, unit, indicator or form, a correction, a snapshot, going live."),
    "guide": N_("Everything about entering a report: figures, narratives, messages, sending it."),
    "reviewing": N_("What to look at in a proposed change, and in which order; the pipelines that show it."),
    "snapshots": N_("Freezing the site as of a year, and proving that nothing was changed."),
    "hosting": N_("Settings for each kind of web server."),
    "own-site": N_("Starting the site of another authority, and following new versions of the program."),
    "commands": N_("Every command and its options."),
    "formats": N_("Every file of data/ and content/, with examples."),
    "checks": N_("Everything that is checked, by the code that a message ends with."),
    "explanation": N_("Why figures are bound to documents, and why things are as they are."),
}


def plan(context: Context) -> Iterator[Planned]:
    """The entrance, and a page for each part of the documentation."""
    site = context.catalogue.site
    if site is None or not site.staff or context.frozen:
        return
    yield Planned(STAFF, _entrance)
    for each in PAGES:
        yield Planned(each.path, partial(_page, each))


def _entrance(context: Context) -> Page:
    groups = [
        (
            context.say(title),
            [
                (each.path, manual_title(context.dataset, each, context.lang), context.say(_TELLS[each.name]))
                for each in pages
            ],
        )
        for title, pages in _GROUPS
    ]
    now = [(TRANSLATIONS, context.say(TRANSLATIONS_TITLE), context.say(TRANSLATIONS_TELL))]
    groups.append((context.say(N_("See what is to be done")), now))
    return context.page(
        "staff", STAFF, context.say(_TITLE), context.say(_DESCRIPTION), facets=_facets(context), groups=groups,
        lede=context.say(_DESCRIPTION),
    )  # fmt: skip


def _page(page: ManualPage, context: Context) -> Page:
    shown = manual(context.dataset, page, context.lang)
    other = shown.lang != context.lang
    notice = N_("This text has not been translated yet; it is shown in {language}.")
    return context.page(
        "staff-page",
        page.path,
        shown.title,
        context.say(_TELLS[page.name]),
        facets=_facets(context),
        sections=shown.sections,
        title_lang=shown.lang if other else None,
        notice=context.say(notice, language=formats.language_name(shown.lang)) if other else Markup(""),
        staff=(context.say(_TITLE), STAFF),
    )


def _facets(context: Context) -> Facets:
    return Facets(kind=context.say(_TITLE), aside=True)
