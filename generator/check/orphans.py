"""Whatever is defined is used: indicators, units of measure, breakdowns, areas and forms.

Terms of the glossary are not asked for: they explain the field, whether or not a narrative uses them today. Units are known for
their place among others (parents, successors) even where they report nothing. An official form (one with its source) may wait for the first
report that fills it in, and an indicator for the first document that states it where it belongs to others: by a formula, a bound, a rise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress

from generator.i18n.messages import N_
from generator.model.catalogue import Catalogue
from generator.model.form import CellMeaning
from generator.model.formula import Formula
from generator.model.indicator import Indicator
from generator.model.placed import Placed
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Entries that nothing uses; silent while something cannot be read, because that may be what uses them."""
    if catalogue.unread:
        return
    said = tuple(_said_by_forms(catalogue))
    indicators = catalogue.indicators.values()
    yield from _unused(N_("the indicator"), catalogue.indicators, _used_indicators(catalogue))
    measures = {each.measure for each in indicators} | {each.measure for each in said if each.measure}
    yield from _unused(N_("the unit of measure"), catalogue.measures, measures)
    yield from _unused(
        N_("the breakdown"), catalogue.breakdowns, {name for each in indicators for name in each.breakdown}
    )
    yield from _unused(N_("the area"), catalogue.areas, {each.area for each in indicators})
    forms = {each.form for each in catalogue.reports.values() if each.form}
    forms |= {each.id for each in catalogue.forms.values() if each.source is not None}
    yield from _unused(N_("the form"), catalogue.forms, forms)


def _used_indicators(catalogue: Catalogue) -> set[str]:
    """The indicators that a report, a form or a target names."""
    used = {each.indicator for each in _said_by_forms(catalogue) if each.indicator}
    used |= {each.figure.indicator for report in catalogue.reports.values() for each in report.stated_in_prose}
    for target in catalogue.targets.values():
        used |= {target.indicator, target.threshold_from or target.indicator}
    return used | _belonging_to(used, catalogue)


def _belonging_to(used: set[str], catalogue: Catalogue) -> set[str]:
    """The indicators that go together with used ones, however far: what one follows from, is bound by, is the rise of, or leads to."""
    beside: dict[str, set[str]] = defaultdict(set)
    for each in catalogue.indicators.values():
        for other in _named_by(each):
            beside[each.id].add(other)
            beside[other].add(each.id)
    found: set[str] = set()
    waiting = [each for each in used if each in catalogue.indicators]
    while waiting:
        for other in beside[waiting.pop()] - found:
            if other in catalogue.indicators:
                found.add(other)
                waiting.append(other)
    return found


def _named_by(indicator: Indicator) -> Iterator[str]:
    for written in indicator.formula:
        with suppress(ValueError):  # One that cannot be read is told of where it stands.
            yield from Formula.parse(written).indicators
    yield from (bound.indicator for bound in indicator.within)
    yield from (*indicator.related, *indicator.unlike, *indicator.replaces)
    if indicator.rise_of is not None:
        yield indicator.rise_of


def _said_by_forms(catalogue: Catalogue) -> Iterator[CellMeaning]:
    for form in catalogue.forms.values():
        for table in form.tables:
            for each in (*table.rows, *table.fixed_columns):
                yield each
                yield from each.figures


def _unused(role: str, known: Mapping[str, Placed], used: Collection[str]) -> Iterator[Problem]:
    """The entries that are not used. Where something is used that is not known, a slip is the reason, and is told elsewhere."""
    if not set(used) <= known.keys():
        return
    for name, entry in known.items():
        if name not in used:
            yield Problem("unused-entry", entry.place, {"role": role, "id": name})
