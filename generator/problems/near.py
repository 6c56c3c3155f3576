"""Which allowed values somebody may have meant: those that a slip of typing leads away from, and no others.

Ids are words joined by hyphens. A slip changes a letter or two of a word, or the order of the words. Another word is another
meaning, however alike the whole looks: `dossiers-early` is no misspelling of `dossiers-late`, nor row 1.9 one of row 1.1.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_MOST = 3
_SHORT, _LONG = 3, 8
"""Words of at most so many letters only have letters exchanged; from so many on, two may be wrong."""
_BETWEEN = re.compile(r"[\W_]+")


def nearest(written: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """The allowed values that may have been meant, accents and case aside, the likest first; at most three."""
    values = tuple(dict.fromkeys(allowed))
    known = _vocabulary(values)
    wanted = _words(written)
    apart = ((_distance(wanted, _words(value), known), value) for value in values)
    found = sorted((distance, value) for distance, value in apart if distance is not None)
    return tuple(value for distance, value in found if distance == found[0][0] or found[0][0])[:_MOST]


def folded(text: str) -> str:
    """A text as it is typed without accents, in small letters."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return plain.replace("đ", "d").replace("Đ", "D").casefold()


@lru_cache(maxsize=32)
def _vocabulary(values: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for value in values for word in _words(value))


@lru_cache(maxsize=20_000)
def _words(value: str) -> tuple[str, ...]:
    return tuple(filter(None, _BETWEEN.split(folded(value))))


def _distance(written: tuple[str, ...], meant: tuple[str, ...], known: frozenset[str]) -> int | None:
    """How many slips lie between two values; None where it is more than slips. A `known` word was meant as it is."""
    if written == meant:
        return 0
    if len(written) != len(meant):
        return 1 if "".join(written) == "".join(meant) else None
    if set(written) == set(meant) and sorted(written) == sorted(meant):
        return 1
    slips = 0
    for one, other in zip(written, meant, strict=True):
        if one != other:
            distance = None if one in known else _slips(one, other)
            if distance is None:
                return None
            slips += distance
    return slips


def _slips(written: str, meant: str) -> int | None:
    """How many letters are wrong, missing, too many or exchanged; None for too many of them, and for digits."""
    if not (written.isalpha() and meant.isalpha()):
        return None
    longest = max(len(written), len(meant))
    if longest <= _SHORT:
        return 1 if sorted(written) == sorted(meant) else None
    most = 2 if longest >= _LONG else 1
    # Each letter that one has more is a slip. Without this, a key of a million letters would be held against every other.
    if abs(len(written) - len(meant)) > most:
        return None
    distance = _edits(written, meant)
    return distance if distance <= most else None


def _edits(one: str, other: str) -> int:
    """The distance of Damerau and Levenshtein, where letters that stand side by side may be exchanged once."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, sign in enumerate(one, start=1):
        now = [row]
        for column, meant in enumerate(other, start=1):
            change = last[column - 1] + (sign != meant)
            now.append(min(last[column] + 1, now[column - 1] + 1, change))
            if row > 1 and column > 1 and (sign, one[row - 2]) == (other[column - 2], meant):
                now[column] = min(now[column], before[column - 2] + 1)
        before, last = last, now
    return last[-1]
