"""All revisions as the page and the feed list them: since which edition, in which report, from which value to which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.dataset.frozen_words import figure_name, report_name, said
from generator.dataset.report_history import Change, ChangeKind
from generator.dataset.reporting import anchors_in
from generator.dataset.revised import revisions
from generator.i18n.messages import N_
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.vintage import Vintage
from generator.pages.context import Context
from generator.pages.marks.revised_words import REVISIONS, archived_href, group_anchor
from generator.pages.news.revisions import RevisionNote, revisions_of
from generator.pages.page import link, report_path


@dataclass(frozen=True)
class RevisedFigure:
    """A figure that an edition stated otherwise. `href` leads to it, empty where it is gone; `archived` to its page in the edition."""

    name: str
    href: str
    archived: str
    before: str
    after: str
    until: str
    reason: Markup
    day: PartialDate | None


@dataclass(frozen=True)
class RevisedReport:
    """What changed in a report since an edition: figures that say something else or went, and how many were added."""

    id: str
    anchor: str
    name: str
    href: str
    archived: str
    figures: tuple[RevisedFigure, ...]
    added: int

    @property
    def day(self) -> PartialDate | None:
        """The newest day on which somebody says to have changed a figure."""
        return max((each.day for each in self.figures if each.day), default=None)


@dataclass(frozen=True)
class RevisedEdition:
    """What changed since an edition was taken. `gone` are reports that are no longer there, and their archived pages."""

    edition: Edition
    taken: PartialDate
    anchor: str
    reports: tuple[RevisedReport, ...]
    gone: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class DeclaredRevision:
    """A revision that a report's file declares, and the way to it."""

    report: str
    name: str
    href: str
    figure_href: str
    note: RevisionNote


def revised_editions(context: Context) -> list[RevisedEdition]:
    """What changed since each edition, the one taken last first; editions since which nothing changed are left out."""
    found = revisions(context.dataset)
    made = []
    for vintage in reversed(found.vintages):
        changes = [each for each in found.changes if each.edition == vintage.edition]
        gone = [report for edition, report in found.gone_reports if edition == vintage.edition]
        if changes or gone:
            made.append(_edition(vintage, changes, gone, context))
    return made


def declared_revisions(context: Context) -> list[DeclaredRevision]:
    """The revisions that reports declare, whatever they concern, the newest first."""
    found = [(note, report) for report in context.catalogue.reports.values() for note in revisions_of(report, context)]
    return [
        DeclaredRevision(
            report.id,
            context.report_name(report),
            link(REVISIONS, report_path(report.id), note.anchor),
            link(REVISIONS, report_path(report.id), note.figure_anchor) if note.figure_anchor else "",
            note,
        )
        for note, report in sorted(found, key=lambda each: each[0].date, reverse=True)
    ]


def _edition(vintage: Vintage, changes: Sequence[Change], gone: Sequence[str], context: Context) -> RevisedEdition:
    by_report = groupby(changes, key=lambda each: each.report)
    return RevisedEdition(
        vintage.edition,
        vintage.record.taken,
        group_anchor(vintage.edition),
        tuple(_report(report, list(found), vintage, context) for report, found in by_report),
        tuple((report_name(each, context.catalogue, context.lang), _archived(vintage, each, context)) for each in gone),
    )


def _report(report: str, changes: Sequence[Change], vintage: Vintage, context: Context) -> RevisedReport:
    kinds = Counter(each.kind for each in changes)
    return RevisedReport(
        id=report,
        anchor=group_anchor(vintage.edition, report),
        name=report_name(report, context.catalogue, context.lang),
        href=link(REVISIONS, report_path(report)),
        archived=_archived(vintage, next((each.before.report for each in changes if each.before), report), context),
        figures=tuple(_figures(changes, vintage, context)),
        added=kinds[ChangeKind.ADDED],
    )


def _figures(changes: Sequence[Change], vintage: Vintage, context: Context) -> Iterator[RevisedFigure]:
    catalogue, lang = context.catalogue, context.lang
    there = anchors_in(context.dataset, changes[0].report)
    for each in changes:
        if each.before is None:
            continue
        shown = each.figure
        yield RevisedFigure(
            name=figure_name(shown, catalogue, lang),
            href=link(REVISIONS, report_path(each.report), shown.anchor) if shown.anchor in there else "",
            archived=archived_href(vintage, each.before, each.before.report, lang, REVISIONS),
            before=said(each.before, catalogue, lang),
            after=said(each.after, catalogue, lang) if each.after else context.say(N_("no longer stated")),
            until=str(each.until or ""),
            reason=context.text(each.reason.text) if each.reason else Markup(""),
            day=each.reason.day if each.reason else None,
        )


def _archived(vintage: Vintage, report: str, context: Context) -> str:
    return archived_href(vintage, None, report, context.lang, REVISIONS)
