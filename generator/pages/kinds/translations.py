"""The page for staff that says how each text stands in each language, with the sentences of the original that changed, and leads to the files.

Only where there is a part for staff. What it says follows from `content/` alone, so that the same files make the same page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.i18n import formats
from generator.i18n.messages import N_
from generator.i18n.translation_words import STATES, gone_line, tally_line
from generator.model.manual import STAFF, TRANSLATIONS
from generator.model.text import DEFAULT_LANGUAGE
from generator.model.translation_state import State, TextState, tallies, text_states
from generator.pages.context import Context
from generator.pages.figures.levels import SECTION_TITLES
from generator.pages.origins.origin import Origin, new_file_href
from generator.pages.page import Facets, Page, link, report_path
from generator.pages.planned import Planned

TRANSLATIONS_TITLE = N_("Translations")
TRANSLATIONS_TELL = N_(
    "How each text stands in each language: missing, outdated or complete, and what changed in the original."
)
_PLAIN = {"index": N_("Home"), "about": N_("About"), "method": N_("Method")}


@dataclass(frozen=True)
class TextRow:
    """A text that is not complete. `href` leads to the file, to edit or to write it, `original_href` to what it is held against; empty where not known.

    `come` are the sentences of the original, in its language, and `gone` says how many of before went.
    """

    name: str
    page: str
    state: str
    file: str
    href: str
    original: str
    original_href: str
    come: tuple[str, ...]
    gone: str
    unknown: bool


@dataclass(frozen=True)
class LanguagePart:
    """A language: how many of its texts are complete, those that are not, and how many are in each report or on plain pages."""

    lang: str
    name: str
    told: str
    rows: tuple[TextRow, ...]
    complete: tuple[tuple[str, str], ...]


def plan(context: Context) -> Iterator[Planned]:
    """One page, where the site has a part for staff."""
    site = context.catalogue.site
    if site is not None and site.staff and not context.frozen:
        yield Planned(TRANSLATIONS, _page)


def _page(context: Context) -> Page:
    return context.page(
        "translations",
        TRANSLATIONS,
        context.say(TRANSLATIONS_TITLE),
        context.say(TRANSLATIONS_TELL),
        facets=Facets(kind=context.say(N_("For staff")), aside=True),
        lede=context.say(TRANSLATIONS_TELL),
        staff=(context.say(N_("For staff")), STAFF),
        original_lang=DEFAULT_LANGUAGE,
        parts=list(_parts(context)),
    )


def _parts(context: Context) -> Iterator[LanguagePart]:
    states = text_states(context.catalogue)
    for tally in tallies(context.catalogue, states):
        own = [each for each in states if each.lang == tally.lang]
        complete = Counter(each.report for each in own if each.state is State.COMPLETE)
        yield LanguagePart(
            tally.lang,
            formats.language_name(tally.lang, context.lang),
            tally_line(tally, context.lang),
            tuple(_row(each, context) for each in own if each.state is not State.COMPLETE),
            tuple((_group(report, context), _texts(number, context)) for report, number in complete.items()),
        )


def _row(each: TextState, context: Context) -> TextRow:
    changed = each.changed
    origin, original = Origin(each.file), Origin(each.source.place.file)
    is_there = each.state is not State.MISSING
    new = new_file_href(context.described, each.file) if context.described else ""
    return TextRow(
        name=_name(each, context),
        page=_address(each),
        state=context.say(STATES[each.state]),
        file=each.file,
        href=context.source_href(origin) if is_there else new,
        original=original.file,
        original_href=context.source_href(original),
        come=changed.come if changed else (),
        gone=gone_line(changed.gone_number, context.lang) if changed and changed.gone_number else "",
        unknown=each.state is State.OUTDATED and changed is None,
    )


def _name(each: TextState, context: Context) -> str:
    if not each.report:
        return context.say(_PLAIN.get(each.section, each.section))
    area = context.catalogue.areas.get(each.section)
    section = area.names.in_language(context.lang) if area else context.say(SECTION_TITLES[each.section])
    return f"{_group(each.report, context)}: {section}"


def _group(report: str, context: Context) -> str:
    return context.report_name(context.catalogue.reports[report]) if report else context.say(N_("Plain pages"))


def _texts(number: int, context: Context) -> str:
    return context.say_number("{number} text", "{number} texts", number)


def _address(each: TextState) -> str:
    """The page that shows a text."""
    if each.report:
        return link(TRANSLATIONS, report_path(each.report), each.section)
    return link(TRANSLATIONS, "" if each.section == "index" else each.section)
