"""Figures as words of a problem: written in the language of whoever reads it."""

from __future__ import annotations

from generator.i18n import formats
from generator.i18n.messages import message_languages
from generator.i18n.rough_words import stated
from generator.model.catalogue import Catalogue
from generator.model.observation import Observation
from generator.model.text import Text


def figure_said(value: Observation, catalogue: Catalogue) -> Text:
    """A number with its unit of measure; a figure without a number is a dash."""
    measure = catalogue.measures.get(value.measure)
    if value.value is None or measure is None:
        return Text(dict.fromkeys(message_languages(), "–"))
    number, rough = value.value, value.rough
    return Text({lang: stated(number, rough, measure, lang, formats.measured) for lang in message_languages()})
