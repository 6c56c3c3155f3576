"""Rough figures in words: `gần 80%`, `over 5,000 leaflets`, `11 to 12`. A number that is rough is never written without them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.indicator import Measure
from generator.model.rough import Qualifier, Rough

_WORDS = {
    Qualifier.ABOUT: N_("about {value}"),
    Qualifier.NEARLY: N_("nearly {value}"),
    Qualifier.OVER: N_("over {value}"),
    Qualifier.AT_LEAST: N_("at least {value}"),
    Qualifier.UNDER: N_("under {value}"),
    Qualifier.AT_MOST: N_("at most {value}"),
}
_TO, _FROM_TO = N_("{first} to {last}"), N_("from {first} to {last}")

Write = Callable[[Decimal, Measure, str], str]
"""How a number is written: `formats.brief` or `formats.measured`."""


def stated(value: Decimal, rough: Rough | None, measure: Measure, lang: str, write: Write = formats.brief) -> str:
    """A number as it is meant: alone where it is exact, with the words of its qualifier where it is rough."""
    if rough is None:
        return write(value, measure, lang)
    if rough.to is None:
        return translate(lang, _WORDS[rough.qualifier], value=write(value, measure, lang))
    last = write(rough.to, measure, lang)
    # The unit of measure is said once where it follows the number: `11 to 12 units`, but `VND 11 million to VND 12 million`.
    once = last.startswith(formats.number(rough.to, lang))
    first = (formats.brief if once else write)(value, measure, lang)
    if rough.qualifier is Qualifier.RANGE:
        return translate(lang, _FROM_TO, first=first, last=last)
    ends = translate(lang, _TO, first=first, last=last)
    return translate(lang, _WORDS[rough.qualifier], value=ends)
