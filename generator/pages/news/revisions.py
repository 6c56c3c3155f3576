"""What this site changed in a report after publishing it, newest first: for the report's page and the feed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from generator.dataset.reporting import revised_figure
from generator.model.dates import PartialDate
from generator.model.form_in_report import form_of
from generator.model.observation import Observation
from generator.model.report import Report
from generator.pages.context import Context
from generator.pages.figures.figure import breakdown_name


@dataclass(frozen=True)
class RevisionNote:
    """A revision as readers see it. `anchor` is its own permanent address on the report's page; `figure` names the figure that
    was revised and `figure_anchor` leads to it, both empty where it was none."""

    anchor: str
    date: PartialDate
    change: Markup
    figure: str
    figure_anchor: str


def revisions_of(report: Report, context: Context) -> list[RevisionNote]:
    """The revisions of a report, the newest first; those of one day in the order in which they are declared."""
    used: Counter[PartialDate] = Counter()
    made = []
    for number, revision in enumerate(report.revisions):
        used[revision.date] += 1
        nth = f"_{used[revision.date]}" if used[revision.date] > 1 else ""
        figure = revised_figure(context.dataset, report.id, number)
        made.append(
            RevisionNote(
                anchor=f"revision-{revision.date}{nth}",
                date=revision.date,
                change=context.text(revision.change),
                figure=_name(figure, context) if figure else "",
                figure_anchor=figure.source.anchor if figure else "",
            )
        )
    return sorted(made, key=lambda each: each.date, reverse=True)


def _name(figure: Observation, context: Context) -> str:
    """What the figure measures; the label of its row on the form where it is no indicator."""
    catalogue = context.catalogue
    if figure.indicator is not None:
        name = context.indicator_name(catalogue.indicators[figure.indicator])
        breakdown = breakdown_name(figure.breakdown, catalogue, context.lang)
        return f"{name} ({breakdown})" if breakdown else name
    form = form_of(catalogue.reports[figure.source.report], catalogue)
    table = form.table(figure.source.table or "") if form else None
    row = table.row(figure.source.row or "") if table else None
    return row.label.in_language(context.lang) if row else ""
