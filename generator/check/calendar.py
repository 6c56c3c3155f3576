"""The calendar of reports asks of units that exist."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.references import unknown
from generator.i18n.said import day_said
from generator.model.catalogue import Catalogue
from generator.model.text import Text
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Unknown units, and rules that end before they begin."""
    for rule in catalogue.calendar.values():
        for unit in rule.collected:
            yield from unknown("unknown-unit", unit, catalogue.units, rule.place_of("collected"))
        if rule.since and rule.until and rule.until.last_day < rule.since.first_day:
            days: dict[str, str | Text] = {"first": day_said(rule.since), "last": day_said(rule.until)}
            yield Problem("ends-before-beginning", rule.place_of("until"), days)
