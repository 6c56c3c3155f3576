"""Days and periods as words of a problem: written in the language of whoever reads it."""

from __future__ import annotations

from datetime import date

from generator.i18n import formats
from generator.i18n.messages import message_languages
from generator.model.dates import PartialDate
from generator.model.period import Period
from generator.model.text import Text


def day_said(value: date | PartialDate) -> Text:
    """A day, or a month where no day is known."""
    return Text({lang: formats.day(value, lang) for lang in message_languages()})


def period_said(value: Period) -> Text:
    """A period."""
    return Text({lang: formats.period(value, lang) for lang in message_languages()})
