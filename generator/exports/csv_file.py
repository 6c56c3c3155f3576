"""CSV that spreadsheets open with its accents and that runs nothing: UTF-8 with a byte order mark, RFC 4180."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from generator.exports.columns import Value

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A CSV file: the byte order mark that tells Excel of UTF-8, CRLF line ends, quotes only where needed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([csv_cell(value) for value in row] for row in rows)
    return BYTE_ORDER_MARK + text.getvalue().encode()


def csv_cell(value: Value) -> str:
    """A value as CSV has it. Numbers are exact, dates ISO, and nothing is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    return neutralised(value) if isinstance(value, str) else str(value)


def neutralised(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe goes before what would begin one.

    A text that begins with an apostrophe gets another, so taking one off always gives back what was there.
    """
    begins = text.lstrip().startswith(_STARTS_A_FORMULA) or text.startswith(("\t", "\r", "\n", "'"))
    return f"'{text}" if begins else text
