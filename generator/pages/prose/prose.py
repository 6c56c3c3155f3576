"""Prose on a page in the reader's language or, where that is missing, in another one that says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.narrative import Markdown
from generator.model.report import Report
from generator.pages.context import Context
from generator.pages.prose.narrative import render_narrative


@dataclass(frozen=True)
class Prose:
    """Some prose ready to be shown, the language it is in, and the file that holds it."""

    html: Markup
    lang: str
    file: str


def prose_of(
    context: Context, find: Callable[[str], Markdown | None], page_path: str, report: Report | None
) -> Prose | None:
    """The prose that `find` gives for the page's language or, failing that, for the first language that has it."""
    for lang in (context.lang, *context.catalogue.languages):
        found = find(lang)
        if found is not None:
            html = render_narrative(found, context, page_path, report)
            return Prose(html if lang == context.lang else _marked(html, lang, context), lang, found.place.file)
    return None


def _marked(html: Markup, lang: str, context: Context) -> Markup:
    """Prose in another language, under a notice."""
    notice = context.say(
        N_("This text has not been translated yet; it is shown in {language}."), language=formats.language_name(lang)
    )
    return Markup('<p class="rr-notice">{}</p><div lang="{}">{}</div>').format(notice, lang, html)
