"""A report's appendix as the form prints it: tables, rows and numbers in their own order, every figure with an address."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from generator.i18n import formats
from generator.i18n.messages import N_
from generator.load.columns import table_columns
from generator.model.catalogue import Catalogue
from generator.model.form import CellFigure, Column, Form, Row, Table
from generator.model.observation import Observation, Status
from generator.model.report import Report, ReportColumn
from generator.pages.appendix.days import column_days, table_days
from generator.pages.appendix.head import TableHead, table_head
from generator.pages.context import Context
from generator.pages.figures.covered_words import covered_words
from generator.pages.figures.figure import breakdown_name, cell_html, dash_html, is_number, shown
from generator.pages.marks.flags import flag_note
from generator.pages.page import indicator_path, link, report_path, unit_path
from generator.pages.sources.figure_origin import FigureOrigin, figure_origin, lines_shown


@dataclass(frozen=True)
class AppendixCell:
    """A printed cell: its figure, its address on the page, what the paper shows where that differs, and a note.

    `flag` is the mark beside a figure that the source contradicts. A figure printed across the row has a `span` and the addresses of all the columns it stands for.
    """

    anchor: str
    html: Markup
    is_number: bool
    printed: str
    note: Markup
    flag: Markup = Markup("")  # noqa: RUF009 - immutable
    span: int = 1
    more_anchors: tuple[str, ...] = ()
    headers: str = ""
    """The ids of the cells of the header that it stands below, where the header has several storeys."""


@dataclass(frozen=True)
class AppendixRow:
    """A printed row. `indicator_href` leads to what it feeds; `reason` says why it feeds nothing; `anchor` is its address on the page."""

    code: str
    number: str
    label: Markup
    original: str
    is_heading: bool
    measure: str
    indicator_href: str
    indicator_name: str
    unit_href: str
    unit_name: str
    is_called_as_unit: bool
    """Whether its label is the name of the unit that it is of."""
    reason: str
    anchor: str
    cells: tuple[AppendixCell, ...]
    origin: FigureOrigin | None = None


@dataclass(frozen=True)
class AppendixTable:
    """A printed table. `note` is of the form, `report_note` of what the report fills in; `days` says which days its figures are of, where the source gives some to the whole table."""

    id: str
    title: Markup
    columns: tuple[Markup, ...]
    rows: tuple[AppendixRow, ...]
    note: Markup
    report_note: Markup
    days: str
    has_measures: bool
    head: TableHead
    empty_columns: tuple[Markup, ...]
    """Columns of the paper without anything in any row: they are named, not shown; their addresses lead to the row."""


_OF_WHICH = "Trong đó"
"""What forms print in the place of a number where a row is a part of the one above."""
_SPACE_INSIDE = re.compile(r"\d\s+\d")
CellKey = tuple[str | None, str | None, int]
Found = tuple[Observation, ...]
"""The figures of a cell: one, or those that it prints together; none where it is not entered."""


def appendix_tables(report: Report, form: Form, context: Context) -> tuple[AppendixTable, ...]:
    """The tables of the form that the report fills in."""
    cells: dict[CellKey, Found] = defaultdict(tuple)
    for observation in context.dataset.by_report(report.id):
        source = observation.source
        if source.table is not None and not observation.part:
            cells[source.table, source.row, source.column] += (observation,)
    return tuple(_table(table, report, cells, context) for table in form.tables if table.id in report.tables)


def _table(table: Table, report: Report, cells: Mapping[CellKey, Found], context: Context) -> AppendixTable:
    columns = table_columns(table, report)
    lines = lines_shown(context, report)
    rows = tuple(_row(row, table, columns, cells, lines, report, context) for row in table.rows)
    given = report.tables[table.id]
    labels = tuple(_column_label(column, table, context) + column_days(column, given, context) for column in columns)
    shown = _filled_columns(table, report, cells, len(columns))
    head = table_head(table, labels, shown, context)
    return AppendixTable(
        id=table.id,
        title=context.text(table.title),
        columns=tuple(labels[index] for index in shown),
        empty_columns=tuple(label for index, label in enumerate(labels) if index not in shown),
        rows=tuple(replace(row, cells=_below(head, _only(row.cells, shown))) for row in rows),
        note=context.text(table.note) if table.note else Markup(""),
        report_note=context.text(given.note) if given.note else Markup(""),
        days=table_days(given, context.lang),
        has_measures=not head.is_storeyed and any(row.measure for row in rows),
        head=head,
    )


def _filled_columns(table: Table, report: Report, cells: Mapping[CellKey, Found], columns: int) -> tuple[int, ...]:
    """The columns in which any row has anything to show; all of them where none has."""
    across = {code for code, row in report.tables[table.id].given.items() if row.across is not None}
    filled = {
        index
        for row in table.rows
        if row.code not in across
        for index in range(columns)
        if any(_says_something(each) for each in cells.get((table.id, row.code, index), ()))
    }
    return tuple(index for index in range(columns) if index in filled or not filled)


def _says_something(observation: Observation) -> bool:
    return observation.status is not Status.NOT_REPORTED or bool(observation.printed or observation.note)


def _only(cells: tuple[AppendixCell, ...], shown: Sequence[int]) -> tuple[AppendixCell, ...]:
    """The cells of the columns that are shown, the first with the addresses of those that are not."""
    if len(cells) <= 1:
        return tuple(replace(cell, span=min(cell.span, len(shown))) for cell in cells)
    hidden = tuple(cell.anchor for index, cell in enumerate(cells) if index not in shown and cell.anchor)
    first, *others = (cells[index] for index in shown)
    return (replace(first, more_anchors=(*first.more_anchors, *hidden)), *others)


def _below(head: TableHead, cells: tuple[AppendixCell, ...]) -> tuple[AppendixCell, ...]:
    """The cells with what they stand below."""
    if not head.is_storeyed or not cells or any(each.span > 1 for each in cells):
        return cells
    return tuple(replace(cell, headers=" ".join(over)) for cell, over in zip(cells, head.over, strict=True))


def _column_label(column: Column | ReportColumn, table: Table, context: Context) -> Markup:
    if table.columns is None:
        return Markup("{}").format(context.say(N_("Figure")))
    if isinstance(column, ReportColumn) and column.label is None:
        return Markup("{}").format(formats.period(column.period, context.lang, short=True))
    return context.text(column.label) if column.label is not None else Markup("")


def _row(
    row: Row,
    table: Table,
    columns: Sequence[Column | ReportColumn],
    cells: Mapping[CellKey, Found],
    lines: Mapping[str, int] | None,
    report: Report,
    context: Context,
) -> AppendixRow:
    catalogue, lang = context.catalogue, context.lang
    found = [cells.get((table.id, row.code, index), ()) for index in range(len(columns))]
    indicator = catalogue.indicators.get(row.indicator or "")
    said = [each for figures in found for each in figures]
    measures = {catalogue.measures[each.measure].names.in_language(lang) for each in said}
    name = indicator.names.in_language(lang) if indicator else ""
    breakdown = breakdown_name(tuple(sorted(row.breakdown.items())), catalogue, lang)
    path = report_path(report.id)
    anchor = f"row-{table.id}-{row.code.replace('#', '_')}"
    stated = said if not row.heading else []
    figures = "; ".join(shown(each, catalogue, lang) for each in stated)
    return AppendixRow(
        code=row.code,
        number=context.say(N_("Of which")) if row.number == _OF_WHICH else row.number,
        label=context.text(row.label),
        original="" if lang == "vi" else row.label.in_language("vi"),
        is_heading=row.heading,
        measure=measures.pop() if len(measures) == 1 else "",
        indicator_href=link(path, indicator_path(indicator.id)) if indicator else "",
        indicator_name=f"{name} ({breakdown})" if breakdown else name,
        unit_href=link(path, unit_path(row.unit)) if row.unit else "",
        unit_name=(unit := context.unit_name(row.unit) if row.unit else ""),
        is_called_as_unit=bool(unit) and row.label.in_language(lang) == unit,
        reason=row.not_indicator.in_language(lang) if row.not_indicator else "",
        anchor=anchor,
        cells=_cells(row, table, found, report, context) if not row.heading else (),
        origin=figure_origin(
            lines,
            [each.source.anchor for each in stated],
            f"{row.code}: {figures}",
            context,
            report,
            anchor,
        ),
    )


def _cells(
    row: Row, table: Table, found: Sequence[Found], report: Report, context: Context
) -> tuple[AppendixCell, ...]:
    """The cells of a row: one a column, or a single one across them all."""
    write = cell_html if len(found) == 1 else dash_html
    path, columns = report_path(report.id), table.fixed_columns
    several = [row.figures or (columns[index].figures if columns else ()) for index in range(len(found))]
    cells = tuple(
        _several(each, figures, context, path) if figures and each else _cell(each, context, write, path)
        for each, figures in zip(found, several, strict=True)
    )
    given = report.tables[table.id].given.get(row.code)
    if given is None or given.across is None or len(cells) == 1:
        return cells
    first, *others = cells
    return (replace(first, span=len(cells), more_anchors=tuple(each.anchor for each in others)),)


def _several(found: Found, figures: Sequence[CellFigure], context: Context, path: str) -> AppendixCell:
    """A cell that prints several figures: each with what it is called, all with one address, and what the paper shows."""
    names = {each.code: each for each in figures}
    pieces = [
        Markup('<span class="rr-figure-of-cell">{}{}{}</span>').format(
            _name_of(names[each.source.figure], each, context),
            cell_html(each, context.catalogue, context.lang),
            flag_note(each, context.dataset, context.lang, path),
        )
        for each in found
    ]
    first = found[0]
    said = "".join(
        f"{_plain_name(names[each.source.figure], each, context)}{shown(each, context.catalogue, 'vi')}"
        for each in found
    )
    return AppendixCell(
        anchor=first.source.anchor,
        html=Markup("").join(pieces),
        is_number=True,
        printed="" if _letters(first.printed or "") == _letters(said) else first.printed or "",
        note=_cell_note(first, context),
    )


def _name_of(figure: CellFigure, observation: Observation, context: Context) -> Markup:
    indicator = context.catalogue.indicators.get(observation.indicator or "")
    name = context.text(figure.label) if figure.label else context.indicator_name(indicator) if indicator else ""
    return Markup("<small>{}:</small> ").format(name) if name else Markup("")


def _plain_name(figure: CellFigure, observation: Observation, context: Context) -> str:
    """What a figure of a cell is called on paper."""
    indicator = context.catalogue.indicators.get(observation.indicator or "")
    name = figure.label or (indicator.names if indicator else None)
    return name.in_language("vi") if name else ""


def _letters(text: str) -> str:
    """A text without what stands between words and numbers."""
    return re.sub(r"[\s:/]", "", text)


def _cell(
    found: Found,
    context: Context,
    write: Callable[[Observation, Catalogue, str], Markup],
    path: str,
) -> AppendixCell:
    if not found:
        return AppendixCell("", Markup(""), is_number=False, printed="", note=Markup(""))
    observation = found[0]
    measure = context.catalogue.measures[observation.measure]
    return AppendixCell(
        anchor=observation.source.anchor,
        html=write(observation, context.catalogue, context.lang),
        flag=flag_note(observation, context.dataset, context.lang, path),
        is_number=is_number(measure),
        printed=printed_otherwise(observation, context),
        note=_cell_note(observation, context),
    )


def _cell_note(observation: Observation, context: Context) -> Markup:
    """The note on a figure, behind the days that it declares for itself alone."""
    days = covered_words(observation, context.catalogue, context.lang) if observation.days.of_figure else ""
    note = context.text(observation.note) if observation.note else Markup("")
    return Markup("; ").join(filter(None, (escape(days), note)))


def printed_otherwise(observation: Observation, context: Context) -> str:
    """What the paper shows, where it says more or other than the number that the page shows; empty otherwise."""
    printed = observation.printed
    if printed is None or observation.words == printed:
        return ""
    if observation.value is None:
        return printed
    measure = context.catalogue.measures[observation.measure]
    if not is_number(measure):
        return "" if any(printed in words for words in measure.words.values()) else printed
    if _SPACE_INSIDE.search(printed) or any(each in printed for each in measure.signs):
        return printed
    shown_so = (
        shown(observation, context.catalogue, "vi")
        if observation.rough or observation.out_of is not None
        else formats.number(observation.value, "vi")
    )
    return "" if _digits(printed) == _digits(shown_so) else printed


def _digits(text: str) -> str:
    """The digits of a number without leading zeros; any letter is kept, so that words count as more."""
    return re.sub(r"[\s.,%]", "", text).lstrip("0") or "0"
