"""Whatever is defined is used: indicators, units of measure, breakdowns, areas and forms.

Terms of the glossary are not asked for: they explain the field, whether or not a narrative uses them today. Units are known for
their place among others (parents, successors) even where they report nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.i18n.messages import N_
from generator.model.catalogue import Catalogue
from generator.model.form import CellMeaning
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
    yield from _unused(N_("the form"), catalogue.forms, {each.form for each in catalogue.reports.values() if each.form})


def _used_indicators(catalogue: Catalogue) -> set[str]:
    """The indicators that a report, a form or a target names."""
    used = {each.indicator for each in _said_by_forms(catalogue) if each.indicator}
    used |= {each.figure.indicator for report in catalogue.reports.values() for each in report.stated_in_prose}
    for target in catalogue.targets.values():
        used |= {target.indicator, target.threshold_from or target.indicator}
    return used


def _said_by_forms(catalogue: Catalogue) -> Iterator[CellMeaning]:
    for form in catalogue.forms.values():
        for table in form.tables:
            yield from table.rows
            if isinstance(table.columns, tuple):
                yield from table.columns


def _unused(role: str, known: Mapping[str, Placed], used: Collection[str]) -> Iterator[Problem]:
    """The entries that are not used. Where something is used that is not known, a slip is the reason, and is told elsewhere."""
    if not set(used) <= known.keys():
        return
    for name, entry in known.items():
        if name not in used:
            yield Problem("unused-entry", entry.place, {"role": role, "id": name})
