"""The mark beside a figure that says something else than an edition of the archive did: a note that opens in place, or a link.

As the marks of contradictions, both work without JavaScript, and a note stands only where a figure is shown once on its page.
"""

from __future__ import annotations

from markupsafe import Markup

from generator.dataset.dataset import Dataset
from generator.dataset.report_history import Past
from generator.dataset.revised import past_of, tells_of
from generator.i18n.messages import N_, translate
from generator.model.observation import Observation
from generator.pages.marks.revised_words import REVISIONS, archived_href, group_anchor, newest_words, past_words
from generator.pages.page import link

_LABEL = N_("revised")
"""A word and no sign: whoever has not met the mark before can read it."""


def revised_note(observation: Observation, dataset: Dataset, lang: str, page_path: str) -> Markup:
    """A button that opens what editions said of a figure; empty where none said something else."""
    past = past_of(dataset, observation)
    if past is None:
        return Markup("")
    note = f"revised-{observation.source.anchor}"
    sentences = [Markup("{}").format(each) for each in past_words(past, dataset.catalogue, lang)]
    sentences += _reason(past, lang)
    text = Markup("").join(Markup('<span class="rr-flag__text">{}</span>').format(each) for each in sentences)
    return Markup(
        '<button type="button" class="rr-flag rr-flag--revised" popovertarget="{}">{}<span class="rr-sr">: {}</span></button>'
        '<div class="rr-flag__note rr-flag__note--revised" id="{}" popover>{}{}<a href="{}">{}</a></div>'
    ).format(
        note,
        translate(lang, _LABEL),
        newest_words(past, dataset.catalogue, lang),
        note,
        text,
        _archived(past, dataset, lang, page_path),
        _all_revisions(past, observation, dataset, page_path),
        translate(lang, N_("All revisions")),
    )


def revised_link(observation: Observation, dataset: Dataset, lang: str, page_path: str) -> Markup:
    """A link to the list of revisions, with what the newest other edition said; empty where none said something else."""
    past = past_of(dataset, observation)
    if past is None:
        return Markup("")
    told = past_words(past, dataset.catalogue, lang)[0]
    return Markup(
        ' <a class="rr-flag rr-flag--revised" href="{}" title="{}">{}<span class="rr-sr">: {}</span></a>'
    ).format(
        _all_revisions(past, observation, dataset, page_path),
        told,
        translate(lang, _LABEL),
        newest_words(past, dataset.catalogue, lang),
    )


def _reason(past: Past, lang: str) -> list[Markup]:
    if past.reason is None:
        return []
    reason, own = past.reason.text, past.reason.text.language_for(lang)
    shown = Markup("{}" if own == lang else f'<span lang="{own}">{{}}</span>').format(reason.in_language(lang))  # noqa: S704 - ours
    return [Markup(translate(lang, N_("Reason: {reason}"), reason="{}")).format(shown)]  # noqa: S704 - ours


def _archived(past: Past, dataset: Dataset, lang: str, page_path: str) -> Markup:
    """A link to the page on which the newest other edition said it, where that is part of the site."""
    edition, figure = past.newest.editions[-1], past.newest.figure
    vintage = next(each for each in dataset.catalogue.vintages if each.edition == edition)
    href = archived_href(vintage, figure, figure.report, lang, page_path)
    text = translate(lang, N_("Open the {edition} edition"), edition=edition)
    return Markup('<a href="{}">{}</a> ').format(href, text) if href else Markup("")


def _all_revisions(past: Past, observation: Observation, dataset: Dataset, page_path: str) -> str:
    edition, report = past.newest.editions[-1], observation.source.report
    told = tells_of(dataset, edition, report)
    return link(page_path, REVISIONS, group_anchor(edition, report) if told else "")
