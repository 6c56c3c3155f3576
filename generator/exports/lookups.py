"""The tables beside the observations: what their ids mean, what was set as a target, and which documents reports cite."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from generator.dataset.dataset import Dataset
from generator.dataset.revised import revisions
from generator.dataset.verdicts import stated_threshold
from generator.exports.columns import Column, FilledTable, ForeignKey, Table, joined, text_of, texts
from generator.exports.observations import DATE_PATTERN
from generator.exports.revisions import revision_table
from generator.i18n.messages import N_
from generator.model.catalogue import Catalogue
from generator.model.indicator import (
    Area,
    Breakdown,
    Category,
    Direction,
    Indicator,
    IndicatorKind,
    Measure,
    MeasureType,
)
from generator.model.period import Period, PeriodKind
from generator.model.report import Reference, Report
from generator.model.target import Comparison, Target
from generator.model.unit import Level, Unit, UnitKind

T = TypeVar("T")
_ID = {"required": True, "unique": True}
_DATE = {"pattern": DATE_PATTERN}


def lookup_tables(dataset: Dataset) -> tuple[FilledTable, ...]:
    """Every table but the observations, filled."""
    catalogue = dataset.catalogue
    languages = catalogue.languages
    return (
        _fill(unit_table(languages), catalogue.units.values()),
        _fill(area_table(languages), catalogue.areas.values()),
        _fill(indicator_table(languages), catalogue.indicators.values()),
        _fill(measure_table(languages), catalogue.measures.values()),
        _fill(breakdown_table(languages), _categories(catalogue)),
        _fill(period_table(), _periods(catalogue)),
        _fill(report_table(languages), catalogue.reports.values()),
        _fill(target_table(languages, catalogue), catalogue.targets.values()),
        _fill(document_table(languages), _references(catalogue)),
        _fill(revision_table(languages), revisions(dataset).changes),
    )


def unit_table(languages: tuple[str, ...]) -> Table[Unit]:
    return Table(
        "units",
        N_("Units"),
        N_("Every authority that reports or is named in a report."),
        (
            Column("id", "string", N_("Id of the unit."), lambda unit: unit.id, constraints=_ID),
            *texts("name", N_("Name of the unit."), languages, lambda unit: unit.names),
            *texts("authority", N_("Official name of the body."), languages, lambda unit: unit.authority),
            Column("level", "string", N_("Level of the unit."), lambda unit: unit.level.value, constraints={"required": True, "enum": [each.value for each in Level]}),
            Column("kind", "string", N_("What a unit of its level is called, where that is declared: a commune, ward, special zone or township, for instance."), lambda unit: unit.kind.value if unit.kind else None, constraints={"enum": [each.value for each in UnitKind]}),
            Column("parent", "string", N_("Id of the unit that it belongs to."), lambda unit: unit.parent),
            Column("code", "string", N_("Official code of the unit."), lambda unit: unit.code),
            Column("valid_from", "string", N_("Since when the unit exists, where that is known."), lambda unit: text_of(unit.valid_from), constraints=_DATE),
            Column("valid_to", "string", N_("Last day of the unit, where it has ended."), lambda unit: text_of(unit.valid_to), constraints=_DATE),
            Column("predecessors", "string", N_("Ids of the units that it came from, joined by semicolons."), lambda unit: joined(unit.predecessors)),
            Column("successors", "string", N_("Ids of the units that it became, joined by semicolons."), lambda unit: joined(unit.successors)),
            *texts("note", N_("Note on the entry."), languages, lambda unit: unit.note),
        ),
        ("id",),
        (ForeignKey("parent", "units"),),
    )  # fmt: skip


def area_table(languages: tuple[str, ...]) -> Table[Area]:
    return Table(
        "areas",
        N_("Areas of reform"),
        N_("The areas of reform, in the order of every report."),
        (
            Column("id", "string", N_("Id of the area of reform."), lambda area: area.id, constraints=_ID),
            *texts("name", N_("Name of the area."), languages, lambda area: area.names),
            *texts("definition", N_("What it means."), languages, lambda area: area.definition),
            *texts("note", N_("Note on the entry."), languages, lambda area: area.note),
        ),
        ("id",),
    )


def indicator_table(languages: tuple[str, ...]) -> Table[Indicator]:
    return Table(
        "indicators",
        N_("Indicators"),
        N_("What is measured, defined once and shared by all reports."),
        (
            Column("id", "string", N_("Id of the indicator."), lambda each: each.id, constraints=_ID),
            *texts("name", N_("Name of the indicator."), languages, lambda each: each.names),
            *texts("definition", N_("What it means."), languages, lambda each: each.definition),
            Column("area", "string", N_("Id of the area of reform."), lambda each: each.area),
            Column("measure", "string", N_("Id of the unit of measure."), lambda each: each.measure),
            Column("kind", "string", N_("What a value refers to: a date (stock), the period (flow) or the time since January (cumulative)."), lambda each: each.kind.value, constraints={"enum": [each.value for each in IndicatorKind]}),
            Column("better", "string", N_("Which way is progress: higher, lower or neither."), lambda each: each.better.value, constraints={"enum": [each.value for each in Direction]}),
            Column("breakdown", "string", N_("Dimensions by which it may be split, joined by semicolons."), lambda each: joined(each.breakdown)),
            Column("formula", "string", N_("How it follows from other indicators, by their ids; several ways are joined by a semicolon."), lambda each: joined(each.formula)),
            Column("sums", "string", N_("Breakdowns whose parts add up to the whole, joined by a semicolon."), lambda each: joined(each.sums)),
            Column("related", "string", N_("Ids of related indicators, joined by semicolons."), lambda each: joined(each.related)),
            *texts("note", N_("Note on the entry."), languages, lambda each: each.note),
            Column("of_year", "boolean", N_("Whether it is set for a whole year, as a plan is; its figures then stand under the year."), lambda each: each.of_year),
        ),
        ("id",),
        (ForeignKey("area", "areas"), ForeignKey("measure", "measures")),
    )  # fmt: skip


def measure_table(languages: tuple[str, ...]) -> Table[Measure]:
    return Table(
        "measures",
        N_("Units of measure"),
        N_("The units of measure and how values in them are read."),
        (
            Column("id", "string", N_("Id of the unit of measure."), lambda each: each.id, constraints=_ID),
            *texts("name", N_("Unit of measure."), languages, lambda each: each.names),
            Column("type", "string", N_("How a value is read: count, decimal, yes-no or text."), lambda each: each.type.value, constraints={"enum": [each.value for each in MeasureType]}),
        ),
        ("id",),
    )  # fmt: skip


def breakdown_table(languages: tuple[str, ...]) -> Table[tuple[Breakdown, Category]]:
    return Table(
        "breakdowns",
        N_("Breakdowns"),
        N_("The dimensions by which figures are split, and their categories."),
        (
            Column("dimension", "string", N_("Id of the dimension."), lambda pair: pair[0].id, constraints={"required": True}),
            *texts("dimension_name", N_("Name of the dimension."), languages, lambda pair: pair[0].names),
            Column("category", "string", N_("Id of the category."), lambda pair: pair[1].id, constraints={"required": True}),
            *texts("category_name", N_("Name of the category."), languages, lambda pair: pair[1].names),
        ),
        ("dimension", "category"),
    )  # fmt: skip


def period_table() -> Table[Period]:
    return Table(
        "periods",
        N_("Periods"),
        N_("The periods that figures, reports and targets refer to."),
        (
            Column("id", "string", N_("Period, such as 2025-08, 2020-Q1, 2020-H1, 2022-9M, 2023 or 2011-2020."), str, constraints=_ID),
            Column("kind", "string", N_("Length of the period; figures of different lengths are not comparable."), lambda each: each.kind.value, constraints={"enum": [each.value for each in PeriodKind]}),
            Column("start", "date", N_("First day of the period."), lambda each: each.start),
            Column("end", "date", N_("Last day of the period."), lambda each: each.end),
        ),
        ("id",),
    )  # fmt: skip


def report_table(languages: tuple[str, ...]) -> Table[Report]:
    return Table(
        "reports",
        N_("Reports"),
        N_("The documents that the figures come from."),
        (
            Column("id", "string", N_("Id of the report: unit and period."), lambda each: each.id, constraints=_ID),
            Column("unit", "string", N_("Id of the unit that reports."), lambda each: each.unit),
            Column("period", "string", N_("Period that the report is about."), lambda each: str(each.period)),
            *texts("title", N_("Title of the document."), languages, lambda each: each.document.title),
            Column("number", "string", N_("Number of the document, as printed."), lambda each: each.document.number, "vi"),
            Column("date", "string", N_("Date of the document."), lambda each: text_of(each.document.date), constraints=_DATE),
            Column("as_of", "string", N_("Date to which its figures refer."), lambda each: text_of(each.document.as_of), constraints=_DATE),
            Column("covers_from", "string", N_("First day that the figures really cover."), lambda each: text_of(each.document.covers.first) if each.document.covers else None, constraints=_DATE),
            Column("covers_to", "string", N_("Last day that the figures really cover."), lambda each: text_of(each.document.covers.last) if each.document.covers else None, constraints=_DATE),
            Column("form", "string", N_("Id of the official form that its appendix follows."), lambda each: each.form),
            Column("entry", "string", N_("Whether all of its figures have been entered: complete or partial."), lambda each: each.entry, constraints={"enum": ["complete", "partial"]}),
            *texts("note", N_("Note on the entry."), languages, lambda each: each.document.note),
        ),
        ("id",),
        (ForeignKey("unit", "units"), ForeignKey("period", "periods")),
    )  # fmt: skip


def target_table(languages: tuple[str, ...], catalogue: Catalogue) -> Table[Target]:
    return Table(
        "targets",
        N_("Targets"),
        N_("What units were to reach, by when, and which document says so."),
        (
            Column("id", "string", N_("Id of the target."), lambda each: each.id, constraints=_ID),
            Column("indicator", "string", N_("Id of the indicator."), lambda each: each.indicator),
            Column("unit", "string", N_("Id of the unit that it is set for; empty where it is set for a level."), lambda each: each.unit),
            Column("level", "string", N_("Level of the units that it is set for."), lambda each: each.level.value if each.level else None),
            Column("parent", "string", N_("Id of the unit whose subordinate units it is set for."), lambda each: each.parent),
            Column("breakdown", "string", N_("Part that the figure covers, as dimension=category, several joined by a semicolon; empty for the whole."), lambda each: joined(tuple(f"{name}={value}" for name, value in sorted(each.breakdown.items())))),
            Column("period", "string", N_("Period that it is set for."), lambda each: text_of(each.period)),
            Column("deadline", "string", N_("Date by which it is to be reached."), lambda each: text_of(each.deadline), constraints=_DATE),
            Column("comparison", "string", N_("When it is reached: at-least, more-than, at-most, less-than or exactly the threshold."), lambda each: each.comparison.value, constraints={"enum": [each.value for each in Comparison]}),
            Column("threshold", "number", N_("The threshold, in the indicator's unit of measure; empty where a plan gives it."), lambda each: stated_threshold(each, catalogue)),
            Column("threshold_from", "string", N_("Id of the indicator that holds the plan which gives the threshold."), lambda each: each.threshold_from),
            *texts("source", N_("The document that sets it."), languages, lambda each: each.source),
            *texts("note", N_("Note on the entry."), languages, lambda each: each.note),
        ),
        ("id",),
        (ForeignKey("indicator", "indicators"), ForeignKey("threshold_from", "indicators"), ForeignKey("unit", "units"), ForeignKey("parent", "units"), ForeignKey("period", "periods")),
    )  # fmt: skip


def document_table(languages: tuple[str, ...]) -> Table[tuple[Report, Reference]]:
    return Table(
        "documents",
        N_("Documents cited"),
        N_("The documents that each report cites."),
        (
            Column("report", "string", N_("Id of the report that cites it."), lambda pair: pair[0].id, constraints={"required": True}),
            Column("id", "string", N_("Id of the citation within the report."), lambda pair: pair[1].id, constraints={"required": True}),
            *texts("name", N_("What the document is called."), languages, lambda pair: pair[1].name),
            Column("number", "string", N_("Number of the document, as printed."), lambda pair: pair[1].number, "vi"),
            Column("date", "string", N_("Date of the document."), lambda pair: text_of(pair[1].date), constraints=_DATE),
            *texts("issuer", N_("Body that issued it."), languages, lambda pair: pair[1].issuer),
            *texts("subject", N_("What it is about."), languages, lambda pair: pair[1].subject),
            *texts("note", N_("Note on the entry."), languages, lambda pair: pair[1].note),
        ),
        ("report", "id"),
        (ForeignKey("report", "reports"),),
    )  # fmt: skip


def _fill(table: Table[T], items: Iterable[T]) -> FilledTable:
    return FilledTable(cast("Table[Any]", table), tuple(table.row(item) for item in items))


def _categories(catalogue: Catalogue) -> Iterable[tuple[Breakdown, Category]]:
    return ((each, category) for each in catalogue.breakdowns.values() for category in each.categories)


def _periods(catalogue: Catalogue) -> list[Period]:
    found = {each.period for each in catalogue.observations} | {each.period for each in catalogue.reports.values()}
    return sorted(found | {each.period for each in catalogue.targets.values() if each.period is not None})


def _references(catalogue: Catalogue) -> Iterable[tuple[Report, Reference]]:
    return ((report, reference) for report in catalogue.reports.values() for reference in report.references)
