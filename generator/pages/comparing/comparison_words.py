"""What readers are told about comparability: each reason and caveat of the dataset stage as a sentence."""

from __future__ import annotations

from generator.dataset.comparability import Reason, Span, SpanKind
from generator.dataset.comparison import Caveat
from generator.i18n.messages import N_, translate, translate_plural

REASONS = {
    Reason.NO_NUMBER: N_("The report gives no number."),
    Reason.BREAKDOWN: N_("The figures are broken down differently."),
    Reason.PART_OF_PERIOD: N_("A unit existed for only part of the period: its borders or status changed within it."),
    Reason.LINEAGE: N_("Broken series: one unit came out of the other when borders or tiers changed."),
    Reason.NEVER_TOGETHER: N_("Broken series: the units never existed at the same time."),
    Reason.RUN_OF_YEARS: N_("Several years counted together cannot be compared with a single period or another number of years."),
    Reason.RUNNING_TOTALS: N_("The figures are running totals since January, up to different months."),
    Reason.TOTAL_AND_QUARTER: N_("A total since January cannot be compared with the figure of a single quarter."),
    Reason.LENGTH: N_("The periods are of different length."),
}  # fmt: skip
BESIDE = N_("side by side, not the same time")
CAVEATS = {
    Caveat.NO_DIRECTION: N_("Not ranked: neither higher nor lower is declared to be better."),
    Caveat.YEARS: N_(
        "Side by side, not the same time: the figures are of different years, so read each with its own period. They are not ranked."
    ),
    Caveat.TIMES: N_(
        "Side by side, not the same time: the figures are of different parts of the year, so read each with its own period. They are not ranked."
    ),
    Caveat.LEVELS: N_("These are units of different levels; a rank counts only among units of one level."),
    Caveat.WHOLE_AND_PART: N_("One unit belongs to another, so a figure may be counted in both."),
    Caveat.SIZE: N_("Not ranked: the figure depends on the size of the unit."),
    Caveat.ROUGH: N_("A figure here is rough, so that it is not certain which is higher: such units have no rank."),
}
_SPANS = {
    (SpanKind.DATE, 0): N_("State at a date"),
    (SpanKind.MONTHS, 3): N_("Single quarters"),
    (SpanKind.MONTHS, 6): N_("Half-years"),
    (SpanKind.MONTHS, 9): N_("First nine months"),
    (SpanKind.MONTHS, 12): N_("Whole years"),
}


def span_name(span: Span, lang: str) -> str:
    """What figures of a span are figures of: `Whole years`."""
    if span.kind is SpanKind.RUN:
        years = span.months // 12
        return translate_plural(lang, "{number} year together", "{number} years together", years)
    if span.kind is SpanKind.SINCE_JANUARY:
        return translate(lang, N_("January to month {month}"), month=span.months)
    if span.kind is SpanKind.MONTHS and (span.kind, span.months) not in _SPANS:
        return translate_plural(lang, "Periods of {number} month", "Periods of {number} months", span.months)
    return translate(lang, _SPANS.get((span.kind, span.months), N_("Periods of one length")))
