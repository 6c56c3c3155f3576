"""Names as they are written here: composed letters, single blanks, one kind of apostrophe, `hòa` for `hoà`, large first letters.

`hòa` and `hoà` are the same name; the site writes the older form, as documents do. The list has both, and slips of the keyboard.
"""

from __future__ import annotations

import re
import unicodedata

from generator.model.look_alikes import as_meant
from generator.model.unit import UnitKind

_WORDS = {
    UnitKind.PROVINCE: ("Tỉnh", "Province"),
    UnitKind.CITY: ("Thành phố", "City"),
    UnitKind.COMMUNE: ("Xã", "Commune"),
    UnitKind.WARD: ("Phường", "Ward"),
    UnitKind.SPECIAL_ZONE: ("Đặc khu", "Special Zone"),
}
"""What a kind is called in Vietnamese, before the name, and in English, after it."""

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE_LAST = re.compile(rf"(?<![qQ])([ou])([aeyAEY])([{_TONES}])(?![\w\u0300-\u036f])", re.IGNORECASE)
"""`oà`, `oè`, `uỳ` at the end of a syllable: the tone belongs on the first of the two. `qu` is one consonant."""


def mended(written: str) -> str:
    """A name by the rules above."""
    plain = as_meant(unicodedata.normalize("NFC", " ".join(written.split())))
    return unicodedata.normalize("NFC", " ".join(map(_mended_word, plain.split(" "))))


def _mended_word(word: str) -> str:
    apart = unicodedata.normalize("NFD", word[:1].upper() + word[1:])
    return _TONE_LAST.sub(r"\1\3\2", apart)


def bare(written: str, kind: UnitKind) -> str:
    """The mended name without the word for its kind, with which most of the list's names begin."""
    name = mended(written)
    opening = f"{_WORDS[kind][0]} "
    return name[len(opening) :] if name.casefold().startswith(opening.casefold()) else name


def full_names(bare_name: str, kind: UnitKind) -> dict[str, str]:
    """The name in both languages: `Xã Khánh Sơn`, `Khánh Sơn Commune`."""
    before, after = _WORDS[kind]
    return {"vi": f"{before} {bare_name}", "en": f"{bare_name} {after}"}


def folded(name: str) -> str:
    """A name as people type it: small letters without marks."""
    apart = unicodedata.normalize("NFD", mended(name).casefold().replace("đ", "d"))
    return "".join(each for each in apart if not unicodedata.combining(each))
