"""Ready-made comparisons of an indicator as its page shows them: tables of who is where, and who is left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from generator.dataset.comparability import Figure
from generator.dataset.comparison import FEWEST, Group, LeftOut, Standing
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.i18n.sorting import sort_key
from generator.model.catalogue import Catalogue
from generator.model.indicator import Indicator
from generator.model.unit import Level
from generator.pages.comparing.compare_links import compare_link
from generator.pages.comparing.comparison_words import BESIDE, CAVEATS, REASONS, span_name
from generator.pages.comparing.rankings import ranking_chart
from generator.pages.comparing.unit_tables import apart
from generator.pages.context import Context
from generator.pages.figures.covered_words import NOTED, covered_words, days_words
from generator.pages.figures.figure import breakdown_name, shown, source_link
from generator.pages.figures.levels import LEVELS
from generator.pages.page import indicator_path, unit_path

MOST_ROWS = 60
"""So many units stand in one table, and have a bar each."""


@dataclass(frozen=True)
class Row:
    """A unit's figure in a table. `rank` is empty where nothing is ranked; `why` says why the figure stands alone.

    `covered` says which days the figure really covers where they are not those of the period; `note` that there is a note on it.
    """

    unit: str
    unit_path: str
    level: str
    period: str
    value: Markup
    rank: str = ""
    why: tuple[str, ...] = ()
    covered: str = ""
    note: Markup | str = ""


@dataclass(frozen=True)
class GroupView:
    """A table of figures that are comparable or stand side by side, its remarks, and its chart where there are enough units."""

    caption: str
    rows: tuple[Row, ...]
    ranked: bool
    caveats: tuple[str, ...]
    chart: Markup
    more: str = ""
    """How many units the table leaves out, which readers find where they choose units themselves."""


@dataclass(frozen=True)
class StandingView:
    """Everything told of one breakdown; `own` is the address where readers choose units and years themselves."""

    title: str
    groups: tuple[GroupView, ...]
    left_out: tuple[Row, ...]
    left_caption: str
    own: str


def standing_views(indicator: Indicator, context: Context) -> list[StandingView]:
    """The comparisons of an indicator, one a breakdown that at least two units report."""
    return [_view(each, indicator, context) for each in context.standings(indicator.id)]


def _view(standing: Standing, indicator: Indicator, context: Context) -> StandingView:
    path = indicator_path(indicator.id)
    title = breakdown_name(standing.breakdown, context.catalogue, context.lang)
    name = context.indicator_name(indicator)
    full = f"{name}: {title}" if title else name
    suffix = "-".join(category for _, category in standing.breakdown)
    anchor = f"compare-{suffix}" if suffix else "compare-whole"
    apart_from_all = context.say(N_("not comparable"))
    return StandingView(
        title=title,
        groups=tuple(
            _group(group, f"{full} · {group_time(group, context)}{whose}", f"{anchor}-{number}", indicator, context)
            for number, (whose, group) in enumerate(_without_offices(_telling(standing.groups), context), 1)
        ),
        left_out=tuple(_left(each, path, context) for each in standing.left_out[:MOST_ROWS]),
        left_caption=f"{full} · {apart_from_all}",
        own=compare_link(path, indicator.id, breakdown=standing.breakdown),
    )


def _telling(groups: Iterable[Group]) -> Iterator[Group]:
    """The groups, but of those with very many units only the first: the newest, from which the others differ by a few units."""
    has_many = False
    for group in groups:
        many = len(group.placings) > MOST_ROWS
        if not (many and has_many):
            yield group
        has_many = has_many or many


def _without_offices(groups: Iterable[Group], context: Context) -> Iterator[tuple[str, Group]]:
    """Groups with the offices of a unit in one of their own, and whose they are; offices beside a lone authority stay with it."""
    for group in groups:
        parts = apart([(each.figure.unit, each) for each in group.placings], context)
        if len(parts[0][1]) < FEWEST or len(parts) == 1:
            yield "", group
            continue
        for title, placings in parts:
            yield f" · {title}" if title else "", replace(group, placings=tuple(placings))


def group_time(group: Group, context: Context) -> str:
    """The time that the figures of a group are of: a period, or what kind of periods where they differ."""
    first = group.placings[0].figure
    if group.is_of_one_time:
        return formats.period(first.period, context.lang)
    return f"{span_name(first.span, context.lang)}, {context.say(BESIDE)}"


def _group(group: Group, caption: str, anchor: str, indicator: Indicator, context: Context) -> GroupView:
    path = indicator_path(indicator.id)
    order = list(Level)
    placings = sorted(
        group.placings,
        key=lambda each: (
            order.index(each.figure.unit.level),
            each.rank is None,
            each.rank or 0,
            sort_key(context.unit_name(each.figure.unit.id)),
        ),
    )
    left = len(placings) - MOST_ROWS
    more = ""
    if left > 0:
        placings = placings[:MOST_ROWS]
        more = context.say_number(
            "{number} more unit stands behind these.", "{number} more units stand behind these.", left
        )
    return GroupView(
        caption=caption,
        rows=tuple(
            _row(each.figure, path, context, rank=formats.number(Decimal(each.rank), context.lang) if each.rank else "")
            for each in placings
        ),
        ranked=group.is_ranked,
        caveats=tuple(context.say(CAVEATS[each]) for each in group.caveats),
        chart=Markup("") if more else ranking_chart([each.figure for each in placings], caption, path, anchor, context),
        more=more,
    )


def figure_days(figure: Figure, catalogue: Catalogue, lang: str) -> str:
    """The days of a figure as comparisons tell them: also those of its whole document, where they decide what it compares with."""
    said = days_words if figure.days is not None else covered_words
    return said(figure.observation, catalogue, lang)


def _left(left: LeftOut, path: str, context: Context) -> Row:
    return _row(left.figure, path, context, why=tuple(context.say(REASONS[each]) for each in left.reasons))


def _row(figure: Figure, path: str, context: Context, *, rank: str = "", why: tuple[str, ...] = ()) -> Row:
    catalogue, lang = context.catalogue, context.lang
    text = shown(figure.observation, catalogue, lang, with_unit=True)
    return Row(
        unit=context.unit_name(figure.unit.id),
        unit_path=unit_path(figure.unit.id),
        level=context.say(LEVELS[figure.unit.level]),
        period=formats.period(figure.period, lang),
        value=source_link(figure.observation, text, catalogue, lang, path, "rr-value"),
        rank=rank,
        why=why,
        covered=figure_days(figure, catalogue, lang),
        note=source_link(figure.observation, context.say(NOTED), catalogue, lang, path, "")
        if figure.observation.note
        else "",
    )
