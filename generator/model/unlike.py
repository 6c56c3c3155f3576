"""Indicators of which none stands beside another: called alike and measured otherwise, or counted in the place of another since a rule changed.

On-time rates of dossiers resolved, due and received are of the first kind, services by levels and for the whole process of the second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from generator.model.catalogue import Catalogue

T = TypeVar("T")


def unlike(indicator: str, catalogue: Catalogue) -> tuple[str, ...]:
    """What an indicator must not be taken for, whichever of them says so, in the order of the catalogue."""
    known = catalogue.indicators.get(indicator)
    named = set(known.unlike) if known is not None else set()
    return tuple(each.id for each in catalogue.indicators.values() if each.id in named or indicator in each.unlike)


def apart(indicator: str, catalogue: Catalogue) -> frozenset[str]:
    """What an indicator must not stand beside: what it must not be taken for, what it replaces, and what replaces it."""
    known = catalogue.indicators.get(indicator)
    later = (each.id for each in catalogue.indicators.values() if indicator in each.replaces)
    return frozenset((*unlike(indicator, catalogue), *(known.replaces if known is not None else ()), *later))


def are_unlike(indicators: Iterable[str], catalogue: Catalogue) -> tuple[str, str] | None:
    """The first two that must not stand together; None where all may."""
    seen: list[str] = []
    for each in dict.fromkeys(indicators):
        other = next((one for one in seen if one in apart(each, catalogue)), None)
        if other is not None:
            return other, each
        seen.append(each)
    return None


def first_of_unlike(items: Iterable[T], indicator_of: Callable[[T], str], catalogue: Catalogue) -> list[T]:
    """The items without those whose indicator must not stand beside that of an earlier one."""
    kept: list[T] = []
    for each in items:
        if are_unlike([*map(indicator_of, kept), indicator_of(each)], catalogue) is None:
            kept.append(each)
    return kept
