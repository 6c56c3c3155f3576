"""Reads `data/vintages/`: what each snapshot froze, and the record of the snapshot. Programs write these files, so any fault is an error."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache, partial
from pathlib import Path, PurePosixPath

from generator.i18n.messages import N_
from generator.load.files import files_under, place_in, read_exactly, relative_name
from generator.load.limits import LONGEST_VALUE, MOST_TOLD
from generator.load.records import read_record
from generator.model.edition import Edition
from generator.model.observation import Status
from generator.model.period import Period
from generator.model.place import Place
from generator.model.rough import Qualifier, Rough
from generator.model.vintage import COLUMNS, FIRST_COLUMNS, VINTAGES, Vintage, VintageFigure
from generator.problems import Problem
from generator.recall.known import Known

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_FIGURE = re.compile(r"[a-z0-9-]+/[0-9A-Z-]+#[^\n]+", re.ASCII)
_BREAKDOWN = re.compile(r"(?:[a-z0-9-]+=[a-z0-9-]+(?:;(?!$)|$))*", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?", re.ASCII)
_STATUSES = {str(each): each for each in Status}
_SHOWN_LENGTH = 60
_CSV_REASONS = {
    "unexpected end": N_("a quote is not closed"),
    "expected after": N_("something follows a closing quote"),
    "field larger": N_("a cell is too long"),
    "new-line": N_("a line ends in a way that CSV does not know"),
}


def is_vintage_file(name: str) -> bool:
    """Whether a file, by its path below the root, belongs to a vintage: what `load_vintages` reads or tells of, and its list of files."""
    path = PurePosixPath(name)
    return str(path.parent) == VINTAGES and path.suffix in (".yml", ".csv", ".sums")


def load_vintages(root: Path, known: Known | None = None) -> tuple[tuple[Vintage, ...], tuple[Problem, ...]]:
    """The vintages sorted by edition, and what is wrong with their files. A vintage with a fault is left out."""
    known = known or Known()
    folder = root / VINTAGES
    found = [*files_under(folder, ".yml", root / "data"), *files_under(folder, ".csv", root / "data")]
    names = {name for path in found if is_vintage_file(name := relative_name(path, root))}
    vintages, problems = [], []
    for stem in sorted({name.rpartition(".")[0] for name in names}):
        pair = [f"{stem}{suffix}" for suffix in (".yml", ".csv")]
        held = tuple(read_exactly(root / name, name) if name in names else "" for name in pair)
        made = known.recall(("vintage", stem), held, partial(_vintage, root, pair, names))
        if isinstance(made, Vintage):
            vintages.append(made)
        else:
            problems += made
    return tuple(sorted(vintages, key=lambda each: each.edition)), tuple(problems)


def _vintage(root: Path, pair: list[str], names: set[str]) -> Vintage | list[Problem]:
    record_name, table_name = pair
    try:
        edition = Edition.parse(PurePosixPath(record_name).stem)
    except ValueError:
        return [
            Problem("vintage-misnamed", Place(name), {"name": PurePosixPath(name).name})
            for name in pair
            if name in names
        ]
    missing = next((name for name in pair if name not in names), None)
    if missing is not None:
        there = record_name if missing == table_name else table_name
        return [Problem("vintage-alone", Place(there), {"partner": missing})]
    record, faults = read_record(root, edition)
    figures, table_faults = read_table(root / table_name, table_name, record.table if record else None)
    problems = [*faults, *table_faults]
    return Vintage(record, figures) if record is not None and not problems else problems


def table_checksum(content: bytes) -> str:
    """The checksum by which a record knows its frozen table: SHA-512 of the file with plain line ends."""
    return hashlib.sha512(content).hexdigest()


def read_table(path: Path, name: str, checksum: str | None = None) -> tuple[dict[str, VintageFigure], list[Problem]]:
    """The figures of a frozen table by id, and its faults; one is that it does not have the checksum that its record knows."""
    text = read_exactly(path, name)
    if isinstance(text, Problem):
        return {}, [text]
    figures, problems = _Table(text, name).read()
    if not problems and checksum not in (None, table_checksum(text.encode())):
        problems.append(
            Problem("vintage-altered", Place(name), {"record": PurePosixPath(name).with_suffix(".yml").name})
        )
    return figures, problems


class _FaultError(Exception):
    """A cell that cannot be read, by its number in the row."""

    def __init__(self, column: int) -> None:
        super().__init__(column)
        self.column = column


class _Table:
    """Reads one table. The places of cells are only looked for where there is a fault to tell of."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._lines: dict[str, int] = {}
        self._columns: tuple[str, ...] = COLUMNS

    def read(self) -> tuple[dict[str, VintageFigure], list[Problem]]:
        figures: dict[str, VintageFigure] = {}
        problems: list[Problem] = []
        for made in self._rows():
            if isinstance(made, Problem):
                problems.append(made)
                if len(problems) >= MOST_TOLD:
                    break
            else:
                figures[made.id] = made
        return figures, problems

    def _rows(self) -> Iterator[VintageFigure | Problem]:
        reader = csv.reader(io.StringIO(self._text, newline=""), strict=True)
        line = 1
        try:
            for row in reader:
                if line == 1:
                    if tuple(row) not in (FIRST_COLUMNS, COLUMNS):
                        yield self._wrong_columns(row)
                        return
                    self._columns = tuple(row)
                else:
                    yield self._row(row, line)
                line = reader.line_num + 1
        except csv.Error as error:
            yield Problem("vintage-csv", Place(self._name, line, 1), {"reason": _csv_reason(str(error))})
            return
        if line == 1:
            yield Problem("empty-file", Place(self._name))

    def _wrong_columns(self, row: list[str]) -> Problem:
        words = {"found": _short(",".join(row)), "expected": ",".join(COLUMNS)}
        return Problem("vintage-columns", Place(self._name, 1, 1), words)

    def _row(self, row: list[str], line: int) -> VintageFigure | Problem:
        if len(row) != len(self._columns):
            words = {"given": str(len(row)), "expected": str(len(self._columns))}
            return Problem("vintage-cells", Place(self._name, line, 1), words)
        try:
            figure = _figure(row)
        except _FaultError as fault:
            words = {"written": _short(row[fault.column]), "column": COLUMNS[fault.column]}
            return Problem("vintage-cell", self._place(line, fault.column), words)
        if figure.id in self._lines:
            words = {"id": figure.id, "first": str(self._lines[figure.id])}
            return Problem("vintage-duplicate", Place(self._name, line, 1), words)
        self._lines[figure.id] = line
        return figure

    def _place(self, line: int, column: int) -> Place:
        """Where a cell of the row that begins in a line begins itself: after so many commas outside quotes."""
        offset = 0
        for _ in range(line - 1):
            offset = self._text.index("\n", offset) + 1
        quoted = False
        while column:
            sign = self._text[offset]
            quoted ^= sign == '"'
            column -= sign == "," and not quoted
            offset += 1
        return place_in(self._text, offset, self._name)


def _figure(row: list[str]) -> VintageFigure:
    """The figure of a row. Raises _FaultError for the first cell that cannot be read."""
    for number, (cell, fits) in enumerate(zip(row, _FITS, strict=False)):
        if not fits(cell):
            raise _FaultError(number)
    name, unit, period, indicator, breakdown, measure, written, number_text, text, *rough = row
    status = _STATUSES[written]
    reported = status is Status.REPORTED
    if not reported and (number_text or text):
        raise _FaultError(7 if number_text else 8)
    value = Decimal(number_text) if number_text else None
    # An apostrophe stands before what a spreadsheet would take for a formula, and before each apostrophe.
    words = text.removeprefix("'") if text or (reported and value is None) else None
    meant = _rough(value, *rough) if rough else None
    return VintageFigure(
        name, unit, period, indicator or None, breakdown, measure, status, value, words, meant, knows_rough=bool(rough)
    )


def _rough(value: Decimal | None, qualifier: str = "", to: str = "") -> Rough | None:
    """How a frozen number is rough. Raises _FaultError where that is of no number, or a second end of nothing."""
    if not qualifier:
        if to:
            raise _FaultError(len(FIRST_COLUMNS) + 1)
        return None
    if value is None:
        raise _FaultError(len(FIRST_COLUMNS))
    return Rough(Qualifier(qualifier), Decimal(to) if to else None)


def _is_period(text: str) -> bool:
    try:
        Period.parse(text)
    except ValueError:
        return False
    return True


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: pattern.fullmatch(text) is not None


def _or_empty(fits: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda text: not text or fits(text)


_is_id = cache(_matches(_ID))
_FITS: tuple[Callable[[str], object], ...] = (
    _matches(_FIGURE),
    _is_id,
    cache(_is_period),
    _or_empty(_is_id),
    cache(_matches(_BREAKDOWN)),
    _is_id,
    _STATUSES.__contains__,
    _or_empty(_matches(_NUMBER)),
    lambda text: len(text) <= LONGEST_VALUE + 1,
    _or_empty({str(each) for each in Qualifier}.__contains__),
    _or_empty(_matches(_NUMBER)),
)
"""Whether a cell can stand in each of the columns."""


def _csv_reason(said: str) -> str:
    """What a message of the CSV reader means, as a message of ours."""
    return next((reason for sign, reason in _CSV_REASONS.items() if sign in said), N_("it is no CSV"))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN_LENGTH else f"{line[: _SHOWN_LENGTH - 1]}…"
