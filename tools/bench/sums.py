"""What a province reports where all its communes have reported: their counts together, rates from the counts, and other rates in the middle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from tools.bench.definitions import Definitions, formulas
from tools.bench.figures import Key

_RATES = frozenset({"percent", "yes-no"})
_HUNDREDTH = Decimal("0.01")


def together(of_all: Mapping[Key, Sequence[Decimal]], definitions: Definitions) -> dict[Key, Decimal]:
    """The figures of a whole from those of its parts."""
    found: dict[Key, Decimal] = {}
    rates = []
    for key, values in of_all.items():
        if definitions.indicators[key[0]]["measure"] in _RATES:
            rates.append(key)
        else:
            found[key] = sum(values, Decimal(0))
    for name, part in rates:
        found[name, part] = _rate(name, part, found, definitions)
        if found[name, part] < 0:
            values = of_all[name, part]
            found[name, part] = (sum(values, Decimal(0)) / len(values)).quantize(_HUNDREDTH, ROUND_HALF_UP)
    return found


def _rate(
    name: str, part: tuple[tuple[str, str], ...], found: Mapping[Key, Decimal], definitions: Definitions
) -> Decimal:
    """In percent; less than nought where no formula gives it."""
    for formula in formulas(definitions.indicators[name]):
        above, _, below = formula.partition(" / ")
        if below and (above, part) in found and (below, part) in found:
            whole = found[below, part]
            percent = 100 * found[above, part] / whole if whole else Decimal(0)
            return percent.quantize(_HUNDREDTH, ROUND_HALF_UP)
    return Decimal(-1)
