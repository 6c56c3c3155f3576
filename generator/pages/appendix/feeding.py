"""Which rows and columns of which forms feed an indicator."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.dataset.feeding import feeding
from generator.model.indicator import Indicator
from generator.pages.context import Context
from generator.pages.figures.figure import breakdown_name
from generator.pages.page import report_path

MOST_REPORTS = 24
"""So many reports that fill in a row are named, the newest ones where there are more."""


@dataclass(frozen=True)
class FeedingRow:
    """A row or column of a form that feeds an indicator, and the reports that filled the form in."""

    form: Markup
    table: str
    table_title: Markup
    row: str
    label: Markup
    breakdown: str
    reports: tuple[tuple[str, str], ...]
    more: int


def feeding_rows(indicator: Indicator, context: Context) -> list[FeedingRow]:
    """What feeds an indicator, form by form in the printed order."""
    return list(_rows(indicator, context))


def _rows(indicator: Indicator, context: Context) -> Iterator[FeedingRow]:
    for fed in feeding(indicator.id, context.catalogue):
        using = [
            each
            for each in context.catalogue.reports.values()
            if each.form == fed.form.id and fed.table.id in each.tables
        ]
        if len(using) > MOST_REPORTS:
            using.sort(key=lambda each: (each.period, each.unit), reverse=True)
        yield FeedingRow(
            form=context.text(fed.form.names),
            table=fed.table.id,
            table_title=context.text(fed.table.title),
            row=fed.row,
            label=context.text(fed.said.label),
            breakdown=breakdown_name(tuple(sorted(fed.said.breakdown.items())), context.catalogue, context.lang),
            reports=tuple((report_path(each.id), context.report_name(each)) for each in using[:MOST_REPORTS]),
            more=max(0, len(using) - MOST_REPORTS),
        )
