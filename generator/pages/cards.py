"""Key figures: the newest value of a telling indicator, with its trend and its source."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.dataset.dataset import Series
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.indicator import Area, Direction, IndicatorKind
from generator.model.observation import Observation
from generator.pages.context import Context
from generator.pages.figures import breakdown_name, difference, is_number, shown
from generator.pages.page import indicator_path, report_path


@dataclass(frozen=True)
class Card:
    """A key figure. `trend` is `up`, `down` or `flat`, `judgement` is `good`, `bad` or `neutral`; both empty without one."""

    value: Markup
    label: str
    detail: str
    unit: str
    unit_name: str
    period: str
    indicator_path: str
    source_path: str
    source_anchor: str
    trend: str = ""
    judgement: str = ""
    change: str = ""


def headline_card(area: Area, context: Context, *, unit: str | None) -> Card | None:
    """The key figure of an area for a unit, or the newest one of any unit; None where none of its headlines is reported."""
    for indicator in area.headline:
        found = [each for each in context.dataset.select(indicator=indicator, unit=unit) if each.latest is not None]
        if not found:
            continue
        newest = max(observation.period for each in found if (observation := telling(each, context)))
        first = next(each for each in found if (observation := telling(each, context)) and observation.period == newest)
        return figure_card(first, context)
    return None


def telling(series: Series, context: Context) -> Observation | None:
    """The figure that tells most of a series: a stock's newest, a flow's newest for a whole year."""
    stock = context.catalogue.indicators[series.indicator].kind is IndicatorKind.STOCK
    return series.latest if stock else series.latest_whole


def figure_card(series: Series, context: Context) -> Card:
    """The most telling figure of a series. Raises ValueError for a series without numbers."""
    latest = telling(series, context)
    if latest is None:
        raise ValueError(series.indicator)
    catalogue, lang = context.catalogue, context.lang
    indicator = catalogue.indicators[series.indicator]
    trend, judgement, change = _trend(series, latest, context)
    return Card(
        value=_with_small_unit(latest, context),
        label=context.indicator_name(indicator),
        detail=breakdown_name(series.breakdown, catalogue, lang),
        unit=series.unit,
        unit_name=context.unit_name(series.unit),
        period=formats.period(latest.period, lang),
        indicator_path=indicator_path(indicator.id),
        source_path=report_path(latest.source.report),
        source_anchor=latest.source.anchor,
        trend=trend,
        judgement=judgement,
        change=change,
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
    if before is None or before.value is None or latest.value is None or not is_number(measure):
        return "", "", ""
    change = latest.value - before.value
    trend = "up" if change > 0 else "down" if change < 0 else "flat"
    better = {Direction.HIGHER: "up", Direction.LOWER: "down"}.get(indicator.better)
    judgement = "neutral" if better is None or trend == "flat" else "good" if trend == better else "bad"
    told = context.say(
        N_("{change} since {period}"),
        change=difference(latest.value, before.value, measure, context.lang),
        period=formats.period(before.period, context.lang, short=True),
    )
    return trend, judgement, told
