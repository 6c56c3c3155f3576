"""Figures that add up: what a commune reports in a quarter, drawn by chance within what the indicators declare.

Quotients are computed from their terms, wholes from their parts, what is within a limit from the limit; stocks hardly move, and
running totals grow until December. So the audit finds no contradiction, and has everything to look at.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import cached_property
from random import Random
from typing import Any

from tools.bench.definitions import Definitions, formulas, limits
from tools.bench.quarter import Quarter

Key = tuple[str, tuple[tuple[str, str], ...]]
"""An indicator, and the part of its breakdown."""

BLANK_LEVEL = ("online-level", "level-3")
"""Online services of level 3 ended in 2022; the rows on them stay blank."""
_COUNTS = {
    "document": (3, 25),
    "task": (40, 90),
    "unit": (6, 30),
    "issue": (3, 12),
    "survey-form": (120, 400),
    "procedure": (40, 150),
    "dossier": (300, 2500),
    "feedback": (2, 15),
    "office": (4, 12),
    "person": (3, 40),
}
_RATES = {"higher": (70, 98), "lower": (2, 8), "neither": (4, 12)}
_MONEY = (5_000, 40_000)
_SHARES = {"higher": (90, 100), "lower": (0, 3), "neither": (40, 80)}
"""Percent of a limit that is reached."""
_PLACES_TAKEN = (88, 99)
_VARIES = (85, 115)
"""Percent of its usual size that a flow has in a quarter."""
_HUNDREDTH = Decimal("0.01")
_THOUSANDTH = Decimal("0.001")


@dataclass(frozen=True)
class Chance:
    """Draws that depend on a name alone: a commune has the same figures in a tree of any size."""

    seed: int

    def between(self, span: tuple[int, int], *name: object) -> int:
        """A whole number of the span."""
        return self._of(name).randint(*span)

    def one_of(self, choices: tuple[str, ...], *name: object) -> str:
        """One of several."""
        return self._of(name).choice(choices)

    def _of(self, name: tuple[object, ...]) -> Random:
        return Random("|".join(map(str, (self.seed, *name))))  # noqa: S311 - the same figures each time, no secret


@dataclass(frozen=True)
class Figures:
    """Makes the figures of the rows of a form."""

    definitions: Definitions
    chance: Chance

    @cached_property
    def keys(self) -> frozenset[Key]:
        """What the rows ask for, but for those that stay blank."""
        asked = (key_of(row) for row in self.definitions.rows if "indicator" in row)
        return frozenset(key for key in asked if BLANK_LEVEL not in key[1])

    @cached_property
    def plans(self) -> frozenset[str]:
        """Indicators that hold for a year, since something is done towards them."""
        declared = (limit for each in self.definitions.indicators.values() for limit in limits(each))
        return frozenset(name for name, why in declared if why == "plan")

    def of(self, commune: str, quarter: Quarter) -> dict[Key, Decimal]:
        """Every figure of one report."""
        return _Report(self, commune, quarter).figures(self.keys)

    def one(self, key: Key, commune: str, quarter: Quarter) -> Decimal:
        """One figure of a report, and no more than it follows from."""
        return _Report(self, commune, quarter).figures({key})[key]


def key_of(row: dict[str, Any]) -> Key:
    """What a row asks for."""
    return row["indicator"], tuple(sorted(row.get("breakdown", {}).items()))


class _Report:
    """The figures of one report, each found once, after those that it follows from."""

    def __init__(self, made_by: Figures, commune: str, quarter: Quarter) -> None:
        self._by = made_by
        self._commune = commune
        self._quarter = quarter
        self._found: dict[Key, Decimal] = {}

    def figures(self, keys: Collection[Key]) -> dict[Key, Decimal]:
        return {key: self._figure(key) for key in keys}

    def _figure(self, key: Key) -> Decimal:
        if key not in self._found:
            self._found[key] = self._find(key)
        return self._found[key]

    def _find(self, key: Key) -> Decimal:
        name, part = key
        indicator = self._by.definitions.indicators[name]
        parts = [each for each in self._by.keys if each[0] == name and each[1]] if not part else []
        if parts and indicator.get("sums"):
            return sum((self._figure(each) for each in parts), Decimal(0))
        for formula in formulas(indicator):
            above, _, below = formula.partition(" / ")
            if below and {(above, part), (below, part)} <= self._by.keys:
                return self._quotient((above, part), (below, part))
        limit = self._limit(indicator, part)
        return self._drawn(key, indicator) if limit is None else self._within(key, indicator, *limit)

    def _quotient(self, above: Key, below: Key) -> Decimal:
        """In percent; of nothing, nothing."""
        whole = self._figure(below)
        percent = 100 * self._figure(above) / whole if whole else Decimal(0)
        return percent.quantize(_HUNDREDTH, ROUND_HALF_UP)

    def _limit(self, indicator: dict[str, Any], part: tuple[tuple[str, str], ...]) -> tuple[Decimal, str] | None:
        """The least figure of this report that the indicator cannot exceed, and why."""
        found = [
            (self._figure(other), why)
            for name, why in limits(indicator)
            for other in ((name, part), (name, ()))
            if other in self._by.keys
        ]
        return min(found, default=None)

    def _within(self, key: Key, indicator: dict[str, Any], limit: Decimal, why: str) -> Decimal:
        if indicator["kind"] == "cumulative":
            percent = 24 * self._quarter.number - self._chance_of_quarter((0, 5), key)
        elif why == "places":
            percent = self._chance_of_quarter(_PLACES_TAKEN, key)
        else:
            percent = self._chance_of_quarter(_SHARES[indicator["better"]], key)
        share = limit * percent / 100
        return _rounded(share, indicator["measure"], up=why == "part" and indicator["better"] != "lower")

    def _drawn(self, key: Key, indicator: dict[str, Any]) -> Decimal:
        measure, kind = indicator["measure"], indicator["kind"]
        if measure == "percent":
            base = Decimal(self._by.chance.between(_RATES[indicator["better"]], self._commune, key))
            return base + Decimal(self._chance_of_quarter((-100, 100), key)) / 100
        span = _MONEY if measure == "million-vnd" else _COUNTS.get(measure, (1, 20))
        base = Decimal(self._by.chance.between(span, self._commune, key))
        if key[0] in self._by.plans:
            return _rounded(
                base * self._by.chance.between(_VARIES, self._commune, key, self._quarter.year) / 100, measure
            )
        if kind == "stock":
            return base + self._chance_of_quarter((0, 2), key)
        if kind == "cumulative":
            quarters = [self._quarter.before(back) for back in range(self._quarter.number)]
            return Decimal(sum(self._by.chance.between((0, 2), self._commune, key, each) for each in quarters))
        return _rounded(base * self._chance_of_quarter(_VARIES, key) / 100, measure)

    def _chance_of_quarter(self, span: tuple[int, int], key: Key) -> int:
        return self._by.chance.between(span, self._commune, key, self._quarter)


def _rounded(number: Decimal, measure: str, *, up: bool = False) -> Decimal:
    """Money has three decimals (of a million), all else is whole. Up where nothing would be left of a small number."""
    rounding = ROUND_CEILING if up else ROUND_FLOOR
    return number.quantize(_THOUSANDTH if measure == "million-vnd" else Decimal(1), rounding)


def printed(number: Decimal, measure: str) -> str:
    """As a Vietnamese report prints it, in the quotes that YAML needs."""
    if measure == "percent":
        return f'"{number.quantize(_HUNDREDTH)}%"'.replace(".", ",")
    if measure == "yes-no":
        return '"có"'
    whole, _, decimals = f"{number:,}".partition(".")
    return f'"{whole.replace(",", ".")}{"," if decimals else ""}{decimals}"'
