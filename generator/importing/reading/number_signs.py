"""How the numbers of lists are written: in digits, as Roman numbers, by letters."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LETTERS = 26


def roman(number: int) -> str:
    """A number as a Roman one in small letters; in digits where Romans had no sign for it."""
    if not 0 < number < 4000:  # noqa: PLR2004 - beyond that Roman numbers need other signs
        return str(number)
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made


def repeated_letter(number: int) -> str:
    """a, b … z, aa, bb: as Word counts, and OpenDocument where it is told to."""
    return chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1) if number > 0 else str(number)


def letters(number: int) -> str:
    """a, b … z, aa, ab: as columns of a sheet are called."""
    if number <= 0:
        return str(number)
    before, last = divmod(number - 1, _LETTERS)
    return (letters(before) if before else "") + chr(ord("a") + last)
