"""Key figures: the newest value of a telling indicator, with its trend and its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from generator.dataset.covered import covered_until
from generator.dataset.dataset import Series
from generator.dataset.headline import headline_series, telling
from generator.dataset.medians import level_median
from generator.dataset.verdicts import Judgement
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.indicator import Area, Direction
from generator.model.observation import Observation
from generator.pages.context import Context
from generator.pages.figures.covered_words import NOTED, covered_words
from generator.pages.figures.figure import breakdown_name, difference, is_number, shown
from generator.pages.figures.levels import LEVELS_PLURAL
from generator.pages.page import indicator_path, report_path
from generator.pages.progress.targets import target_anchor
from generator.pages.progress.verdicts import VERDICTS, threshold_words

_MONTHS_COUNTED = 24
"""An age is told in months below this, in whole years from here on."""


@dataclass(frozen=True)
class Card:
    """A key figure. `trend` is `up`, `down` or `flat`, `judgement` is `good`, `bad` or `neutral`; both empty without one.

    `target` says what was to be reached, with the id and `word` of its `verdict`, and `median` how the level stands; empty likewise.
    `age` is how long before the data last changed the figure's time ended. `covered` says which days the figure really covers where they are not those of the period, `note` leads to a note on it.
    """

    value: Markup
    label: str
    unit: str
    unit_name: str
    period: str
    indicator_path: str
    source_path: str
    source_anchor: str
    trend: str = ""
    judgement: str = ""
    change: str = ""
    target: str = ""
    verdict: str = ""
    word: str = ""
    remark: str = ""
    target_anchor: str = ""
    median: str = ""
    figure: Observation | None = None
    covered: str = ""
    note: str = ""
    age: str = ""


def headline_card(area: Area, context: Context, *, unit: str | None) -> Card | None:
    """The key figure of an area for a unit, or the newest one of any unit; None where none of its headlines is reported."""
    found = headline_series(area, context.dataset, unit=unit)
    return figure_card(found, context) if found is not None else None


def figure_card(series: Series, context: Context) -> Card:
    """The most telling figure of a series. Raises ValueError for a series without numbers."""
    latest = telling(series, context.dataset)
    if latest is None:
        raise ValueError(series.indicator)
    catalogue, lang = context.catalogue, context.lang
    indicator = catalogue.indicators[series.indicator]
    trend, judgement, change = _trend(series, latest, context)
    judged = telling_judgement(latest, context)
    return Card(
        value=_with_small_unit(latest, context),
        label=_label(series, context),
        unit=series.unit,
        unit_name=context.unit_name(series.unit),
        period=formats.period(latest.period, lang),
        indicator_path=indicator_path(indicator.id),
        source_path=report_path(latest.source.report),
        source_anchor=latest.source.anchor,
        trend=trend,
        judgement=judgement,
        change=change,
        target=_target_words(judged, latest, context) if judged else "",
        verdict=judged.verdict.value if judged else "",
        word=_word(judged, context) if judged else "",
        remark=_remark(judged, context) if judged else "",
        target_anchor=target_anchor(judged) if judged else "",
        median=_median_words(latest, context),
        figure=latest,
        covered=covered_words(latest, catalogue, lang),
        note=context.say(NOTED) if latest.note else "",
        age=age_words(covered_until(latest, catalogue), context),
    )


def age_words(until: date, context: Context) -> str:
    """How long before the data last changed the time of a figure ended: the site knows no other today. Empty where it is not known."""
    changed = context.changed
    if changed is None:
        return ""
    now = changed.first_day
    months = (now.year - until.year) * 12 + now.month - until.month - (now.day < until.day)
    if months < 1:
        return context.say(N_("less than a month old"))
    if months < _MONTHS_COUNTED:
        return context.say_number("{number} month old", "{number} months old", months)
    return context.say_number("{number} year old", "{number} years old", months // 12)


def _word(judged: Judgement, context: Context) -> str:
    """The verdict; where there is a figure but none of the end, what is missing instead of "no data"."""
    if judged.is_over and judged.target.period is not None:
        period = formats.period(judged.target.period, context.lang)
        return context.say(N_("no figure for the end of {period} yet"), period=period)
    return context.say(VERDICTS[judged.verdict])


def _remark(judged: Judgement, context: Context) -> str:
    """Why there is no verdict, where that is more than a missing figure and the word does not say it."""
    if judged.is_over:
        return "" if judged.target.period is not None else context.say(N_("the time is over, no final figure"))
    return context.say(N_("stated only roughly")) if judged.is_unsure else ""


def telling_judgement(latest: Observation, context: Context) -> Judgement | None:
    """The target that says most of a figure: the one that it answers, else the next one to come, else the last one."""
    formulas = context.catalogue.indicators[latest.indicator or ""].formula
    same = [
        each
        for each in context.judged(latest.unit)
        # The share of a plan that was done is judged by the plan: so many tasks of so many.
        if (
            each.target.indicator == latest.indicator
            or f"{each.target.indicator} / {each.target.threshold_from}" in formulas
        )
        and tuple(sorted(each.target.breakdown.items())) == latest.breakdown
    ]
    ahead = [each for each in same if each.end is None or each.end >= latest.period.end]
    answered = [each for each in same if each.figure is latest]
    found = answered or ahead
    if found:
        return min(found, key=lambda each: each.end or latest.period.end)
    return max(same, key=lambda each: each.end or latest.period.end, default=None)


def _label(series: Series, context: Context) -> str:
    """What the figure is of, in one phrase: the indicator, and the part where it is split."""
    name = context.indicator_name(context.catalogue.indicators[series.indicator])
    part = breakdown_name(series.breakdown, context.catalogue, context.lang)
    return f"{name}: {part}" if part else name


def _target_words(judged: Judgement, latest: Observation, context: Context) -> str:
    """What was to be reached, in the terms of the card: for the share of a plan, so many of so many."""
    if judged.target.indicator != latest.indicator and judged.figure and judged.figure.exact is not None:
        return _share_words(judged, judged.figure.exact, context)
    threshold = threshold_words(judged, context)
    if judged.target.period is None:
        return context.say(N_("Target: {threshold}"), threshold=threshold)
    period = formats.period(judged.target.period, context.lang, short=True)
    return context.say(N_("Target for {period}: {threshold}"), period=period, threshold=threshold)


def _share_words(judged: Judgement, done: Decimal, context: Context) -> str:
    """How much of a plan was done: `35 of 46 tasks`."""
    if judged.threshold is None:
        return context.say(N_("Target: {threshold}"), threshold=threshold_words(judged, context))
    catalogue = context.catalogue
    measure = catalogue.measures[catalogue.indicators[judged.target.indicator].measure]
    plan = formats.measured(judged.threshold, measure, context.lang)
    # The unit of measure is said once where it follows the number: `35 of 46 tasks`, but `VND 13 million of VND 70 million`.
    once = plan.startswith(formats.number(judged.threshold, context.lang))
    done_words = (formats.brief if once else formats.measured)(done, measure, context.lang)
    if judged.target.period is None:
        return context.say(N_("Plan: {done} of {plan}"), done=done_words, plan=plan)
    period = formats.period(judged.target.period, context.lang, short=True)
    return context.say(N_("Plan for {period}: {done} of {plan}"), period=period, done=done_words, plan=plan)


def _median_words(latest: Observation, context: Context) -> str:
    """How the level stands: the median, over how many units and which periods."""
    found = level_median(latest, context.dataset)
    if found is None:
        return ""
    measure = context.catalogue.measures[latest.measure]
    first, last = (formats.period(each, context.lang, short=True) for each in (found.first, found.last))
    values = {
        "value": formats.brief(found.value, measure, context.lang),
        "level": context.say(LEVELS_PLURAL[found.level]),
        "units": formats.number(Decimal(found.units), context.lang),
        "first": first,
        "last": last,
    }
    if first == last:
        return context.say(N_("Median of its level ({level}): {value}, over {units} units in {first}"), **values)
    return context.say(
        N_("Median of its level ({level}): {value}, over {units} units from {first} to {last}"), **values
    )


def _with_small_unit(observation: Observation, context: Context) -> Markup:
    """The figure with its unit of measure, the unit set small beside the number."""
    number = shown(observation, context.catalogue, context.lang)
    before, found, after = shown(observation, context.catalogue, context.lang, with_unit=True).partition(number)
    if not found or not (before + after).strip():
        return Markup("{}").format(before + found + after)
    parts = (Markup("<small>{}</small>").format(part) if part else "" for part in (before, after))
    return Markup("{}{}{}").format(next(parts), number, next(parts))


def _trend(series: Series, latest: Observation, context: Context) -> tuple[str, str, str]:
    before = series.before(latest)
    indicator = context.catalogue.indicators[series.indicator]
    measure = context.catalogue.measures[indicator.measure]
    if before is None or before.exact is None or latest.exact is None or not is_number(measure):
        return "", "", ""
    change = latest.exact - before.exact
    trend = "up" if change > 0 else "down" if change < 0 else "flat"
    better = {Direction.HIGHER: "up", Direction.LOWER: "down"}.get(indicator.better)
    judgement = "neutral" if better is None or trend == "flat" else "good" if trend == better else "bad"
    told = context.say(
        N_("{change} since {period}"),
        change=difference(latest.exact, before.exact, measure, context.lang),
        period=formats.period(before.period, context.lang, short=True),
    )
    return trend, judgement, told
