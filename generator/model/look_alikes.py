"""Letters that look like those of Vietnamese and are others: search does not find them, and no screen reader speaks them.

They come from fonts, converters and keyboards: ǎ with a caron for ă with a breve, the Icelandic Ð for Đ, Cyrillic and Greek letters in
Latin words, full-width letters of East Asian typesetting. Letters of other languages in words of their own are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_ALWAYS = str.maketrans("\u01ce\u01cd\u00f0\u00d0\u0256\u0189\u0131", "ăĂđĐđĐi")
_CYRILLIC = str.maketrans(
    "\u0430\u0432\u0441\u0435\u0456\u0458\u043a\u043c\u043d\u043e\u0440\u0455\u0442\u0445\u0443"
    "\u0410\u0412\u0421\u0415\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0405\u0422\u0425\u0423",
    "abceijkmhopstxyABCEIJKMHOPSTXY",
)
_GREEK = str.maketrans(
    "\u03b1\u03bd\u03bf\u03c1\u03c4\u03c5\u03ba\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "avoptukABEZHIKMNOPTYX",
)
_IN_LATIN_WORDS = {**_CYRILLIC, **_GREEK}
_APOSTROPHES = str.maketrans(dict.fromkeys("'\u2018\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u00b4`\u2032", "\u2019"))
_WIDE = range(0xFF21, 0xFF5B)
_CANDIDATE = re.compile(f"[{''.join(map(chr, (*_ALWAYS, *_IN_LATIN_WORDS)))}\uff21-\uff3a\uff41-\uff5a]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


@dataclass(frozen=True)
class LookAlike:
    """Such a letter: where in the text it stands, its word, and the letter that will have been meant."""

    offset: int
    letter: str
    meant: str
    word: str


def look_alikes(text: str) -> Iterator[LookAlike]:
    """Those of a text in composed characters (NFC), in their order."""
    if _CANDIDATE.search(text) is None:
        return
    for word in _WORD.finditer(text):
        latin = _LATIN.search(word[0]) is not None
        for found in _CANDIDATE.finditer(word[0]):
            letter = found[0]
            meant = unicodedata.normalize("NFKC", letter) if ord(letter) in _WIDE else letter.translate(_ALWAYS)
            if meant == letter and latin:
                meant = letter.translate(_IN_LATIN_WORDS)
            if meant != letter:
                yield LookAlike(word.start() + found.start(), letter, meant, word[0])


def as_meant(text: str) -> str:
    """A text in composed characters with the letters that will have been meant, and signs of a stroke or a raised comma as apostrophes.

    Names of the highlands are written with all of these: K’Nớ, K'Nớ, K\u02bcNớ.
    """
    letters = list(text)
    for each in look_alikes(text):
        letters[each.offset] = each.meant
    return "".join(letters).translate(_APOSTROPHES)
