"""What cannot be a figure of its kind: fewer than no dossiers, a share of 9755 %.

Mostly a finger slipped. It is an error until somebody states in the file that the paper prints it so; only then is it the
paper's, and readers are told.
"""

from __future__ import annotations

from decimal import Decimal

from generator.i18n import formats
from generator.i18n.messages import message_languages
from generator.load.stated import StatedNumber
from generator.model.indicator import Indicator, Measure
from generator.model.placed import Scalar
from generator.model.text import Text
from generator.problems import Problem


def impossible(value: Decimal, scalar: Scalar, measure: Measure, indicator: Indicator | None) -> Problem | None:
    """Why a number cannot be a figure of an indicator in its unit of measure; None where it can."""
    if indicator is not None and not indicator.is_bounded:
        return None
    least, most = measure.least, measure.maximum
    if least is not None and value < least:
        return _told("below-measure", scalar, measure, least)
    if most is not None and value > most:
        return _told("beyond-measure", scalar, measure, most)
    return None


def unlikely(number: StatedNumber, scalar: Scalar, measure: Measure, indicator: Indicator | None) -> Problem | None:
    """The same of a stated number, and of the other end where it has two."""
    ends = (number.value, number.rough.to if number.rough is not None else None)
    faults = (impossible(end, scalar, measure, indicator) for end in ends if end is not None)
    return next(filter(None, faults), None)


def _told(code: str, scalar: Scalar, measure: Measure, limit: Decimal) -> Problem:
    said = Text({lang: formats.measured(limit, measure, lang) for lang in message_languages()})
    words: dict[str, str | Text] = {"written": str(scalar), "measure": measure.names, "limit": said}
    return Problem(code, scalar.place, words)
