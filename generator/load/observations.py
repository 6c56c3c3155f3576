"""From what was typed to observations: every cell and prose figure gets its indicator, unit, period and number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from generator.load.cells import placed_cells
from generator.load.columns import table_columns
from generator.load.corrections import apply_corrections
from generator.load.days import DaysOfFigure
from generator.load.figure_names import FigureNames, former_name
from generator.load.out_of import without_whole
from generator.load.plausible import unlikely
from generator.load.several import figures_of, several, whole_print
from generator.load.stated import StatedNumber, read_stated
from generator.model.catalogue import Catalogue
from generator.model.days import NO_DAYS, Days
from generator.model.form import BreakdownKey, CellFigure, CellMeaning, Cells, Column, Row
from generator.model.form_in_report import form_of
from generator.model.indicator import Indicator, IndicatorKind, Measure, MeasureType
from generator.model.observation import Observation, Source, Status
from generator.model.period import Period
from generator.model.place import NOWHERE
from generator.model.placed import Scalar
from generator.model.portions import shared_by_reports
from generator.model.report import Cell, PassageFigure, Report, ReportColumn, StatedInProse, TableValues
from generator.model.text import Text
from generator.problems import Problem
from generator.recall.known import Known


@dataclass(frozen=True)
class _Meaning:
    """What one figure is a value of. `measure` is None where the unit of measure could not be read, `of` where it is of no indicator."""

    unit: str
    period: Period
    indicator: str | None
    breakdown: BreakdownKey
    measure_id: str
    measure: Measure | None
    days: Days
    of: Indicator | None


def build_observations(
    catalogue: Catalogue, known: Known | None = None
) -> tuple[tuple[Observation, ...], list[Problem]]:
    """All observations of all reports, appendix before prose, and the figures that could not be read.

    Figures whose indicator or row does not exist are left out here; the checks tell of them. A figure that cannot be read is
    there without a value, so that what refers to it is not told of as well. Corrections are put into effect.
    """
    known = known or Known()
    shared = known.one("shared by reports", shared_by_reports(catalogue))
    observations: list[Observation] = []
    problems: list[Problem] = []
    for name, report in catalogue.reports.items():
        made_from = (shared, report)
        figures, faults = known.recall(("figures", name), made_from, partial(_figures_of, report, catalogue))
        observations += figures
        problems += faults
    return tuple(observations), problems


def _figures_of(report: Report, catalogue: Catalogue) -> tuple[tuple[Observation, ...], tuple[Problem, ...]]:
    """The observations of one report, which follow from it, its form and what indicators and units of measure are."""
    made = [*_from_tables(report, catalogue), *_from_prose(report, catalogue)]
    typed = [each for each in made if not isinstance(each, Problem)]
    faults = [each for each in made if isinstance(each, Problem)]
    corrected, uncorrected = apply_corrections(typed, report, catalogue)
    return corrected, (*faults, *uncorrected)


def _from_tables(report: Report, catalogue: Catalogue) -> Iterator[Observation | Problem]:
    form = form_of(report, catalogue)
    if form is None:
        return
    for table in form.tables:
        values = report.tables.get(table.id)
        if values is None:
            continue
        columns, given_rows = table_columns(table, report), values.given
        for row in table.rows:
            given = given_rows.get(row.code)
            if given is None or row.heading:
                continue
            cells = placed_cells(given, table, columns)
            if isinstance(cells, Problem):
                yield cells
                continue
            for index, (column, cell) in enumerate(zip(columns, cells, strict=True)):
                place = _Placed(report, values, row, column, Source(report.id, table.id, row.code, index))
                yield from _of_cell(cell, place, catalogue)


@dataclass(frozen=True)
class _Placed:
    """Where a cell stands."""

    report: Report
    values: TableValues
    row: Row
    column: Column | ReportColumn
    source: Source

    @property
    def several(self) -> Cells | None:
        """The row or column that says which figures the cell prints, where they are several."""
        return several(self.row, self.column)


def _of_cell(cell: Cell, place: _Placed, catalogue: Catalogue) -> Iterator[Observation | Problem]:
    """The figures of a cell: one, or those that it prints together."""
    if place.several is None:
        yield from _in_table(cell, place, None, catalogue)
        return
    found = figures_of(cell, place.several)
    if isinstance(found, Problem):
        yield found
        return
    for figure in place.several.figures:
        inside = replace(place, source=replace(place.source, figure=figure.code))
        for each in _in_table(found[figure.code], inside, figure, catalogue):
            yield each if isinstance(each, Problem) else replace(each, printed=whole_print(cell))


def _in_table(
    cell: Cell, place: _Placed, figure: CellFigure | None, catalogue: Catalogue
) -> Iterator[Observation | Problem]:
    meaning = _cell_meaning(place, figure, catalogue)
    if meaning is not None:
        days = _days_of(meaning, place.report, catalogue).in_table(cell, place.row, place.column, place.values)
        yield from _observe(cell, replace(meaning, days=days), place.source, cell.note, catalogue)


def _cell_meaning(place: _Placed, figure: CellFigure | None, catalogue: Catalogue) -> _Meaning | None:
    """What the row and the column of a cell say together; None where something they name does not exist.

    Where one of them says that its cells are of no indicator, the other's indicator only says how they are read. One of several figures
    of a cell says first what it is.
    """
    report, row, column = place.report, place.row, place.column
    said: tuple[CellMeaning, ...] = (row, column) if isinstance(column, Column) else (row,)
    said = (figure, *said) if figure is not None else said
    indicator_id = next((each.indicator for each in said if each.indicator), None)
    indicator = catalogue.indicators.get(indicator_id or "")
    if indicator_id and indicator is None:
        return None
    measure_id = next((each.measure for each in said if each.measure), None) or (
        indicator.measure if indicator else None
    )
    if any(each.not_indicator is not None for each in said):
        indicator_id = indicator = None
    if measure_id is None:
        return None
    measure = catalogue.measures.get(measure_id)
    breakdown = {dimension: category for each in said for dimension, category in each.breakdown.items()}
    period = row.period or _column_period(column, report)
    return _Meaning(
        unit=next((each.unit for each in said if each.unit), None) or report.unit,
        period=indicator.period_of(period) if indicator else period,
        indicator=indicator_id,
        breakdown=tuple(sorted(breakdown.items())),
        measure_id=measure_id,
        measure=measure,
        days=NO_DAYS,
        of=indicator,
    )


def _column_period(column: Column | ReportColumn, report: Report) -> Period:
    if isinstance(column, ReportColumn):
        return column.period
    return report.period.part_of_year(column.period) if column.period else report.period


def _days_of(meaning: _Meaning, report: Report, catalogue: Catalogue) -> DaysOfFigure:
    indicator = catalogue.indicators.get(meaning.indicator or "")
    return DaysOfFigure(report, meaning.period, indicator is not None and indicator.kind is IndicatorKind.STOCK)


def _from_prose(report: Report, catalogue: Catalogue) -> Iterator[Observation | Problem]:
    names = FigureNames()
    for number, stated in enumerate(report.stated_in_prose):
        figure = stated.figure
        indicator = catalogue.indicators.get(figure.indicator)
        measure = catalogue.measures.get(indicator.measure) if indicator else None
        if indicator is None:
            continue
        for index, (period, cell) in enumerate(_prose_cells(figure, report)):
            meaning = _Meaning(
                unit=figure.unit or report.unit,
                period=indicator.period_of(period),
                indicator=figure.indicator,
                breakdown=tuple(sorted(figure.breakdown.items())),
                measure_id=indicator.measure,
                measure=measure,
                days=NO_DAYS,
                of=indicator,
            )
            meaning = replace(meaning, days=_days_of(meaning, report, catalogue).in_prose(cell, stated))
            # Its address keeps the period that the report gives, whatever is found out about the indicator later.
            name = names.name(
                figure.indicator,
                period,
                meaning.breakdown,
                section=stated.section,
                other_unit=meaning.unit if meaning.unit != report.unit else None,
            )
            former = tuple(former_name(name, figure.indicator, each) for each in indicator.former_ids)
            source = Source(report.id, section=stated.section, entry=number, column=index, name=name, former=former)
            yield from _observe(cell, meaning, source, _note_of(cell, stated), catalogue)


def _note_of(cell: Cell, stated: StatedInProse) -> Text | None:
    """The note on a figure of the prose: its own, that of its entry, or that of its passage."""
    return cell.note or stated.figure.note or (stated.passage.note if stated.passage else None)


def _prose_cells(figure: PassageFigure, report: Report) -> Iterator[tuple[Period, Cell]]:
    if figure.value is not None:
        yield figure.period or report.period, figure.value
    yield from sorted((figure.values or {}).items())


def _observe(
    cell: Cell, meaning: _Meaning, source: Source, note: Text | None, catalogue: Catalogue
) -> Iterator[Observation | Problem]:
    """The observation of a cell, and one for each share that it prints, in the order of the breakdown."""
    vouched = cell.printed is not None
    for code, scalar in cell.figures.items():
        yield Problem("unknown-figure", scalar.place, {"code": code})
    yield from _observation(cell, cell.value, meaning, source, note, vouched=vouched)
    for dimension, shares in sorted(cell.parts.items()):
        known = catalogue.breakdowns.get(dimension)
        order = [each.id for each in known.categories] if known else []
        for category, scalar in _in_order(shares, order):
            breakdown = tuple(sorted({**dict(meaning.breakdown), dimension: category}.items()))
            yield from _observation(None, scalar, replace(meaning, breakdown=breakdown), source, None, vouched=vouched)


def _in_order(shares: dict[str, Scalar], order: list[str]) -> list[tuple[str, Scalar]]:
    """The shares in an order of categories; what is none of these, and told of by a check, stands last."""
    places = {category: place for place, category in enumerate(order)}
    return sorted(shares.items(), key=lambda share: (places.get(share[0], len(places)), share[0]))


def _observation(
    cell: Cell | None,
    scalar: Scalar | None,
    meaning: _Meaning,
    source: Source,
    note: Text | None,
    *,
    vouched: bool,
) -> Iterator[Observation | Problem]:
    """One observation. `vouched` tells that the file says under `printed` what the paper shows, however unlikely that is."""
    number: StatedNumber | None = None
    words: str | None = None
    whole: Decimal | None = None
    if scalar is not None and meaning.measure is not None:
        if meaning.measure.type is MeasureType.TEXT:
            words = str(scalar)
        else:
            parted = without_whole(scalar, meaning.measure, cell)
            read = parted if isinstance(parted, Problem) else read_stated(parted[0], meaning.measure, cell)
            if isinstance(parted, Problem):
                yield parted
            elif isinstance(read, Problem):
                yield read
            elif not vouched and (fault := unlikely(read, scalar, meaning.measure, meaning.of)):
                yield fault
            else:
                number, whole = read, parted[1]
    value = number.value if number is not None else None
    printed = cell.printed if cell and cell.printed is not None else number.printed if number is not None else None
    yield Observation(
        unit=meaning.unit,
        period=meaning.period,
        indicator=meaning.indicator,
        breakdown=meaning.breakdown,
        measure=meaning.measure_id,
        status=(cell.status if cell and cell.status else Status.REPORTED),
        value=value,
        rough=number.rough if number is not None else None,
        words=words,
        printed=_as_printed(scalar, value) if printed is None else printed,
        note=note,
        days=meaning.days,
        source=source,
        place=scalar.place if scalar is not None else cell.place if cell is not None else NOWHERE,
        part=cell is None,
        out_of=whole,
    )


def _as_printed(scalar: Scalar | None, value: Decimal | None) -> str | None:
    """What the paper shows, where the figure as typed keeps more of it than the number: `02`, `97,55%`."""
    if scalar is None or value is None:
        return None
    return None if str(scalar) == str(value) else str(scalar)
