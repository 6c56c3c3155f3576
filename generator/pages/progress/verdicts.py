"""Verdicts in words: what they are called, how many of each, and how each was reached."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from markupsafe import Markup, escape

from generator.dataset.covered import ends_with_report
from generator.dataset.verdicts import Judgement, Verdict
from generator.i18n import formats
from generator.i18n.messages import N_, template
from generator.i18n.rough_words import stated
from generator.model.indicator import Measure
from generator.model.observation import Observation
from generator.model.target import Comparison
from generator.pages.context import Context
from generator.pages.figures.figure import difference, is_number, shown, source_link
from generator.pages.figures.levels import COMPARISONS
from generator.pages.page import link

PROGRESS = "progress"
"""The path of the page that lists every target."""

_WHOLE = Decimal(100)

VERDICTS = {
    Verdict.ACHIEVED: N_("achieved"),
    Verdict.ON_THE_WAY: N_("on the way"),
    Verdict.MISSED: N_("missed"),
    Verdict.NO_DATA: N_("no data"),
}


_CLOSED = {
    "last-word": N_("The report on this very time closed its books on {until} and is the last to speak of it, so this is the verdict."),
    "near-the-end": N_("The report closed its books on {until}, within a month of the end: that counts as the whole time."),
    "decided": N_("The figure goes only to {until}, but a running total does not fall again, so the verdict is already clear."),
    "open": N_("The figure goes only to {until} and covers only part of the time, so nothing is decided yet."),
}  # fmt: skip
"""How far a figure reaches whose source says up to which day it goes, or which is of a period that ends then."""
_DATED = {
    "last-word": N_("The report on this very time is dated {until} and is the last to speak of it, so this is the verdict."),
    "near-the-end": N_("The report is dated {until}, within a month of the end: that counts as the whole time."),
    "decided": N_("The report is dated {until}, but a running total does not fall again, so the verdict is already clear."),
    "open": N_("The report is dated {until}, so the figure covers only part of the time and nothing is decided yet."),
}  # fmt: skip
"""The same where the source gives no day, and the date of the report is all that is known."""


@dataclass(frozen=True)
class VerdictCount:
    """How many targets have a verdict, and the list of exactly these."""

    verdict: str
    word: str
    number: int
    href: str


def verdict_counts(
    judgements: Iterable[Judgement],
    context: Context,
    path: str,
    anchor: str = "list",
    *,
    every: bool = False,
    **filters: str,
) -> list[VerdictCount]:
    """The counts by verdict, best first, each with the way to its list; verdicts that nobody has only where `every` asks."""
    found = Counter(each.verdict for each in judgements)
    return [
        VerdictCount(
            verdict.value,
            context.say(word),
            found[verdict],
            progress_link(path, anchor, **filters, verdict=verdict.value),
        )
        for verdict, word in VERDICTS.items()
        if every or found[verdict]
    ]


def progress_link(path: str, anchor: str = "list", **filters: str) -> str:
    """The way to the list of targets, narrowed by unit, area or verdict; without scripts it leads to the anchor."""
    return f"{link(path, PROGRESS)}?{urlencode(filters)}#{anchor}" if filters else link(path, PROGRESS, anchor)


def threshold_words(judgement: Judgement, context: Context) -> str:
    """What is to be reached: `at least 95%`; what the plan is called where its number is not known."""
    target = judgement.target
    if judgement.threshold is not None:
        rough = judgement.plan.rough if judgement.plan else None
        value = stated(judgement.threshold, rough, _measure(judgement, context), context.lang, formats.measured)
    elif target.threshold_from is not None:
        value = context.indicator_name(context.catalogue.indicators[target.threshold_from])
    else:
        value = str(target.threshold)
    return level_words(target.comparison, judgement.threshold, value, _measure(judgement, context), context)


def level_words(
    comparison: Comparison, threshold: Decimal | None, value: str, measure: Measure, context: Context
) -> str:
    """How a threshold is put: `at least 95%`; one that nothing can pass is written as it is, `100%`."""
    most = measure.maximum if measure.maximum is not None else _WHOLE if formats.is_rate(measure) else None
    if comparison is Comparison.AT_LEAST and threshold is not None and threshold == most:
        return value
    return context.say(COMPARISONS[comparison], value=value)


def last_before_the_end(judgement: Judgement, path: str, context: Context) -> Markup:
    """That the time is over without a final figure, and the last one known; empty where that is not so."""
    if not judgement.is_over or judgement.figure is None:
        return Markup("")
    return _html(
        context,
        N_("the time is over, the last figure before its end, of {period}, was {value}"),
        period=formats.period(judgement.figure.period, context.lang),
        value=figure_html(judgement.figure, path, context),
    )


def figure_html(observation: Observation, path: str, context: Context) -> Markup:
    """A figure with its unit of measure, leading to its source."""
    text = shown(observation, context.catalogue, context.lang, with_unit=True)
    return source_link(observation, text, context.catalogue, context.lang, path, "rr-value")


def reasons(judgement: Judgement, path: str, context: Context) -> tuple[Markup, ...]:
    """How a verdict was reached, one sentence a step."""
    return tuple(_reasons(judgement, path, context))


def _reasons(judgement: Judgement, path: str, context: Context) -> Iterator[Markup]:
    threshold = threshold_words(judgement, context)
    if judgement.end is None:
        yield _html(context, N_("To be kept: {threshold}, at any time."), threshold=threshold)
    else:
        end = formats.day(judgement.end, context.lang)
        yield _html(context, N_("To be reached: {threshold}, by {day}."), threshold=threshold, day=end)
    if judgement.years:
        yield _html(
            context,
            N_(
                "The target is to be kept in each year from {first} to {last}: each year is judged by its own figure, and the figure for the end gives the verdict."
            ),
            first=judgement.years[0].target.period,
            last=judgement.years[-1].target.period,
        )
        yield from (_of_year(each, path, context) for each in judgement.years)
    if judgement.plan is not None:
        period = formats.period(judgement.plan.period, context.lang)
        plan = figure_html(judgement.plan, path, context)
        yield _html(context, N_("That is the plan as reported: {figure} ({period})."), figure=plan, period=period)
    if judgement.figure is None:
        yield _html(
            context, N_("Reported: no figure of this unit for that time. Without a figure there is no verdict.")
        )
        return
    period = formats.period(judgement.figure.period, context.lang)
    figure = figure_html(judgement.figure, path, context)
    yield _html(context, N_("Reported: {figure} ({period})."), figure=figure, period=period)
    if judgement.threshold is None:
        yield _html(context, N_("The plan is not reported as a number. Without it there is no verdict."))
        return
    if judgement.is_over:
        yield _html(context, N_("No final figure: {reason}."), reason=last_before_the_end(judgement, path, context))
        return
    yield _arithmetic(judgement, context)
    if not judgement.is_unsure or judgement.verdict is Verdict.ON_THE_WAY:
        yield _time(judgement, context)


def _of_year(judgement: Judgement, path: str, context: Context) -> Markup:
    """What one year of several came to."""
    year, verdict = judgement.target.period, context.say(VERDICTS[judgement.verdict])
    if judgement.figure is None:
        return _html(context, N_("{year}: no figure yet."), year=year)
    figure = figure_html(judgement.figure, path, context)
    if judgement.figure.period == year:
        return _html(context, N_("{year}: {figure}, {verdict}."), year=year, figure=figure, verdict=verdict)
    period = formats.period(judgement.figure.period, context.lang)
    message = N_("{year}: {figure} ({period}), {verdict}.")
    return _html(context, message, year=year, figure=figure, period=period, verdict=verdict)


def _arithmetic(judgement: Judgement, context: Context) -> Markup:
    """The two numbers, what lies between them, and whether that is enough."""
    measure = _measure(judgement, context)
    if judgement.is_unsure:
        return _html(
            context,
            N_("The report states this only roughly, which leaves open whether “{threshold}” is met."),
            threshold=threshold_words(judgement, context),
        )
    enough = context.say(N_("met")) if judgement.met else context.say(N_("not met"))
    values = {"threshold": threshold_words(judgement, context), "enough": enough}
    figure, threshold, gap = judgement.figure, judgement.threshold, judgement.gap
    if figure is None or figure.value is None or threshold is None or gap is None or not is_number(measure):
        return _html(context, N_("So “{threshold}” is {enough}."), **values)
    return _html(
        context,
        N_("{figure} − {limit} = {gap}, so “{threshold}” is {enough}."),
        figure=formats.brief(figure.value, measure, context.lang),
        limit=formats.brief(threshold, measure, context.lang),
        gap=difference(figure.value, threshold, measure, context.lang)
        if gap
        else formats.number(Decimal(0), context.lang),
        **values,
    )


def _time(judgement: Judgement, context: Context) -> Markup:
    """How far the figure reaches in time, and what follows from that."""
    if judgement.end is None or judgement.until is None:
        return _html(context, N_("The limit has no date, so the newest figure decides."))
    if judgement.reaches_end and judgement.until >= judgement.end:
        return _html(context, N_("The figure covers the whole time, so this is the verdict."))
    dated = judgement.figure is not None and ends_with_report(judgement.figure, context.catalogue)
    message = (_DATED if dated else _CLOSED)[_how_far(judgement)]
    return _html(context, message, until=formats.day(judgement.until, context.lang))


def _how_far(judgement: Judgement) -> str:
    """What decides how far a figure reaches that stops before the end of its target's time."""
    if judgement.closed_by_report:
        return "last-word"
    return "near-the-end" if judgement.reaches_end else "decided" if judgement.decided_early else "open"


def _measure(judgement: Judgement, context: Context) -> Measure:
    return context.catalogue.measures[context.catalogue.indicators[judgement.target.indicator].measure]


def _html(context: Context, message: str, **values: object) -> Markup:
    """A message as HTML; values that are not HTML themselves are escaped."""
    return escape(template(context.lang, message)).format(**values)
