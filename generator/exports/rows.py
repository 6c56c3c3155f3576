"""What files say of each figure, worked out once: a figure stands in four files of each kind, and in every build of `serve`.

A row follows from its figure and from the names of things. So whoever keeps rows keeps them for the same names; what figures there are may change.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple, cast

from generator.exports.columns import Value
from generator.exports.csv_file import csv_line
from generator.exports.figures import Figure
from generator.exports.observations import observation_table
from generator.exports.people import people_table
from generator.model.observation import Observation

Row = tuple[Value, ...]


class _Told(NamedTuple):
    """What is said of a figure. The observation is held, so that no other can be taken for it."""

    observation: Observation
    primary: bool
    values: Row
    line: bytes


class FigureRows:
    """The rows of figures, in the layout of the table and in that of workbooks."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self.table = observation_table(languages)
        self.people = people_table(self.table, languages)
        names = self.table.header
        further = tuple(each for each in self.people.columns if each.name not in names)
        self._columns = (*self.table.columns, *further)
        places = {column.name: place for place, column in enumerate(self._columns)}
        self._for_people = itemgetter(*(places[name] for name in self.people.header))
        self._told: dict[int, _Told] = {}

    def values(self, figure: Figure) -> Row:
        """The values of a figure: those of the table in its order, and behind them what only workbooks have."""
        return self._of(figure).values

    def line(self, figure: Figure) -> bytes:
        """The row of the table, as a line of CSV."""
        return self._of(figure).line

    def people_row(self, figure: Figure) -> Row:
        """The row of a workbook."""
        return cast("Row", self._for_people(self._of(figure).values))

    def forget_others(self, figures: Iterable[Figure]) -> None:
        """Forget what is said of any but these."""
        told = (self._told.get(id(figure.observation)) for figure in figures)
        self._told = {id(each.observation): each for each in told if each is not None}

    def _of(self, figure: Figure) -> _Told:
        # Looked up by the object: to compare what observations say, or to spell their ids, takes longer than all else here.
        known = self._told.get(id(figure.observation))
        if known is None or known.observation is not figure.observation or known.primary != figure.primary:
            values = tuple([column.read(figure) for column in self._columns])
            line = csv_line(values[: len(self.table.columns)])
            known = self._told[id(figure.observation)] = _Told(figure.observation, figure.primary, values, line)
        return known
