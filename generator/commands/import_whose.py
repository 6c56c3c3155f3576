"""Settles whose report a file is and of which period: as it was said, else as the document says of itself, else as a person at a terminal says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.commands.asking import ask, may_ask
from generator.i18n.messages import N_

if TYPE_CHECKING:
    from generator.console import Console
    from generator.importing.document import Document
    from generator.importing.prose.whose import Found
    from generator.model.catalogue import Catalogue
    from generator.model.period import Period


@dataclass(frozen=True)
class Whose:
    """A unit and a period, and what is to be told of how they were known."""

    unit: str
    period: Period
    told: tuple[str, ...] = ()


def settle(document: Document, unit: str, period: str, catalogue: Catalogue, console: Console) -> Whose | str:
    """Whose a document is. `unit` and `period` are what was said (empty where nothing was); a text says why it cannot be settled."""
    from generator.importing.prose.whose import find_period, find_unit
    from generator.model.period import Period

    told: list[str] = []
    found_period = find_period(document.blocks)
    settled = _settled(N_("period"), "--period", period, found_period, _is_period, document.name, console, told)
    if settled is None:
        return _missing("--period", found_period, console)
    parsed = Period.parse(settled)
    found_unit = find_unit(document.blocks, catalogue.units, parsed)

    def is_unit(text: str) -> bool:
        return text in catalogue.units

    settled = _settled(N_("unit"), "--unit", unit, found_unit, is_unit, document.name, console, told)
    if settled is None:
        return _missing("--unit", found_unit, console)
    return Whose(settled, parsed, tuple(told))


def _settled(
    what: str,
    option: str,
    said: str,
    found: Found | None,
    is_one: Callable[[str], bool],
    file: str,
    console: Console,
    told: list[str],
) -> str | None:
    """The answer, where there is one. Adds to `told` what is to be told of it."""
    words = {"file": file, "what": console.say(what), "option": option, "said": said}
    if found is not None:
        words |= {"value": found.value, "words": found.evidence or "–", "others": ", ".join(found.others)}
    if said:
        if found is not None and found.value != said and said not in found.others:
            told.append(console.say(_OTHERWISE_SURE if found.sure else _OTHERWISE, **words))
        return said
    if found is not None and found.sure:
        told.append(console.say(_AS_IT_SAYS, **words))
        return found.value
    if not may_ask():
        return None
    if found is not None:
        console.error(console.say(_PERHAPS, **words))

    def fault_of(text: str) -> str:
        return "" if is_one(text) else N_("That is none.")

    return ask(console.say(_QUESTION, **words), found.value if found else None, fault_of, console)


def _missing(option: str, found: Found | None, console: Console) -> str:
    if found is None:
        return console.say(N_("It does not say whose it is, or of which period: {option} is missing."), option=option)
    return console.say(
        N_("It may be {value} (“{words}”), but that is not sure. Say it: {option} {value}"),
        value=found.value,
        words=found.evidence or "–",
        option=option,
    )


def _is_period(text: str) -> bool:
    from generator.model.period import Period

    try:
        Period.parse(text)
    except ValueError:
        return False
    return True


_AS_IT_SAYS = N_("{file}: {what} {value}, as its head says: “{words}”")
_OTHERWISE = N_(
    "{file}: you said {option} {said}; the document rather speaks of {value}: “{words}”. It was imported as you said."
)
_OTHERWISE_SURE = N_(
    "{file}: you said {option} {said}, but its head says {value}: “{words}”. It was imported as you said; was that meant?"
)
_PERHAPS = N_("{file}: {what} perhaps {value}: “{words}”")
_QUESTION = N_("{file}: {what}")
