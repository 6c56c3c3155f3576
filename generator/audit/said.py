"""Days, periods and figures as words of a problem: written in the language of whoever reads it."""

from __future__ import annotations

from datetime import date

from generator.i18n import formats
from generator.i18n.messages import message_languages
from generator.i18n.rough_words import stated
from generator.model.catalogue import Catalogue
from generator.model.dates import PartialDate
from generator.model.observation import Observation
from generator.model.period import Period
from generator.model.text import Text


def day_said(value: date | PartialDate) -> Text:
    """A day, or a month where no day is known."""
    return Text({lang: formats.day(value, lang) for lang in message_languages()})


def period_said(value: Period) -> Text:
    """A period."""
    return Text({lang: formats.period(value, lang) for lang in message_languages()})


def figure_said(value: Observation, catalogue: Catalogue) -> Text:
    """A number with its unit of measure; a figure without a number is a dash."""
    measure = catalogue.measures.get(value.measure)
    if value.value is None or measure is None:
        return Text(dict.fromkeys(message_languages(), "–"))
    number, rough = value.value, value.rough
    return Text({lang: stated(number, rough, measure, lang, formats.measured) for lang in message_languages()})
