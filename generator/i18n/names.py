"""What pages and downloads call things that have no name of their own: a breakdown, and where a figure stands."""

from __future__ import annotations

import re

from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.catalogue import Catalogue
from generator.model.form import BreakdownKey
from generator.model.observation import Observation, Status
from generator.model.report import Report
from generator.model.text import DEFAULT_LANGUAGE

STATUS_WORDS = {
    Status.NONE_OCCURRED: N_("none occurred"),
    Status.NOT_APPLICABLE: N_("not applicable"),
    Status.NOT_REPORTED: N_("not reported"),
}


def breakdown_name(breakdown: BreakdownKey, catalogue: Catalogue, lang: str) -> str:
    """A breakdown in words: `Cấp huyện`; empty for the whole."""
    names = []
    for dimension, category in breakdown:
        known = catalogue.breakdowns.get(dimension)
        found = next((each for each in known.categories if each.id == category), None) if known else None
        names.append(found.names.in_language(lang) if found else category)
    return ", ".join(names)


def section_name(section: str, lang: str, *, bare: bool = False) -> str:
    """A section of a report as readers of a language name it: `Phần I, II.2.a` is `Part I, section II.2.a` in English.

    Data name sections as the paper does, in Vietnamese. With `bare`, where a heading says already that it is a section, plain
    numbers stand alone: `Part I, II.2.a`.
    """
    said: list[str] = []
    for piece in section.split(","):
        found = _PART_OF_A_DOCUMENT.fullmatch(piece.strip())
        if found is not None:
            word = _PARTS[found["word"].casefold()]
            said.append(piece.strip() if lang == DEFAULT_LANGUAGE else translate(lang, word, number=found["number"]))
        elif bare:
            said.append(piece.strip())
        elif said and section.casefold().startswith(_ANNEX):
            # Within an annex, a number is that of a row.
            said.append(translate(lang, N_("row {row}"), row=piece.strip()))
        else:
            said.append(translate(lang, N_("section {section}"), section=piece.strip()))
    return ", ".join(said)


_ANNEX = "phụ lục"
_PARTS = {
    "phần": N_("Part {number}"),
    "chương": N_("Chapter {number}"),
    "mục": N_("section {number}"),
    "biểu": N_("Table {number}"),
    "bảng": N_("Table {number}"),
    _ANNEX: N_("Annex {number}"),
}
_PART_OF_A_DOCUMENT = re.compile(rf"(?P<word>{'|'.join(_PARTS)})\s+(?P<number>\S+)", re.IGNORECASE)


def report_label(report: Report, catalogue: Catalogue, lang: str) -> str:
    """A report by its unit and period, and the rule where it is another than the one on reform."""
    unit = catalogue.units.get(report.unit)
    name = unit.names.in_language(lang) if unit else report.unit
    return f"{name}, {report_period(report, catalogue, lang)}"


def report_period(report: Report, catalogue: Catalogue, lang: str) -> str:
    """The period of a report in words, with what the report is called where it stands beside the one on reform."""
    period = formats.period(report.period, lang)
    rule = catalogue.calendar.get(report.rule or "")
    if rule is None:
        return f"{period} ({report.rule})" if report.rule else period
    return f"{period} ({(rule.beside or rule.names).in_language(lang)})"


def source_label(observation: Observation, catalogue: Catalogue, lang: str) -> str:
    """Where the figure stands: report, and table and row or section."""
    source = observation.source
    about = report_label(catalogue.reports[source.report], catalogue, lang)
    if source.table is None:
        where = section_name(source.section or "", lang)
    elif source.table[:1].isdigit():
        where = translate(lang, N_("table {table}, row {row}"), table=source.table, row=source.row)
    else:
        # Such an id (`appendix`, `dossiers`) is ours; paper has no number there.
        where = translate(lang, N_("appendix, row {row}"), row=source.row)
    return f"{about}, {where}"
