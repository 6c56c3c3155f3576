"""Findings of the audit as pages list them: sentence, arithmetic, figures, the reason of a review; corrections; and counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.audit.listing import Listed, findings_of
from generator.audit.words import place_words, printed_words
from generator.dataset.reporting import corrected_in
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.load.corrections import as_shown
from generator.model.observation import Observation
from generator.model.report import Report
from generator.model.review import Correction
from generator.pages.context import Context
from generator.pages.figures.figure import shown
from generator.pages.page import audit_path, link, report_path
from generator.problems import message

CORRECTION_KINDS = {
    "transcription": N_("a slip in copying the document"),
    "printing": N_("a slip in the printed document"),
}


@dataclass(frozen=True)
class FigureLink:
    """A figure that a finding is about: what is printed, where, and the way there."""

    value: str
    place: str
    href: str


@dataclass(frozen=True)
class FindingView:
    """A finding as a list shows it. `href` leads to it in the list of its report; `reason` is empty unless it was reviewed."""

    anchor: str
    href: str
    title: str
    sentence: str
    figures: tuple[FigureLink, ...]
    reason: Markup


@dataclass(frozen=True)
class CorrectionView:
    """A corrected figure: what the paper shows, what is used instead, and why."""

    figure: FigureLink
    name: str
    printed: str
    used: str
    kind: str
    reason: Markup


@dataclass(frozen=True)
class AuditCounts:
    """How many contradictions, figures worth a look, reviewed findings and corrections a report has; `words` says the first two."""

    contradictions: int
    notes: int
    reviewed: int
    corrections: int
    words: str


@dataclass(frozen=True)
class ReportAudit:
    """All that the audit says of a report, in the order of its file."""

    report: Report
    contradictions: tuple[FindingView, ...]
    notes: tuple[FindingView, ...]
    reviewed: tuple[FindingView, ...]
    corrections: tuple[CorrectionView, ...]
    counts: AuditCounts


def audit_of(report: Report, context: Context, path: str) -> ReportAudit:
    """What the audit says of a report, for a page at a path."""
    open_ones = _open(report, context)
    return ReportAudit(
        report,
        contradictions=_views([each for each in open_ones if each.finding.is_contradiction], context, path),
        notes=_views([each for each in open_ones if not each.finding.is_contradiction], context, path),
        reviewed=_views(_reviewed(report, context), context, path),
        corrections=tuple(
            _correction(figure, correction, context, path)
            for figure, correction in corrected_in(context.dataset, report.id)
        ),
        counts=audit_counts(report, context),
    )


def audit_counts(report: Report, context: Context) -> AuditCounts:
    """How much the audit found in a report."""
    found = _open(report, context)
    contradictions = sum(each.finding.is_contradiction for each in found)
    notes = len(found) - contradictions
    said = [context.say_number("{number} contradiction", "{number} contradictions", contradictions)]
    if notes:
        said.append(context.say_number("{number} worth a look", "{number} worth a look", notes))
    return AuditCounts(
        contradictions,
        notes,
        len(_reviewed(report, context)),
        len(corrected_in(context.dataset, report.id)),
        ", ".join(said) if found else context.say(N_("no contradictions found")),
    )


def _open(report: Report, context: Context) -> list[Listed]:
    return [each for each in findings_of(context.dataset, report.id) if each.finding.acknowledged is None]


def _reviewed(report: Report, context: Context) -> list[Listed]:
    return [each for each in findings_of(context.dataset, report.id) if each.finding.acknowledged is not None]


def _views(found: Sequence[Listed], context: Context, path: str) -> tuple[FindingView, ...]:
    return tuple(_view(each, context, path) for each in found)


def _view(listed: Listed, context: Context, path: str) -> FindingView:
    finding = listed.finding
    reason = finding.acknowledged
    return FindingView(
        anchor=listed.anchor,
        href=link(path, audit_path(listed.report), listed.anchor),
        title=context.say(finding.kind.title),
        sentence=message(finding.problem, context.lang),
        figures=tuple(_figures(finding.figures, context, path)),
        reason=context.text(reason) if reason is not None else Markup(""),
    )


def _figures(observations: Sequence[Observation], context: Context, path: str) -> Iterator[FigureLink]:
    """The figures of a finding; of several periods or tables, each says its own."""
    one_period = len({each.period for each in observations}) == 1
    titled = len({each.source.table for each in observations} - {None}) > 1
    for each in observations:
        made = _figure(each, context, path, titled=titled)
        when = "" if one_period else f"{formats.period(each.period, context.lang)}, "
        yield replace(made, place=f"{when}{made.place}")


def _figure(observation: Observation, context: Context, path: str, *, titled: bool = False) -> FigureLink:
    return FigureLink(
        value=printed_words(observation, context.catalogue).in_language(context.lang),
        place=place_words(observation, context.catalogue, titled=titled).in_language(context.lang),
        href=link(path, report_path(observation.source.report), observation.source.anchor),
    )


def _correction(observation: Observation, correction: Correction, context: Context, path: str) -> CorrectionView:
    indicator = context.catalogue.indicators.get(observation.indicator or "")
    return CorrectionView(
        figure=_figure(observation, context, path),
        name=context.indicator_name(indicator) if indicator else "",
        printed=as_shown(observation),
        used=shown(observation, context.catalogue, context.lang),
        kind=context.say(CORRECTION_KINDS[correction.kind]),
        reason=context.text(correction.reason),
    )
