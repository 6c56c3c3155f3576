"""The data files of a site: what makes each of them, and then the lists that need to know all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from generator.charts.cache import Cache
from generator.dataset.dataset import Dataset
from generator.exports.addresses import (
    CATALOGUE,
    INDEX,
    OBSERVATIONS,
    PACKAGE,
    indicator_file,
    report_file,
    table_file,
    unit_file,
)
from generator.exports.catalogues import dcat_catalogue, index_document
from generator.exports.columns import Table
from generator.exports.csv_file import csv_bytes, csv_of_lines
from generator.exports.documents import indicator_document, report_document, unit_document
from generator.exports.figures import Figure, all_figures
from generator.exports.files import DataFiles
from generator.exports.form_sheets import printed_sheets
from generator.exports.json_text import json_bytes
from generator.exports.lookups import lookup_tables
from generator.exports.observations import observation_table
from generator.exports.package import data_package
from generator.exports.rows import FigureRows
from generator.exports.words import TITLE
from generator.exports.workbooks import WorkbookLayout, figures_workbook
from generator.i18n.messages import translate
from generator.model.catalogue import Catalogue
from generator.model.report import Report
from generator.model.text import DEFAULT_LANGUAGE, Text


@dataclass(frozen=True)
class Job:
    """A file that is to be: its path below the root of the site, and what makes its content.

    `figures` are those that it holds, which with the names of things decide its content; None for a file that follows from more.
    """

    path: str
    make: Callable[[], bytes]
    figures: tuple[Figure, ...] | None


def data_jobs(dataset: Dataset, site_url: str, cache: Path, rows: FigureRows | None = None) -> list[Job]:
    """All data files but the lists of them, in an order that does not change.

    `rows` may be those of the last build, as long as the names of things and the `site_url` are the same. What is gone from the dataset is forgotten.
    """
    exports = _Exports(dataset, site_url, Cache(cache), rows or FigureRows(dataset.catalogue.languages))
    exports.rows.forget_others(exports.figures)
    return list(exports.jobs())


def data_lists(dataset: Dataset, files: DataFiles) -> dict[str, bytes]:
    """What lists the files, by path: Data Package, index and catalogue."""
    catalogue = dataset.catalogue
    tables = [cast("Table[Any]", observation_table(catalogue.languages))]
    tables += [filled.table for filled in lookup_tables(dataset)]
    documents = {
        PACKAGE: data_package(tables, files, catalogue),
        CATALOGUE: dcat_catalogue(catalogue, files),
        INDEX: index_document(catalogue, files, [table_file(table.name) for table in tables]),
    }
    return {path: json_bytes(document) for path, document in documents.items()}


@dataclass(frozen=True)
class _Exports:
    """Everything that is written, as jobs that can be done in any order."""

    dataset: Dataset
    site_url: str
    cache: Cache
    rows: FigureRows

    @property
    def catalogue(self) -> Catalogue:
        return self.dataset.catalogue

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        return all_figures(self.dataset, self.site_url)

    @cached_property
    def layout(self) -> WorkbookLayout:
        return WorkbookLayout(self.rows.people, self.catalogue.languages, self.catalogue.site)

    def jobs(self) -> Iterator[Job]:
        """All jobs, in an order that does not change."""
        catalogue = self.catalogue
        title = translate(DEFAULT_LANGUAGE, TITLE)
        yield from self._spreadsheets(lambda kind: f"{OBSERVATIONS}.{kind}", title, self.figures)
        yield Job(f"{OBSERVATIONS}.parquet", self._parquet, self.figures)
        for filled in lookup_tables(self.dataset):
            yield Job(table_file(filled.table.name), _later(csv_bytes, filled.table.header, filled.rows), None)
        by_unit = _grouped(self.figures, lambda figure: figure.observation.unit)
        issued: dict[str, list[str]] = defaultdict(list)
        for report in catalogue.reports.values():
            issued[report.unit].append(report.id)
        for unit in catalogue.units.values():
            found = by_unit.get(unit.id, ())
            document = _later(_json, unit_document, unit, issued.get(unit.id, ()), found, self.site_url)
            yield from self._all_kinds(_named(unit_file, unit.id), unit.names, document, found)
        by_report = _grouped(self.figures, lambda figure: figure.observation.source.report)
        for report in catalogue.reports.values():
            found = by_report.get(report.id, ())
            document = _later(_json, report_document, report, found, self.site_url)
            yield from self._all_kinds(_named(report_file, report.id), report.document.title, document, found, report)
        by_indicator = _grouped(self.figures, lambda figure: figure.observation.indicator or "")
        for each in catalogue.indicators.values():
            found = by_indicator.get(each.id, ())
            document = _later(_json, indicator_document, each, catalogue, found, self.site_url)
            yield from self._all_kinds(_named(indicator_file, each.id), each.names, document, found)

    def _all_kinds(
        self,
        path: Callable[[str], str],
        names: Text,
        document: Callable[[], bytes],
        figures: Sequence[Figure],
        report: Report | None = None,
    ) -> Iterator[Job]:
        """JSON of whatever there is, so that its address can be relied on; spreadsheets where there are figures."""
        yield Job(path("json"), document, tuple(figures))
        if figures:
            yield from self._spreadsheets(path, names.in_language(DEFAULT_LANGUAGE), figures, report)

    def _spreadsheets(
        self, path: Callable[[str], str], title: str, figures: Sequence[Figure], report: Report | None = None
    ) -> Iterator[Job]:
        """CSV and XLSX of figures; the workbook of a report has its tables as printed, too."""
        held = tuple(figures)
        yield Job(path("csv"), lambda: csv_of_lines(self.rows.table.header, map(self.rows.line, figures)), held)
        yield Job(path("xlsx"), lambda: self._workbook(title, figures, report), held)

    def _workbook(self, title: str, figures: Sequence[Figure], report: Report | None) -> bytes:
        rows = [self.rows.people_row(figure) for figure in figures]
        printed = printed_sheets(report, figures, self.catalogue) if report is not None else ()
        return figures_workbook(title, self.layout, rows, figures, self.cache, printed)

    def _parquet(self) -> bytes:
        from generator.exports.parquet_file import parquet_bytes

        return parquet_bytes(cast("Any", self.rows.table.columns), [self.rows.values(each) for each in self.figures])


def _grouped(figures: Iterable[Figure], key: Callable[[Figure], str]) -> dict[str, tuple[Figure, ...]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[key(figure)].append(figure)
    return {name: tuple(each) for name, each in found.items()}


def _json(document: Callable[..., dict[str, object]], *arguments: object) -> bytes:
    return json_bytes(document(*arguments))


def _later(make: Callable[..., bytes], *arguments: object) -> Callable[[], bytes]:
    return lambda: make(*arguments)


def _named(path: Callable[[str, str], str], name: str) -> Callable[[str], str]:
    return lambda kind: path(name, kind)
