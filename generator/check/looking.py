"""Looks at a catalogue portion by portion, and again only at those that are not what they were when they were last looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from generator.model.portions import Portion
from generator.recall.known import Known
from generator.shares import side_by_side

T = TypeVar("T")


def look(
    name: str, portions: Sequence[Portion], find: Callable[[Portion], tuple[T, ...]], known: Known, *, worth_it: bool
) -> list[T]:
    """What `find` finds in all portions, in their order, and is `known` by `name` afterwards. `worth_it` says whether processes are worth starting."""
    changed = [each for each in portions if not known.has((name, each.name), each.made_from)]
    shares = side_by_side(lambda number: find(changed[number]), len(changed), worth_it=worth_it, together=8)
    for portion, found in zip(changed, shares, strict=True):
        known.remember((name, portion.name), portion.made_from, found)
    return [finding for portion in portions for finding in known.result((name, portion.name))]
