"""A unit's name without the word for its kind, by which people look for it."""

import re

from generator.load.namesakes import TYPE_WORDS
from generator.model.unit import Unit

_DISTINCTION = re.compile(r",| \(")


def bare_name(unit: Unit, lang: str) -> str:
    """`Khánh Sơn` of `Huyện Khánh Sơn`; the name itself where no such word begins it."""
    name = unit.names.in_language(lang)
    opening = next((each for each in TYPE_WORDS if name.startswith(f"{each} ")), "")
    return name[len(opening) :].strip() or name


def undistinguished(name: str) -> str:
    """A name without what tells it apart from others of its kind: `Xã Tân Phú, tỉnh Đồng Nai`, `Tỉnh Khánh Hòa (từ 01/7/2025)`."""
    return _DISTINCTION.split(name, maxsplit=1)[0]
