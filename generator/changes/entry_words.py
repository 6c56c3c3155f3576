"""Entries of data in words: what a key of a report, indicator or target is called, and what it says, for reviewers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from generator.changes.compare import EntryChange
from generator.changes.naming import Naming
from generator.dataset.verdicts import stated_threshold
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.dates import PartialDate
from generator.model.days import Covers
from generator.model.indicator import Direction, IndicatorKind
from generator.model.period import Period
from generator.model.placed import Placed
from generator.model.target import Target
from generator.model.text import Text
from generator.model.unit import Level, Unit
from generator.pages.figures.levels import COMPARISONS, DIRECTIONS, KINDS, LEVELS, LEVELS_PLURAL

LABELS: Mapping[str, str] = {
    "area": N_("area"),
    "better": N_("which way is better"),
    "breakdown": N_("breakdown"),
    "breaks": N_("breaks"),
    "comparison": N_("to be reached"),
    "corrections": N_("corrections"),
    "deadline": N_("deadline"),
    "definition": N_("definition"),
    "over_time": N_("over time"),
    "adds_over_units": N_("adds up over units"),
    "of_year": N_("of the whole year"),
    "same_set": N_("counts the same as"),
    "document.as_of": N_("date of the figures"),
    "document.covers": N_("days covered"),
    "document.date": N_("date of the document"),
    "document.note": N_("note on the document"),
    "document.number": N_("number of the document"),
    "document.printed_date": N_("date of the document as printed"),
    "document.title": N_("title of the document"),
    "each_year": N_("to be kept in each year"),
    "entry": N_("how far it is entered"),
    "entry_note": N_("how it was entered"),
    "form": N_("form"),
    "former_ids": N_("former ids"),
    "formula": N_("formula"),
    "id": N_("id"),
    "indicator": N_("indicator"),
    "kind": N_("kind of value"),
    "level": N_("for whom"),
    "measure": N_("unit of measure"),
    "names": N_("name"),
    "note": N_("note"),
    "parent": N_("for whom"),
    "period": N_("period"),
    "prose": N_("figures of the prose"),
    "published": N_("first shown"),
    "references": N_("documents cited"),
    "related": N_("related indicators"),
    "replaces": N_("counted in place of"),
    "reviewed": N_("findings reviewed"),
    "revisions": N_("revisions"),
    "rise_of": N_("rise of"),
    "rule": N_("rule that asks for it"),
    "self_assessed": N_("self-assessed"),
    "source": N_("source"),
    "stated_in": N_("stated in"),
    "sums": N_("what adds up"),
    "tables": N_("tables"),
    "threshold": N_("to be reached"),
    "threshold_from": N_("to be reached"),
    "unbounded": N_("without bounds"),
    "unit": N_("for whom"),
    "unlike": N_("not to be taken for"),
    "within": N_("what it cannot exceed"),
}
"""What reviewers call what an entry says."""
OF_UNITS: Mapping[str, str] = {
    "aliases": N_("other names"),
    "authority": N_("official name"),
    "code": N_("official code"),
    "level": N_("level"),
    "parent": N_("belongs to"),
    "predecessors": N_("came from"),
    "successors": N_("became"),
    "valid_from": N_("exists since"),
    "valid_to": N_("existed until"),
}
"""What the keys of a unit are called where others use the same key for something else."""
_ENTRY = {"complete": N_("complete"), "partial": N_("in part")}
_NONE = "–"


def changed_words(change: EntryChange, naming: Naming) -> str:
    """What an entry says otherwise, each with what it said and says where that fits on a line."""
    sides = change.sides
    told = dict.fromkeys(_key_words(key, sides, naming) for key in change.keys) if sides else {}
    return "; ".join(told)


def target_words(target: Target, naming: Naming) -> str:
    """`On-time rate, 2022 – Sample District: at least 95%, by 31 December 2022`."""
    text = f"{naming.target(target.id)} – {_whom(target, naming)}: {_goal(target, naming)}"
    if target.deadline is None:
        return text
    return naming.say(N_("{target}, by {day}"), target=text, day=formats.day(target.deadline, naming.lang))


def _key_words(key: str, sides: tuple[Placed, Placed], naming: Naming) -> str:
    own = OF_UNITS if isinstance(sides[0], Unit) else {}
    label = naming.say(own.get(key) or LABELS.get(key, key))
    before, after = (_said(key, each, naming) for each in sides)
    return f"{label}: {before} → {after}" if before and after else label


def _said(key: str, entry: Placed, naming: Naming) -> str:
    """What an entry says under a key; empty where that is more than a line can hold."""
    if isinstance(entry, Target) and LABELS.get(key) in (LABELS["threshold"], LABELS["unit"]):
        return _goal(entry, naming) if LABELS[key] == LABELS["threshold"] else _whom(entry, naming)
    holder, _, inner = key.rpartition(".")
    value = getattr(getattr(entry, holder) if holder else entry, inner, None)
    return _value(key, value, naming)


_WORDS: Mapping[type, Callable[[Any, Naming], str]] = {
    bool: lambda value, naming: naming.say(N_("yes") if value else N_("no")),
    Text: lambda value, naming: naming.quoted(value.in_language(naming.lang)),
    Period: lambda value, naming: formats.period(value, naming.lang),
    PartialDate: lambda value, naming: formats.day(value, naming.lang),
    Covers: lambda value, naming: "–".join(formats.day(each, naming.lang) for each in (value.first, value.last)),
    Direction: lambda value, naming: naming.say(DIRECTIONS[value]),
    Level: lambda value, naming: naming.say(LEVELS[value]),
    IndicatorKind: lambda value, naming: naming.say(KINDS[value]),
    dict: lambda value, naming: naming.breakdown(tuple(sorted(value.items()))) or _NONE,
    str: lambda value, naming: naming.quoted(value),
}
"""How a value of a type is put; what has another type is more than a line can hold."""
_NAMES: Mapping[str, Callable[[Any, Naming], str]] = {
    "measure": lambda value, naming: naming.measure(value),
    "indicator": lambda value, naming: naming.indicator(value),
    "rise_of": lambda value, naming: naming.indicator(value),
    "entry": lambda value, naming: naming.say(_ENTRY[value]),
}
"""What is known by a name of its own."""


def _value(key: str, value: Any, naming: Naming) -> str:
    if value is None:
        return _NONE
    # A word that was typed is a kind of text; so are the words of a fixed list, which have their own names.
    kind = type(value) if type(value) in _WORDS or not isinstance(value, str) else str
    words = _NAMES.get(key) or _WORDS.get(kind)
    return words(value, naming) if words else ""


def _goal(target: Target, naming: Naming) -> str:
    """What is to be reached: `at least 95%`."""
    if target.threshold_from is not None:
        return naming.say(COMPARISONS[target.comparison], value=naming.quoted(naming.indicator(target.threshold_from)))
    catalogue = naming.catalogue_of(target)
    number: Decimal | None = stated_threshold(target, catalogue) if target.indicator in catalogue.indicators else None
    if number is None:
        return naming.say(COMPARISONS[target.comparison], value=str(target.threshold))
    measure = catalogue.measures[catalogue.indicators[target.indicator].measure]
    return naming.say(COMPARISONS[target.comparison], value=formats.measured(number, measure, naming.lang))


def _whom(target: Target, naming: Naming) -> str:
    """Whom a target binds: a unit, or every unit of a level."""
    if target.unit:
        return naming.unit(target.unit)
    level = naming.say(LEVELS_PLURAL[target.level]) if target.level else _NONE
    return f"{level}, {naming.unit(target.parent)}" if target.parent else level
