"""What an expression asks for: its arguments as questions for observations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.i18n.messages import N_
from generator.load.expressions import Expression
from generator.model.catalogue import Catalogue
from generator.model.form import BreakdownKey
from generator.model.period import Period
from generator.model.report import Report
from generator.model.selection import Wanted
from generator.model.unlike import are_unlike
from generator.problems import Problem, nearest

SHAPES = ("course", "whole", "breakdown", "plan", "peers", "years")
"""What `chart(shape=…)` may be: how figures went on, what a whole is made of, tiers or other parts beside each other, results beside plans, a unit among
its peers, the same part of several years. The first that the figures allow is drawn where none is named."""

_ARGUMENTS: Mapping[str, tuple[str, ...]] = {
    "value": ("period", "unit", "section", "with_unit"),
    "chart": ("unit", "shape"),
    "table": ("unit",),
}

_ONE_NAMED = N_("one indicator is to be named, in quotes")
_SOME_NAMED = N_("no indicator is named")


@dataclass(frozen=True)
class Question:
    """What an expression asks for: one question for each indicator it names, and the shape of a chart where one is named."""

    wanted: tuple[Wanted, ...]
    with_unit: bool = False
    shape: str = ""


def question_of(expression: Expression, report: Report | None, catalogue: Catalogue) -> Question | Problem:
    """The question behind an expression; unit and, for a single value, period default to those of the report."""
    function = expression.function
    allowed = (*_ARGUMENTS[function], *(dimension.replace("-", "_") for dimension in catalogue.breakdowns))
    for name in expression.named:
        if name not in allowed:
            words = {"written": name, "function": f"{function}()"}
            return Problem(
                "unknown-argument", expression.place, words, suggestion=nearest(name, allowed), allowed=allowed
            )
    one = function == "value"
    if not expression.arguments or (one and len(expression.arguments) != 1):
        return Problem("broken-expression", expression.place, {"reason": _ONE_NAMED if one else _SOME_NAMED})
    period = _period(expression, report if one else None, catalogue)
    if isinstance(period, Problem):
        return period
    shape = str(expression.named.get("shape") or "")
    if shape and shape not in SHAPES:
        return Problem(
            "unknown-shape", expression.place, {"written": shape}, suggestion=nearest(shape, SHAPES), allowed=SHAPES
        )
    section = expression.named.get("section")
    unit = expression.named.get("unit") or (report.unit if report else None)
    breakdown = _breakdown(expression, catalogue)
    wanted = tuple(
        Wanted(
            indicator=indicator,
            unit=str(unit) if unit else None,
            period=period,
            section=str(section) if section else None,
            breakdown=breakdown if one or breakdown else None,
        )
        for indicator in expression.arguments
    )
    apart = are_unlike(map(str, expression.arguments), catalogue) if function == "chart" else None
    if apart is not None:
        return Problem("unlike-in-one-chart", expression.place, {"first": apart[0], "second": apart[1]})
    return Question(wanted, with_unit=bool(expression.named.get("with_unit")), shape=shape)


def _period(expression: Expression, report: Report | None, catalogue: Catalogue) -> Period | Problem | None:
    written = expression.named.get("period")
    if written is None:
        if report is None:
            return None
        indicator = catalogue.indicators.get(str(expression.arguments[0]))
        return indicator.period_of(report.period) if indicator else report.period
    try:
        return Period.parse(str(written))
    except ValueError:
        return Problem("bad-period", expression.place, {"written": str(written)})


def _breakdown(expression: Expression, catalogue: Catalogue) -> BreakdownKey:
    named = {dimension: expression.named.get(dimension.replace("-", "_")) for dimension in catalogue.breakdowns}
    return tuple(sorted((dimension, str(category)) for dimension, category in named.items() if category is not None))
