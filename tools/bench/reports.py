"""A report file: a form filled in row by row, and what the prose of the report states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tools.bench.definitions import FORM
from tools.bench.figures import Figures, Key, key_of, printed
from tools.bench.places import NamedPlace, Place
from tools.bench.quarter import Quarter

_RATE: Key = ("dossiers-on-time-rate", (("tier", "commune"),))
"""What the prose looks back on."""
_LOOKS_BACK = 4
_ROMAN = ("I", "II", "III", "IV")
_ORDINAL = ("first", "second", "third", "fourth")


@dataclass(frozen=True)
class ReportWriter:
    """Writes the report of a commune for a quarter. Its prose tells of the rates of `looks_back` quarters before; of none, it has no prose."""

    figures: Figures
    looks_back: int = _LOOKS_BACK

    def text(self, commune: Place | NamedPlace, quarter: Quarter, values: Mapping[Key, Decimal] | None = None) -> str:
        """The file; with the figures that are drawn for the commune, unless others are given."""
        rows = self._rows(values or self.figures.of(commune.id, quarter))
        return "\n".join((*self._head(commune, quarter), *rows, *self._prose(commune, quarter), ""))

    def _head(self, commune: Place | NamedPlace, quarter: Quarter) -> Iterator[str]:
        number, day = quarter.number, quarter.reported
        serial = self.figures.chance.between((10, 99), commune.id, quarter, "number")
        vi = f"Báo cáo công tác cải cách hành chính quý {_ROMAN[number - 1]} năm {quarter.year} của {commune.names[0]}"
        en = f"Report of {commune.names[1]} on administrative reform in the {_ORDINAL[number - 1]} quarter of {quarter.year}"
        yield f"unit: {commune.id}"
        yield f"period: {quarter}"
        yield f"form: {FORM}"
        yield f"published: {day}"
        yield "document:"
        yield f'  title: {{vi: "{vi}", en: "{en}"}}'
        yield f'  number: "{serial}/BC-UBND"'
        yield f"  date: {day}"

    def _rows(self, values: Mapping[Key, Decimal]) -> Iterator[str]:
        yield "tables:"
        yield f"  {self.figures.definitions.table}:"
        yield "    rows:"
        for row in self.figures.definitions.rows:
            key = key_of(row) if "indicator" in row else None
            filled = key is not None and key in values
            yield f'      "{row["code"]}": {self._printed(key, values[key]) if key and filled else "not-reported"}'

    def _prose(self, commune: Place | NamedPlace, quarter: Quarter) -> Iterator[str]:
        """The rates of the quarters before; a chart of the narrative shows them."""
        if not self.looks_back:
            return
        yield "prose:"
        yield "  - section: II.2"
        yield f"    indicator: {_RATE[0]}"
        yield f"    breakdown: {{{', '.join(f'{name}: {part}' for name, part in _RATE[1])}}}"
        yield "    values:"
        for back in range(self.looks_back, 0, -1):
            earlier = quarter.before(back)
            yield f"      {earlier}: {self._printed(_RATE, self.figures.one(_RATE, commune.id, earlier))}"

    def _printed(self, key: Key, value: Decimal) -> str:
        return printed(value, self.figures.definitions.indicators[key[0]]["measure"])
