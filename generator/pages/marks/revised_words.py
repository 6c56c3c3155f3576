"""Revised figures in words: what an edition said, what a figure is called, and where its archived page stands."""

from __future__ import annotations

import posixpath

from generator.dataset.revised import Past, Step
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.i18n.names import breakdown_name
from generator.i18n.rough_words import stated
from generator.model.catalogue import Catalogue
from generator.model.edition import Edition
from generator.model.observation import Source
from generator.model.paths import report_path
from generator.model.period import Period
from generator.model.shelf import edition_folder
from generator.model.text import DEFAULT_LANGUAGE
from generator.model.vintage import Vintage, VintageFigure
from generator.pages.figures.figure import STATUS_WORDS

REVISIONS = "revisions"
"""The page of all revisions."""
_STATED = N_("“{words}”")


def said(figure: VintageFigure, catalogue: Catalogue, lang: str) -> str:
    """What a figure states: its number with the unit of measure, its words, or in words why it states nothing."""
    if figure.value is not None:
        measure = catalogue.measures.get(figure.measure)
        if measure is None:
            return formats.number(figure.value, lang)
        return stated(figure.value, figure.rough, measure, lang, formats.measured)
    words = figure.words if figure.words is not None else translate(lang, STATUS_WORDS[figure.status])
    return translate(lang, _STATED, words=words)


def step_words(step: Step, catalogue: Catalogue, lang: str) -> str:
    """`2020, 2022: 97.5%`."""
    editions = ", ".join(str(each) for each in step.editions)
    return translate(lang, N_("{editions}: {value}"), editions=editions, value=said(step.figure, catalogue, lang))


def newest_words(past: Past, catalogue: Catalogue, lang: str) -> str:
    """`the 2023 edition said 97.5%`: what tells one mark from another where it is heard and not seen."""
    newest = past.newest
    value = said(newest.figure, catalogue, lang)
    return translate(lang, N_("the {edition} edition said {value}"), edition=newest.editions[-1], value=value)


def past_words(past: Past, catalogue: Catalogue, lang: str) -> list[str]:
    """The sentences beside a revised figure: what the newest other edition said, and where they differ, what each of them said."""
    newest = past.newest
    value = said(newest.figure, catalogue, lang)
    told = [
        translate(lang, N_("Revised: the {edition} edition said {value}"), edition=newest.editions[-1], value=value)
    ]
    if len(past.steps) > 1:
        history = "; ".join(step_words(step, catalogue, lang) for step in past.steps)
        told.append(translate(lang, N_("What the editions said: {history}"), history=history))
    return told


def figure_name(figure: VintageFigure, catalogue: Catalogue, lang: str) -> str:
    """What a figure is of, as far as its report does not say it already."""
    report = catalogue.reports.get(figure.report)
    breakdown = tuple(tuple(each.split("=", 1)) for each in figure.breakdown.split(";") if each)
    parts = [_subject(figure, catalogue, lang)]
    parts += filter(None, [breakdown_name(breakdown, catalogue, lang)])  # type: ignore[arg-type]  # pairs, as they were written
    if report is None or figure.unit != report.unit:
        parts.append(unit_name(figure.unit, catalogue, lang))
    if report is None or figure.period != str(report.period):
        parts.append(formats.period(Period.parse(figure.period), lang))
    return ", ".join(parts)


def report_name(report: str, catalogue: Catalogue, lang: str) -> str:
    """`Huyện Ngân Sơn, Quý III/2022`, also of a report that is no longer there."""
    unit, _, period = report.partition("/")
    try:
        when = formats.period(Period.parse(period), lang)
    except ValueError:
        when = period
    return f"{unit_name(unit, catalogue, lang)}, {when}"


def unit_name(unit: str, catalogue: Catalogue, lang: str) -> str:
    found = catalogue.units.get(unit)
    return found.names.in_language(lang) if found else unit


def archived_href(vintage: Vintage, figure: VintageFigure | None, report: str, lang: str, page_path: str) -> str:
    """The relative address of a report's page in the archive, and of a figure on it, as seen from a page of this language.

    Empty where that page is no part of the site.
    """
    folder = "" if lang == DEFAULT_LANGUAGE else lang
    page = posixpath.join(folder, report_path(report))
    if page not in vintage.published:
        return ""
    target = posixpath.join(edition_folder(vintage.edition), page, "index.html")
    address = posixpath.relpath(target, posixpath.join(folder, page_path) or ".")
    return f"{address}#{figure.anchor}" if figure is not None else address


def group_anchor(edition: Edition, report: str = "") -> str:
    """Where the page of all revisions tells what an edition said differently, in all or in a report."""
    return "-".join(["edition", str(edition), *filter(None, [report.replace("/", "-")])])


def _subject(figure: VintageFigure, catalogue: Catalogue, lang: str) -> str:
    """The indicator, or the label of the row on the form; where neither is known any more, its address."""
    indicator = catalogue.indicators.get(figure.indicator or "")
    if indicator is not None:
        return indicator.names.in_language(lang)
    report = catalogue.reports.get(figure.report)
    form = catalogue.forms.get(report.form or "") if report else None
    for table in form.tables if form else ():
        for row in table.rows:
            anchor = Source(figure.report, table=table.id, row=row.code).anchor
            if figure.anchor == anchor or figure.anchor.startswith(f"{anchor}_"):
                return row.label.in_language(lang)
    return figure.indicator or figure.anchor
