"""Numbers as people write them, read in a declared unit of measure. Whatever has two readings is a problem, never a guess."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from generator.i18n.formats import is_rate
from generator.load.slips import with_cause
from generator.model.indicator import Measure, MeasureType
from generator.model.place import Place
from generator.model.placed import Scalar
from generator.model.text import DEFAULT_LANGUAGE, Text
from generator.problems import Problem

_GROUPED = re.compile(r"(?P<whole>[1-9]\d{0,2}(?:\.\d{3})+)(?:,(?P<decimals>\d+))?", re.ASCII)
_COMMA = re.compile(r"(?P<whole>\d+)(?:,(?P<decimals>\d+))?", re.ASCII)
_POINT = re.compile(r"(?P<whole>\d+)\.(?P<decimals>\d+)", re.ASCII)
_GROUPED_AFTER_ZERO = re.compile(r"0\d+\.\d{3}", re.ASCII)
_LONGEST = 20
"""More signs than this no report prints and no chart can show."""
_MINUS = ("-", "\N{MINUS SIGN}")


def read_number(scalar: Scalar, measure: Measure, *, as_printed: bool = False) -> Decimal | Problem:
    """The number that a scalar states in a unit of measure.

    It is read as Vietnamese print (`14.083`, `97,55 %`, `02`), whether YAML would take it for a number or not: quotes change
    nothing. The unit's own sign or word may follow the number. A yes/no measure gives 1 or 0. With `as_printed` somebody
    vouches that the paper shows the number so, and a count may have decimals: the audit tells of it then.
    """
    place = scalar.place
    if measure.type is MeasureType.YES_NO:
        return _yes_or_no(scalar, measure)
    text = _without_unit(" ".join(scalar.replace("\N{NO-BREAK SPACE}", " ").split()), measure)
    negative = text.startswith(_MINUS)
    digits = text[1:].lstrip() if negative else text
    minus = "-" if negative else ""
    number = _printed(digits, measure)
    if number is None or len(digits) > _LONGEST:
        return _not_a_number(scalar, measure, too_long=number is not None)
    if isinstance(number, str):
        return Problem("ambiguous-rate", place, _rate_readings(scalar, number, minus))
    if measure.type is MeasureType.COUNT:
        if number == number.to_integral_value():
            number = number.to_integral_value()
        elif not as_printed:
            words: dict[str, str | Text] = {"written": str(scalar), "measure": measure.names}
            return Problem("count-with-decimals", place, words)
    return number.copy_negate() if negative and number else number


def _printed(digits: str, measure: Measure) -> Decimal | str | None:
    """The number of a Vietnamese print; the digits themselves where a rate is ambiguous; None where it is no number."""
    if match := _GROUPED.fullmatch(digits):
        if is_rate(measure) and match["decimals"] is None and digits.count(".") == 1:
            return digits
        return _decimal(match["whole"].replace(".", ""), match["decimals"])
    if _GROUPED_AFTER_ZERO.fullmatch(digits):
        return None
    match = _COMMA.fullmatch(digits) or _POINT.fullmatch(digits)
    return _decimal(match["whole"], match["decimals"]) if match else None


def _decimal(whole: str, decimals: str | None) -> Decimal:
    return Decimal(f"{whole}.{decimals}" if decimals else whole)


def _yes_or_no(scalar: Scalar, measure: Measure) -> Decimal | Problem:
    written = scalar.strip().casefold()
    for answer, words in measure.words.items():
        if written in {word.casefold() for word in words}:
            return Decimal(1 if answer == "yes" else 0)
    allowed = tuple(word for words in measure.words.values() for word in words)
    said: dict[str, str | Text] = {"written": str(scalar), "measure": measure.names}
    return with_cause(Problem("not-a-word", scalar.place, said, allowed=allowed))


def _without_unit(text: str, measure: Measure) -> str:
    """The text without the unit's own sign or word at its end, or a sign that documents print for it."""
    for other in measure.signs:
        if text.endswith(other):
            return text[: -len(other)].rstrip()
    if measure.pattern is None:
        return text
    sign = _sign_of(str(measure.pattern.root.get(DEFAULT_LANGUAGE, "")))
    if sign and text.casefold().endswith(sign.casefold()):
        return text[: -len(sign)].rstrip()
    return text


@lru_cache
def _sign_of(pattern: str) -> str:
    """The sign or word that a pattern puts beside a number."""
    return " ".join(pattern.replace("{}", "").replace("\N{NO-BREAK SPACE}", " ").split())


def _rate_readings(scalar: Scalar, digits: str, minus: str) -> dict[str, str]:
    comma = minus + digits.replace(".", ",")
    return {"written": str(scalar), "grouped": minus + digits.replace(".", ""), "decimal": comma, "comma": f"{comma}%"}


def _not_a_number(scalar: Scalar, measure: Measure, *, too_long: bool) -> Problem:
    place: Place = scalar.place
    if too_long:
        return Problem("figure-too-long", place, {"written": str(scalar), "most": str(_LONGEST)})
    return with_cause(Problem("not-a-number", place, {"written": str(scalar), "measure": measure.names}))
