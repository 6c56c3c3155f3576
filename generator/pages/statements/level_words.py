"""How units of a level are counted within a sentence."""

from __future__ import annotations

from decimal import Decimal

from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.unit import Level
from generator.pages.context import Context

AMONG = {
    Level.MINISTRY: N_("{number} ministries and ministerial-level agencies"),
    Level.AGENCY: N_("{number} government agencies"),
    Level.PROVINCE: N_("{number} provincial-level units"),
    Level.DISTRICT: N_("{number} district-level units"),
    Level.COMMUNE: N_("{number} commune-level units"),
    Level.DEPARTMENT: N_("{number} departments"),
    Level.SECTOR: N_("{number} sector agencies"),
    Level.SERVICE: N_("{number} public service units"),
}
"""Three or more of them: fewer are never compared in a sentence."""


def among(level: Level, number: int, context: Context) -> str:
    """So many units of a level."""
    return context.say(AMONG[level], number=formats.number(Decimal(number), context.lang))
