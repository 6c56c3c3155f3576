"""The file of a new report: valid while nothing is entered, with every row of its form and its label as comments to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.canonical.files import canonical_text
from generator.i18n.messages import N_, translate
from generator.model.catalogue import Catalogue
from generator.model.form import UNITS, CellMeaning, Column, Form, Row, Table
from generator.model.period import Period
from generator.starting.drafts.lines import commented, flow, on_one_line, quoted, remark


@dataclass(frozen=True)
class NewReport:
    """What is known of a report: whose and of when, its title by language, number and day where known, and its form, where it has one."""

    unit: str
    period: Period
    titles: Mapping[str, str]
    form: Form | None = None
    number: str = ""
    date: str = ""

    @property
    def path(self) -> str:
        """Its file below the root."""
        return f"data/reports/{self.unit}/{self.period}.yml"


def report_text(report: NewReport, catalogue: Catalogue, lang: str) -> str:
    """The file of a report in canonical form."""
    lines = [f"unit: {quoted(report.unit)}", f"period: {quoted(str(report.period))}"]
    if report.form is not None:
        lines.append(f"form: {quoted(report.form.id)}")
    lines += ["entry: partial", "document:", f"  title: {flow(report.titles)}"]
    lines += [f"  {key}: {quoted(value)}" for key, value in (("number", report.number), ("date", report.date)) if value]
    lines += [remark(translate(lang, _HEAD)), *commented(_HEAD_KEYS)] if not (report.number and report.date) else []
    lines += ["", *(remark(translate(lang, each)) for each in _TOLD)]
    if report.form is not None:
        lines += [remark(translate(lang, each)) for each in _OF_ROWS]
        lines += commented(_tables(report.form, report.period, catalogue, lang))
    lines += [remark(translate(lang, _PROSE)), *commented(_PROSE_KEYS)]
    return canonical_text(report.path, "\n".join(lines) + "\n")


def _tables(form: Form, period: Period, catalogue: Catalogue, lang: str) -> Iterator[str]:
    yield "tables:"
    for table in form.tables:
        yield f"  {quoted(table.id)}:  # {on_one_line(table.title.in_language(lang))}"
        if table.columns == "periods":
            # The periods of its columns are those that the paper prints; its own is one of them.
            yield f"    columns: [{quoted(str(period))}]  # {translate(lang, _COLUMNS)}"
        yield "    rows:"
        for row in table.rows:
            yield from (f"      {each}" for each in _row(row, table, catalogue, lang))
        listing = [row for row in table.rows if row.lists]
        if listing:
            yield "    lists:"
        for row in listing:
            yield from (f"      {each}" for each in _list(row, table, lang))


def _row(row: Row, table: Table, catalogue: Catalogue, lang: str) -> Iterator[str]:
    label = on_one_line(row.label.in_language(lang))
    if row.heading:
        yield f"# {row.number} {label}".replace("#  ", "# ")
        return
    columns = table.fixed_columns
    measure = _measure(row, None, catalogue, lang)
    shape = f" {row.pattern}" if row.pattern else ""
    if not columns:
        yield f"{quoted(row.code)}:  # {label}{measure}{shape}"
        return
    yield f"{quoted(row.code)}:  # {label}{measure}{shape}"
    yield from (f"  {each}" for each in _cells(columns, row, catalogue, lang))


def _cells(columns: tuple[Column, ...], row: Row, catalogue: Catalogue, lang: str) -> Iterator[str]:
    for column in columns:
        shape = f" {column.pattern}" if column.pattern else ""
        measure = _measure(row, column, catalogue, lang)
        yield f"{quoted(column.code)}:  # {on_one_line(column.label.in_language(lang))}{measure}{shape}"


def _list(row: Row, table: Table, lang: str) -> Iterator[str]:
    """The rows that the report brings itself: one to copy."""
    yield f"{quoted(row.code)}:  # {on_one_line(row.label.in_language(lang))}"
    yield f'  - code: "1"  # {translate(lang, _LISTED)}'
    yield "    label: {vi: }"
    if UNITS in row.lists:
        yield f"    unit:  # {translate(lang, _WHOSE)}"
    for dimension in (each for each in row.lists if each != UNITS):
        yield f"    breakdown: {{{dimension}: }}  # {translate(lang, _PART)}"
    yield "    values:"
    for column in table.fixed_columns:
        yield f"      {quoted(column.code)}:  # {on_one_line(column.label.in_language(lang))}"


def _measure(row: Row, column: Column | None, catalogue: Catalogue, lang: str) -> str:
    """What a cell counts in, in brackets; nothing where nobody says it."""
    said: tuple[CellMeaning, ...] = (column, row) if column is not None else (row,)
    named = next((each.measure for each in said if each.measure), None)
    indicator = next((catalogue.indicators.get(each.indicator) for each in said if each.indicator), None)
    measure = catalogue.measures.get(named or (indicator.measure if indicator is not None else ""))
    return f" ({measure.names.in_language(lang)})" if measure is not None else ""


_HEAD = N_("Of the document, below its title, as far as it prints them:")
_HEAD_KEYS = ("  number:  # 123/BC-UBND", "  date:  # 2026-03-31, 2026-03", "  covers: {from: , to: }")
_TOLD = (
    N_("What is a comment below is not entered yet. Take the sign # away and write the figure behind the colon, as the paper prints it; labels may stay."),
    N_("Once every row is entered, take out the line entry: partial. On the day of publication write published: with that day."),
)  # fmt: skip
_OF_ROWS = (
    N_("Take the sign # away above the rows, too: at tables, at the table, at rows."),
    N_("What the paper leaves empty is not-reported; for “Không phát sinh” write {{status: none-occurred, printed: \"Không phát sinh\"}}."),
)  # fmt: skip
_COLUMNS = N_("the periods that the paper prints above its columns; a row then has a list of as many figures")
_LISTED = N_("one entry for each row that the paper prints here")
_WHOSE = N_("where the row is a unit: its id in data/units")
_PART = N_("where the row is a part: which one")
_PROSE = N_(
    "Figures that stand only in the prose, each with its section and indicator (reform-reports indicators WORDS):"
)
_PROSE_KEYS = ("prose:", '  - section: "I.2"', "    indicator: ", "    value: ")
