"""Names of figures that a report states in its prose, for permanent addresses: from what a figure says, never from its place."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from generator.model.form import BreakdownKey
from generator.model.period import Period

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


class FigureNames:
    """Gives the figures of one report their names; no two get the same one."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def name(
        self, indicator: str, period: Period, breakdown: BreakdownKey, *, section: str, other_unit: str | None
    ) -> str:
        """`dossiers-on-time-rate.2019.tier-district.ii-2-a`; a figure stated twice in one section gets `_2` the second time.

        `other_unit` is the unit it is of, where that is not the one that reports.
        """
        split = (f"{dimension}-{category}" for dimension, category in breakdown)
        parts = (indicator, str(period), *split, other_unit or "", section_word(section))
        name = ".".join(part for part in parts if part)
        self._given[name] += 1
        return name if self._given[name] == 1 else f"{name}_{self._given[name]}"


def former_name(name: str, indicator: str, former: str) -> str:
    """The name that a figure had while its indicator had another id."""
    return former + name.removeprefix(indicator)


def section_word(section: str) -> str:
    """A section as a word of an address: `Phần I, II.6.a` is `phan-i-ii-6-a`."""
    plain = unicodedata.normalize("NFD", section.casefold().replace("đ", "d"))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return _NOT_A_WORD.sub("-", letters).strip("-")
