"""The numbers that a report knows: what prose about it may mention without inventing anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.prose.numbers import WrittenNumber, numbers_in, power_of
from generator.dataset.dataset import Dataset
from generator.load.numbers import read_number
from generator.model.catalogue import Catalogue
from generator.model.form_in_report import form_of
from generator.model.report import Report
from generator.model.target import Target
from generator.model.text import DEFAULT_LANGUAGE, Text
from generator.problems import Problem

_QUANTUM_AT_LEAST = Decimal(1)


@dataclass(frozen=True)
class KnownNumbers:
    """Numbers without their signs and units of measure: what is known about them is only that they stand somewhere."""

    values: frozenset[Decimal]

    def has(self, number: WrittenNumber) -> bool:
        """Whether one reading of a number is known; a rough one also if it is a known number that was rounded or cut."""
        readings = (*number.readings, *number.scaled)
        if any(each in self.values for each in readings):
            return True
        return number.rough and any(abs(value - each) < _step(each) for each in readings for value in self.values)


def _step(number: Decimal) -> Decimal:
    """The last digit that a rounded number shows: 1000 for 14000, 0.1 for 97.5."""
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent)
    digits = str(int(number))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) if number else _QUANTUM_AT_LEAST


def known_numbers(report: Report, dataset: Dataset) -> KnownNumbers:
    """The report's figures in every unit of measure, what its cells, notes, form and cited documents say, and the unit's targets."""
    catalogue = dataset.catalogue
    known = set(_figures(report, dataset))
    for text in (*_said(report, dataset), *_said_by_targets(report, catalogue)):
        for number in numbers_in(text):
            known |= {*number.readings, *number.scaled}
    for target in _targets(report, catalogue):
        known |= set(_threshold(target, catalogue))
    return KnownNumbers(frozenset(known))


def _figures(report: Report, dataset: Dataset) -> Iterator[Decimal]:
    for each in dataset.by_report(report.id):
        if each.value is not None:
            yield abs(each.value)
            measure = dataset.catalogue.measures.get(each.measure)
            power = power_of(measure.names.in_language(DEFAULT_LANGUAGE)) if measure else 0
            if power:
                yield abs(each.value).scaleb(power)


def _said(report: Report, dataset: Dataset) -> Iterator[str]:
    """The texts around the figures: what cells print, notes, labels of the form, names and subjects of documents."""
    for each in dataset.by_report(report.id):
        yield from filter(None, (each.printed, each.words))
        yield from _in_all_languages([each.note])
    document = report.document
    yield from _in_all_languages(
        [document.title, document.note, *(each.figure.note for each in report.stated_in_prose)]
    )
    for reference in report.references:
        yield from _in_all_languages([reference.name, reference.subject, reference.note])
    form = form_of(report, dataset.catalogue)
    for table in form.tables if form else ():
        yield from _in_all_languages([table.title, table.note])
        for row in table.rows:
            yield from _in_all_languages([row.label, row.note])


def _targets(report: Report, catalogue: Catalogue) -> Iterator[Target]:
    """The targets set for the unit, or for every unit of its level."""
    unit = catalogue.units.get(report.unit)
    for target in catalogue.targets.values():
        of_level = unit is not None and target.level is unit.level and target.parent in (None, unit.parent)
        if target.unit == report.unit or (target.unit is None and of_level):
            yield target


def _said_by_targets(report: Report, catalogue: Catalogue) -> Iterator[str]:
    for target in _targets(report, catalogue):
        yield from _in_all_languages([target.source, target.note])


def _threshold(target: Target, catalogue: Catalogue) -> Iterator[Decimal]:
    indicator = catalogue.indicators.get(target.indicator)
    measure = catalogue.measures.get(indicator.measure) if indicator else None
    if measure is not None and target.threshold is not None:
        read = read_number(target.threshold, measure)
        if not isinstance(read, Problem):
            yield abs(read)


def _in_all_languages(texts: Iterable[Text | None]) -> Iterator[str]:
    for text in texts:
        if text is not None:
            yield from text.root.values()
