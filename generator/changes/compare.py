"""Two states compared: which reports, figures, indicators and targets came, went or changed, and what follows from it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from generator.audit.finding import Finding
from generator.changes.prose import TextChange, TranslationChange, text_changes, translation_changes
from generator.changes.state import FigureKey, State
from generator.dataset.verdicts import Judgement
from generator.model.formula import Formula
from generator.model.observation import Observation
from generator.model.placed import Placed

T = TypeVar("T")

_SAID = (
    "status", "value", "rough", "words", "printed", "note", "indicator", "unit", "period", "breakdown", "measure", "as_of", "covers",
)  # fmt: skip
"""What a figure says. Where it stands in the file is no part of it."""


@dataclass(frozen=True)
class Derived:
    """A figure that follows from a changed one by a formula: its indicator, and what the formula gave and gives."""

    indicator: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True)
class FigureChange:
    """A figure before and after; None where it was not there. `said` names what changed where it was there both times."""

    key: FigureKey
    before: Observation | None
    after: Observation | None
    said: tuple[str, ...] = ()
    derived: tuple[Derived, ...] = ()

    @property
    def shown(self) -> Observation:
        """The figure as it is now, or as it was."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a change has at least one side
        return found


@dataclass(frozen=True)
class EntryChange:
    """An entry that came, went or changed: its id, what it was and is (None where it was not there), and the keys that differ."""

    id: str
    before: Placed | None
    after: Placed | None
    keys: tuple[str, ...] = ()

    @property
    def sides(self) -> tuple[Placed, Placed] | None:
        """What it was and what it is, where it was there both times."""
        return (self.before, self.after) if self.before is not None and self.after is not None else None


@dataclass(frozen=True)
class VerdictChange:
    """A verdict on a target for a unit, before and after."""

    target: str
    unit: str
    before: Judgement | None
    after: Judgement | None


@dataclass(frozen=True)
class FindingChange:
    """A contradiction or note that appeared (`before` is None), went, or says something else."""

    report: str
    anchor: str
    before: Finding | None
    after: Finding | None


@dataclass(frozen=True)
class Changes:
    """All that differs between two states, in the order of reports and figures. `old` and `new` are the states themselves."""

    old: State
    new: State
    reports: tuple[EntryChange, ...]
    figures: tuple[FigureChange, ...]
    indicators: tuple[EntryChange, ...]
    targets: tuple[EntryChange, ...]
    verdicts: tuple[VerdictChange, ...]
    findings: tuple[FindingChange, ...]
    units: tuple[EntryChange, ...] = ()
    forms: tuple[EntryChange, ...] = ()
    texts: tuple[TextChange, ...] = ()
    translations: tuple[TranslationChange, ...] = ()

    def of_report(self, report: str) -> tuple[FigureChange, ...]:
        """The changed figures of a report."""
        return tuple(each for each in self.figures if each.key[0] == report)


def compare(old: State, new: State) -> Changes:
    """What differs between two states."""
    whole = not (old.errors or new.errors)
    texts = text_changes(old.catalogue, new.catalogue)
    return Changes(
        old,
        new,
        reports=tuple(_entries(old.catalogue.reports, new.catalogue.reports, without={"tables", "prose"})),
        figures=tuple(_figures(old, new)),
        indicators=tuple(_entries(old.catalogue.indicators, new.catalogue.indicators)),
        targets=tuple(_entries(old.catalogue.targets, new.catalogue.targets)),
        verdicts=tuple(_verdicts(old, new)) if whole else (),
        findings=tuple(_findings(old, new)) if whole else (),
        units=tuple(_entries(old.catalogue.units, new.catalogue.units)),
        forms=tuple(_entries(old.catalogue.forms, new.catalogue.forms)),
        texts=texts,
        translations=translation_changes(old.catalogue, new.catalogue, texts),
    )


def _pairs(old: Mapping[str, T], new: Mapping[str, T]) -> Iterator[tuple[str, T | None, T | None]]:
    """Everything by key: what is there now in its order, then what is gone."""
    for key in dict.fromkeys([*new, *old]):
        yield key, old.get(key), new.get(key)


def _entries(
    old: Mapping[str, Placed], new: Mapping[str, Placed], without: Collection[str] = ()
) -> Iterator[EntryChange]:
    for key, before, after in _pairs(old, new):
        if before is None or after is None:
            yield EntryChange(key, before, after)
            continue
        keys = tuple(_differing(_said(before, without), _said(after, without)))
        if keys:
            yield EntryChange(key, before, after, keys)


def _said(entry: Placed, without: Collection[str]) -> dict[str, Any]:
    """What an entry says, wherever it stands; what it says of its document as `document.number` and the like."""
    said: dict[str, Any] = {}
    for key, value in entry.model_dump(exclude=set(without)).items():
        if key == "document" and isinstance(value, dict):
            said |= {f"{key}.{inner}": each for inner, each in value.items()}
        else:
            said[key] = value
    return said


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    return (key for key in dict.fromkeys([*new, *old]) if old.get(key) != new.get(key))


def _figures(old: State, new: State) -> Iterator[FigureChange]:
    reports = list(dict.fromkeys([*new.catalogue.reports, *old.catalogue.reports]))
    keys = dict.fromkeys([*new.figures, *old.figures])
    order = {report: number for number, report in enumerate(reports)}
    for key in sorted(keys, key=lambda key: order.get(key[0], len(order))):
        before, after = old.figures.get(key), new.figures.get(key)
        if before is None or after is None:
            yield FigureChange(key, before, after)
            continue
        said = tuple(name for name in _SAID if getattr(before, name) != getattr(after, name))
        if said:
            yield FigureChange(
                key, before, after, said, tuple(_derived(after, old, new)) if {"value", "rough"} & {*said} else ()
            )


def _derived(figure: Observation, old: State, new: State) -> Iterator[Derived]:
    """What formulas make of a changed figure, where pages take it for its indicator's value."""
    if old.errors or new.errors or figure.indicator is None:
        return
    for indicator in new.catalogue.indicators.values():
        for formula in indicator.formula:
            if figure.indicator not in _terms(formula):
                continue
            key = (indicator.id, figure.unit, figure.breakdown)
            before, after = (state.computed(formula, key, figure.period) for state in (old, new))
            if before != after:
                yield Derived(indicator.id, before, after)
                break


def _terms(formula: str) -> tuple[str, ...]:
    try:
        return Formula.parse(formula).indicators
    except ValueError:
        return ()


def _verdicts(old: State, new: State) -> Iterator[VerdictChange]:
    for key in dict.fromkeys([*new.judgements, *old.judgements]):
        before, after = old.judgements.get(key), new.judgements.get(key)
        if before is None or after is None or (before.verdict, before.gap) != (after.verdict, after.gap):
            yield VerdictChange(*key, before, after)


def _findings(old: State, new: State) -> Iterator[FindingChange]:
    for key in dict.fromkeys([*new.findings, *old.findings]):
        before, after = old.findings.get(key), new.findings.get(key)
        if before is None or after is None or before.problem.words != after.problem.words:
            yield FindingChange(*key, before, after)
