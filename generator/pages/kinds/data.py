"""The page of the data: the whole dataset as files, its licence, how to open it, addresses for programs, and every column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from markupsafe import Markup

from generator.dataset.dataset import figure_count
from generator.exports.addresses import (
    CATALOGUE,
    DATA_PAGE,
    FOLDER,
    INDEX,
    OBSERVATIONS,
    PACKAGE,
    indicator_file,
    report_file,
    table_file,
    unit_file,
)
from generator.exports.columns import Column, Table
from generator.exports.lookups import lookup_tables
from generator.exports.observations import observation_table
from generator.exports.words import CREDIT, LICENCE_TITLE, LICENCE_URL, MEANING, TITLE
from generator.i18n.messages import N_
from generator.i18n.site_words import compiler_of
from generator.pages.context import Context
from generator.pages.origins.origin import Origin
from generator.pages.page import Page
from generator.pages.planned import Planned
from generator.pages.sources.downloads import Download, data_href, offered
from generator.pages.sources.structured_data import Described, dataset_block

_USES = {
    "xlsx": N_("To read, filter and count in Excel or LibreOffice; every figure leads to its source."),
    "csv": N_("For every program that reads tables; opens in Excel with its accents."),
    "parquet": N_("For analysis in Python, R or DuckDB: compact, with the type of each column."),
    "json": N_("Describes all tables: their columns, keys and checksums."),
}
_TYPES = {
    "string": N_("text"),
    "number": N_("number"),
    "integer": N_("whole number"),
    "boolean": N_("true or false"),
    "date": N_("date"),
}


@dataclass(frozen=True)
class WholeFile:
    """The whole dataset in a format, and what that is good for."""

    file: Download
    use: str


@dataclass(frozen=True)
class TableCard:
    """A table of the dataset: its file, rows, and what each of its columns means (name, type, meaning)."""

    name: str
    title: str
    meaning: str
    rows: int
    file: Download
    columns: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Address:
    """An address for programs: its pattern, what it gives, and one that exists."""

    pattern: str
    meaning: str
    example: str
    href: str


def plan(_context: Context) -> Iterator[Planned]:
    """The page that explains the data."""
    yield Planned(DATA_PAGE, _page)


def _page(context: Context) -> Page:
    description = context.say(
        N_("Every figure of this site as files: to open in a spreadsheet, to analyse and to build on.")
    )
    return context.page(
        "data",
        DATA_PAGE,
        context.say(N_("Data")),
        description,
        origin=Origin("data/reports"),
        lede=description,
        whole=_whole(context),
        tables=_tables(context),
        figures=figure_count(context.dataset),
        addresses=_addresses(context),
        example=_example(context),
        credit=context.say(CREDIT, compiler=compiler_of(context.catalogue.site, context.lang)),
        licence_title=LICENCE_TITLE,
        licence_url=LICENCE_URL,
        described=_described(context),
    )


def _whole(context: Context) -> list[WholeFile]:
    paths = [f"{OBSERVATIONS}.{kind}" for kind in ("xlsx", "csv", "parquet")] + [PACKAGE]
    found = [file for path in paths if (file := context.files.find(path))]
    return [
        WholeFile(shown, context.say(_USES[file.path.rpartition(".")[2]]))
        for file, shown in zip(found, offered(context, DATA_PAGE, found), strict=True)
    ]


def _tables(context: Context) -> list[TableCard]:
    """Every table with its columns: the observations first."""
    observations = cast("Table[Any]", observation_table(context.catalogue.languages))
    sized = [(observations, len(context.catalogue.observations))]
    sized += [(filled.table, len(filled.rows)) for filled in lookup_tables(context.dataset)]
    made = []
    for table, rows in sized:
        file = context.files.find(table_file(table.name))
        if file is not None:
            (shown,) = offered(context, DATA_PAGE, [file])
            columns = tuple(_column(column, context) for column in table.columns)
            title, meaning = context.say(table.title), context.say(table.meaning)
            made.append(TableCard(table.name, title, meaning, rows, shown, columns))
    return made


def _column(column: Column[Any], context: Context) -> tuple[str, str, str]:
    return column.name, context.say(_TYPES[column.type]), column.description(context.lang)


def _addresses(context: Context) -> list[Address]:
    """The addresses for programs; those of units, reports and indicators with an example that exists."""
    catalogue = context.catalogue
    examples = [
        (f"{FOLDER}/units/<id>.json", N_("A unit with all its figures."), unit_file, catalogue.units),
        (f"{FOLDER}/reports/<unit>/<period>.json", N_("A report with its figures and the documents it cites."), report_file, catalogue.reports),
        (f"{FOLDER}/indicators/<id>.json", N_("An indicator with its figures for all units."), indicator_file, catalogue.indicators),
    ]  # fmt: skip
    made = [_address(INDEX, N_("Every file with its address and size: begin here."), INDEX, context)]
    for pattern, meaning, path_of, entries in examples:
        # The first with figures, by which a reader sees most.
        known = [path_of(each, "json") for each in entries if context.files.find(path_of(each, "csv"))]
        if known:
            made.append(_address(pattern, meaning, known[0], context))
    made.append(_address(PACKAGE, N_("The tables as a Data Package, version 2."), PACKAGE, context))
    made.append(_address(CATALOGUE, N_("The same for data portals: DCAT 3 as JSON-LD."), CATALOGUE, context))
    return made


def _address(pattern: str, meaning: str, path: str, context: Context) -> Address:
    return Address(f"/{pattern}", context.say(meaning), path, data_href(context, DATA_PAGE, path))


def _example(context: Context) -> str:
    """A few lines of Python that run as they stand: one indicator, units against periods. Empty without a number anywhere."""
    counted = {
        each: len(found)
        for each in context.catalogue.indicators
        if (found := [s for s in context.dataset.select(indicator=each) if not s.breakdown and s.numeric])
    }
    if not counted:
        return ""
    indicator = max(counted, key=lambda each: counted[each])
    name = f"unit_name_{context.lang}"
    return "\n".join(
        [
            "import pandas as pd",
            f'figures = pd.read_csv("{context.files.site_url}{OBSERVATIONS}.csv", low_memory=False)',
            'shown = figures[figures["primary"] & figures["breakdown"].isna()]',
            f'chosen = shown[shown["indicator"] == "{indicator}"]',
            f'print(chosen.pivot(index="{name}", columns="period", values="value"))',
        ]
    )


def _described(context: Context) -> Markup:
    """The description of the whole dataset; nothing where there is no figure."""
    files = [file for kind in ("csv", "xlsx", "parquet") if (file := context.files.find(f"{OBSERVATIONS}.{kind}"))]
    if not files or not context.catalogue.observations:
        return Markup("")
    told = Described(
        path=DATA_PAGE,
        name=context.say(TITLE),
        description=context.say(MEANING),
        places=tuple(context.unit_name(report.unit) for report in context.catalogue.reports.values()),
        observations=context.catalogue.observations,
    )
    return dataset_block(told, files, context)
