"""Suggestions get the names of what they suggest: an id alone does not say whether it is what somebody meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import cast

from generator.model.catalogue import Catalogue
from generator.model.text import Text
from generator.problems import Problem

_Namer = Callable[[str], Text | None]


def name_suggestions(problems: Iterable[Problem], catalogue: Catalogue) -> Iterator[Problem]:
    """The problems; those that suggest entries of the data say what these are called, and what indicators are counted in."""
    namers = _namers(catalogue)
    for problem in problems:
        namer = namers.get(problem.code)
        if namer is None or not problem.suggestion:
            yield problem
        else:
            found = {suggested: namer(suggested) for suggested in problem.suggestion}
            names = {suggested: name for suggested, name in found.items() if name is not None}
            yield replace(problem, names={**problem.names, **names})


def _namers(catalogue: Catalogue) -> Mapping[str, _Namer]:
    """What tells the name of an entry, by the code of the problem that suggests it."""
    entries = {
        "unknown-unit": catalogue.units,
        "unknown-form": catalogue.forms,
        "unknown-area": catalogue.areas,
        "unknown-measure": catalogue.measures,
        "unknown-breakdown": catalogue.breakdowns,
    }
    named: dict[str, _Namer] = {code: partial(_name, known) for code, known in entries.items()}
    named["unknown-indicator"] = partial(_indicator, catalogue)
    named["unknown-report"] = named["unknown-stating-report"] = partial(_title, catalogue)
    return named


def _name(known: Mapping[str, object], entry: str) -> Text | None:
    return cast("Text | None", getattr(known.get(entry), "names", None))


def _title(catalogue: Catalogue, report: str) -> Text | None:
    found = catalogue.reports.get(report)
    return found.document.title if found else None


def _indicator(catalogue: Catalogue, indicator: str) -> Text | None:
    """The name of an indicator and its unit of measure, in each language that has both."""
    found = catalogue.indicators.get(indicator)
    measure = catalogue.measures.get(found.measure) if found else None
    if found is None or measure is None:
        return found.names if found else None
    languages = found.names.root.keys() & measure.names.root.keys()
    return Text({lang: f"{found.names.root[lang]}; {measure.names.root[lang]}" for lang in languages})
