"""Frozen figures in words: what one states, what it is of, and of which report, also where today's data no longer have it."""

from __future__ import annotations

from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.i18n.names import STATUS_WORDS, breakdown_name, report_label
from generator.i18n.rough_words import stated
from generator.model.catalogue import Catalogue
from generator.model.form import Row, Table
from generator.model.form_in_report import form_of
from generator.model.observation import Source
from generator.model.period import Period
from generator.model.vintage import VintageFigure

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
    known = catalogue.reports.get(report)
    if known is not None:
        return report_label(known, catalogue, lang)
    try:
        when = formats.period(Period.parse(period), lang)
    except ValueError:
        when = period
    return f"{unit_name(unit, catalogue, lang)}, {when}"


def unit_name(unit: str, catalogue: Catalogue, lang: str) -> str:
    found = catalogue.units.get(unit)
    return found.names.in_language(lang) if found else unit


def _subject(figure: VintageFigure, catalogue: Catalogue, lang: str) -> str:
    """The indicator, or the label of the row on the form; where neither is known any more, its address."""
    indicator = catalogue.indicators.get(figure.indicator or "")
    if indicator is not None:
        return indicator.names.in_language(lang)
    found = row_of(figure, catalogue)
    return found[1].label.in_language(lang) if found else figure.indicator or figure.anchor


def row_of(figure: VintageFigure, catalogue: Catalogue) -> tuple[Table, Row] | None:
    """The row in which a frozen figure stood, and its table; None for the prose, and where the form no longer has it."""
    report = catalogue.reports.get(figure.report)
    form = form_of(report, catalogue) if report else None
    for table in form.tables if form else ():
        for row in table.rows:
            anchor = Source(figure.report, table=table.id, row=row.code).anchor
            if figure.anchor == anchor or figure.anchor.startswith(f"{anchor}_"):
                return table, row
    return None
