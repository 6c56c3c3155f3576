"""A report's history on this site: published after its own date, revised after that, and every revised figure exists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.check.references import unknown
from generator.model.catalogue import Catalogue
from generator.model.form import Form
from generator.model.form_in_report import form_of
from generator.model.report import Report, Revision
from generator.problems import Problem, nearest


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Days that cannot be, and revisions of figures that the report does not have."""
    stated: dict[str, set[str]] = defaultdict(set)
    for observation in catalogue.observations:
        if observation.indicator:
            stated[observation.source.report].add(observation.indicator)
    for report in catalogue.reports.values():
        yield from _days(report)
        for revision in report.revisions:
            yield from _figure(revision, report, catalogue, stated)


def _days(report: Report) -> Iterator[Problem]:
    published, dated = report.published, report.document.date
    if published is None:
        if report.revisions:
            yield Problem("revised-unpublished", report.place_of("revisions"))
        return
    if dated is not None and published.first_day < dated.first_day:
        words = {"day": published, "date": dated}
        yield Problem("published-too-early", report.place_of("published"), words)
    for revision in report.revisions:
        if revision.date < published:
            words = {"day": revision.date, "published": published}
            yield Problem("revised-too-early", revision.place_of("date"), words)


def _figure(
    revision: Revision, report: Report, catalogue: Catalogue, stated: Mapping[str, set[str]]
) -> Iterator[Problem]:
    if revision.table is not None and revision.row is not None:
        yield from _row(revision, report, form_of(report, catalogue))
    if revision.indicator is not None:
        place = revision.place_of("indicator")
        missing = list(unknown("unknown-indicator", revision.indicator, catalogue.indicators, place))
        yield from missing
        if not missing and revision.indicator not in stated[report.id]:
            yield Problem("unknown-value", place, {"what": revision.indicator})


def _row(revision: Revision, report: Report, form: Form | None) -> Iterator[Problem]:
    place = revision.place_of("row")
    table = form.table(revision.table or "") if form else None
    if table is None or table.id not in report.tables:
        words = {"form": report.form or "", "table": revision.table or ""}
        yield Problem("unknown-table", revision.place_of("table"), words, allowed=tuple(report.tables))
        return
    codes = tuple(code for code in report.tables[table.id].given)
    if revision.row not in codes:
        words = {"table": table.id, "row": revision.row or ""}
        near, names = nearest(revision.row or "", codes), {row.code: row.label for row in table.rows}
        yield Problem("unknown-row", place, words, suggestion=near, allowed=codes, names=names)
