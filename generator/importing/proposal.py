"""A form that nobody entered yet, proposed from the tables of a document: rows, columns, likely indicators, and what is to be decided. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.i18n.messages import N_, translate
from generator.importing.recognising.columns import REMARKS, UNITS, read_period
from generator.importing.recognising.grid import Grid, Line
from generator.importing.recognising.labels import plain_likeness, words_of
from generator.importing.recognising.numbers import looks_like_number, split_leading, tidy_number
from generator.model.catalogue import Catalogue
from generator.model.text import CODE_PATTERN
from generator.starting.answers import unit_id
from generator.starting.drafts.form import NewColumn, NewRow, NewTable

_FEWEST_ROWS = 3
_LIKELY, _POSSIBLE, _CLEARLY = 0.75, 0.4, 0.1
_SHOWN = 3
_LONGEST_CODE = 40
_LONGEST_TITLE = 250
_ONLY = "appendix"
"""What the only table of a form is called."""

_LIKE = N_("Read from the label alone; is it {indicator} ({name})?")
_ONE_OF = N_("Perhaps one of: {indicators}.")
_NONE = N_("No indicator is called like this.")
_OTHER_MEASURE = N_("Called like {indicator}, but counted in “{printed}”, not in {measure}.")
_TWICE = N_("Another row is called like {indicator}, too.")
_NO_NUMBER = N_("The row has no number of its own; its code was made.")
_NO_HEAD = N_("The table has no head that could be read: say what its columns are.")


@dataclass(frozen=True)
class _Layout:
    """Which column of a table has what; `values` are those with figures."""

    label: int
    number: int | None
    unit: int | None
    values: tuple[int, ...]


@dataclass
class _Known:
    """Labels that are known, each with the indicator that it means."""

    labels: dict[str, str] = field(default_factory=dict)
    words: dict[tuple[str, ...], str] = field(default_factory=dict)


def proposed_tables(grids: Sequence[Grid], catalogue: Catalogue, lang: str) -> tuple[NewTable, ...]:
    """The tables of a form as a document has them; those that are too small to be an appendix are left out."""
    large = [grid for grid in grids if len(grid.lines) >= _FEWEST_ROWS and grid.width > 1]
    known = _known(catalogue)
    return tuple(
        _table(grid, _ONLY if len(large) == 1 else str(number), known, catalogue, lang)
        for number, grid in enumerate(large, 1)
    )


def empty_tables(name: str, catalogue: Catalogue) -> tuple[NewTable, ...]:
    """A table with the areas of reform as its headings, in whose order official appendices stand."""
    headings = [area.names.root["vi"] for area in catalogue.areas.values()] or [name]
    rows = tuple(NewRow(str(number), label, heading=True) for number, label in enumerate(headings, 1))
    return (NewTable(_ONLY, name, rows),)


def _known(catalogue: Catalogue) -> _Known:
    """What rows of forms and indicators are called; a row says more than an indicator, for it stood on paper."""
    known = _Known()
    for indicator in catalogue.indicators.values():
        known.labels.setdefault(indicator.names.root["vi"], indicator.id)
    for form in catalogue.forms.values():
        for table in form.tables:
            for row in table.rows:
                if row.indicator and not row.breakdown:
                    known.labels.setdefault(row.label.root["vi"], row.indicator)
    known.words = {words_of(label): name for label, name in known.labels.items()}
    return known


def _table(grid: Grid, name: str, known: _Known, catalogue: Catalogue, lang: str) -> NewTable:
    layout = _layout(grid)
    columns, groups = _columns(grid, layout)
    rows = _without_twice(tuple(_rows(grid, layout, known, catalogue, lang)), lang)
    if not isinstance(columns, str):
        columns, rows = _meaning_of_columns(columns, rows, known, catalogue, lang)
    titles = [each for each in grid.titles if len(each) <= _LONGEST_TITLE and not each.startswith("(")]
    notes = () if grid.head else (translate(lang, _NO_HEAD),)
    return NewTable(name, titles[-1] if titles else name, rows, columns, groups, notes)


def _layout(grid: Grid) -> _Layout:
    """The columns of a table: the longest texts near the left are labels, numbers stand left of them."""
    near = range(min(4, grid.width))

    def worth(column: int) -> int:
        return sum(min(len(line.text(column)), 200) for line in grid.lines)

    label = max(near, key=worth)
    number = None
    for column in range(label):
        texts = [line.text(column) for line in grid.lines if line.text(column)]
        if texts and sum(map(looks_like_number, texts)) > len(texts) / 2:
            number = column
    heads = {place: words_of(grid.head_of(place)[-1]) if grid.head_of(place) else () for place in range(grid.width)}
    unit = next((place for place, head in heads.items() if head in {words_of(each) for each in UNITS}), None)
    remarks = {place for place, head in heads.items() if head in {words_of(each) for each in REMARKS}}
    values = tuple(place for place in range(label + 1, grid.width) if place != unit and place not in remarks)
    return _Layout(label, number, unit, values)


def _columns(grid: Grid, layout: _Layout) -> tuple[tuple[NewColumn, ...] | str, tuple[tuple[str, str, str], ...]]:
    """The columns with figures, and the cells above several of them."""
    heads = [grid.head_of(place) for place in layout.values]
    if len(heads) < 2:  # noqa: PLR2004 - one column needs no name
        return (), ()
    if all(read_period(" ".join(head), None) for head in heads):
        return "periods", ()
    groups: dict[str, tuple[str, str, str]] = {}
    columns: list[NewColumn] = []
    above: list[tuple[str, str]] = []
    taken: set[str] = set()
    for number, head in enumerate(heads, 1):
        own, over = (head[-1], head[:-1]) if head else (str(number), ())
        same = next((at for at, label in enumerate(over) if at >= len(above) or above[at][0] != label), len(over))
        above = above[:same]
        for label in over[len(above) :]:
            name = _free(unit_id(label), groups)
            groups[name] = (name, label, above[-1][1] if above else "")
            above.append((label, name))
        code = _free(unit_id(own), taken)
        taken.add(code)
        columns.append(NewColumn(code, own, above[-1][1] if above else ""))
    return tuple(columns), tuple(groups.values())


def _meaning_of_columns(
    columns: tuple[NewColumn, ...], rows: tuple[NewRow, ...], known: _Known, catalogue: Catalogue, lang: str
) -> tuple[tuple[NewColumn, ...], tuple[NewRow, ...]]:
    """Columns with the indicators that their heads may mean, and rows with the units that they are, where rows mean none themselves."""
    if any(row.indicator for row in rows):
        return columns, rows
    units = {words_of(unit.names.root["vi"]): unit.id for unit in catalogue.units.values()}
    found = [_likeliest(each.label, "", known, catalogue, lang) for each in columns]
    names = [name for name, _ in found]
    made = tuple(
        replace(each, indicator=name, notes=tuple(told)) if name and names.count(name) == 1 else each
        for each, (name, told) in zip(columns, found, strict=True)
    )
    is_whole = bool(made) and all(each.indicator for each in made)
    return made, tuple(
        row
        if row.heading
        else replace(
            row, unit=units.get(words_of(row.label), ""), decided=is_whole, notes=() if is_whole else row.notes
        )
        for row in rows
    )


def _free(wanted: str, taken: Mapping[str, object] | set[str]) -> str:
    """An id or code that is not taken and not too long."""
    made, number = wanted[:_LONGEST_CODE].rstrip("-"), 1
    while made in taken:
        number += 1
        made = f"{wanted[: _LONGEST_CODE - len(str(number)) - 1].rstrip('-')}-{number}"
    return made


def _rows(grid: Grid, layout: _Layout, known: _Known, catalogue: Catalogue, lang: str) -> Iterator[NewRow]:
    printed = [_number_and_label(line, layout) for line in grid.lines]
    numbers = [tidy_number(number) for number, _ in printed]
    taken: set[str] = set()
    last, parts = "0", 0
    for at, ((number, label), line) in enumerate(zip(printed, grid.lines, strict=True)):
        if not label:
            continue
        notes: list[str] = []
        code = number.strip(" .):;")
        if not re.fullmatch(CODE_PATTERN, code) or code in taken or len(code) > _LONGEST_CODE:
            parts += 1
            code = _free(f"{last}-{parts}", taken)
            notes.append(translate(lang, _NO_NUMBER))
        else:
            last, parts = code, 0
        taken.add(code)
        is_heading = not any(line.text(place) for place in layout.values) and _begins(numbers, at)
        indicator, told = ("", []) if is_heading else _indicator(label, line, layout, known, catalogue, lang)
        yield NewRow(code, label, None if code == number else number, is_heading, indicator, notes=(*notes, *told))


def _number_and_label(line: Line, layout: _Layout) -> tuple[str, str]:
    label = line.text(layout.label)
    number = line.text(layout.number) if layout.number is not None else ""
    if not label and number and not looks_like_number(number):
        return split_leading(number)
    return split_leading(label) if layout.number is None else (number, label)


def _begins(numbers: Sequence[str], at: int) -> bool:
    """Whether a row is above others: theirs begin with its number, or it has a Roman one and theirs are not."""
    own = numbers[at]
    following = next((each for each in numbers[at + 1 :] if each), "")
    if not own or not following:
        return False
    is_roman = bool(re.fullmatch(r"[ivx]+", own))
    return following.startswith(f"{own}.") or (is_roman and not re.fullmatch(r"[ivx]+", following))


def _indicator(
    label: str, line: Line, layout: _Layout, known: _Known, catalogue: Catalogue, lang: str
) -> tuple[str, list[str]]:
    """The indicator that a row may feed, and what is to be said of it."""
    unit = line.text(layout.unit) if layout.unit is not None else ""
    return _likeliest(label, unit, known, catalogue, lang)


def _likeliest(label: str, unit: str, known: _Known, catalogue: Catalogue, lang: str) -> tuple[str, list[str]]:
    """The indicator that is called like a label and counted in the same, and what is to be said of it."""
    scored: dict[str, float] = {}
    for other, name in known.labels.items():
        scored[name] = max(scored.get(name, 0.0), plain_likeness(label, other))
    if words_of(label) in known.words:
        scored[known.words[words_of(label)]] = 1.0
    best = sorted(((score, name) for name, score in scored.items() if score >= _POSSIBLE), reverse=True)
    if not best:
        return "", [translate(lang, _NONE)]
    score, name = best[0]
    if score < _LIKELY or (len(best) > 1 and score - best[1][0] < _CLEARLY and score < 1):
        return "", [translate(lang, _ONE_OF, indicators=", ".join(each for _, each in best[:_SHOWN]))]
    indicator = catalogue.indicators.get(name)
    if indicator is None:
        return "", [translate(lang, _NONE)]
    measure = catalogue.measures.get(indicator.measure)
    if measure is not None and unit and not _same_measure(unit, measure.names.root["vi"]):
        said = {"indicator": name, "printed": unit, "measure": measure.names.in_language(lang)}
        return "", [translate(lang, _OTHER_MEASURE, **said)]
    return name, [translate(lang, _LIKE, indicator=name, name=indicator.names.in_language(lang))]


def _same_measure(printed: str, name: str) -> bool:
    if printed.strip() == "%":
        return words_of(name)[:2] == words_of("phần trăm")
    mine, theirs = set(words_of(printed)), set(words_of(name))
    return bool(mine & theirs)


def _without_twice(rows: tuple[NewRow, ...], lang: str) -> tuple[NewRow, ...]:
    """The rows; of those that seem to feed one indicator none is decided."""
    named = [row.indicator for row in rows if row.indicator]
    return tuple(
        NewRow(
            row.code, row.label, row.printed, notes=(*row.notes[:-1], translate(lang, _TWICE, indicator=row.indicator))
        )
        if row.indicator and named.count(row.indicator) > 1
        else row
        for row in rows
    )
