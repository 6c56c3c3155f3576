"""A form as one report has it: with the rows that the report brings itself, below the rows of the form that list them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.catalogue import Catalogue
from generator.model.form import Form, Row, Table
from generator.model.report import ListedRow, Report
from generator.model.text import Text, text


def form_of(report: Report, catalogue: Catalogue) -> Form | None:
    """The form that a report fills in, with the rows that it brings; None where there is no such form."""
    form = catalogue.forms.get(report.form or "")
    if form is None or not any(values.lists for values in report.tables.values()):
        return form
    # Asked for thousands of figures. Made again for other units or parts: rows may be called after them.
    made_from = (form, catalogue.units, catalogue.breakdowns)
    known = report.form_filled_in
    if not known or any(one is not other for one, other in zip(known[0], made_from, strict=True)):
        tables = tuple(_table(each, report, catalogue) for each in form.tables)
        known[:] = [made_from, form.model_copy(update={"tables": tables})]
    filled: Form = known[1]
    return filled


def _table(table: Table, report: Report, catalogue: Catalogue) -> Table:
    """A table with the rows that a report lists, each after the row that lists it."""
    values = report.tables.get(table.id)
    if values is None or not values.lists:
        return table
    return table.model_copy(update={"rows": tuple(_with_lists(table, values.lists, catalogue))})


def _with_lists(table: Table, lists: Mapping[str, tuple[ListedRow, ...]], catalogue: Catalogue) -> Iterator[Row]:
    for row in table.rows:
        yield row
        if row.lists:
            yield from (_row(row, each, catalogue) for each in lists.get(row.code, ()))


def label_of(listed: ListedRow, catalogue: Catalogue) -> Text:
    """What a listed row is called: as printed, else after its unit or its part, else by its number."""
    if listed.label is not None:
        return listed.label
    if (unit := catalogue.units.get(listed.unit or "")) is not None:
        return unit.names
    for dimension, category in listed.breakdown.items():
        known = catalogue.breakdowns.get(dimension)
        for each in known.categories if known else ():
            if each.id == category:
                return each.names
    return text(listed.code)


def _row(below: Row, listed: ListedRow, catalogue: Catalogue) -> Row:
    """A listed entry as a row of the table.

    What the row above says of its own figures holds for its entries as well; that it is a part of the reporting unit does not where
    the entry is another unit.
    """
    breakdown = dict(listed.breakdown) if listed.unit else {**below.breakdown, **listed.breakdown}
    made = Row(
        code=f"{below.code}.{listed.code}",
        label=label_of(listed, catalogue),
        printed=listed.code if listed.printed is None else listed.printed,
        heading=listed.heading,
        indicator=below.indicator,
        measure=below.measure,
        unit=listed.unit,
        breakdown=breakdown,
        not_indicator=listed.not_indicator,
        note=listed.note,
    )
    made.take_places_of(listed)
    return made
