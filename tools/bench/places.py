"""The units of a tree: made-up provinces of made-up communes, named with common Vietnamese words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tools.bench.size import COMMUNES_OF_A_PROVINCE, Size

_FIRST = ("An", "Bình", "Cẩm", "Diên", "Đại", "Đông", "Hà", "Hòa", "Hồng", "Hưng")
_FIRST += ("Khánh", "Lộc", "Long", "Minh", "Mỹ", "Nam", "Ninh", "Phú", "Phước", "Quảng")
_SECOND = ("An", "Châu", "Cường", "Dương", "Đức", "Giang", "Hải", "Hiệp", "Hòa", "Khê")
_SECOND += ("Lâm", "Lợi", "Phong", "Phú", "Sơn", "Tân", "Thạnh", "Thịnh", "Thủy", "Vân")


@dataclass(frozen=True)
class Place:
    """A unit: its id, its name without its level, and the province it belongs to; none for a province."""

    id: str
    name: str
    parent: str | None = None

    @property
    def level(self) -> str:
        return "commune" if self.parent else "province"

    @property
    def names(self) -> tuple[str, str]:
        """In Vietnamese and in English."""
        vi, en = ("Xã", "Commune") if self.parent else ("Tỉnh", "Province")
        return f"{vi} {self.name}", f"{self.name} {en}"

    @property
    def authority(self) -> tuple[str, str]:
        """The body that signs reports, in Vietnamese and in English."""
        vi, en = self.names
        return f"Ủy ban nhân dân {vi[0].lower()}{vi[1:]}", f"People's Committee of {en}"


@dataclass(frozen=True)
class NamedPlace:
    """A unit of a tree that was not made up: its id, its names in Vietnamese and in English, and its level."""

    id: str
    names: tuple[str, str]
    level: str


def provinces_of(size: Size) -> tuple[Place, ...]:
    """The provinces that hold the communes of a tree."""
    return tuple(Place(f"province-{number:02}", f"Mẫu {number:02}") for number in range(1, size.provinces + 1))


def communes_of(size: Size) -> Iterator[Place]:
    """The communes, province by province."""
    for index in range(size.communes):
        province, number = divmod(index, COMMUNES_OF_A_PROVINCE)
        first, second = _FIRST[index % len(_FIRST)], _SECOND[(index // len(_FIRST) + index) % len(_SECOND)]
        around = index // (len(_FIRST) * len(_SECOND))
        name = f"{first} {second}{f' {around + 1}' if around else ''}"
        yield Place(f"{_ascii(name)}-{province + 1:02}-{number + 1:02}", name, f"province-{province + 1:02}")


def _ascii(name: str) -> str:
    """As an id has it: `dien-loc`."""
    bare = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).replace(" ", "-")
