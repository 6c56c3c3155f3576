"""What readers are told of the days that a figure really covers, and that there is a note on it."""

from __future__ import annotations

from markupsafe import Markup

from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.catalogue import Catalogue
from generator.model.days import Stretch
from generator.model.indicator import IndicatorKind
from generator.model.observation import Observation
from generator.model.period import Period
from generator.pages.markup.note_signs import note_mark

NOTED = N_("see the note on the figure")
NOTE_MARK = "*"


def covered_words(observation: Observation, catalogue: Catalogue, lang: str) -> str:
    """The days that the source gives a figure, its column, table or passage: those of a whole document are said once, there."""
    return "" if observation.days.of_document else days_words(observation, catalogue, lang)


def days_words(observation: Observation, catalogue: Catalogue, lang: str) -> str:
    """The days of a figure where they are not those of its period, or the date of a state, whoever declares them; empty otherwise."""
    indicator = catalogue.indicators.get(observation.indicator or "")
    stock = indicator is not None and indicator.kind is IndicatorKind.STOCK
    covers, day = observation.covers, observation.as_of
    if covers is not None and (day is None or not stock):
        if not stock:
            return "" if _is_period(covers, observation.period) else stretch_words(covers, lang)
        day = covers.last
    return translate(lang, N_("as of {day}"), day=formats.day(day, lang)) if day is not None else ""


def stretch_words(covers: Stretch, lang: str) -> str:
    """`covers 12 October 2019 to 10 June 2020`."""
    first, last = formats.day(covers.first, lang), formats.day(covers.last, lang)
    return translate(lang, N_("covers {first} to {last}"), first=first, last=last)


def _is_period(covers: Stretch, period: Period) -> bool:
    return (covers.first.first_day, covers.last.last_day) == (period.start, period.end)


def covered_mark(words: str) -> Markup:
    """The mark of these days behind a figure, and the words for those who hear the page; it stands inside the link to the figure."""
    return note_mark(words) + _heard(words)


def noted_mark(lang: str) -> Markup:
    """The same for a figure that has a note at its source."""
    return Markup('<span class="rr-mark" aria-hidden="true">{}</span>').format(NOTE_MARK) + _heard(
        translate(lang, NOTED)
    )


def _heard(words: str) -> Markup:
    return Markup('<span class="rr-sr">, {}</span>').format(words)
