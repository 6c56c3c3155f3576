"""Addresses of the page where readers put a comparison together; `compare.js` reads what stands after the question mark."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

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
