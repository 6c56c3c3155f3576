"""The marks beside a figure that the source contradicts, that is worth a look, was corrected or revised: a note that opens in place, or a way to the list.

Both work without JavaScript. A note is a popover of the browser and needs an id, so it stands only where a figure is shown once
on its page; elsewhere the mark is a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.audit.listing import Listed, findings_beside
from generator.dataset.dataset import Dataset
from generator.i18n.messages import N_, translate
from generator.i18n.rough_words import stated
from generator.load.corrections import as_shown
from generator.model.observation import Observation
from generator.pages.marks.revised_marks import revised_link, revised_note
from generator.pages.page import audit_path, link
from generator.problems import message

SIGN = "≠"
"""What the mark of a contradiction shows to those who see it; everybody else hears the sentence."""
CORRECTED = "✎"
"""The same for a correction, which is another matter: a slip that was mended here."""
LOOK = "?"
"""The same for what is worth a look: it may be right, so it must not look like a contradiction."""
_ORDER = SIGN + CORRECTED + LOOK


@dataclass(frozen=True)
class _Mark:
    """One mark: its sign, name, class and the start of its id; the sentences behind it and the fragment of the first in the list."""

    sign: str
    label: str
    css: str
    id: str
    sentences: tuple[str, ...]
    target: str


def contradicted(observation: Observation, dataset: Dataset) -> bool:
    """Whether the source contradicts a figure, so that it bears the sign wherever it is shown."""
    return any(each.finding.is_contradiction for each in findings_beside(dataset, observation))


def flag_note(observation: Observation, dataset: Dataset, lang: str, page_path: str) -> Markup:
    """Buttons that open what is wrong with a figure, what is worth a look, and what editions said; empty where nothing is."""
    made = [_note(each, observation, lang, page_path) for each in _marks(observation, dataset, lang)]
    return Markup("").join((*made, revised_note(observation, dataset, lang, page_path)))


def _note(mark: _Mark, observation: Observation, lang: str, page_path: str) -> Markup:
    note = f"{mark.id}-{observation.source.anchor}"
    text = Markup("").join(Markup('<span class="rr-flag__text">{}</span>').format(each) for each in mark.sentences)
    return Markup(
        '<button type="button" class="rr-flag{}" popovertarget="{}"><span aria-hidden="true">{}</span><span class="rr-sr">{}</span></button>'
        '<span class="rr-flag__note{}" id="{}" popover><strong class="rr-flag__label">{}</strong>{}<a href="{}">{}</a></span>'
    ).format(
        mark.css,
        note,
        mark.sign,
        mark.label,
        mark.css.replace("rr-flag--", "rr-flag__note--"),
        note,
        mark.label,
        text,
        link(page_path, audit_path(observation.source.report), mark.target),
        translate(lang, N_("How this was found")),
    )


def flag_link(observation: Observation, dataset: Dataset, lang: str, page_path: str) -> Markup:
    """Links to what is wrong with a figure or worth a look, in the list of its report, and to its revisions; empty where nothing is."""
    made = [_link(each, observation, page_path) for each in _marks(observation, dataset, lang)]
    return Markup("").join((*made, revised_link(observation, dataset, lang, page_path)))


def _link(mark: _Mark, observation: Observation, page_path: str) -> Markup:
    said = " ".join(mark.sentences)
    return Markup(
        ' <a class="rr-flag{}" href="{}" title="{}"><span aria-hidden="true">{}</span><span class="rr-sr">{}</span></a>'
    ).format(
        mark.css,
        link(page_path, audit_path(observation.source.report), mark.target),
        said,
        mark.sign,
        f"{mark.label}: {said}",
    )


def _marks(observation: Observation, dataset: Dataset, lang: str) -> Iterator[_Mark]:
    """The marks of a figure: of what contradicts it or was corrected, and of what is worth a look."""
    beside = findings_beside(dataset, observation)
    wrong = [each for each in beside if each.finding.is_contradiction]
    sentences = _sentences(wrong, lang)
    if observation.correction is not None:
        sentences += (
            correction_words(observation, dataset, lang),
            observation.correction.reason.in_language(lang),
        )
    if sentences:
        label = translate(lang, N_("Contradiction in the source") if wrong else N_("Corrected figure"))
        yield _Mark(
            SIGN if wrong else CORRECTED, label, "", "flag", sentences, wrong[0].anchor if wrong else "corrected"
        )
    if look := [each for each in beside if not each.finding.is_contradiction]:
        yield _Mark(
            LOOK, translate(lang, N_("Worth a look")), " rr-flag--look", "look", _sentences(look, lang), look[0].anchor
        )


def flags_key(observations: Iterable[Observation], dataset: Dataset, lang: str) -> list[tuple[str, str]]:
    """The signs of the marks of some figures and what each says, for the key below a table of links; those with a word need none."""
    made = (each for observation in observations for each in _marks(observation, dataset, lang))
    return sorted({(each.sign, each.label) for each in made}, key=lambda each: _ORDER.index(each[0]))


def _sentences(found: Sequence[Listed], lang: str) -> tuple[str, ...]:
    """What findings say, each with the reason of its review."""
    said: list[str] = []
    for each in found:
        said.append(message(each.finding.problem, lang))
        if each.finding.acknowledged is not None:
            said.append(reviewed_words(each.finding.acknowledged.in_language(lang), lang))
    return tuple(said)


def reviewed_words(reason: str, lang: str) -> str:
    """That somebody looked into a finding, and the reason given."""
    return translate(lang, N_("Reviewed: {reason}"), reason=reason)


def correction_words(observation: Observation, dataset: Dataset, lang: str) -> str:
    """What the paper shows and what is used instead."""
    measure = dataset.catalogue.measures[observation.measure]
    used = stated(observation.value, observation.rough, measure, lang) if observation.value is not None else ""
    return translate(lang, N_("Printed “{printed}”; {used} is used instead."), printed=as_shown(observation), used=used)
