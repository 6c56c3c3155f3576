"""What the units within a unit count together, as its page shows it: the sum, whom it leaves out, and the unit's own figure beside it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.dataset.unit_sums import UnitSum
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.pages.context import Context
from generator.pages.figures.figure import breakdown_name
from generator.pages.page import audit_path, indicator_path, link
from generator.pages.progress.verdicts import figure_html
from generator.statements.spreads import COUNTRY
from generator.statements.sums import sums_within

_MOST_NAMED = 5
"""So many units without a figure are named."""


@dataclass(frozen=True)
class Together:
    """A sum in words; `gaps` says which units it leaves out, `own` is the figure of the unit itself, `doubt` that this is less."""

    name: str
    href: str
    period: str
    total: str
    counted: str
    gaps: str
    own: Markup
    doubt: Markup


def together(unit: str, path: str, context: Context) -> list[Together]:
    """The sums over the units within a unit."""
    return [_row(each, unit, path, context) for each in sums_within(context.dataset, unit)]


def _row(told: UnitSum, unit: str, path: str, context: Context) -> Together:
    catalogue, lang = context.catalogue, context.lang
    indicator = catalogue.indicators[told.indicator]
    part = breakdown_name(told.breakdown, catalogue, lang)
    name = context.indicator_name(indicator)
    counted, every = len(told.figures), len(told.figures) + len(told.missing)
    doubt = Markup("")
    if told.exceeds:
        words = context.say(N_("less than its units together"))
        report = told.own.source.report if told.own is not None else ""
        doubt = Markup('<a href="{}">{}</a>').format(link(path, audit_path(report)), words)
    return Together(
        name=f"{name}, {part}" if part else name,
        href=link(path, indicator_path(indicator.id)),
        period=formats.period(told.period, lang, short=True),
        total=formats.measured(told.total, catalogue.measures[indicator.measure], lang),
        counted=context.say(
            N_("{number} of {total}"),
            number=formats.number(Decimal(counted), lang),
            total=formats.number(Decimal(every), lang),
        ),
        gaps=_gaps(told.missing, context),
        own=figure_html(told.own, path, context) if told.own is not None and unit != COUNTRY else Markup(""),
        doubt=doubt,
    )


def _gaps(missing: tuple[str, ...], context: Context) -> str:
    """Whom a sum leaves out; empty where it is complete."""
    if not missing:
        return ""
    named = [context.unit_name(each) for each in missing[:_MOST_NAMED]]
    more = len(missing) - len(named)
    if more:
        named.append(context.say_number("and {number} more", "and {number} more", more))
    return context.say(N_("without {units}"), units="; ".join(named))
