"""Figures as people open them in a workbook: what they look for first in the first columns, and heads in words above the names that machines use.

CSV, JSON and Parquet keep the table as it is. A workbook holds the same columns in another order, and the period in words beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.columns import Column, Table
from generator.exports.figures import Figure
from generator.i18n import formats
from generator.i18n.formats import language_name
from generator.i18n.messages import N_, translate
from generator.model.observation import Status

HEADS = {
    "id": N_("Figure"),
    "unit": N_("Unit, id"),
    "unit_name": N_("Unit"),
    "unit_level": N_("Level of the unit"),
    "unit_kind": N_("Kind of the unit"),
    "period": N_("Period, code"),
    "period_name": N_("Period"),
    "period_kind": N_("Length of the period"),
    "period_start": N_("First day of the period"),
    "period_end": N_("Last day of the period"),
    "as_of": N_("As of"),
    "covers_from": N_("Covers from"),
    "covers_to": N_("Covers to"),
    "area": N_("Area, id"),
    "indicator": N_("Indicator, id"),
    "indicator_name": N_("Indicator"),
    "breakdown": N_("Part, id"),
    "breakdown_name": N_("Part"),
    "status": N_("State of the answer"),
    "value": N_("Value"),
    "qualifier": N_("How a rough value is meant"),
    "rough_value": N_("Rough value"),
    "rough_to": N_("Rough value, to"),
    "out_of": N_("Out of"),
    "words": N_("Answer in words"),
    "measure": N_("Unit of measure, id"),
    "measure_name": N_("Unit of measure"),
    "printed": N_("As printed"),
    "note": N_("Note"),
    "primary": N_("Shown on pages"),
    "part": N_("Share inside another cell"),
    "source": N_("Source"),
    "address": N_("Address of the figure"),
    "report": N_("Report, id"),
    "document_number": N_("Number of the document"),
    "table": N_("Table"),
    "row": N_("Row, number"),
    "row_label": N_("Row of the form"),
    "column": N_("Column"),
    "section": N_("Section of the prose"),
}
"""What each column is called above its id; those of a language without its ending."""

_FIRST = ("unit_name", "indicator_name", "row_label", "breakdown_name")
_THEN = ("measure_name", "period_name")
_NEXT = ("qualifier", "rough_value", "rough_to", "words")
_WORDS = ("source", "note", "printed", "document_number", "status")


def people_table(table: Table[Figure], languages: tuple[str, ...]) -> Table[Figure]:
    """The columns of a workbook in their order: who and what, the value, its unit of measure and its period in the first language of the site; the same
    words in the others; how the value is to be read and where it stands; and last what only programs need."""
    columns = {column.name: column for column in (*table.columns, *_periods(languages))}
    own, *others = languages
    order = [f"{name}_{own}" for name in _FIRST] + ["value"] + [f"{name}_{own}" for name in _THEN]
    order += [f"{name}_{lang}" for lang in others for name in (*_FIRST, *_THEN)]
    order += _NEXT
    order += [each for name in _WORDS for each in (name, *(f"{name}_{lang}" for lang in languages)) if each in columns]
    order += [name for name in columns if name not in order]
    return Table(table.name, table.title, table.meaning, tuple(columns[name] for name in order), table.key)


def head(column: Column[Figure], languages: Sequence[str]) -> str:
    """A column's head in every language of the site, one below the other."""
    ending = f"_{column.lang}"
    name = column.name.removesuffix(ending) if column.lang else column.name
    return "\n".join(_named(HEADS[name], lang, column.name.endswith(ending) and column.lang) for lang in languages)


def is_empty(figure: Figure) -> bool:
    """Whether it is a row of the form that the report leaves empty."""
    return figure.observation.status is Status.NOT_REPORTED


def _named(name: str, lang: str, of: str | bool) -> str:
    return f"{translate(lang, name)} ({language_name(str(of), lang)})" if of else translate(lang, name)


def _periods(languages: tuple[str, ...]) -> tuple[Column[Figure], ...]:
    def column(lang: str) -> Column[Figure]:
        return Column(
            f"period_name_{lang}",
            "string",
            N_("Period in words."),
            lambda each: formats.period(each.observation.period, lang),
            lang,
        )

    return tuple(map(column, languages))
