"""The workbook of a set of figures: a sheet with the figures, one with the rows that reports leave empty, and one that explains the columns and names
the licence.

Workbooks take longer than everything else here together, so what was made is remembered by what it was made from.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import xlsxwriter

from generator.charts.cache import Cache, content_key
from generator.exports.columns import Table, Value
from generator.exports.figures import Figure
from generator.exports.people import head, is_empty
from generator.exports.words import CREDIT, LICENCE_TERMS, LICENCE_URL
from generator.exports.xlsx_file import MOST_LINKS, MOST_ROWS, PrintedSheet, Sheet, xlsx_bytes
from generator.i18n.messages import translate
from generator.i18n.site_words import compiler_of
from generator.model.site import SiteDescription

FIGURES_SHEET = "Dữ liệu - Data"
EMPTY_SHEET = "Ô trống - Empty"
COLUMNS_SHEET = "Giải thích - About"
_LINKED = "source_"


@dataclass(frozen=True)
class WorkbookLayout:
    """What all workbooks of a site share: their columns (`people_table`) with what stands above them and what explains them.

    They were compiled by whom `site` names.
    """

    table: Table[Figure]
    languages: tuple[str, ...]
    site: SiteDescription | None = None

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The words above the columns."""
        return tuple(head(column, self.languages) for column in self.table.columns)

    @cached_property
    def dictionary(self) -> Sheet:
        """The sheet that explains the columns."""
        return dictionary_sheet(self.table, self.languages, self.site)


def figures_workbook(
    title: str,
    layout: WorkbookLayout,
    rows: Sequence[tuple[Value, ...]],
    figures: Sequence[Figure],
    cache: Cache,
    printed: Sequence[PrintedSheet] = (),
) -> bytes:
    """The workbook of figures whose rows are given. The tables of a report stand in it as printed, too."""
    told = list(zip(rows, figures, strict=True))
    stated = [each for each in told if not is_empty(each[1])]
    empty = [each for each in told if is_empty(each[1])]
    sheets = list(_sheets(FIGURES_SHEET, layout, stated))
    if empty:
        sheets += _sheets(EMPTY_SHEET, layout, empty)
    sheets.append(layout.dictionary)
    licence = translate("en", LICENCE_TERMS)
    key = content_key(_layout(), xlsxwriter.__version__, title, licence, *map(_content, sheets), repr(printed))
    stored = cache.load(key)
    if stored is not None:
        try:
            return base64.b64decode(stored, validate=True)
        except binascii.Error:
            pass
    made = xlsx_bytes(sheets, title, licence, printed)
    cache.write(key, base64.b64encode(made).decode())
    return made


def _sheets(name: str, layout: WorkbookLayout, told: Sequence[tuple[tuple[Value, ...], Figure]]) -> Iterator[Sheet]:
    """Figures on as many sheets as they take."""
    for number, first in enumerate(range(0, max(len(told), 1), MOST_ROWS), 1):
        part = told[first : first + MOST_ROWS]
        rows, figures = tuple(row for row, _ in part), [figure for _, figure in part]
        numbered = name if number == 1 else f"{name} {number}"
        yield Sheet(numbered, layout.table.header, rows, _links(layout.table, figures), layout.heads)


def _content(sheet: Sheet) -> str:
    """A short text that follows from what a sheet holds, without all of it in memory once more."""
    digest = hashlib.sha256(repr((sheet.name, sheet.header, sheet.heads, sheet.links)).encode())
    for row in sheet.rows:
        digest.update(repr(row).encode())
    return digest.hexdigest()


def dictionary_sheet(table: Table[Figure], languages: tuple[str, ...], site: SiteDescription | None = None) -> Sheet:
    """What each column means, and under which licence the figures stand."""
    rows: list[tuple[Value, ...]] = [
        (column.name, head(column, languages).replace("\n", " / "), *(column.description(lang) for lang in languages))
        for column in table.columns
    ]
    rows.append((None,) * len(rows[0]))
    rows.append(("licence", LICENCE_URL, *(translate(lang, LICENCE_TERMS) for lang in languages)))
    rows.append(("credit", None, *(translate(lang, CREDIT, compiler=compiler_of(site, lang)) for lang in languages)))
    return Sheet(COLUMNS_SHEET, ("column", "head", *(f"description_{lang}" for lang in languages)), tuple(rows))


def _links(table: Table[Figure], figures: Sequence[Figure]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The words of the source lead to the figure's row; not where nobody said where the site will stand, nor where they are too many."""
    linked = [(number, column) for number, column in enumerate(table.columns) if column.name.startswith(_LINKED)]
    if not all(figure.site_url for figure in figures) or len(figures) * len(linked) >= MOST_LINKS:
        return ()
    return tuple((number, tuple(figure.address(column.lang) for figure in figures)) for number, column in linked)


@lru_cache
def _layout() -> str:
    """The code that lays workbooks out: what it made before it was changed is not to be shown again."""
    folder = Path(__file__).parent
    return "".join(
        (folder / name).read_text(encoding="utf-8") for name in ("workbooks.py", "xlsx_file.py", "people.py")
    )
