"""What pages and downloads call things that have no name of their own: a breakdown, and where a figure stands."""

from __future__ import annotations

from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.catalogue import Catalogue
from generator.model.form import BreakdownKey
from generator.model.observation import Observation, Status

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


def source_label(observation: Observation, catalogue: Catalogue, lang: str) -> str:
    """Where the figure stands: report, and table and row or section."""
    report = catalogue.reports[observation.source.report]
    unit = catalogue.units.get(report.unit)
    name = unit.names.in_language(lang) if unit else report.unit
    about = f"{name}, {formats.period(report.period, lang)}"
    source = observation.source
    if source.table is None:
        where = translate(lang, N_("section {section}"), section=source.section)
    elif source.table[:1].isdigit():
        where = translate(lang, N_("table {table}, row {row}"), table=source.table, row=source.row)
    else:
        # Such an id (`appendix`, `dossiers`) is ours; paper has no number there.
        where = translate(lang, N_("appendix, row {row}"), row=source.row)
    return f"{about}, {where}"
