"""Two tables of one report's figures matched: what is the same figure in both, although its address or its meaning changed."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

from generator.model.vintage import VintageFigure

_OF_PROSE = "p-"
_NTH = re.compile(r"_\d+$")

Figures = Mapping[str, VintageFigure]
"""Figures of one report by id."""


@dataclass(frozen=True)
class Matches:
    """The figures in both tables as pairs of old and new, in the order of the new table; those only in one of them."""

    pairs: tuple[tuple[VintageFigure, VintageFigure], ...]
    gone: tuple[VintageFigure, ...]
    added: tuple[VintageFigure, ...]


def match(old: Figures, new: Figures) -> Matches:
    """Match the figures of a report in two states.

    First what stands at the same place and states the same thing; then what states the same thing elsewhere (a column was put
    before it, or its row got another number); then what stands at the same place and was given another meaning. The place of a
    figure of the prose is named after its meaning, so last comes the same number in the same section.
    """
    left, found = dict(old), {}
    unmatched = dict(new)
    keys: tuple[Callable[[VintageFigure], Hashable], ...] = (_place_and_subject, _subject, _place, _number_in_section)
    for key in keys:
        waiting: dict[Hashable, deque[VintageFigure]] = defaultdict(deque)
        for each in left.values():
            waiting[key(each)].append(each)
        for each in list(unmatched.values()):
            if candidates := waiting.get(key(each)):
                found[each.id] = left.pop(candidates.popleft().id)
                del unmatched[each.id]
        if not left or not unmatched:
            break
    pairs = tuple((found[name], each) for name, each in new.items() if name in found)
    return Matches(pairs, tuple(left.values()), tuple(unmatched.values()))


def _place_and_subject(each: VintageFigure) -> Hashable:
    return (each.place, each.subject)


def _subject(each: VintageFigure) -> Hashable:
    # Rows that are no indicator all have the same subject, so that says nothing of them.
    return each.subject if each.indicator is not None else each.place


def _place(each: VintageFigure) -> Hashable:
    return each.place


def _number_in_section(each: VintageFigure) -> Hashable:
    if not each.anchor.startswith(_OF_PROSE) or each.value is None:
        return each.place
    return (_NTH.sub("", each.anchor).rpartition(".")[2], each.unit, each.measure, each.status, each.value)
