"""What readers are told of the days that a figure really covers, and that there is a note on it."""

from __future__ import annotations

from markupsafe import Markup

from generator.dataset.covered import declared_days
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.catalogue import Catalogue
from generator.model.indicator import IndicatorKind
from generator.model.observation import Observation

NOTED = N_("see the note on the figure")
NOTE_MARK, COVERED_MARK = "*", "†"


def covered_words(observation: Observation, catalogue: Catalogue, lang: str) -> str:
    """The days that the report says it covers where they are not those of its period, or the date of a state; empty otherwise."""
    indicator = catalogue.indicators.get(observation.indicator or "")
    stock = indicator is not None and indicator.kind is IndicatorKind.STOCK
    days = declared_days(observation, catalogue)
    if observation.as_of is not None and (stock or days is None):
        return translate(lang, N_("as of {day}"), day=formats.day(observation.as_of, lang))
    if days is None:
        return ""
    if stock:
        return translate(lang, N_("as of {day}"), day=formats.day(days[1], lang))
    return translate(
        lang,
        N_("report covers {first} to {last}"),
        first=formats.day(days[0], lang),
        last=formats.day(days[1], lang),
    )


def mark_html(mark: str, words: str) -> Markup:
    """A small mark behind a figure, and its words for those who hear the page; it stands inside the link to the figure."""
    return Markup('<span class="rr-mark" aria-hidden="true">{}</span><span class="rr-sr">, {}</span>').format(
        mark, words
    )
