"""Parquet: the typed table for programs that analyse much data at once."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq

from generator.exports.columns import Column, Value


def parquet_bytes(columns: Sequence[Column[object]], rows: Sequence[Sequence[Value]]) -> bytes:
    """A Parquet file with one column for each of `columns`; numbers are 64-bit floats, which hold every reported figure.

    What rows have behind these columns is left out.
    """
    types = {"number": pa.float64(), "integer": pa.int32(), "boolean": pa.bool_(), "date": pa.date32()}
    schema = pa.schema([pa.field(each.name, types.get(each.type, pa.string())) for each in columns])
    arrays = [
        pa.array(_plain(each, [row[number] for row in rows]), type=schema.field(number).type)
        for number, each in enumerate(columns)
    ]
    target = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), target, compression="zstd")
    return target.getvalue()


def _plain(column: Column[object], values: list[Value]) -> Sequence[object]:
    if column.type != "number":
        return values
    return [float(value) if isinstance(value, Decimal) else value for value in values]
