"""The table of observations: one row a stated figure, with everything needed to read it and to find it on paper."""

from __future__ import annotations

from collections.abc import Callable

from generator.exports.columns import Column, ForeignKey, Table, Value, text_of, texts
from generator.exports.figures import Figure
from generator.i18n.messages import N_
from generator.i18n.names import breakdown_name, source_label
from generator.model.form import breakdown_label
from generator.model.observation import Status
from generator.model.period import PeriodKind
from generator.model.rough import Qualifier
from generator.model.text import Text
from generator.model.unit import Level, UnitKind

DATE_PATTERN = r"\d{4}-\d{2}(-\d{2})?"
"""A date whose day the document may not print."""

Columns = tuple[Column[Figure], ...]


def observation_table(languages: tuple[str, ...]) -> Table[Figure]:
    """The layout of the table of observations."""
    return Table(
        "observations",
        N_("Observations"),
        N_("Every figure of every report: one row a figure, with its source."),
        (*_subject(languages), *_value(languages), *_source(languages)),
        ("id",),
        (
            ForeignKey("unit", "units"),
            ForeignKey("period", "periods"),
            ForeignKey("area", "areas"),
            ForeignKey("indicator", "indicators"),
            ForeignKey("measure", "measures"),
            ForeignKey("report", "reports"),
        ),
    )


def _subject(languages: tuple[str, ...]) -> Columns:
    """What a figure is a figure of."""
    return (
        Column("id", "string", N_("Permanent id of the figure: report and place in the report."), lambda each: each.id, constraints={"required": True, "unique": True}),
        Column("unit", "string", N_("Id of the unit that the figure is about."), lambda each: each.observation.unit, constraints={"required": True}),
        *texts("unit_name", N_("Name of the unit."), languages, lambda each: each.unit_names),
        Column("unit_level", "string", N_("Level of the unit."), _unit_level, constraints={"enum": [each.value for each in Level]}),
        Column("unit_kind", "string", N_("What a unit of its level is called, where that is declared: a commune, ward, special zone or township, for instance."), _unit_kind, constraints={"enum": [each.value for each in UnitKind]}),
        Column("period", "string", N_("Period, such as 2025-08, 2020-Q1, 2020-H1, 2022-9M, 2023 or 2011-2020."), lambda each: str(each.observation.period), constraints={"required": True}),
        Column("period_kind", "string", N_("Length of the period; figures of different lengths are not comparable."), lambda each: each.observation.period.kind.value, constraints={"enum": [each.value for each in PeriodKind]}),
        Column("period_start", "date", N_("First day of the period."), lambda each: each.observation.period.start),
        Column("period_end", "date", N_("Last day of the period."), lambda each: each.observation.period.end),
        Column("as_of", "string", N_("Date or month to which the figure refers, where the report says so."), lambda each: text_of(each.observation.as_of), constraints={"pattern": DATE_PATTERN}),
        Column("covers_from", "string", N_("First day that the figure covers, where the report says so for it, its column, table, passage or the whole document."), lambda each: text_of(each.observation.covers.first) if each.observation.covers else None, constraints={"pattern": DATE_PATTERN}),
        Column("covers_to", "string", N_("Last day that the figure covers, likewise."), lambda each: text_of(each.observation.covers.last) if each.observation.covers else None, constraints={"pattern": DATE_PATTERN}),
        Column("area", "string", N_("Id of the area of reform."), lambda each: each.indicator.area if each.indicator else None),
        Column("indicator", "string", N_("Id of the indicator; empty for a row of the form that is none."), lambda each: each.observation.indicator),
        *texts("indicator_name", N_("Name of the indicator."), languages, _indicator_names),
        Column("breakdown", "string", N_("Part that the figure covers, as dimension=category, several joined by a semicolon; empty for the whole."), lambda each: breakdown_label(each.observation.breakdown) or None),
        *_labels("breakdown_name", N_("Part that the figure covers, in words."), languages, lambda each, lang: breakdown_name(each.observation.breakdown, each.catalogue, lang) or None),
    )  # fmt: skip


def _value(languages: tuple[str, ...]) -> Columns:
    """What is stated."""
    return (
        Column("status", "string", N_("Whether there is a value: reported, none-occurred, not-applicable or not-reported."), lambda each: each.observation.status.value, constraints={"required": True, "enum": [each.value for each in Status]}),
        Column("value", "number", N_("The number, exactly as reported; yes is 1 and no is 0. Empty where there is none, or only a rough one."), lambda each: each.observation.exact),
        Column("qualifier", "string", N_("How a rough number is meant: about, nearly, over, at-least, under, at-most, or range; empty for an exact one."), lambda each: text_of(each.rough.qualifier.value) if each.rough else None, constraints={"enum": [each.value for each in Qualifier]}),
        Column("rough_value", "number", N_("The number of a rough statement, to be read with its qualifier; the first end of a range."), lambda each: each.observation.value if each.rough else None),
        Column("rough_to", "number", N_("The other end of a range, or of about so many to so many."), lambda each: each.rough.to if each.rough else None),
        Column("out_of", "number", N_("What the figure is out of, where the cell prints it: the highest score, or how many are ranked."), lambda each: each.observation.out_of),
        Column("words", "string", N_("The answer where the form asks for words."), lambda each: each.observation.words, "vi"),
        Column("measure", "string", N_("Id of the unit of measure; a percentage of 97.55 is written 97.55."), lambda each: each.observation.measure, constraints={"required": True}),
        *texts("measure_name", N_("Unit of measure."), languages, lambda each: each.catalogue.measures[each.observation.measure].names),
        Column("printed", "string", N_("What the paper prints, where that was noted."), lambda each: each.observation.printed, "vi"),
        *texts("note", N_("Note on the figure."), languages, lambda each: each.observation.note),
        Column("primary", "boolean", N_("True for the statement that pages show, where a report states the same thing more than once."), lambda each: each.primary, constraints={"required": True}),
        Column("part", "boolean", N_("True for a share that is printed inside another cell."), lambda each: each.observation.part, constraints={"required": True}),
    )  # fmt: skip


def _source(languages: tuple[str, ...]) -> Columns:
    """Where it is stated."""
    return (
        *_labels("source", N_("Source in words: report, table and row, or section."), languages, lambda each, lang: source_label(each.observation, each.catalogue, lang)),
        Column("address", "string", N_("Permanent address of the figure: its row on the page of the report."), lambda each: each.address(), constraints={"required": True}),
        Column("report", "string", N_("Id of the report: unit and period."), lambda each: each.observation.source.report, constraints={"required": True}),
        Column("document_number", "string", N_("Number of the document, as printed."), lambda each: each.report.document.number, "vi"),
        Column("table", "string", N_("Table of the appendix; empty for a figure of the prose."), lambda each: each.observation.source.table),
        Column("row", "string", N_("Number of the row on the form."), lambda each: each.observation.source.row),
        *texts("row_label", N_("What the form prints in the row."), languages, lambda each: each.row_label),
        Column("column", "integer", N_("Column of the table, counted from 1."), lambda each: each.observation.source.column + 1 if each.observation.source.table else None, constraints={"minimum": 1}),
        Column("section", "string", N_("Section of the report's prose in which the figure stands."), lambda each: each.observation.source.section, "vi"),
    )  # fmt: skip


def _labels(
    name: str, meaning: str, languages: tuple[str, ...], read: Callable[[Figure, str], Value]
) -> tuple[Column[Figure], ...]:
    """A column a language of words that the program makes."""

    def reader(lang: str) -> Callable[[Figure], Value]:
        return lambda each: read(each, lang)

    return tuple(Column(f"{name}_{lang}", "string", meaning, reader(lang), lang) for lang in languages)


def _indicator_names(each: Figure) -> Text | None:
    return each.indicator.names if each.indicator else None


def _unit_level(each: Figure) -> str | None:
    unit = each.catalogue.units.get(each.observation.unit)
    return unit.level.value if unit else None


def _unit_kind(each: Figure) -> str | None:
    unit = each.catalogue.units.get(each.observation.unit)
    return unit.kind.value if unit and unit.kind else None
