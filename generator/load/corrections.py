"""Declared corrections put into effect: the corrected value is used, what was printed stays beside it.

A correction names its figure and what it expects to find there. Where that is gone, it is an error: the source was mended, or
the correction is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.load.cells import column_code
from generator.load.columns import table_columns
from generator.load.plausible import unlikely
from generator.load.stated import read_stated
from generator.model.catalogue import Catalogue
from generator.model.form_in_report import form_of
from generator.model.observation import Observation, Status
from generator.model.report import Report
from generator.model.review import Correction, NamedFigure
from generator.problems import Problem


def apply_corrections(
    observations: Sequence[Observation], report: Report, catalogue: Catalogue
) -> tuple[tuple[Observation, ...], list[Problem]]:
    """The observations of a report with corrected values, and the corrections that could not be made."""
    changed = list(observations)
    problems: list[Problem] = []
    for correction in report.corrections:
        named = [number for number, each in enumerate(changed) if names(correction, each, report, catalogue)]
        if len(named) != 1:
            code = "correction-unmatched" if not named else "correction-ambiguous"
            problems.append(Problem(code, correction.place, {"what": correction.words}))
            continue
        made = _corrected(changed[named[0]], correction, catalogue)
        if isinstance(made, Problem):
            problems.append(made)
        else:
            changed[named[0]] = made
    return tuple(changed), problems


def names(figure: NamedFigure, observation: Observation, report: Report, catalogue: Catalogue) -> bool:
    """Whether an entry of a report names an observation. What the entry leaves out, it leaves open, but for breakdown and unit."""
    source = observation.source
    if source.report != report.id or not figure.names_a_figure:
        return False
    if figure.table is not None and (
        (source.table, source.row) != (figure.table, figure.row)
        or figure.column not in (None, _column(observation, report, catalogue))
    ):
        return False
    if figure.indicator is None:
        return not observation.part
    return (
        observation.indicator == figure.indicator
        and observation.breakdown == tuple(sorted(figure.breakdown.items()))
        and observation.unit == (figure.unit or report.unit)
        and observation.period == catalogue.indicators[figure.indicator].period_of(figure.period or report.period)
        and figure.section in (None, source.section)
    )


def as_shown(observation: Observation) -> str:
    """What the paper shows for a figure, as far as the file tells: the printed words, the number, or its status."""
    if observation.printed is not None:
        return observation.printed
    if observation.words is not None:
        return observation.words
    return str(observation.value) if observation.value is not None else observation.status.value


def _column(observation: Observation, report: Report, catalogue: Catalogue) -> str | None:
    form = form_of(report, catalogue)
    table = form.table(observation.source.table or "") if form else None
    columns = table_columns(table, report) if table else ()
    index = observation.source.column
    return column_code(columns[index]) if index < len(columns) else None


def _corrected(observation: Observation, correction: Correction, catalogue: Catalogue) -> Observation | Problem:
    found = as_shown(observation)
    if found != correction.expects:
        words = {"expects": correction.expects, "found": found}
        return Problem("correction-obsolete", correction.place_of("expects"), words)
    measure = catalogue.measures.get(observation.measure)
    if measure is None:
        return Problem("correction-unmatched", correction.place, {"what": correction.words})
    number = read_stated(correction.value, measure, None)
    if isinstance(number, Problem):
        return number
    indicator = catalogue.indicators.get(observation.indicator or "")
    return unlikely(number, correction.value, measure, indicator) or replace(
        observation,
        value=number.value,
        rough=number.rough,
        status=Status.REPORTED,
        printed=found,
        correction=correction,
    )


def corrected(observations: Sequence[Observation]) -> Iterator[tuple[Observation, Correction]]:
    """The figures that carry a correction."""
    for each in observations:
        if each.correction is not None:
            yield each, each.correction
