"""Where the tile of each province lies: by its official code, a column and a row from the upper left, as the provinces since 1 July 2025 lie to each other.

No borders are drawn and no boundary data used. The archipelagos Hoàng Sa, of Đà Nẵng, and Trường Sa, of Khánh Hòa, have tiles of their own, as any map
of the country must show them; both are administered by these provinces, so their tiles show these provinces' figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from generator.i18n.messages import N_


@dataclass(frozen=True)
class TilePlace:
    """A column and a row."""

    column: int
    row: int


PROVINCES = MappingProxyType(
    {
        "12": TilePlace(0, 0),
        "15": TilePlace(1, 0),
        "08": TilePlace(2, 0),
        "04": TilePlace(3, 0),
        "11": TilePlace(0, 1),
        "14": TilePlace(1, 1),
        "25": TilePlace(2, 1),
        "19": TilePlace(3, 1),
        "20": TilePlace(4, 1),
        "01": TilePlace(2, 2),
        "24": TilePlace(3, 2),
        "22": TilePlace(4, 2),
        "37": TilePlace(2, 3),
        "33": TilePlace(3, 3),
        "31": TilePlace(4, 3),
        "38": TilePlace(2, 4),
        "40": TilePlace(2, 5),
        "42": TilePlace(2, 6),
        "44": TilePlace(3, 7),
        "46": TilePlace(3, 8),
        "48": TilePlace(4, 9),
        "51": TilePlace(4, 10),
        "52": TilePlace(4, 11),
        "66": TilePlace(4, 12),
        "80": TilePlace(1, 13),
        "75": TilePlace(2, 13),
        "68": TilePlace(3, 13),
        "56": TilePlace(4, 13),
        "91": TilePlace(0, 14),
        "82": TilePlace(1, 14),
        "79": TilePlace(2, 14),
        "92": TilePlace(0, 15),
        "86": TilePlace(1, 15),
        "96": TilePlace(0, 16),
    }
)

ISLANDS = (
    (N_("Hoàng Sa"), "48", TilePlace(5, 8)),
    (N_("Trường Sa"), "56", TilePlace(5, 15)),
)
"""Name, code of the province, and place."""
