"""Building blocks of the checks: a reference to an id that does not exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.catalogue import Catalogue
from generator.model.place import Place
from generator.problems import Problem, nearest


def unknown(code: str, reference: str | None, known: Mapping[str, object], place: Place) -> Iterator[Problem]:
    """A problem if `reference` is given but not known."""
    if reference is not None and reference not in known:
        allowed = tuple(known)
        yield Problem(code, place, {"id": reference}, suggestion=nearest(reference, allowed), allowed=allowed)


def breakdown_problems(
    breakdown: Mapping[str, str], indicator_id: str | None, place: Place, catalogue: Catalogue
) -> Iterator[Problem]:
    """Dimensions and categories that do not exist, or that the indicator is not split by."""
    indicator = catalogue.indicators.get(indicator_id or "")
    for dimension, category in breakdown.items():
        known = catalogue.breakdowns.get(dimension)
        if known is None:
            yield from unknown("unknown-breakdown", dimension, catalogue.breakdowns, place)
            continue
        names = {each.id: each.names for each in known.categories}
        categories = tuple(names)
        if category not in categories:
            words = {"breakdown": dimension, "id": category}
            near = nearest(category, categories)
            yield Problem("unknown-category", place, words, suggestion=near, allowed=categories, names=names)
        if indicator is not None and dimension not in indicator.breakdown:
            words = {"indicator": indicator.id, "breakdown": dimension}
            yield Problem("undeclared-breakdown", place, words, allowed=indicator.breakdown)
