"""Targets as pages list them: what was to be reached, on whose word, what was reported, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.dataset.places import place_of_entry
from generator.dataset.verdicts import Judgement, judgements_on, stated_threshold
from generator.i18n import formats
from generator.model.target import Target
from generator.pages.context import Context
from generator.pages.figures.figure import breakdown_name
from generator.pages.figures.levels import LEVELS_PLURAL
from generator.pages.origins.origin import Origin
from generator.pages.page import indicator_path, link, unit_path
from generator.pages.progress.verdicts import (
    PROGRESS,
    VERDICTS,
    figure_html,
    last_before_the_end,
    level_words,
    reasons,
    threshold_words,
)


@dataclass(frozen=True)
class TargetView:
    """A target of one unit. `actual` is the figure of its time, empty without one; `verdict` is the id and `word` what readers see.

    `anchor` is the fragment under which the page of progress shows it, `reasons_href` the way there.
    `over` says that the time has passed without a final figure, and the last one known; `edit` leads to the line of the repository that sets it.
    """

    anchor: str
    who: str
    who_href: str
    indicator: str
    indicator_href: str
    breakdown: str
    period: str
    deadline: str
    threshold: str
    source: Markup
    note: Markup
    actual: Markup | str = ""
    actual_period: str = ""
    verdict: str = ""
    word: str = ""
    reasons: tuple[Markup, ...] = ()
    reasons_href: str = ""
    over: Markup | str = ""
    edit: str = ""


def target_views(indicator: str, path: str, context: Context) -> list[TargetView]:
    """The targets of an indicator, one a unit; a target that binds no unit that reports stands there for its level."""
    found = []
    judgements = judgements_on(context.dataset, indicator)
    for target in context.catalogue.targets.values():
        if target.indicator == indicator:
            judged = [each for each in judgements if each.target.id == target.id]
            found += [target_view(each, path, context) for each in judged] or [_level_view(target, path, context)]
    return found


def target_view(judgement: Judgement, path: str, context: Context) -> TargetView:
    """A judged target, as seen from a page."""
    figure, anchor = judgement.figure, target_anchor(judgement)
    return TargetView(
        anchor=anchor,
        who=context.unit_name(judgement.unit),
        who_href=link(path, unit_path(judgement.unit)),
        **_common(judgement.target, path, context),
        threshold=threshold_words(judgement, context),
        actual=figure_html(figure, path, context) if figure else "",
        actual_period=formats.period(figure.period, context.lang) if figure else "",
        verdict=judgement.verdict.value,
        word=context.say(VERDICTS[judgement.verdict]),
        reasons=reasons(judgement, path, context),
        reasons_href=link(path, PROGRESS, anchor),
        over=last_before_the_end(judgement, path, context),
    )


def target_anchor(judgement: Judgement) -> str:
    """The fragment of a judged target; a target of a level has one for each unit."""
    own = judgement.target.unit is not None
    return f"target-{judgement.target.id}" if own else f"target-{judgement.target.id}--{judgement.unit}"


def _level_view(target: Target, path: str, context: Context) -> TargetView:
    who = context.say(LEVELS_PLURAL[target.level]) if target.level else ""
    number = stated_threshold(target, context.catalogue)
    measure = context.catalogue.measures[context.catalogue.indicators[target.indicator].measure]
    value = formats.measured(number, measure, context.lang) if number is not None else ""
    return TargetView(
        anchor="",
        who=f"{who}, {context.unit_name(target.parent)}" if target.parent else who,
        who_href="",
        **_common(target, path, context),
        threshold=level_words(target.comparison, number, value, measure, context) if value else "",
    )


def _common(target: Target, path: str, context: Context) -> dict[str, Any]:
    """What a target says whoever it binds."""
    catalogue, lang = context.catalogue, context.lang
    return {
        "indicator": context.indicator_name(catalogue.indicators[target.indicator]),
        "indicator_href": link(path, indicator_path(target.indicator)),
        "breakdown": breakdown_name(tuple(sorted(target.breakdown.items())), catalogue, lang),
        "period": formats.period(target.period, lang, short=True) if target.period else "",
        "deadline": formats.day(target.deadline, lang) if target.deadline else "",
        "source": context.text(target.source),
        "note": context.text(target.note) if target.note else Markup(""),
        "edit": context.source_href(Origin(*place_of_entry(context.dataset, "targets", target.id))),
    }
