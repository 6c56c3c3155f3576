"""How many targets there are of how many indicators, and what a unit says of its goals itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from generator.dataset.dataset import Series
from generator.dataset.reporting import self_assessed
from generator.dataset.verdicts import Judgement, Verdict
from generator.i18n import formats
from generator.i18n.messages import N_, template
from generator.pages.context import Context
from generator.pages.page import link, report_path

FEWEST_PARTS = 3
"""From so many on, the parts of one indicator make a number of targets look like more than it is."""


def scope_words(judged: Sequence[Judgement], context: Context) -> str:
    """How many targets there are, and of how many indicators."""
    if not judged:
        return ""
    targets = context.say_number("{number} target", "{number} targets", len(judged))
    indicators = context.say_number("{number} indicator", "{number} indicators", indicator_count(judged))
    words = context.say(N_("{targets} for {indicators}."), targets=targets, indicators=indicators)
    several = several_words(judged, context)
    return f"{words} {several}" if several else words


def indicator_count(judged: Iterable[Judgement]) -> int:
    """Of how many indicators targets are."""
    return len({each.target.indicator for each in judged})


def several_words(judged: Iterable[Judgement], context: Context) -> str:
    """Which of the achieved targets are parts of one indicator, where they are many; empty otherwise."""
    parts = Counter(
        (each.target.indicator, each.unit)
        for each in judged
        if each.verdict is Verdict.ACHIEVED and each.target.breakdown
    )
    told = [
        context.say(
            N_("{number} of the achieved targets are parts of a single indicator, “{indicator}” ({unit})."),
            number=formats.number(Decimal(number), context.lang),
            indicator=context.indicator_name(context.catalogue.indicators[indicator]),
            unit=context.unit_name(unit),
        )
        for (indicator, unit), number in parts.items()
        if number >= FEWEST_PARTS
    ]
    return " ".join(told)


def own_assessments(unit: str, path: str, context: Context, area: str | None = None) -> list[Markup]:
    """What the reports of a unit say themselves of its goals, one sentence a report, leading to the table."""
    answers: dict[str, list[Series]] = {}
    for series in self_assessed(context.dataset, unit):
        indicator = context.catalogue.indicators[series.indicator]
        if area in (None, indicator.area) and series.latest is not None:
            answers.setdefault(series.latest.source.report, []).append(series)
    return [_assessment(found, path, context) for found in answers.values()]


def _assessment(found: list[Series], path: str, context: Context) -> Markup:
    observations = [each.latest for each in found if each.latest is not None]
    first = observations[0]
    words = context.say(
        N_("{met} of {all} goals met ({period})"),
        met=formats.number(Decimal(sum(each.value == 1 for each in observations)), context.lang),
        all=formats.number(Decimal(len(observations)), context.lang),
        period=formats.period(first.period, context.lang),
    )
    target = link(path, report_path(first.source.report), first.source.anchor)
    told = Markup('<a href="{}">{}</a>').format(target, words)
    return escape(template(context.lang, N_("The unit's own assessment of its goals: {assessment}."))).format(
        assessment=told
    )
