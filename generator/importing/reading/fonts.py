"""The old Vietnamese fonts: text in .VnTime (TCVN3, TCVN 5712:1993) or VNI-Times is kept as Latin letters and is known only by its font's name.

Source of TCVN3: TCVN 5712:1993, VN3, as glibc's `iconv -f TCVN5712-1` reads it; of VNI: the encoding of the fonts of VNI Software for Windows.
"""

from __future__ import annotations

import unicodedata

_TCVN_LETTERS = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®¯µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđẰàảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
"""Of the letters as Windows shows them (Windows-1252) to those that the font draws."""
_BASES = {"a": "a", "e": "e", "o": "o", "u": "u", "y": "y", "ô": "ơ", "ö": "ư"}
_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_ALONE = {"ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư"}


def _vni_pairs() -> dict[str, str]:
    """Every letter of VNI that is written with two."""
    pairs = {f"{base}{sign}": letter + tone for base, letter in _BASES.items() for sign, tone in _TONES.items()}
    pairs |= {f"{base}{sign}": f"{base}\u0302{tone}" for base in "aeo" for sign, tone in _CIRCUMFLEX.items()}
    pairs |= {f"a{sign}": f"a\u0306{tone}" for sign, tone in _BREVE.items()}
    made = {written: unicodedata.normalize("NFC", letter) for written, letter in pairs.items()}
    capitals = {written.upper(): letter.upper() for written, letter in made.items()}
    mixed = {written[0].upper() + written[1]: letter.upper() for written, letter in made.items()}
    return made | capitals | mixed


_VNI_PAIRS = _vni_pairs()
_VNI_ALONE = _ALONE | {written.upper(): letter.upper() for written, letter in _ALONE.items()}


def is_tcvn3(font: str) -> bool:
    """Whether a font's name is of those that draw TCVN3: `.VnTime`, `.VnArialH`."""
    return font.casefold().lstrip("“\"'").startswith(".vn")


def is_vni(font: str) -> bool:
    """Whether a font's name is of those that draw VNI: `VNI-Times`."""
    return font.casefold().startswith("vni-") or font.casefold().startswith("vni ")


def is_old(font: str | None) -> bool:
    """Whether text in a font is no Unicode."""
    return font is not None and (is_tcvn3(font) or is_vni(font))


def to_unicode(text: str, font: str | None) -> str:
    """The letters that a font draws for a text; the text itself for any other font."""
    if font is None:
        return text
    if is_tcvn3(font):
        drawn = "".join(_TCVN_LETTERS.get(each, each) for each in text)
        return drawn.upper() if font.rstrip().endswith("H") else drawn
    return _from_vni(text) if is_vni(font) else text


def _from_vni(text: str) -> str:
    made: list[str] = []
    at = 0
    while at < len(text):
        pair = _VNI_PAIRS.get(text[at : at + 2])
        if pair is not None and len(text[at : at + 2]) > 1:
            made.append(pair)
            at += 2
        else:
            made.append(_VNI_ALONE.get(text[at], text[at]))
            at += 1
    return "".join(made)
