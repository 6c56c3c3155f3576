"""Units: the authorities that report or are reported on."""

from __future__ import annotations

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


class Unit(Placed):
    """One authority as it exists between two changes of its borders or standing.

    `former_ids` are ids that it had on this site before: its old addresses lead to the new ones.
    """

    id: Id
    level: Level
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
