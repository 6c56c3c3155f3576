"""The page that answers whether reform is on track: targets and plans against figures, by unit and area, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.dataset.dataset import reported_indicators
from generator.dataset.verdicts import Judgement, Verdict
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.model.indicator import Area
from generator.pages.context import Context
from generator.pages.origins.origin import Origin
from generator.pages.page import Page
from generator.pages.planned import Planned
from generator.pages.progress.target_scope import indicator_count, own_assessments, scope_words, several_words
from generator.pages.progress.targets import TargetView, target_view
from generator.pages.progress.verdicts import PROGRESS, VERDICTS, VerdictCount, progress_link, verdict_counts


@dataclass(frozen=True)
class Cell:
    """One unit and area: its counts, and the targets themselves. `anchor` is where the list shows them."""

    area: str
    area_name: str
    anchor: str
    href: str
    counts: list[VerdictCount]
    targets: list[TargetView]
    own: list[Markup]


@dataclass(frozen=True)
class Row:
    """A unit with a cell for each area, in the order of the areas."""

    unit: str
    name: str
    scope: str
    cells: list[Cell]


MOST_WITHOUT = 200
"""Of more units, those without any target have no row: it would be empty."""


def plan(_context: Context) -> Iterator[Planned]:
    """The page of progress."""
    yield Planned(PROGRESS, _page)


def _page(context: Context) -> Page:
    judged, areas = context.judgements, context.catalogue.areas.values()
    units = {each.unit for each in judged}
    reporting = {report.unit for report in context.catalogue.reports.values()}
    units |= reporting if len(reporting) <= MOST_WITHOUT else set()
    rows = [_row(unit, areas, context) for unit in units]
    rows.sort(key=lambda row: sort_key(row.name))
    reported = reported_indicators(context.dataset)
    with_target = {target.indicator for target in context.catalogue.targets.values()}
    return context.page(
        PROGRESS,
        PROGRESS,
        context.say(N_("Progress")),
        context.say(N_("Is reform on track? Targets and plans set against what was reported, for each unit and area.")),
        origin=Origin("data/targets") if context.catalogue.targets else None,
        summary=_summary(judged, context),
        several=several_words(judged, context),
        total=len(judged),
        counts=verdict_counts(judged, context, PROGRESS, every=True),
        areas=[(area.id, area.names.in_language(context.lang)) for area in areas],
        verdicts=[(verdict.value, context.say(word)) for verdict, word in VERDICTS.items()],
        rows=rows,
        reported=_number(len(reported), context),
        without=_number(len(reported - with_target), context),
    )


def _row(unit: str, areas: Iterable[Area], context: Context) -> Row:
    inside = list(context.judged(unit))
    scope = scope_words(inside, context)
    return Row(unit, context.unit_name(unit), scope, [_cell(unit, area, inside, context) for area in areas])


def _cell(unit: str, area: Area, judged: list[Judgement], context: Context) -> Cell:
    inside = [each for each in judged if context.catalogue.indicators[each.target.indicator].area == area.id]
    anchor = f"{unit}-{area.id}"
    return Cell(
        area=area.id,
        area_name=area.names.in_language(context.lang),
        anchor=anchor,
        href=progress_link(PROGRESS, anchor, unit=unit, area=area.id),
        counts=verdict_counts(inside, context, PROGRESS, anchor, unit=unit, area=area.id),
        targets=[target_view(each, PROGRESS, context) for each in inside],
        own=own_assessments(unit, PROGRESS, context, area.id),
    )


def _summary(judged: Sequence[Judgement], context: Context) -> str:
    """The answer in one sentence."""
    counts = {verdict: sum(each.verdict is verdict for each in judged) for verdict in Verdict}
    return context.say(
        N_(
            "Of {total} targets and plans for {indicators} indicators that reports state as numbers: {achieved} achieved (for {of}), {way} on the way, {missed} missed, {none} without a final figure."
        ),
        total=_number(len(judged), context),
        indicators=_number(indicator_count(judged), context),
        of=context.say_number(
            "{number} indicator",
            "{number} indicators",
            indicator_count(each for each in judged if each.verdict is Verdict.ACHIEVED),
        ),
        achieved=_number(counts[Verdict.ACHIEVED], context),
        way=_number(counts[Verdict.ON_THE_WAY], context),
        missed=_number(counts[Verdict.MISSED], context),
        none=_number(counts[Verdict.NO_DATA], context),
    )


def _number(count: int, context: Context) -> str:
    return formats.number(Decimal(count), context.lang)
