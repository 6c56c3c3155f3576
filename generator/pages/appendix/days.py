"""The days that a source gives to a table or to a column of it, as the appendix says them: once, where the source does."""

from __future__ import annotations

from markupsafe import Markup

from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.days import Days, declared
from generator.model.form import Column
from generator.model.report import ReportColumn, TableValues
from generator.pages.context import Context
from generator.pages.figures.covered_words import stretch_words


def table_days(values: TableValues, lang: str) -> str:
    """Which days the figures of a table are of; empty where the source gives the table none."""
    days = declared(values)
    if days is None:
        return ""
    if days.covers is not None:
        first, last = formats.day(days.covers.first, lang), formats.day(days.covers.last, lang)
        return translate(lang, N_("The figures of this table cover {first} to {last}."), first=first, last=last)
    day = formats.day(days.as_of, lang) if days.as_of is not None else ""
    return translate(lang, N_("The figures of this table are as of {day}."), day=day)


def column_days(column: Column | ReportColumn, values: TableValues, context: Context) -> Markup:
    """The days of a column, below its label; not where the label of the paper says them itself."""
    of_report = isinstance(column, ReportColumn)
    if of_report and column.label is not None:
        return Markup("")
    given = column if isinstance(column, ReportColumn) else values.days.get(column.code)
    days = declared(given) if given is not None else None
    return Markup('<span class="rr-source">{}</span>').format(_words(days, context.lang)) if days else Markup("")


def _words(days: Days, lang: str) -> str:
    if days.covers is not None:
        return stretch_words(days.covers, lang)
    return translate(lang, N_("as of {day}"), day=formats.day(days.as_of, lang)) if days.as_of is not None else ""
