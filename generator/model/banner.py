"""What every page of a snapshot says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.edition import Edition


@dataclass(frozen=True)
class Banner:
    """That a site is a snapshot: which edition, taken on what day, and where the site goes on.

    `current` is the address of the current site, ending in a slash; empty where it is not known.
    """

    edition: Edition
    taken: date
    current: str = ""
