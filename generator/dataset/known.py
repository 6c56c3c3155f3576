"""The catalogue as of the end of a year: what documents said by then, and the units that were there by then.

Figures are as they are entered today: what a document of 2020 prints does not change because somebody typed it later. What a later
document says, what became of a unit afterwards, and everything that would lead there is left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.form import Form
from generator.model.indicator import Indicator
from generator.model.paths import report_path, unit_path
from generator.model.report import Report
from generator.model.target import Target
from generator.model.text import DEFAULT_LANGUAGE, Text
from generator.model.unit import Unit

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\Wa-z])")
_AFTERTHOUGHT = re.compile(r"\s*\([^()]*\)$")
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")


def date_of(report: Report) -> PartialDate:
    """The date that tells when a report was there: that of the document, else that of its figures, else the last it can cover."""
    document, end = report.document, report.period.end
    covered = document.covers.last if document.covers else None
    return document.date or document.as_of or covered or PartialDate(end.year, end.month, end.day)


def day_of(report: Report) -> date:
    """The day by which a report was there: where a date names only a month, its last."""
    return date_of(report).last_day


def known_by(catalogue: Catalogue, edition: Edition) -> Catalogue:
    """What was known by the last day of an edition's year. `hidden` of the result names the pages that are no part of it."""
    last_day = edition.last_day
    reports = {key: each for key, each in catalogue.reports.items() if day_of(each) <= last_day}
    units = _units(catalogue, reports, last_day)
    kept = replace(
        catalogue,
        reports=reports,
        units=units,
        forms=_forms(catalogue, reports),
        indicators={key: _without_later_breaks(each, last_day) for key, each in catalogue.indicators.items()},
        targets={key: each for key, each in catalogue.targets.items() if _is_set(each, catalogue, reports, units)},
        observations=tuple(each for each in catalogue.observations if each.source.report in reports),
        narratives={key: each for key, each in catalogue.narratives.items() if key[1] in reports},
        vintages=tuple(each for each in catalogue.vintages if each.edition < edition),
    )
    files = {each.place.file for each in (*kept.narratives.values(), *kept.plain.values())}
    return replace(
        kept,
        translated={name: mark for name, mark in catalogue.translated.items() if f"content/{name}" in files},
        hidden=frozenset(_hidden(catalogue, kept)),
    )


def _hidden(catalogue: Catalogue, kept: Catalogue) -> Iterator[str]:
    yield from (unit_path(each) for each in catalogue.units.keys() - kept.units.keys())
    yield from (report_path(each) for each in catalogue.reports.keys() - kept.reports.keys())


def _units(catalogue: Catalogue, reports: Mapping[str, Report], last_day: date) -> dict[str, Unit]:
    """The units that were there by then, and those that a document of the time speaks of, without what came later."""
    named = {each.unit for each in catalogue.observations if each.source.report in reports}
    named |= {each.unit for each in reports.values()}
    there = {key for key, each in catalogue.units.items() if key in named or _has_begun(each, catalogue, last_day)}
    return {key: _as_of(each, there, catalogue, last_day) for key, each in catalogue.units.items() if each.id in there}


def _has_begun(unit: Unit, catalogue: Catalogue, last_day: date) -> bool:
    """Whether a unit as it is described was there. One that took the place of others is, once these have ended."""
    if unit.valid_from is not None:
        return unit.valid_from.first_day <= last_day
    ends = [other.valid_to for key in unit.predecessors if (other := catalogue.units.get(key)) and other.valid_to]
    return all(end.first_day <= last_day for end in ends)


def _as_of(unit: Unit, there: Collection[str | None], catalogue: Catalogue, last_day: date) -> Unit:
    def became(old: str, new: str) -> bool:
        ended = catalogue.units[old].valid_to if old in catalogue.units else None
        return old in there and new in there and (ended is None or ended.first_day <= last_day)

    ended = unit.valid_to is not None and unit.valid_to.first_day <= last_day
    return unit.model_copy(
        update={
            "names": _named_by(unit.names, last_day.year),
            "parent": unit.parent if unit.parent in there else None,
            "valid_to": unit.valid_to if ended else None,
            "predecessors": tuple(each for each in unit.predecessors if became(each, unit.id)),
            "successors": tuple(each for each in unit.successors if became(unit.id, each)),
            "note": _until(unit.note, last_day.year) if unit.note else None,
        }
    )


def _named_by(names: Text, year: int) -> Text:
    """Names without what was added to them when a unit ended: “(until 30 June 2025)” tells it from its successor of the same name."""

    def shorter(name: str) -> str:
        added = _AFTERTHOUGHT.search(name)
        return name[: added.start()] if added and added.start() and _speaks_of_later(added[0], year) else name

    return Text({lang: shorter(name) for lang, name in names.root.items()})


def _until(note: Text, year: int) -> Text | None:
    """A note up to the first sentence that speaks of a later year; None where nothing is left for Vietnamese readers."""
    left = {lang: " ".join(_sentences_until(said, year)) for lang, said in note.root.items()}
    told = {lang: said for lang, said in left.items() if said}
    return Text(told) if DEFAULT_LANGUAGE in told else None


def _sentences_until(said: str, year: int) -> Iterator[str]:
    for sentence in _SENTENCE.split(said):
        if _speaks_of_later(sentence, year):
            return
        yield sentence


def _speaks_of_later(said: str, year: int) -> bool:
    return any(int(match) > year for match in _YEAR.findall(said))


def _forms(catalogue: Catalogue, reports: Mapping[str, Report]) -> dict[str, Form]:
    """The forms without those that only later reports use."""
    used = {each.form for each in reports.values()}
    later = {each.form for each in catalogue.reports.values()} - used
    return {key: each for key, each in catalogue.forms.items() if key not in later}


def _without_later_breaks(indicator: Indicator, last_day: date) -> Indicator:
    breaks = tuple(each for each in indicator.breaks if each.period.start <= last_day)
    return indicator if breaks == indicator.breaks else indicator.model_copy(update={"breaks": breaks})


def _is_set(target: Target, catalogue: Catalogue, reports: Mapping[str, Report], units: Mapping[str, Unit]) -> bool:
    """Whether a target was known: its report says so; without one, a report of its unit, from which it must have been read."""
    if any(each is not None and each not in units for each in (target.unit, target.parent)):
        return False
    if target.stated_in is not None:
        return target.stated_in in reports
    reporting = {each.unit for each in catalogue.reports.values()}
    return target.unit not in reporting or any(each.unit == target.unit for each in reports.values())
