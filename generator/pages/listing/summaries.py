"""Short views of reports, units and areas that several pages list."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dataset.belonging import has_reported, reports_newest_first, reports_of
from generator.dataset.dataset import reported_indicators
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.model.catalogue import Catalogue
from generator.model.report import Report
from generator.model.unit import Unit
from generator.pages.cards.cards import Card, headline_card
from generator.pages.context import Context
from generator.pages.figures.levels import kind_of_unit


@dataclass(frozen=True)
class UnitSummary:
    """A unit in a list; `ended` is until when it existed, or that nobody says, and empty for one of today; `successors` are what took its place (id, name)."""

    unit: Unit
    name: str
    level: str
    ended: str
    successors: tuple[tuple[str, str], ...]
    reports: tuple[Report, ...]


@dataclass(frozen=True)
class AreaCard:
    """An area with its one telling figure."""

    id: str
    name: str
    definition: str
    indicators: int
    card: Card | None


def newest_reports(context: Context) -> list[Report]:
    """All reports, the newest period first."""
    return [context.catalogue.reports[each] for each in reports_newest_first(context.dataset)]


def reports_of_unit(unit: str, context: Context) -> list[Report]:
    """The reports of a unit, the newest period first."""
    return [context.catalogue.reports[each] for each in reports_of(context.dataset, unit)]


def unit_summary(unit: Unit, context: Context) -> UnitSummary:
    """A unit as lists show it."""
    reports = tuple(reports_of_unit(unit.id, context))
    ended = context.say(N_("end not known")) if is_former(unit, context.catalogue) else ""
    if unit.valid_to:
        ended = context.say(N_("until {day}"), day=formats.day(unit.valid_to, context.lang))
    return UnitSummary(
        unit=unit,
        name=unit.names.in_language(context.lang),
        level=context.say(kind_of_unit(unit)),
        ended=ended,
        successors=tuple((other, context.unit_name(other)) for other in unit.successors),
        reports=reports,
    )


def ended_parent(unit: Unit, catalogue: Catalogue) -> Unit | None:
    """The unit to which a unit belonged, where that has ended; the unit itself need not have."""
    parent = catalogue.units.get(unit.parent or "")
    return parent if parent is not None and parent.valid_to is not None else None


def is_former(unit: Unit, catalogue: Catalogue) -> bool:
    """Whether a unit ended, or belonged to one that did: decided by the dates in the data, whenever the site is built."""
    return unit.valid_to is not None or ended_parent(unit, catalogue) is not None


def reporting_units(context: Context) -> list[UnitSummary]:
    """The units that issued a report, by name."""
    units = [each for each in context.catalogue.units.values() if has_reported(context.dataset, each.id)]
    found = [unit_summary(unit, context) for unit in units]
    return sorted(found, key=lambda each: sort_key(each.name))


def area_cards(context: Context) -> list[AreaCard]:
    """The seven areas, each with the newest of its headline figures."""
    reported = reported_indicators(context.dataset)
    made = []
    for area in context.catalogue.areas.values():
        inside = [
            each for each in context.catalogue.indicators.values() if each.area == area.id and each.id in reported
        ]
        made.append(
            AreaCard(
                id=area.id,
                name=area.names.in_language(context.lang),
                definition=area.definition.in_language(context.lang),
                indicators=len(inside),
                card=headline_card(area, context, unit=None),
            )
        )
    return made
