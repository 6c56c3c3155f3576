"""A catalogue in portions: each report with its figures and texts, and one portion of everything that belongs to no report.

Whoever looks at a portion sees nothing of the others, so that what is found there holds for as long as the portion stays the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain

from generator.model.catalogue import Catalogue, NarrativeKey, PlainKey
from generator.model.narrative import Markdown
from generator.model.observation import Observation


class Scope(Enum):
    """What a check looks at: the whole tree, or one portion after another."""

    TREE = "tree"
    PORTION = "portion"


@dataclass(frozen=True)
class Portion:
    """A report, or what belongs to none (an empty `name`).

    `catalogue` holds nothing of other reports; units, indicators, forms and the like are there to be looked up. `made_from` is everything in it.
    """

    name: str
    catalogue: Catalogue
    made_from: tuple[object, ...]


def portions_of(catalogue: Catalogue, shared: tuple[object, ...]) -> Iterator[Portion]:
    """The portions, in the order of reports, then the rest. `shared` stands for all that belongs to no report: see `shared_by_reports`."""
    figures: dict[str, list[Observation]] = defaultdict(list)
    for each in catalogue.observations:
        figures[each.source.report].append(each)
    texts: dict[str, dict[NarrativeKey, Markdown]] = defaultdict(dict)
    for key, text in catalogue.narratives.items():
        texts[key[1] if key[1] in catalogue.reports else ""][key] = text
    alone = replace(
        catalogue,
        reports={},
        observations=(),
        narratives={},
        vintages=(),
        translated={},
        archive=None,
        site=None,
        emblem=None,
    )
    lent = replace(alone, plain={}, lent=True)
    for name, report in catalogue.reports.items():
        stated, told = tuple(figures[name]), texts[name]
        portion = replace(lent, reports={name: report}, observations=stated, narratives=told)
        yield Portion(name, portion, (shared, report, *stated, *_flat(told)))
    rest = texts[""]
    yield Portion("", replace(alone, narratives=rest), (shared, *_flat(rest), *_flat(catalogue.plain)))


def shared_by_reports(catalogue: Catalogue) -> tuple[object, ...]:
    """Everything that all portions may look up."""
    groups: tuple[Mapping[str, object], ...] = (
        catalogue.areas,
        catalogue.measures,
        catalogue.breakdowns,
        catalogue.indicators,
        catalogue.units,
        catalogue.forms,
        catalogue.targets,
        catalogue.glossary,
        catalogue.calendar,
    )
    said = (",".join(catalogue.languages), "\n".join(sorted(catalogue.unread)))
    return (*said, *chain.from_iterable(group.values() for group in groups), *catalogue.synonyms)


def _flat(texts: Mapping[NarrativeKey, Markdown] | Mapping[PlainKey, Markdown]) -> Iterator[object]:
    for key, text in texts.items():
        yield "/".join(key)
        yield text
