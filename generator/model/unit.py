"""Units: the authorities that report or are reported on."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from generator.model.dates import PartialDate
from generator.model.placed import Placed
from generator.model.text import Id, Text


class Level(StrEnum):
    """The kind of authority, from the widest to the narrowest."""

    MINISTRY = "ministry"
    AGENCY = "agency"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    DEPARTMENT = "department"
    SECTOR = "sector"
    SERVICE = "service"


class UnitKind(StrEnum):
    """What a unit of a level is called, where the level has several kinds."""

    MINISTRY = "ministry"
    MINISTERIAL_AGENCY = "ministerial-agency"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    URBAN_DISTRICT = "urban-district"
    TOWN = "town"
    PROVINCIAL_CITY = "provincial-city"
    COMMUNE = "commune"
    WARD = "ward"
    SPECIAL_ZONE = "special-zone"
    TOWNSHIP = "township"
    DEPARTMENT = "department"
    OFFICE = "office"


KINDS_OF: Mapping[Level, tuple[UnitKind, ...]] = {
    Level.MINISTRY: (UnitKind.MINISTRY, UnitKind.MINISTERIAL_AGENCY),
    Level.PROVINCE: (UnitKind.PROVINCE, UnitKind.CITY),
    Level.DISTRICT: (UnitKind.DISTRICT, UnitKind.URBAN_DISTRICT, UnitKind.TOWN, UnitKind.PROVINCIAL_CITY),
    Level.COMMUNE: (UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE, UnitKind.TOWNSHIP),
    Level.DEPARTMENT: (UnitKind.DEPARTMENT, UnitKind.OFFICE),
}
"""The kinds of each level that has several."""


class Unit(Placed):
    """One authority as it exists between two changes of its borders or standing.

    `former_ids` are ids that it had on this site before: its old addresses lead to the new ones.
    """

    id: Id
    level: Level
    kind: UnitKind | None = None
    names: Text
    parent: Id | None = None
    authority: Text | None = None
    code: str | None = None
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    predecessors: tuple[Id, ...] = ()
    successors: tuple[Id, ...] = ()
    aliases: tuple[str, ...] = ()
    former_ids: tuple[Id, ...] = ()
    note: Text | None = None

    def with_names(self, names: Text) -> Unit:
        """The same unit under other names."""
        return self.model_copy(update={"names": names})
