"""The page of a report: facts of the document, our narrative, the appendix as printed, and figures stated only in prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.dataset.completeness import completeness
from generator.dataset.recorded import report_in_full
from generator.dataset.revised import former_anchors_of
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.i18n.names import report_period, section_name
from generator.model.form_in_report import form_of
from generator.model.narrative import SECTIONS, Markdown
from generator.model.observation import Observation
from generator.model.report import Report
from generator.pages.appendix.appendix import appendix_tables, printed_otherwise
from generator.pages.context import Context
from generator.pages.figures.covered_words import covered_words
from generator.pages.figures.figure import breakdown_name, cell_html, is_number, shown
from generator.pages.figures.levels import SECTION_TITLES
from generator.pages.listing.facets import report_facets
from generator.pages.marks.flags import flag_note
from generator.pages.news.revisions import revisions_of
from generator.pages.origins.origin import Origin
from generator.pages.page import Page, indicator_path, link, report_path, unit_path
from generator.pages.planned import Planned
from generator.pages.prose.prose import prose_of
from generator.pages.sources.audit import audit_counts
from generator.pages.sources.downloads import report_downloads
from generator.pages.sources.figure_origin import FigureOrigin, figure_origin, lines_shown
from generator.pages.sources.printed_source import document_source
from generator.pages.statements.sentences import report_sentences


@dataclass(frozen=True)
class Section:
    """A section of the narrative. `edit` leads to the file that holds its text."""

    id: str
    title: str
    html: Markup
    edit: str


@dataclass(frozen=True)
class ProseRow:
    """A figure that the report states in its prose. `old_anchors` are its addresses in earlier versions of this site."""

    anchor: str
    old_anchors: tuple[str, ...]
    section: str
    indicator: Markup
    unit: Markup
    period: str
    figure: Markup
    flag: Markup
    is_number: bool
    measure: str
    printed: str
    note: Markup
    origin: FigureOrigin | None


def plan(context: Context) -> Iterator[Planned]:
    """A page for every report."""
    for each in context.catalogue.reports:
        yield Planned(report_path(each), partial(_page, each))


def _page(report_id: str, context: Context) -> Page:
    report = report_in_full(context.dataset, report_id)
    path = report_path(report.id)
    form = form_of(report, context.catalogue)
    title = f"{context.unit_name(report.unit)}: {report_period(report, context.catalogue, context.lang)}"
    unit = context.catalogue.units.get(report.unit)
    return context.page(
        "report",
        path,
        title,
        context.say(
            N_("Report on public administration reform of {unit}, {period}."),
            unit=context.unit_name(report.unit),
            period=report_period(report, context.catalogue, context.lang),
        ),
        source=document_source(report, context),
        downloads=report_downloads(report, context),
        facets=report_facets(report, context),
        origin=Origin(report.place.file, 1),
        shows=report,
        report=report,
        sentences=report_sentences(report.id, path, context),
        revisions=revisions_of(report, context),
        document=report.document,
        document_title=context.text(report.document.title),
        document_note=context.text(report.document.note) if report.document.note else "",
        entry_note=context.text(report.entry_note) if report.entry_note else "",
        unit_name=context.unit_name(report.unit),
        unit_href=link(path, unit_path(report.unit)),
        authority=context.authority(unit) if unit else "",
        form_name=context.text(form.names) if form else "",
        form_source=context.text(form.source) if form and form.source else "",
        form_note=context.text(form.note) if form and form.note else "",
        coverage=completeness(report, context.dataset),
        audited=audit_counts(report, context),
        sections=list(_sections(report, context)),
        tables=appendix_tables(report, form, context) if form else (),
        prose=[_prose_row(each, report, context) for each in _in_prose(report, context)],
    )


def _sections(report: Report, context: Context) -> Iterator[Section]:
    for section in SECTIONS:
        prose = prose_of(context, partial(_narrative, context, report, section), report_path(report.id), report)
        if prose is not None:
            area = context.catalogue.areas.get(section)
            title = area.names.in_language(context.lang) if area else context.say(SECTION_TITLES[section])
            yield Section(section, title, prose.html, context.source_href(Origin(prose.file)))


def _narrative(context: Context, report: Report, section: str, lang: str) -> Markdown | None:
    return context.catalogue.narratives.get((lang, report.id, section))


def _in_prose(report: Report, context: Context) -> list[Observation]:
    return [each for each in context.dataset.by_report(report.id) if each.source.table is None and not each.part]


def _prose_row(observation: Observation, report: Report, context: Context) -> ProseRow:
    catalogue, lang = context.catalogue, context.lang
    indicator = catalogue.indicators[observation.indicator or ""]
    measure = catalogue.measures[observation.measure]
    path = report_path(report.id)
    name = Markup('<a href="{}">{}</a>').format(
        link(path, indicator_path(indicator.id)), context.indicator_name(indicator)
    )
    breakdown = breakdown_name(observation.breakdown, catalogue, lang)
    if breakdown:
        name += Markup(" <small>{}</small>").format(breakdown)
    unit = Markup("")
    if observation.unit != report.unit:
        unit = Markup('<a href="{}">{}</a>').format(
            link(path, unit_path(observation.unit)), context.unit_name(observation.unit)
        )
    period = formats.period(observation.period, lang, short=True)
    if days := covered_words(observation, catalogue, lang):
        period = f"{period} ({days})"
    return ProseRow(
        anchor=observation.source.anchor,
        old_anchors=tuple(
            dict.fromkeys((*observation.source.old_anchors, *former_anchors_of(context.dataset, observation)))
        ),
        section=section_name(observation.source.section or "", lang, bare=True),
        indicator=name,
        unit=unit,
        period=period,
        figure=cell_html(observation, catalogue, lang),
        flag=flag_note(observation, context.dataset, lang, path),
        is_number=is_number(measure),
        measure=measure.names.in_language(lang),
        printed=printed_otherwise(observation, context),
        note=context.text(observation.note) if observation.note else Markup(""),
        origin=figure_origin(
            lines_shown(context, report),
            (observation.source.anchor,),
            f"{indicator.id}, {observation.period}: {shown(observation, catalogue, lang)}",
            context,
            report,
            observation.source.anchor,
        ),
    )
