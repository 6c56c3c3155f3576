"""What a page offers for download: the files that hold its figures, and their description for search engines."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.exports.addresses import DATA_PAGE, FOLDER, PACKAGE, indicator_file, report_file, unit_file
from generator.exports.files import DataFile
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.indicator import Indicator
from generator.model.paths import relative_address
from generator.model.report import Report
from generator.model.text import DEFAULT_LANGUAGE
from generator.model.unit import Unit
from generator.pages.context import Context
from generator.pages.page import indicator_path, link, report_path, unit_path
from generator.pages.sources.structured_data import Described, dataset_block

SPREADSHEETS = ("csv", "xlsx")


@dataclass(frozen=True)
class Download:
    """A file on offer. `name` is what it is saved as; a browser shows a file without one."""

    kind: str
    href: str
    size: str
    name: str


@dataclass(frozen=True)
class Downloads:
    """The files of a page, what they are about, where data are explained, and the block that describes them."""

    subject: str
    files: tuple[Download, ...]
    about: str
    described: Markup


def unit_downloads(unit: Unit, context: Context) -> Downloads | None:
    """The files of a unit; None where no report says anything of it."""
    name = unit.names.in_language(context.lang)
    told = Described(
        path=unit_path(unit.id),
        name=context.say(N_("Public administration reform figures of {unit}"), unit=name),
        description=context.say(
            N_(
                "Figures that reports on public administration reform state about {unit}, each with its document, table and row."
            ),
            unit=name,
        ),
        places=(name,),
        observations=tuple(context.dataset.by_unit(unit.id)),
    )
    return _downloads(context, told, lambda kind: unit_file(unit.id, kind))


def report_downloads(report: Report, context: Context) -> Downloads | None:
    """The files of a report; None for one without figures."""
    told = Described(
        path=report_path(report.id),
        name=context.say(N_("Figures of the report: {report}"), report=context.report_name(report)),
        description=context.say(
            N_(
                "Every figure that the report on public administration reform of {unit} for {period} states, with table and row."
            ),
            unit=context.unit_name(report.unit),
            period=formats.period(report.period, context.lang),
        ),
        places=(context.unit_name(report.unit),),
        observations=tuple(context.dataset.by_report(report.id)),
    )
    return _downloads(context, told, lambda kind: report_file(report.id, kind))


def indicator_downloads(indicator: Indicator, context: Context) -> Downloads | None:
    """The files of an indicator; None where no report gives a figure of it."""
    found = context.dataset.by_indicator(indicator.id)
    units = dict.fromkeys(each.unit for each in found)
    told = Described(
        path=indicator_path(indicator.id),
        name=context.indicator_name(indicator),
        description=context.say(
            N_("{definition} Figures of all units, each with its document, table and row."),
            definition=indicator.definition.in_language(context.lang),
        ),
        places=tuple(context.unit_name(unit) for unit in units),
        observations=tuple(found),
    )
    return _downloads(context, told, lambda kind: indicator_file(indicator.id, kind))


def data_href(context: Context, path: str, file: str) -> str:
    """The relative address of a data file, which stands once for all languages, as seen from a page."""
    folder = "" if context.lang == DEFAULT_LANGUAGE else context.lang
    return relative_address(file, posixpath.join(folder, path).rstrip("/"))


def offered(context: Context, path: str, files: Iterable[DataFile]) -> tuple[Download, ...]:
    """Files as a page offers them."""
    return tuple(
        Download(
            _kind(file),
            data_href(context, path, file.path),
            formats.file_size(file.size, context.lang),
            "" if file.path.endswith(".json") else _saved_as(file),
        )
        for file in files
    )


def _kind(file: DataFile) -> str:
    if file.path == PACKAGE:
        return "Data Package"
    kind = file.path.rpartition(".")[2]
    return "Parquet" if kind == "parquet" else kind.upper()


def _saved_as(file: DataFile) -> str:
    """`data/v1/reports/khanh-son/2011-2020.csv` is saved as `khanh-son-2011-2020.csv`."""
    inside = file.path.removeprefix(f"{FOLDER}/")
    folder, _, rest = inside.partition("/")
    return rest.replace("/", "-") or folder


def _downloads(context: Context, told: Described, path_of: Callable[[str], str]) -> Downloads | None:
    found = [file for kind in (*SPREADSHEETS, "json") if (file := context.files.find(path_of(kind)))]
    if not told.observations or not found:
        return None
    return Downloads(
        subject=told.name,
        files=offered(context, told.path, found),
        about=link(told.path, DATA_PAGE),
        described=dataset_block(told, found, context),
    )
