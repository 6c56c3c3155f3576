"""Finds indicators by words of their ids, names, definitions and rows, in every language, with or without accents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.dataset.feeding import feeding
from generator.model.catalogue import Catalogue
from generator.model.indicator import Indicator
from generator.model.text import Text
from generator.problems.near import folded

_WORD = re.compile(r"[^\W_]+")
_Fits = Callable[[str, str], bool]


def find_indicators(words: Iterable[str], catalogue: Catalogue) -> tuple[Indicator, ...]:
    """The indicators that have all the words: those that have them in their name first, the shorter names before the longer ones.

    Where none has them whole, words that begin so count as well: `dossier` then finds `dossiers`.
    """
    wanted = _words(" ".join(words))
    for fits in (str.__eq__, str.startswith):
        ranked = [(_rank(wanted, each, catalogue, fits), each) for each in catalogue.indicators.values()]
        found = sorted(((rank, each) for rank, each in ranked if rank is not None), key=_order)
        if found:
            return tuple(each for _, each in found)
    return ()


def _rank(wanted: Sequence[str], indicator: Indicator, catalogue: Catalogue, fits: _Fits) -> int | None:
    """How far from the name the last of the words stands; None where one is nowhere."""
    fields = [_words(" ".join(texts)) for texts in _fields(indicator, catalogue)]
    places = [
        next((place for place, said in enumerate(fields) if any(fits(one, word) for one in said)), None)
        for word in wanted
    ]
    known = [place for place in places if place is not None]
    if len(known) < len(wanted):
        return None
    return max(known, default=0)


def _order(found: tuple[int, Indicator]) -> tuple[int, int]:
    rank, indicator = found
    return rank, min(len(_words(name)) for name in _said(indicator.names)) if rank == 0 else 0


def _fields(indicator: Indicator, catalogue: Catalogue) -> Iterator[list[str]]:
    """What may hold the words, the name before what tells less of an indicator."""
    yield [indicator.id, *indicator.former_ids, *_said(indicator.names)]
    rows = list(feeding(indicator.id, catalogue))
    yield [text for each in rows for text in _said(each.said.label)]
    yield [*_said(indicator.definition), *(_said(indicator.note) if indicator.note else ())]
    measure, area = catalogue.measures.get(indicator.measure), catalogue.areas.get(indicator.area)
    yield [text for each in (measure, area) if each is not None for text in _said(each.names)]


def _said(text: Text) -> list[str]:
    return list(text.root.values())


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))
