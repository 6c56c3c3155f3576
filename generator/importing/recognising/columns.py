"""Which column of a form each column of a table is: by its heads of any depth, and by its place only where they say nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.importing.recognising.grid import Grid
from generator.importing.recognising.labels import Likeness, plain_likeness, words_of
from generator.importing.recognising.rows import Alignment
from generator.model.form import Column, Table
from generator.model.header import groups_above
from generator.model.period import Period

REMARKS = ("ghi chú", "lý do", "giải trình")
UNITS = ("đơn vị tính", "đvt", "đơn vị đo")
_VALUES = ("số liệu", "kết quả", "kết quả thực hiện", "giá trị", "kết quả thống kê", "số lượng")
_ALIKE = 0.25
_YEAR = re.compile(r"(?:năm\s*)?((?:19|20)\d\d)(?P<rest>.*)", re.IGNORECASE)
_QUARTER = re.compile(r"quý\s*(iv|iii|ii|i|[1-4])(?:\D*((?:19|20)\d\d))?", re.IGNORECASE)
_MONTHS = re.compile(r"(?:0?(6|9)\s*tháng)(?:\D*((?:19|20)\d\d))?", re.IGNORECASE)
_UNTIL = re.compile(r"(?:đến|tới)(?:\s*(?:ngày|hết))*\s*(\d{1,2})/(\d{1,2})", re.IGNORECASE)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_ENDS = {(31, 3): "Q1", (30, 6): "H1", (30, 9): "9M"}


@dataclass(frozen=True)
class PeriodColumn:
    """A column whose head names a period: `label` as printed, `as_of` where it names a day."""

    period: Period
    label: str
    as_of: str = ""


@dataclass(frozen=True)
class Columns:
    """Which columns of a table hold figures, by code (empty for the one column of a form that has no columns), and which say something else.

    `guessed` are the codes that were known by their place alone, `unknown` the columns that are none of the form, by what stands over them.
    """

    places: dict[str, int] = field(default_factory=dict)
    guessed: frozenset[str] = frozenset()
    remarks: int | None = None
    unit: int | None = None
    unknown: dict[int, str] = field(default_factory=dict)
    periods: tuple[PeriodColumn, ...] = ()


def find_columns(grid: Grid, table: Table, rows: Alignment, period: Period | None) -> Columns:
    """The columns of a table of a document as those of a table of a form."""
    used = {rows.label_column, rows.number_column}
    heads = {place: grid.head_of(place) for place in range(grid.width) if place not in used}
    if isinstance(table.columns, tuple):
        return _fixed(grid, table, heads)
    remarks, unit = _named(heads, REMARKS), _named(heads, UNITS)
    left = [place for place in heads if place not in {remarks, unit} and place > rows.label_column]
    if table.columns == "periods":
        return _periods(heads, left, remarks, unit, period)
    return _single(heads, left, remarks, unit)


def _named(heads: dict[int, tuple[str, ...]], names: Sequence[str]) -> int | None:
    """The column whose own head is one of these words."""
    wanted = {words_of(each) for each in names}
    return next((place for place, head in heads.items() if head and words_of(head[-1]) in wanted), None)


def _single(heads: dict[int, tuple[str, ...]], left: Sequence[int], remarks: int | None, unit: int | None) -> Columns:
    if len(left) == 1:
        return Columns({"": left[0]}, remarks=remarks, unit=unit)
    by_name = [
        place for place in left if heads[place] and words_of(heads[place][-1]) in {words_of(each) for each in _VALUES}
    ]
    if len(by_name) == 1:
        rest = {place: " › ".join(heads[place]) for place in left if place != by_name[0]}
        return Columns({"": by_name[0]}, remarks=remarks, unit=unit, unknown=rest)
    if not left:
        return Columns(remarks=remarks, unit=unit)
    rest = {place: " › ".join(heads[place]) for place in left[1:]}
    return Columns({"": left[0]}, guessed=frozenset({""}), remarks=remarks, unit=unit, unknown=rest)


def _fixed(grid: Grid, table: Table, heads: dict[int, tuple[str, ...]]) -> Columns:
    """Columns that the form names, in its order, each with the cells of the header above it."""
    columns = table.fixed_columns
    own = [each.label.root["vi"] for each in columns]
    labels = [_with_groups(each, table) for each in columns]
    alike = Likeness(labels)
    places = sorted(heads)
    scores = [
        [
            max(alike(" ".join(heads[place]), label), alike(heads[place][-1] if heads[place] else "", bare))
            for label, bare in zip(labels, own, strict=True)
        ]
        for place in places
    ]
    chosen = _in_order(scores)
    pairs = {labels_at: places[at] for at, labels_at in chosen if scores[at][labels_at] >= _ALIKE}
    guessed: set[str] = set()
    for number, place in _between(pairs, places):
        pairs[number] = place
        if not alike(" ".join(heads[place]), labels[number]):
            guessed.add(columns[number].code)
    known_remarks = _named({place: head for place, head in heads.items() if place not in pairs.values()}, REMARKS)
    left = [place for place in places if place not in pairs.values() and place != known_remarks]
    missing = [number for number in range(len(columns)) if number not in pairs]
    if missing and len(missing) == len(left) and (not pairs or grid.head == ()):
        for number, place in zip(missing, left, strict=True):
            pairs[number] = place
            guessed.add(columns[number].code)
        left = []
    by_code = {columns[number].code: place for number, place in sorted(pairs.items())}
    guessed |= {
        columns[number].code for number, place in pairs.items() if _has_twin(number, labels, heads[place], alike)
    }
    unknown = {place: " › ".join(heads[place]) for place in left}
    return Columns(by_code, frozenset(guessed), known_remarks, None, unknown)


def _with_groups(column: Column, table: Table) -> str:
    """What stands above a column, from the uppermost storey of the header to its own head."""
    return " ".join([*(each.label.root["vi"] for each in groups_above(column, table)), column.label.root["vi"]])


def _between(pairs: dict[int, int], places: Sequence[int]) -> list[tuple[int, int]]:
    """Columns that nothing but their place between two known ones makes known: as many are missing there as are left."""
    made: list[tuple[int, int]] = []
    known = sorted(pairs)
    for before, after in pairwise(known):
        missing = range(before + 1, after)
        left = [place for place in places if pairs[before] < place < pairs[after]]
        if missing and len(missing) == len(left):
            made += zip(missing, left, strict=True)
    return made


def _has_twin(number: int, labels: Sequence[str], head: tuple[str, ...], alike: Likeness) -> bool:
    """Whether another label is clearly more like a head than the one that its place gives it."""
    joined = " ".join(head)
    own = alike(joined, labels[number])
    return any(alike(joined, label) > own + 0.15 for label in labels if label != labels[number])


def _in_order(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs in the order of both, of the greatest likeness together."""
    mine, theirs = len(scores), len(scores[0]) if scores else 0
    best = [[0.0] * (theirs + 1) for _ in range(mine + 1)]
    for at in range(mine - 1, -1, -1):
        for other in range(theirs - 1, -1, -1):
            best[at][other] = max(best[at + 1][other], best[at][other + 1], scores[at][other] + best[at + 1][other + 1])
    pairs, at, other = [], 0, 0
    while at < mine and other < theirs:
        if scores[at][other] and best[at][other] == scores[at][other] + best[at + 1][other + 1]:
            pairs.append((at, other))
            at, other = at + 1, other + 1
        elif best[at][other] == best[at + 1][other]:
            at += 1
        else:
            other += 1
    return pairs


def _periods(
    heads: dict[int, tuple[str, ...]],
    left: Sequence[int],
    remarks: int | None,
    unit: int | None,
    period: Period | None,
) -> Columns:
    found: dict[str, int] = {}
    told: list[PeriodColumn] = []
    unknown: dict[int, str] = {}
    for place in left:
        column = read_period(" ".join(heads[place]), period)
        if column is None or str(column.period) in found:
            unknown[place] = " › ".join(heads[place])
        else:
            found[str(column.period)] = place
            told.append(column)
    return Columns(found, frozenset(), remarks, unit, unknown, tuple(told))


def read_period(head: str, report: Period | None) -> PeriodColumn | None:
    """The period that a head names; None where it names none."""
    year_of_report = str(report.last_year) if report else ""
    if match := _QUARTER.search(head):
        year = match[2] or year_of_report
        written = f"{year}-Q{_ROMAN.get(match[1].casefold(), match[1])}" if year else ""
        return _column(written, head)
    if match := _MONTHS.search(head):
        year = match[2] or year_of_report
        return _column(f"{year}-{'H1' if match[1] == '6' else '9M'}" if year else "", head)
    if match := _YEAR.search(head):
        until = _UNTIL.search(match["rest"])
        part = _ENDS.get((int(until[1]), int(until[2]))) if until else None
        if until and part:
            day = f"{match[1]}-{int(until[2]):02}-{int(until[1]):02}"
            return _column(f"{match[1]}-{part}", head, day)
        return _column(match[1], head)
    return None


def _column(written: str, head: str, day: str = "") -> PeriodColumn | None:
    try:
        return PeriodColumn(Period.parse(written), head, day)
    except ValueError:
        return None


def title_likeness(titles: Sequence[str], title: str) -> float:
    """How like the title of a table of the form the lines above a table are."""
    near = [each for each in titles[-3:] if len(each) < 250]  # noqa: PLR2004 - a title is no paragraph
    return max((plain_likeness(each, title) for each in (*near, " ".join(near))), default=0.0)
