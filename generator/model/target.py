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
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"
    EXACTLY = "exactly"


class Target(Placed):
    """A threshold for an indicator: a number of its own, or a plan that a report states as a figure.

    `threshold` is read in the indicator's unit of measure, like any figure. `threshold_from` names the indicator that holds the
    plan, for the same unit and breakdown. A target has one of the two; the checks see to that. `stated_in` names the report
    from which the target was read, by which it was known. `each_year` tells that a target of several years (2026-2027) is to be kept in each
    of them: each year is judged, and what holds at the end is the verdict.
    """

    id: Id
    indicator: Id
    comparison: Comparison
    source: Text
    threshold: Scalar | None = None
    threshold_from: Id | None = None
    unit: Id | None = None
    level: Level | None = None
    parent: Id | None = None
    breakdown: dict[Id, Id] = {}
    period: Period | None = None
    each_year: bool = False
    deadline: PartialDate | None = None
    stated_in: str | None = None
    note: Text | None = None
