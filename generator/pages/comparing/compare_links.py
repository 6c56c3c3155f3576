"""Addresses of the page where readers put a comparison together; `compare.js` reads what stands after the question mark."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from urllib.parse import urlencode

from generator.dataset.comparison import Standing
from generator.model.form import BreakdownKey, breakdown_label
from generator.pages.page import link

COMPARE_PATH = "compare"
STANDING_ANCHOR = "compare"
"""Under which the page of an indicator has its ready-made comparisons."""
MOST_UNITS = 12
"""So many units are put into a link; nobody reads a comparison of more at once."""


def compare_link(
    from_path: str, indicator: str, units: Iterable[str] = (), breakdown: BreakdownKey | None = None
) -> str:
    """The address of a comparison as seen from a page; without units, of all that report the indicator."""
    chosen = list(dict.fromkeys(units))[:MOST_UNITS]
    asked = {"indicator": indicator}
    if chosen:
        asked["units"] = ",".join(chosen)
    if breakdown is not None:
        asked["breakdown"] = breakdown_label(breakdown)
    return f"{link(from_path, COMPARE_PATH)}?{urlencode(asked, safe=',')}"


def peers(unit: str, standings: Iterable[Standing]) -> list[str]:
    """The units that the figures of a unit can stand beside, or else those that report the same; the unit itself first, and no more than a link holds."""
    known = list(standings)
    groups = [group for found in known for group in found.groups]
    beside = [group for group in groups if unit in group.units]
    placed = (each.figure.unit.id for group in beside or groups for each in group.placings)
    left = (each.figure.unit.id for found in known for each in found.left_out if not beside)
    chosen = {unit: None}
    for other in chain(placed, left):
        chosen[other] = None
        if len(chosen) == MOST_UNITS:
            break
    return list(chosen)
