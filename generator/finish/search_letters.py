"""How words are compared and written for search: without accents, đ and ð as d, i for a final y that offices write either way, and
English words in the singular.

`search/fold.js` does the same in the browser. Both must agree, or what is kept here is not found there.

Pagefind takes a word with accents and the same word without for two, and loses phrases where both stand on a page. So in the copies that
it reads each word is bare, and behind it letters of the private use area say which accents were left out: `đúng` is `dung` and two such letters.
Pagefind then knows `dung`, which is what most people type, and the whole, which is `đúng` and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ACCENTED = "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹðy"
"""The letters that a code can stand for, in the order of their numbers; `y` because it may be written for i."""
_FIRST_CODE = 0xE000
_LAST_CODE = 0xF8EF
_NUMBERS = {letter: number for number, letter in enumerate(ACCENTED)}

# Both are in use: quí and quý, kĩ and kỹ, lí and lý, Mĩ and Mỹ, sĩ and sỹ, tỉ and tỷ, hi and hy, vi and vy.
_EITHER = re.compile(r"(?:[hklmstv]|qu)y")
_LONGEST_SINGULAR = 3
_PLURAL = re.compile(r"ies$|(?<![siu])s$")
_WORD = re.compile(r"[^\W\d_]+")


def folded(word: str) -> str:
    """A word in small letters without accents, đ as d, i for y at its end, and an English one in the singular."""
    apart = (each for each in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(each)[0] != "M")
    bare = "".join(apart).replace("đ", "d").replace("ð", "d")
    if _EITHER.fullmatch(bare):
        return bare[:-1] + "i"
    # No Vietnamese word ends so.
    return _PLURAL.sub(lambda found: "y" if found[0] == "ies" else "", bare) if len(bare) > _LONGEST_SINGULAR else bare


def coded(text: str) -> str:
    """A text as Pagefind reads it: each word bare, and the codes of its accents behind it. Letters keep their case."""
    return _WORD.sub(lambda found: _coded_word(found[0]), unicodedata.normalize("NFC", text))


@lru_cache(maxsize=65536)
def _coded_word(word: str) -> str:
    bare = folded(word)
    small = word.lower()
    # In small letters some become two (İ), others none: no Vietnamese word has one.
    if not len(bare) == len(word) == len(small) or bare == small:
        return word
    codes = []
    for position, (letter, plain) in enumerate(zip(small, bare, strict=True)):
        if letter != plain and letter in _NUMBERS:
            code = _FIRST_CODE + position * len(ACCENTED) + _NUMBERS[letter]
            if code > _LAST_CODE:
                return word
            codes.append(chr(code))
    kept = (
        (plain.upper() if letter.isupper() else plain) if letter.lower() in _NUMBERS else letter
        for letter, plain in zip(word, bare, strict=True)
    )
    return "".join(kept) + "".join(codes)
