"""A form is laid out so that it can be shown as printed: groups of columns, identities, totals, lists and cells of several figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.check.references import unknown
from generator.load.several import CODE_IN_PATTERN
from generator.model.catalogue import Catalogue
from generator.model.form import UNITS, Cells, Column, ColumnGroup, Row, Table
from generator.model.header import groups_above
from generator.model.identity import column_index, relations
from generator.problems import Problem, nearest


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """What of a layout names nothing, contradicts itself, or cannot be drawn."""
    for form in catalogue.forms.values():
        for table in form.tables:
            yield from _groups(table)
            yield from _identities(table)
            for row in table.rows:
                yield from _row(row, table, catalogue)
                yield from _figures(row, catalogue)
            for column in table.fixed_columns:
                yield from _figures(column, catalogue)


def _groups(table: Table) -> Iterator[Problem]:
    known = {each.id: each for each in table.groups}
    found = []
    named: tuple[Column | ColumnGroup, ...] = (*table.fixed_columns, *table.groups)
    for said in named:
        if said.group is not None and said.group not in known:
            words = {"table": table.id, "id": said.group}
            near = nearest(said.group, tuple(known))
            found.append(Problem("unknown-group", said.place_of("group"), words, near, tuple(known)))
    found += [
        Problem("groups-in-a-ring", each.place, {"table": table.id, "id": each.id})
        for each in table.groups
        if each.id in {above.id for above in groups_above(each, table)}
    ]
    yield from found or _torn(table)


def _torn(table: Table) -> Iterator[Problem]:
    ended: set[str] = set()
    chains = [(column, [each.id for each in groups_above(column, table)]) for column in table.fixed_columns]
    for (_, before), (column, chain) in pairwise([(None, []), *chains]):
        ended |= set(before) - set(chain)
        for group in chain:
            if group in ended:
                words = {"table": table.id, "id": group, "code": column.code if column else ""}
                yield Problem("group-torn-apart", column.place if column else table.place, words)
                return


def _identities(table: Table) -> Iterator[Problem]:
    for written in table.identities:
        place = getattr(written, "place", table.place_of("identities"))
        try:
            found = relations(written)
        except ValueError:
            yield Problem("bad-identity", place, {"written": written})
            continue
        for term in dict.fromkeys(term for each in found for term in each.terms):
            if column_index(term, table) is None:
                words = {"written": written, "column": term, "table": table.id}
                allowed = tuple(each.number or each.code for each in table.fixed_columns)
                yield Problem("identity-without-column", place, words, allowed=allowed)


def _row(row: Row, table: Table, catalogue: Catalogue) -> Iterator[Problem]:
    codes = {each.code for each in table.rows}
    for part in row.total_of:
        if part not in codes:
            words = {"row": row.code, "table": table.id, "part": part}
            near = nearest(part, tuple(codes))
            yield Problem("unknown-part-of-total", row.place_of("total_of"), words, near, tuple(sorted(codes)))
    for listed in row.lists:
        if listed != UNITS:
            yield from unknown("unknown-breakdown", listed, catalogue.breakdowns, row.place_of("lists"))


def _figures(said: Row | Column, catalogue: Catalogue) -> Iterator[Problem]:
    for figure in said.figures:
        place = figure.place_of("indicator")
        yield from unknown("unknown-indicator", figure.indicator, catalogue.indicators, place)
        yield from unknown("unknown-measure", figure.measure, catalogue.measures, figure.place_of("measure"))
    yield from _pattern(said, said.code)


def _pattern(said: Cells, code: str) -> Iterator[Problem]:
    codes = [each.code for each in said.figures]
    named = CODE_IN_PATTERN.findall(said.pattern) if said.pattern is not None else codes
    if sorted(named) != sorted(set(codes)) or len(codes) != len(set(codes)):
        right = " ".join("{" + each + "}" for each in dict.fromkeys(codes))
        words = {"pattern": said.pattern or "", "code": code, "right": right}
        yield Problem("pattern-without-figures", said.place_of("pattern"), words)
