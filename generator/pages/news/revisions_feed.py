"""The Atom feed of revisions in a language: an entry for each report that an edition of the archive stated otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from generator.i18n.messages import N_
from generator.pages.context import Context
from generator.pages.marks.revised_words import REVISIONS
from generator.pages.news.feed import Entry, atom
from generator.pages.news.revised_list import RevisedReport, declared_revisions, revised_editions
from generator.pages.page import report_path

REVISIONS_FEED_FILE = "revisions.xml"


def revisions_feed(context: Context) -> str:
    """The feed as XML; empty where the site's address is not known.

    An entry is as new as the newest reason that somebody dated, or as the snapshot since which nobody did: the build has no clock.
    """
    if not context.has_feeds:
        return ""
    entries = [*_since_editions(context), *_declared(context)]
    return atom(context, REVISIONS_FEED_FILE, N_("Revisions of published figures"), REVISIONS, entries)


def _since_editions(context: Context) -> Iterator[Entry]:
    for edition in revised_editions(context):
        for report in edition.reports:
            yield Entry(
                report.day or edition.taken,
                f"{context.address(REVISIONS)}#{report.anchor}",
                context.say(N_("Since the {edition} edition: {report}"), edition=edition.edition, report=report.name),
                _summary(report, context),
                context.lang,
            )


def _summary(report: RevisedReport, context: Context) -> str:
    """`On-time rate: 97.5% → 97.55% (typed wrongly). 3 figures were added.`"""
    told = []
    for each in report.figures:
        reason = f" ({each.reason.striptags()})" if each.reason else ""
        told.append(f"{each.name}: {each.before} → {each.after}{reason}.")
    if report.added:
        told.append(context.say_number("{number} figure was added.", "{number} figures were added.", report.added))
    return " ".join(told)


def _declared(context: Context) -> Iterator[Entry]:
    for each in declared_revisions(context):
        what = f"{each.note.figure}. " if each.note.figure else ""
        yield Entry(
            each.note.date,
            f"{context.address(report_path(each.report))}#{each.note.anchor}",
            context.say(N_("Revised: {report}"), report=each.name),
            f"{what}{each.note.change.striptags()}",
            context.lang,
        )
