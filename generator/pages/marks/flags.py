"""The marks beside a figure that the source contradicts, that was corrected or revised: a note that opens in place, or a way to the list.

Both work without JavaScript. A note is a popover of the browser and needs an id, so it stands only where a figure is shown once
on its page; elsewhere the mark is a link.
"""

from __future__ import annotations

from markupsafe import Markup

from generator.audit.listing import findings_beside
from generator.dataset.dataset import Dataset
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.load.corrections import as_shown
from generator.model.observation import Observation
from generator.pages.marks.revised_marks import revised_link, revised_note
from generator.pages.page import audit_path, link
from generator.problems import message

SIGN = "≠"
"""What the mark shows to those who see it; everybody else hears the sentence."""


def flag_note(observation: Observation, dataset: Dataset, lang: str, page_path: str) -> Markup:
    """A button that opens what is wrong with a figure, another that opens what editions said of it; empty where nothing is."""
    revised = revised_note(observation, dataset, lang, page_path)
    sentences, target, label = _said(observation, dataset, lang)
    if not sentences:
        return revised
    note = f"flag-{observation.source.anchor}"
    text = Markup("").join(Markup('<span class="rr-flag__text">{}</span>').format(each) for each in sentences)
    return (
        Markup(
            '<button type="button" class="rr-flag" popovertarget="{}"><span aria-hidden="true">{}</span><span class="rr-sr">{}</span></button>'
            '<span class="rr-flag__note" id="{}" popover>{}<a href="{}">{}</a></span>'
        ).format(
            note,
            SIGN,
            label,
            note,
            text,
            link(page_path, audit_path(observation.source.report), target),
            translate(lang, N_("How this was found")),
        )
        + revised
    )


def flag_link(observation: Observation, dataset: Dataset, lang: str, page_path: str) -> Markup:
    """Links to what is wrong with a figure, in the list of its report, and to its revisions; empty where nothing is."""
    revised = revised_link(observation, dataset, lang, page_path)
    sentences, target, label = _said(observation, dataset, lang)
    if not sentences:
        return revised
    return (
        Markup(
            ' <a class="rr-flag" href="{}" title="{}"><span aria-hidden="true">{}</span><span class="rr-sr">{}</span></a>'
        ).format(
            link(page_path, audit_path(observation.source.report), target),
            " ".join(sentences),
            SIGN,
            f"{label}: {' '.join(sentences)}",
        )
        + revised
    )


def _said(observation: Observation, dataset: Dataset, lang: str) -> tuple[list[str], str, str]:
    """The sentences beside a figure, the fragment of the first of them in the report's list, and the name of the mark."""
    found = findings_beside(dataset, observation)
    sentences = []
    for each in found:
        sentences.append(message(each.finding.problem, lang))
        if each.finding.acknowledged is not None:
            sentences.append(reviewed_words(each.finding.acknowledged.in_language(lang), lang))
    if observation.correction is not None:
        sentences.append(correction_words(observation, dataset, lang))
        sentences.append(observation.correction.reason.in_language(lang))
    label = translate(lang, N_("Contradiction in the source") if found else N_("Corrected figure"))
    return sentences, found[0].anchor if found else "corrected", label


def reviewed_words(reason: str, lang: str) -> str:
    """That somebody looked into a finding, and the reason given."""
    return translate(lang, N_("Reviewed: {reason}"), reason=reason)


def correction_words(observation: Observation, dataset: Dataset, lang: str) -> str:
    """What the paper shows and what is used instead."""
    measure = dataset.catalogue.measures[observation.measure]
    used = formats.brief(observation.value, measure, lang) if observation.value is not None else ""
    return translate(lang, N_("Printed “{printed}”; {used} is used instead."), printed=as_shown(observation), used=used)
