"""Parquet: the typed table for programs that analyse much data at once.

Arrow's arrays are laid out here, as its columnar format says (https://arrow.apache.org/docs/format/Columnar.html): given a list, PyArrow loads all of
pandas to ask whether it is one of its series, which takes a second of processor time and 55 MB of every build.
"""

from __future__ import annotations

import io
from array import array
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate

import pyarrow as pa
import pyarrow.parquet as pq

from generator.exports.columns import Column, Value

_EPOCH = date(1970, 1, 1).toordinal()
_LONGEST = 2**31
"""Bytes: the texts of a column that together are longer have places of 64 bits."""


def parquet_bytes(columns: Sequence[Column[object]], rows: Sequence[Sequence[Value]]) -> bytes:
    """A Parquet file with one column for each of `columns`; numbers are 64-bit floats, which hold every reported figure.

    What rows have behind these columns is left out.
    """
    arrays = [_array(each.type, [row[number] for row in rows]) for number, each in enumerate(columns)]
    target = io.BytesIO()
    table = pa.Table.from_arrays(arrays, names=[each.name for each in columns])
    pq.write_table(table, target, compression="zstd")
    return target.getvalue()


def _array(kind: str, values: Sequence[Value]) -> pa.Array:
    """The values of a column, of a type of Table Schema."""
    absent = sum(value is None for value in values)
    there = pa.py_buffer(_bits([value is not None for value in values])) if absent else None
    arrow, buffers = _LAYOUTS.get(kind, _texts)(values)
    return pa.Array.from_buffers(arrow, len(values), [there, *map(pa.py_buffer, buffers)], absent)


def _numbers(values: Sequence[Value]) -> tuple[pa.DataType, list[bytes]]:
    numbers = [float(each) if isinstance(each, Decimal | int) else 0.0 for each in values]
    return pa.float64(), [array("d", numbers).tobytes()]


def _integers(values: Sequence[Value]) -> tuple[pa.DataType, list[bytes]]:
    return pa.int32(), [array("i", [each if isinstance(each, int) else 0 for each in values]).tobytes()]


def _days(values: Sequence[Value]) -> tuple[pa.DataType, list[bytes]]:
    days = [each.toordinal() - _EPOCH if isinstance(each, date) else 0 for each in values]
    return pa.date32(), [array("i", days).tobytes()]


def _answers(values: Sequence[Value]) -> tuple[pa.DataType, list[bytes]]:
    return pa.bool_(), [_bits([bool(each) for each in values])]


def _texts(values: Sequence[Value]) -> tuple[pa.DataType, list[bytes]]:
    texts = [b"" if each is None else str(each).encode() for each in values]
    ends = list(accumulate(map(len, texts), initial=0))
    arrow, places = (pa.string(), "i") if ends[-1] < _LONGEST else (pa.large_string(), "q")
    return arrow, [array(places, ends).tobytes(), b"".join(texts)]


def _bits(answers: Sequence[bool]) -> bytes:
    """Eight a byte, the first in the lowest bit."""
    digits = "".join("1" if each else "0" for each in reversed(answers))
    return int(digits or "0", 2).to_bytes((len(answers) + 7) // 8, "little")


_LAYOUTS: dict[str, Callable[[Sequence[Value]], tuple[pa.DataType, list[bytes]]]] = {
    "number": _numbers,
    "integer": _integers,
    "boolean": _answers,
    "date": _days,
}
