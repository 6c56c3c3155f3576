"""Of many files at once: who has sent, who has not, and which files contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.i18n.messages import N_, translate
from generator.importing.mapping.placed import key_of
from generator.importing.mapping.same import same_figure
from generator.importing.outcome import Outcome
from generator.model.unit import Unit

_SHOWN = 12
"""So many differing figures of two files are named."""


def missing_units(units: Mapping[str, Unit], outcomes: Sequence[Outcome]) -> list[Unit]:
    """Units of one parent and level with those that sent, that are there in the period and sent nothing."""
    sent = {each.unit for each in outcomes}
    groups = {(units[each.unit].parent, units[each.unit].level) for each in outcomes if each.unit in units}
    periods = [each.period for each in outcomes]
    if len(sent) < 2 or not periods:  # noqa: PLR2004 - one file is no collection
        return []
    day = max(each.start for each in periods).isoformat()
    return [
        unit
        for unit in units.values()
        if unit.parent is not None
        and (unit.parent, unit.level) in groups
        and unit.id not in sent
        and (unit.valid_to is None or str(unit.valid_to) >= day)
    ]


def doubles(outcomes: Iterable[Outcome]) -> dict[tuple[str, str], list[Outcome]]:
    """Files of one unit and period, where there are several."""
    found: dict[tuple[str, str], list[Outcome]] = {}
    for each in outcomes:
        found.setdefault((each.unit, str(each.period)), []).append(each)
    return {name: several for name, several in found.items() if len(several) > 1}


def contradictions(several: Sequence[Outcome], lang: str) -> Iterator[str]:
    """What files of one unit and period say differently."""
    first = {key_of(each.table, each.row, each.column): each for each in several[0].placed if each.row}
    for other in several[1:]:
        differing = [
            (first[key], each)
            for each in other.placed
            if (key := key_of(each.table, each.row, each.column)) in first
            and not same_figure(first[key].figure, each.figure)
        ]
        names = {"one": several[0].source, "other": other.source, "number": str(len(differing))}
        yield translate(lang, N_("{one} and {other} are of the same unit and period; {number} figures differ"), **names)
        for mine, theirs in differing[:_SHOWN]:
            yield f"  {mine.table}/{mine.row} {mine.column}: {mine.printed or '–'} / {theirs.printed or '–'}"
