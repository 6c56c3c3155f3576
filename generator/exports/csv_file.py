"""CSV that spreadsheets open with its accents and that runs nothing: UTF-8 with a byte order mark, RFC 4180."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from generator.exports.columns import Value

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A CSV file of rows."""
    return csv_of_lines(header, map(csv_line, rows))


def csv_of_lines(header: Sequence[str], lines: Iterable[bytes]) -> bytes:
    """A CSV file: the byte order mark that tells Excel of UTF-8, and lines that are written already (`csv_line`) below the header."""
    return BYTE_ORDER_MARK + _line(header) + b"".join(lines)


def csv_line(row: Iterable[Value]) -> bytes:
    """A row as a line that ends in CRLF, with quotes only where needed."""
    return _line([csv_cell(value) for value in row])


class _Line:
    """A file for one line, which `csv` gives back: its `writerow` returns what `write` returns."""

    def write(self, text: str) -> str:
        return text


def _line(cells: Sequence[str]) -> bytes:
    written: str = csv.writer(_Line(), lineterminator="\r\n").writerow(cells)
    return written.encode()


def csv_cell(value: Value) -> str:
    """A value as CSV has it. Numbers are exact, dates ISO, and nothing is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        return neutralised(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def neutralised(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe goes before what would begin one.

    A text that begins with an apostrophe gets another, so taking one off always gives back what was there.
    """
    if text[:1].isalnum():
        return text
    begins = text.lstrip().startswith(_STARTS_A_FORMULA) or text.startswith(("\t", "\r", "\n", "'"))
    return f"'{text}" if begins else text
