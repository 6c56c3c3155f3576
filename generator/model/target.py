"""Targets: what a unit, or every unit of a level, is to reach by when and on whose word."""

from __future__ import annotations

from enum import StrEnum

from generator.model.dates import PartialDate
from generator.model.period import Period
from generator.model.placed import Placed, Scalar
from generator.model.text import Id, Text
from generator.model.unit import Level


class Comparison(StrEnum):
    """When a threshold is met."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    EXACTLY = "exactly"


class Target(Placed):
    """A threshold for an indicator. `threshold` is read in the indicator's unit of measure, like any figure."""

    id: Id
    indicator: Id
    threshold: Scalar
    comparison: Comparison
    source: Text
    unit: Id | None = None
    level: Level | None = None
    parent: Id | None = None
    breakdown: dict[Id, Id] = {}
    period: Period | None = None
    deadline: PartialDate | None = None
    note: Text | None = None
