"""Nothing is entered twice: figures of the prose, cited documents, official codes of units, names of indicators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from itertools import combinations

from generator.model.catalogue import Catalogue
from generator.model.observation import Observation
from generator.model.place import Place
from generator.model.report import Reference, Report
from generator.model.text import Text
from generator.model.unit import Unit
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """What stands twice; the second place is told, with the first one."""
    yield from _figures(catalogue.observations)
    for report in catalogue.reports.values():
        yield from _citations(report)
    yield from _codes(catalogue.units.values())
    yield from _names(catalogue)


def _figures(observations: Iterable[Observation]) -> Iterator[Problem]:
    """The same figure of one section, printed the same way. A total printed beside two of its parts (`02/109`, `107/109`) is none.

    Rows of a form are not looked at: forms do ask for the same thing twice.
    """
    seen: dict[Hashable, Place] = {}
    for each in observations:
        if each.source.table is None and not each.part:
            said = (each.value, each.rough, each.words, each.status, each.printed)
            key = (each.source.report, each.source.section, each.key, said)
            if key in seen:
                words = {"indicator": each.indicator or "", "first": str(seen[key])}
                yield Problem("repeated-figure", each.place, words)
            seen.setdefault(key, each.place)


def _citations(report: Report) -> Iterator[Problem]:
    seen: dict[Hashable, Reference] = {}
    for reference in report.references:
        key = _identity(reference)
        if key in seen:
            words: dict[str, str | Text] = {"document": reference.name, "first": str(seen[key].place)}
            yield Problem("document-cited-twice", reference.place, words)
        seen.setdefault(key, reference)


def _identity(reference: Reference) -> Hashable:
    """What tells two documents apart. Numbers begin anew every year with every authority, so date and issuer belong to them."""
    dated = (reference.date, reference.printed_date)
    if reference.number is not None:
        return (reference.number.casefold(), reference.issuer, dated)
    return (reference.name.in_language("vi").casefold(), reference.subject, dated)


def _codes(units: Iterable[Unit]) -> Iterator[Problem]:
    """Two units with one official code at one time; a successor takes over the code of the unit before it."""
    coded: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.code is not None:
            coded[unit.code].append(unit)
    for code, sharing in coded.items():
        for one, other in combinations(sharing, 2):
            if one.level is other.level and _life(one)[0] < _life(other)[1] and _life(other)[0] < _life(one)[1]:
                words = {"code": code, "first": str(one.place_of("code"))}
                yield Problem("duplicate-code", other.place_of("code"), words)


def _life(unit: Unit) -> tuple[date, date]:
    """The first and the last day of a unit."""
    return (
        unit.valid_from.first_day if unit.valid_from else date.min,
        unit.valid_to.last_day if unit.valid_to else date.max,
    )


def _names(catalogue: Catalogue) -> Iterator[Problem]:
    """Indicators that readers of a language cannot tell apart."""
    told: set[str] = set()
    for lang in catalogue.languages:
        seen: dict[str, str] = {}
        for indicator in catalogue.indicators.values():
            name = indicator.names.in_language(lang).casefold()
            if name in seen and indicator.id not in told:
                words: dict[str, str | Text] = {"name": indicator.names, "other": seen[name]}
                yield Problem("duplicate-name", indicator.place_of("names"), words)
                told.add(indicator.id)
            seen.setdefault(name, indicator.id)
