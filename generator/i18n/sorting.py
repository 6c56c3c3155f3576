"""The order of the Vietnamese alphabet, which also puts unaccented Latin names where readers expect them."""

from __future__ import annotations

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_ORDER = {letter: number for number, letter in enumerate(_LETTERS)}
_TONES = {"\N{COMBINING GRAVE ACCENT}": 1, "\N{COMBINING HOOK ABOVE}": 2, "\N{COMBINING TILDE}": 3, "\N{COMBINING ACUTE ACCENT}": 4, "\N{COMBINING DOT BELOW}": 5}  # fmt: skip


def sort_key(name: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Sort key of a name: letters in the order a ă â b c d đ …, then tones (none, huyền, hỏi, ngã, sắc, nặng), then the name.

    The order is that of Vietnamese dictionaries; signs and digits come before letters.
    """
    letters, tones = [], []
    for sign in unicodedata.normalize("NFC", name.casefold()):
        parts = unicodedata.normalize("NFD", sign)
        tone = next((_TONES[mark] for mark in parts if mark in _TONES), 0)
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
        letters.append(_ORDER.get(base, ord(base[0]) - 1000 if base else -1000))
        tones.append(tone)
    return tuple(letters), tuple(tones), name
